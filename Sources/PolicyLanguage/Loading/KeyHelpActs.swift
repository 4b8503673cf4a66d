import SourceText
import YAMLTree

/// Acts and people that stand as keys: `tell: police` in a rule, `escalate_to: director` in an act.
extension KeyHelp {
    // MARK: In a rule

    /// An action as a key of a rule or a step, where it belongs below `must`.
    func actAlone(_ entry: YAMLEntry) -> String? {
        guard let names, Grammar.act[entry.key.value] == nil else { return nil }
        let key = KeyHelp.plain(entry.key.value)
        let spoken = names.actions.contains(key) ? key : Spoken.action(in: Spoken.words(of: key))
        guard let action = spoken else { return nil }
        let start = "an act stands below `must`, `should` or `may`, for example"
        guard let value = entry.value.located?.value else {
            return "\(start) `must: {\(action): {\(entry.value.entries == nil ? "within: 5m" : "…")}}`"
        }
        let written = Prose(names).act(key, with: value)?.split(separator: "`").last { $0.hasPrefix("{") }
        return "\(start) `must: \(written.map(String.init) ?? action)`"
    }

    // MARK: In an act

    /// Other people, another time, or the status that a decision is about, as a key of an act.
    func ofOthers(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.located?.value ?? ""
        if names?.statuses.contains(entry.key.value) == true {
            return "write `\(owner ?? "decide"): {status: \(entry.key.value), within: 3d}`"
        }
        if ["every", "repeat", "again", "repeats"].contains(key), let time = MeasureExample.time(every(value)) {
            return
                "again until it took effect is `confirm: {every: \(time), until: supervisor.joined}`, with the event that "
                + "says so"
        }
        if KeyHelp.others.contains(key), let names {
            let role = entries.first { $0.key.value == "by" }?.value.texts.first?.value ?? names.leader
            return "take it out, or note it as a comment, `# …`: \(Prose.whichOfThem(role, names.roles.all))"
        }
        let isRole = entry.value.texts.contains { names?.roles.contains($0.value) == true }
        if KeyHelp.helpers.contains(key) || (isRole && ["requires", "require", "needs", "depends_on"].contains(key)),
            let names
        {
            let all = entry.value.texts.map(\.value).filter(names.roles.contains)
            let first = names.roles.all.first { !all.contains($0) && $0 != "agent" } ?? "manager"
            return NotBuiltHelp.together([first] + (all.isEmpty ? ["supervisor"] : all), owner ?? "decide")
        }
        guard KeyHelp.tells.contains(key) else { return nil }
        let who = Name.isID(value) ? value : names?.leader ?? "manager"
        return
            "whom to tell when it is not done: `if_missed: {notify: {who: \(who), within: 5m}}`; whom to tell in any case "
            + "is an act beside it: `{notify: {who: \(who), within: 5m}}`"
    }

    private func every(_ text: String) -> String { text.hasPrefix("every ") ? String(text.dropFirst(6)) : text }

    private static let others: Set = [
        "not_by", "by_other", "by_another", "other_than", "not_same_as", "different_from", "independent_of",
        "excluding",
        "except_by", "not_the", "by_someone_else", "never_by", "by_not",
    ]
    private static let helpers: Set = [
        "joint", "together_with", "together", "with", "and", "approved_by", "also_by", "co_signed_by", "signed_by",
        "agreed_with", "agreed_by", "confirmed_by", "second", "jointly_with", "consult", "approval", "approver",
        "approved", "authorised_by", "authorized_by", "permission", "consent", "sign_off", "countersigned_by",
    ]
    private static let tells: Set = [
        "escalate", "escalate_to", "escalates_to", "notify", "notifies", "tell", "inform", "alert", "cc",
    ]

    // MARK: In a trigger

    /// `{status: restricted, reaches: 90d}`: how long a status has been active; `{duty: warn, is: done}`.
    func ofTrigger(_ key: String, _ entry: YAMLEntry) -> String? {
        if let beyond = beyond(key, entry) { return beyond }
        if let phase = phase(key, entry.value) { return "write `becomes: \(phase)`" }
        let name = entries.first { $0.key.value == "status" }?.value.located?.value
        guard let name, Name.isID(name), let text = entry.value.located?.value,
            let time = MeantTime.near(text)
                ?? MeasureExample.time(text)
        else { return nil }
        return "a status `becomes: active` or `becomes: ended`; how long it has been active is a clock: "
            + NotBuiltHelp.clock(name, time)
    }

    /// `{measure: calls, at_least: 6}`: a count comes to a number once.
    func beyond(_ key: String, _ entry: YAMLEntry) -> String? {
        guard block["measure"] != nil, let number = entry.value.scalar.flatMap({ wholeNumber($0.text) }) else {
            return nil
        }
        let isMore = ["more_than", "over", "above", "exceeds", "greater_than", "beyond", "gt"].contains(key)
        guard isMore || ["at_least", "from", "gte", "min", "minimum"].contains(key) else { return nil }
        let measure = entries.first { $0.key.value == "measure" }?.value.located?.value ?? "NAME"
        let least = isMore ? number &+ 1 : number
        return
            "write `reaches: \(least)` for when it comes to that, which it does once; for that one and every later one name the "
            + "event that is counted, such as `when: contact.started`, with `if: '\(measure) >= \(least)'`"
    }

    /// What a status or a duty becomes, in other words: as the key itself, or as its value.
    func phase(_ key: String, _ node: YAMLNode) -> String? {
        guard block["becomes"] != nil else { return nil }
        let known = block["status"] != nil ? StatusPhase.allCases.map(\.rawValue) : NormState.allCases.map(\.rawValue)
        let value = node.scalar?.text ?? "true"
        if ["is", "state", "phase", "to", "turns", "gets", "goes", "was", "when"].contains(key) {
            return known.contains(value) ? value : meantPhase(value, in: known)
        }
        guard ["true", "yes", ""].contains(value) else { return nil }
        return known.contains(key) ? key : meantPhase(key, in: known)
    }

    // MARK: In a beginning

    func ofBeginning(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.located?.value ?? ""
        if let time = MeasureExample.time(value), ["for", "lasts", "duration", "at_most", "after"].contains(key) {
            return "write `until: \(time)`"
        }
        guard let owner, ["by", "within", "reason", "fields"].contains(key) else { return nil }
        return "a rule begins it by itself; what somebody decides is `must: {decide: {status: \(owner), by: "
            + "\(key == "by" && Name.isID(value) ? value : names?.leader ?? "manager"), within: 3d}}`"
    }
}
