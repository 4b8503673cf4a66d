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
        if let help = timeHelp(word) ?? textCallHelp(word) { return help }
        if let argument, !names.observable.contains(argument), !ConditionHelp.deeds.contains(word),
            let help = before(argument, word) ?? declaredHelp(argument, of: owner ?? "")
        {
            return help
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
        let name = argument.map { "\($0)_count" }
        if owner == "agent" { return examples.ofAgent(name, of: kind, comparison) }
        if word == "conduct" || owner == "contact", let kind, owner != "customer" {
            return "write `contact.conduct(\"\(kind)\")\(comparison == nil ? " > 0" : "")` for the contact so far"
        }
        return examples.count(name, of: kind, per: "customer", comparison)
    }

    /// What the word, and what it is called with, is compared with by the author, as `> 1`; nil where it is not.
    var comparison: Comparison? {
        let bytes = Array(text.utf8)
        guard problem.range.lowerBound >= 0, problem.range.upperBound <= bytes.count else { return nil }
        let after = String(decoding: bytes[problem.range.upperBound...], as: UTF8.self)
        if let found = after.prefixMatch(of: /\s*(?:\([^()]*\))?\s*(>=|<=|==|!=|>|<)\s*(\d{1,9})\b/) {
            return Comparison(String(found.output.1), String(found.output.2))
        }
        let before = String(decoding: bytes[..<problem.range.lowerBound].suffix(80), as: UTF8.self)
        guard let found = before.firstMatch(of: /\b(\d{1,9})\s*(>=|<=|==|!=|>|<)\s*[a-z_.]*$/) else { return nil }
        let turned = [">=": "<=", "<=": ">=", ">": "<", "<": ">"]
        let sign = String(found.output.2)
        return Comparison(turned[sign] ?? sign, String(found.output.1))
    }

    private static let deeds: Set = [
        "done", "actions", "was_done", "wasDone", "is_done", "isDone", "has_done", "did", "fulfilled", "was_fulfilled",
        "action", "duty", "happened", "event",
    ]
    private static let counts: Set = ["count", "conduct", "times", "number", "incidents", "total", "sum"]
}
