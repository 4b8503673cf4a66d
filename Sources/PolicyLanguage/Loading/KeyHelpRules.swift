import SourceText
import YAMLTree

/// Keys of a rule in words the language does not have: how often, in which order, by whom, for how long.
extension KeyHelp {
    func ofRuleWays(_ key: String, _ entry: YAMLEntry) -> String? {
        ofEvent(key, entry) ?? needless(key, entry) ?? partOfAct(key, entry) ?? steps(key, entry) ?? other(key, entry)
    }

    /// What a rule says by itself, or cannot say.
    private func needless(_ key: String, _ entry: YAMLEntry) -> String? {
        switch key {
        case "always": return "write `when: contact.started` for what holds in every contact"
        case "per":
            return "take it out: a rule fires in each contact; a count is kept "
                + "`per: \(entry.value.scalar?.text ?? "customer")`, below `measures:`"
        case "once", "repeat_only", "only_once", "one_time", "once_per", "only_first": return KeyHelp.oneTime(often(1))
        case "enabled", "disabled", "active", "draft":
            return "take it out; a rule that is not to be in force is a comment, `# …`"
        case "name", "id": return "take it out: the key that the rule stands under is its name"
        default: return KeyHelp.ranks.contains(key) ? KeyHelp.ranked : nil
        }
    }

    /// Who does it, in which words, and for how long.
    private func partOfAct(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        let (modality, act) = firstAct.map { ($0.0.rawValue, $0.1) } ?? ("must", "say")
        switch key {
        case "role", "actor", "who", "roles":
            return "who does it is said in the act: `\(modality): {\(act): {by: \(value.isEmpty ? "agent" : value)}}`"
        case "say", "says", "words", "text", "message":
            let script = names?.scripts.contains(value) == true ? value : "my_words"
            return "the words belong to an act: `\(modality): {\(act): {script: \(script)}}`"
        case "for", "lasts", "duration":
            return MeasureExample.time(value).map {
                "how long it stands is said in the act: `\(modality): {\(act): {until: \($0)}}`"
            }
        default: return nil
        }
    }

    /// What goes step by step: a ladder.
    private func steps(_ key: String, _ entry: YAMLEntry) -> String? {
        let isSteps = ["steps", "ladder", "stages", "levels"].contains(key)
        let holdsActs = entry.value.entries?.contains { Modality(rawValue: $0.key.value) != nil } == true
        let isStep =
            holdsActs
            && (Prose.number(key) != nil || key.hasPrefix("step")
                || ["first", "1", "1st", "then", "next", "initially", "last", "finally"].contains(key))
        guard isSteps || isStep else { return following(key, entry) }
        let event = entries.first { $0.key.value == "when" }?.value.scalar?.text ?? "conduct.insult"
        return "what goes step by step is a ladder: `ladders: {\(owner ?? "abuse"): {when: \(inBraces(event)), "
            + "steps: [{must: warn}, {may: end_contact}]}}`"
    }

    private func other(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        switch key {
        case "and", "also":
            let first = entries.first { $0.key.value == "if" }?.value.scalar?.text
            return first.map { "a condition is one text: `if: \(inBraces("\($0) && \(value)"))`" }
        case "times", "count", "repeat", "repeats", "number", "occurrences": return often(wholeNumber(value) ?? 3)
        case "else", "otherwise":
            return "what goes where the condition does not hold is a second rule, with `unless` in the place of `if`"
        default: break
        }
        if let status = status(entry), KeyHelp.imposes.contains(key) {
            return
                "write `begin: \(status)`; where somebody decides it, `must: {decide: {status: \(status), within: 3d}}`"
        }
        let holdsRule = entry.value.entries?.contains { block[$0.key.value] != nil } == true
        guard block.keys.first?.isRequired == false, Name.isID(key), holdsRule else { return byRole(key, entry) }
        return
            "rules under a status have no names: write what stands below \(quoted(key)) itself, and several as a list: "
            + "`while_active: [{…}, {…}]`"
    }

    /// What stands once while it is open, and is to stand one time only.
    static func oneTime(_ counted: String) -> String {
        "take it out: an act stands once, however often its rule fires while it is open; for one time only, even after it "
            + "was done, \(counted)"
    }

    /// How often something came before the rule fires.
    private func often(_ number: Int64) -> String {
        let event = entries.first { $0.key.value == "when" }?.value.scalar?.text ?? "conduct.insult"
        let counted = Name.isEventType(event) ? event : "conduct.insult"
        let name = "\(counted.split(separator: ".").last ?? "insult")_count".replacing("-", with: "_")
        return "a count comes to a number: `measures: {\(name): {count: \(counted), per: contact, in_last: ever}}` and "
            + "`when: {measure: \(name), reaches: \(number)}`"
    }

    /// `then_may: end_contact`: what may, or must, be done after the first act.
    private func following(_ key: String, _ entry: YAMLEntry) -> String? {
        let words = Spoken.words(of: key)
        guard ["then", "next", "after", "afterwards", "finally"].contains(words.first ?? ""),
            let modality = words.dropFirst().compactMap({ Modality(rawValue: $0) }).first
        else { return nil }
        let first = firstAct?.1 ?? "warn"
        return "write `\(modality.rawValue): {\(name(of: entry.value) ?? "end_contact"): {after: \(first)}}`"
    }

    private func status(_ entry: YAMLEntry) -> String? {
        entry.value.texts.map(\.value).first { names?.statuses.contains($0) == true }
    }

    private static let imposes: Set = [
        "status", "statuses", "impose", "imposes", "activate", "activates", "becomes", "set_status", "apply",
        "restrict", "puts_on",
    ]

    /// `agent must: warn`, `agent: {must: warn}`.
    private func byRole(_ key: String, _ entry: YAMLEntry) -> String? {
        let words = Spoken.words(of: key)
        guard let role = words.first(where: { names?.roles.contains($0) == true }) else { return nil }
        let said = words.first { Modality(rawValue: $0) != nil }
        let inside = entry.value.entries?.first { Modality(rawValue: $0.key.value) != nil }
        guard let modality = said ?? inside?.key.value else { return nil }
        let act = name(of: inside?.value ?? entry.value) ?? "warn"
        return "write `\(modality): {\(act): {by: \(role)}}`"
    }
}
