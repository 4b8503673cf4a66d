import SourceText
import YAMLTree

/// Keys that stand for a part of the language which is not built: what to write today, and not that part's name.
extension KeyHelp {
    func insteadOf(_ entry: YAMLEntry) -> String? {
        let key = KeyHelp.plain(entry.key.value)
        let instead = names.map(NotBuiltHelp.init)
        switch block.noun {
        case Grammar.policy.noun: return instead?.file(likely(key, in: ["calendars", "guarantees"]) ?? key)
        case Grammar.status.noun:
            if KeyHelp.extensions.contains(key) { return KeyHelp.extended(owner ?? "restricted") }
            guard let meant = lifePart(key) else { return nil }
            return instead?.status(meant, owner ?? "restricted", entry.value)
        case Grammar.rule.noun:
            guard KeyHelp.extensions.contains(key) else { return nil }
            return KeyHelp.extended(entry.value.texts.first?.value ?? "restricted")
        default: return nil
        }
    }

    /// The part of a status's life that a word speaks of; nil where a part that is built is nearer.
    private func lifePart(_ key: String) -> String? {
        if let known = KeyHelp.life[key] { return known }
        let near = meant(by: key, in: block.keys.map(\.name))
        return near.flatMap { name in Grammar.statusLife.contains { $0.name == name } ? name : nil }
    }

    /// That a status goes on beyond its end.
    static func extended(_ status: String) -> String {
        "a status is not made longer while it is active: whoever decides on it ends it and decides anew, which a rule "
            + "asks for with `must: {decide: {status: \(status), within: 7d}}`"
    }

    static let extensions: Set = [
        "extend", "extended_by", "extension", "extendable", "prolong", "prolongs", "renew", "renewal", "renewable",
        "renews",
    ]

    private static let life = [
        "reviewed_by": "review", "reviewed": "review", "review_by": "review", "review_after": "review",
        "review_every": "review", "reviews": "review", "appeal_to": "appeal", "appeals": "appeal",
        "appealed_to": "appeal", "objection": "appeal", "complaint": "appeal", "decided": "decided_by",
        "decision": "decided_by", "decides": "decided_by", "approved_by": "decided_by", "imposed_by": "decided_by",
        "proposed_by": "decided_by", "by": "decided_by", "joint": "decided_by", "notify": "notice",
        "notification": "notice", "letter": "notice", "notified": "notice", "inform": "notice", "interim": "lasts",
        "at_most": "lasts", "max": "lasts", "maximum": "lasts", "length": "lasts", "choices": "options",
        "variants": "options", "variation": "vary", "variations": "vary", "exception": "vary", "one_off": "vary",
        "exceptions": "vary", "varied_by": "vary", "lifted_by": "decided_by", "ended_by": "decided_by",
        "removed_by": "decided_by",
        "revoked_by": "decided_by", "cancelled_by": "decided_by", "set_by": "decided_by", "begun_by": "decided_by",
        "started_by": "decided_by", "issued_by": "decided_by", "granted_by": "decided_by", "authority": "decided_by",
        "levels": "options", "kinds": "options", "forms": "options",
    ]
}
