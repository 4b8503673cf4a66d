import SourceText
import YAMLTree

/// Keys of an act that say how something is done, by which way, with what, and after what.
extension KeyHelp {
    func ofWays(_ key: String, _ entry: YAMLEntry) -> String? {
        spokenWay(key, entry) ?? manner(key, entry) ?? order(key, entry) ?? remainder(key, entry)
    }

    /// Words, people and haste.
    private func spokenWay(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        let act = owner ?? "warn"
        if ["say", "text", "words", "message", "wording", "phrase"].contains(key), value.contains(" ") {
            return
                "put the words under `scripts:`, as in `scripts: {my_words: {en: …}}`, and write `script: my_words` here"
        }
        if key == "once", ["true", "yes", "contact", "customer", "only", "1"].contains(value) {
            return KeyHelp.oneTime(
                "its rule waits for a count: `when: {measure: NAME, reaches: 1}`; a ladder has a step for each time")
        }
        if MeantTime.isAtOnce(key) { return "write the time it may take: `within: 30s`" }
        if names?.roles.contains(key) == true { return someone(key, entry) }
        if entry.value.isEmptyPlain, Name.isID(key), ["say", "warn", "announce"].contains(act) {
            return "write `\(act): {script: \(key)}`, with the words under `scripts:`"
        }
        return nil
    }

    /// By which way, and with what.
    private func manner(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if KeyHelp.ways.contains(key) {
            let isChannel =
                key.hasPrefix("channel") || ["phone", "chat", "email", "visit", "letter", "sms"].contains(value)
            let channel = Name.isID(value) ? value : entry.value.texts.first?.value ?? "phone"
            let by =
                isChannel ? "an act is for every channel of its rule, where `channels: [\(channel)]` narrows it; " : ""
            return by
                + "how it is done stands in a comment, `# …`, or, where that matters, in the name of an action of your own: "
                + "`actions: {\(owner ?? "warn")_by_\(Name.isVariable(value) ? value : "post"): {by: [agent]}}`"
        }
        guard KeyHelp.contents.contains(key), names?.scripts.contains(value) != true else { return nil }
        let fields = entry.value.texts.map(\.value).filter(Name.isVariable)
        return "write `fields: [\((fields.isEmpty ? ["reason"] : fields).joined(separator: ", "))]`"
    }

    /// What comes first, who agrees, and which rule goes before another.
    private func order(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        let act = owner ?? "warn"
        if ["from", "since", "counted_from", "starting", "runs_from"].contains(key),
            names?.events.contains(value) == true
        {
            return "a time runs from the event that sets the rule off: write a rule with `when: \(value)`"
                + (value == "contact.ended" ? ", and `during: customer` in the act" : "")
        }
        if KeyHelp.firsts.contains(key), let first = action(value) { return "write `after: \(first)`" }
        if key == "before", let later = action(value) {
            return
                "what comes later waits for it: `may: {\(later): {after: \(act)}}`, or `must`, where that is asked for; here take it out"
        }
        if KeyHelp.unready.contains(key), entry.value.items == nil, let first = action(value) {
            return "what may be done only after another act is `may: {\(act): {after: \(first)}}`, in the place of this"
        }
        if ["alone", "own_authority", "by_themselves", "unaided"].contains(key) {
            return "who may is `by: [agent]`; where somebody else has to agree first, that is an act before it: "
                + "`{\(act): {after: agree}}` with `actions: {agree: {by: [\(names?.leader ?? "manager")]}}`"
        }
        if ["decision", "outcome", "result"].contains(key), act == "decide" {
            return "take it out: the policy asks for a decision, and the event `status.decided` says which one it was"
        }
        return KeyHelp.ranks.contains(key) ? KeyHelp.ranked : nil
    }

    /// A key that is near to none, by the act that it stands in.
    private func remainder(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        let act = owner ?? "warn"
        let places: Set = ["in", "into", "where", "system", "at"]
        if ["without", "excluding", "leaving_out", "omitting", "not_with", "anonymous"].contains(key) {
            return
                "take it out, or write it as a comment, `# …`: what must not be in it is not looked at; what has to be in it is "
                + "`fields: [reason]`"
        }
        let isStrange = nearest(key, in: block.keys.map(\.name)) == nil
        if isStrange, ["true", "yes"].contains(value), Name.isID(key), Name.isID("\(act)_\(key)") {
            return "say it in the name of an action of your own: `actions: {\(act)_\(key): {by: [agent]}}`"
        }
        if isStrange, act == "record" || act == "report", Name.isVariable(key), !places.contains(key),
            !["for", "every"].contains(key)
        {
            return "what is written down is named: `fields: [\(key)]`"
        }
        let time = MeasureExample.time(value)
        if places.contains(key), time == nil {
            return
                "take it out, or write it as a comment, `# …`: where something is written or sent is no part of an act"
        }
        guard act == "offer_break", ["at_least", "min", "minimum", "of"].contains(key), let time,
            case .elapsed(let long) = TermText(time)
        else { return nil }
        return "write `minutes: \(max(long / 60_000, 1))`"
    }

    /// Another person in an act: whom to tell, or whose deed it is.
    private func someone(_ role: String, _ entry: YAMLEntry) -> String? {
        let within = entry.value["within"]?.scalar?.text ?? entry.value.scalar.flatMap { MeasureExample.time($0.text) }
        let time = within.map { ", within: \($0)" } ?? ""
        switch owner {
        case "notify": return "write `notify: {who: \(role)\(time)}`"
        case "transfer", "redirect", "report": return "write `\(owner ?? ""): {to: \(role)\(time)}`"
        default: return "write `\(owner ?? "warn"): {by: \(role)\(time)}`"
        }
    }

    /// The action of the policy that a word names.
    private func action(_ word: String) -> String? {
        guard let names else { return nil }
        return MeasureExample(names).action(spokenAs: word)
    }

    private static let ways: Set = [
        "how", "via", "channel", "channels", "medium", "using", "means", "method", "over", "through",
    ]
    static let contents: Set = [
        "what", "content", "contents", "includes", "include", "contains", "details", "data", "items", "record",
        "recording", "with_fields", "note", "notes", "information", "info",
    ]
    private static let firsts: Set = [
        "first", "preceded_by", "only_after", "requires", "needs", "following", "prior", "once",
    ]
    private static let unready: Set = ["without", "not_before", "unless_done"]
    static let ranks: Set = ["priority", "weight", "rank", "order", "importance", "precedence", "salience"]
    static let ranked =
        "which of two rules goes before the other is said in the one that does: `overrides: [rules.NAME]`; otherwise take it out"
}
