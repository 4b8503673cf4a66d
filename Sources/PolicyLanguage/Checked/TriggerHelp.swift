import SourceText

/// What to type where an event belongs and something else of the policy is named: an action, a fact, a condition.
struct TriggerHelp {
    let names: DeclaredNames
    /// Whether the event ends something: no condition stands beside it then.
    let isEnd: Bool

    init(_ names: DeclaredNames, isEnd: Bool = false) {
        self.names = names
        self.isEnd = isEnd
    }

    // MARK: Names

    /// For one word: `action.escalate`, `escalate.done`, `fact.resolved`, `protected`.
    func help(forName word: String) -> String? {
        let parts = word.split(separator: ".").map(String.init)
        let others = parts.filter { !TriggerHelp.around.contains($0) }
        if word == "conduct" {
            let one = names.observable.all.first.map { ", and one class is `conduct.\($0)`" } ?? ""
            return "any conduct is `conduct.observed`\(one)"
        }
        if ["contact", "call", "chat", "conversation", "session"].contains(word) {
            return "did you mean `contact.started`?"
        }
        if TriggerHelp.rounds.contains(word) { return TriggerHelp.recurring }
        if ["always", "any", "anytime", "ever", "everything", "never", "all"].contains(word) {
            return
                "a rule waits for something that happens, such as `contact.started`; what holds all the while stands "
                + "below a status: `statuses: {on_line: {about: contact, while_active: …}}` and "
                + "`rules: {on_line: {when: contact.started, begin: on_line}}`"
        }
        guard others.count == 1, let name = others.first else { return nil }
        let kind = parts.first { ["fact", "facts", "status", "statuses", "ladder", "ladders"].contains($0) }
        if kind == nil, let help = deed(name) { return help }
        if kind?.hasPrefix("status") == true, let phase = meantPhase(name, in: ["active", "ended"]) {
            return "write `{status: \(names.statuses.all.first ?? "NAME"), becomes: \(phase)}`"
        }
        if names.facts.contains(name) { return fact(name) }
        if names.statuses.contains(name) { return "write `{status: \(name), becomes: active}`" }
        if names.ladders.contains(name) { return "write `{ladder: \(name), reaches: 1}`" }
        return names.measures.contains(name) ? "write `{measure: \(name), reaches: 3}`" : nil
    }

    /// `ladder.abuse.2`.
    func help(forStep text: String) -> String? {
        guard let found = text.wholeMatch(of: /(?:ladders?\.)?([a-z][a-z0-9_-]*)\.(?:step\.)?(\d{1,3})/),
            names.ladders.contains(String(found.output.1))
        else { return nil }
        return "write `{ladder: \(found.output.1), reaches: \(found.output.2)}`"
    }

    /// Words beside the name.
    private static let around: Set = [
        "action", "actions", "act", "done", "fulfilled", "happened", "duty", "fact", "facts", "recorded", "status",
        "statuses", "active", "begins", "ladder", "ladders", "measure", "measures", "event",
    ]

    func deed(_ word: String) -> String? {
        guard let action = MeasureExample(names).action(spokenAs: word) else { return nil }
        switch action {
        case "end_contact": return "did you mean `contact.ended`?"
        case "involve_supervisor": return "did you mean `supervisor.joined`?"
        case "transfer": return "did you mean `contact.transferred`?"
        case _ where isEnd:
            let name = action.replacing("-", with: "_") + "_done"
            return "count it: `until: {measure: \(name), reaches: 1}` with `measures: {\(name): {count: action.done, "
                + "if: 'event.action == \"\(action)\"', per: contact, in_last: ever}}`; what is asked all the while is `unless: '\(name) > 0'`"
        default: return "write `action.done`, and beside it `if: 'event.action == \"\(action)\"'`"
        }
    }

    func fact(_ name: String) -> String {
        let isTruth = names.truths.contains(name)
        if isEnd {
            let holds = "fact(\"\(name)\")\(isTruth ? "" : " == …")"
            return
                "what holds is asked in the act, all the while: `unless: '\(holds)'` in place of `until`; a status is "
                + "ended by a rule, with `end:`"
        }
        let holds = isTruth ? " && fact(\"\(name)\")" : ""
        return "write `fact.recorded`, and beside it `if: 'event.name == \"\(name)\"\(holds)'`"
    }

    // MARK: Conditions

    /// For a text that compares or calls: a condition, which says nothing of when it is asked.
    func help(forCondition text: String) -> String? {
        let words = text.split { !($0.isLetter || $0.isNumber || "_-.".contains($0)) }.map(TriggerHelp.bare)
        let compares = text.contains { "=<>()!&".contains($0) }
        let facts = words.filter(names.facts.contains)
        guard compares || (words.count > 1 && !facts.isEmpty) else { return nil }
        if words.first?.hasSuffix("elapsed") == true, let last = words.last {
            if let time = MeasureExample.time(last) { return MeasureExample.wait(time) }
            if names.settings.contains(last) { return MeasureExample.wait(last) }
        }
        if isEnd { return facts.isEmpty ? nil : ending(written(text, words)) }
        if words.count == 2, words[0] == "fact.recorded", let fact = facts.first { return self.fact(fact) }
        if !isEnd, words.count == 3 || (words.count == 2 && compares), let fact = facts.first, words[0] == fact,
            words.count == 2 || ["becomes", "is", "turns", "equals"].contains(words[1]), !names.truths.contains(fact)
        {
            let value = words[words.count - 1]
            let shown = wholeNumber(value) == nil ? "\"\(value)\"" : value
            return
                "write `fact.recorded`, and beside it `if: 'event.name == \"\(fact)\" && fact(\"\(fact)\") == \(shown)'`"
        }
        if words.count <= 3, let measure = words.first, names.measures.contains(measure) {
            return "write `{measure: \(measure), reaches: \(words.count > 1 ? words[words.count - 1] : "3")}`"
        }
        if words.count == 2, words[0] == "status", names.statuses.contains(words[1]) {
            return "write `{status: \(words[1]), becomes: active}`"
        }
        // One fact: only when that one is recorded, and not at every other one.
        let asked = Set(facts).count == 1 ? "event.name == \"\(facts[0])\" && " : ""
        let shown = written(text, words).map { asked + $0 } ?? "…"
        return "this is a condition: write it as `if: '\(shown)'`, and here the event at which it is asked, such as "
            + "`\(facts.isEmpty ? "contact.started" : "fact.recorded")`"
    }

    /// What ends a norm when a condition comes to hold.
    private func ending(_ condition: String?) -> String {
        "what holds is asked in the act, all the while: `unless: '\(condition ?? "…")'` in place of `until`"
    }

    /// A condition as it can be shown in single quotation marks, its fact as a call; nil where it cannot.
    private func written(_ text: String, _ words: [String]) -> String? {
        var condition = text
        for prefix in ["", "fact.", "facts."] {
            guard let name = words.first, names.facts.contains(name), text.hasPrefix(prefix + name) else { continue }
            condition = "fact(\"\(name)\")" + text.dropFirst(prefix.count + name.count)
        }
        return condition.count > 60 || condition.contains { "'`\n".contains($0) } ? nil : condition
    }

    /// A word without what stands before a fact's name: `fact.resolved`.
    private static func bare(_ word: Substring) -> String {
        for prefix in ["fact.", "facts."] where word.hasPrefix(prefix) && word != "fact.recorded" {
            return String(word.dropFirst(prefix.count))
        }
        return String(word)
    }
}
