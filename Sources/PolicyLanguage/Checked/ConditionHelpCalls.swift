import CEL
import SourceText

/// Functions that conditions do not have: what was done, and how often something came, are measures here.
extension ConditionHelp {
    /// `done("warn")`, `count("abuse")`: what is a measure here.
    var calledHelp: String? {
        guard let word else { return nil }
        if ["fact", "status", "ladder"].contains(word), let argument {
            return "did you mean `\(word)(\"\(argument)\")`?"
        }
        if ConditionHelp.deeds.contains(word) {
            let named = argument.flatMap { nearest($0, in: names.actions.all) }
            return examples.deed(named ?? owner.flatMap { examples.action(spokenAs: $0) } ?? "warn")
        }
        guard ConditionHelp.counts.contains(word) else { return nil }
        if let argument, names.roles.contains(argument) || names.roles.contains(String(argument.dropLast())) {
            let fact = "several_\(argument)\(argument.hasSuffix("s") ? "" : "s")"
            return
                "only events are counted; what somebody sees and records is a fact: "
                + "\(ConditionHelp.declared(fact, "bool"))"
        }
        let kind = argument.flatMap { names.observable.contains($0) ? $0 : nil }
        if word == "conduct" || owner == "contact", let kind, owner != "customer" {
            return "write `contact.conduct(\"\(kind)\")\(isCompared ? "" : " > 0")` for the contact so far"
        }
        return examples.count(argument.map { "\($0)_count" }, of: kind, per: "customer")
    }

    /// Whether something is compared after the word and what it is called with.
    private var isCompared: Bool {
        let after = text.utf8.dropFirst(problem.range.upperBound).drop { $0 != UInt8(ascii: ")") }.dropFirst()
        return after.first { $0 != UInt8(ascii: " ") }.map("<>=!".utf8.contains) ?? false
    }

    private static let deeds: Set = [
        "done", "actions", "was_done", "wasDone", "is_done", "isDone", "has_done", "did", "fulfilled", "was_fulfilled",
        "action", "duty", "happened", "event",
    ]
    private static let counts: Set = ["count", "conduct", "times", "number", "incidents", "total", "sum"]
}
