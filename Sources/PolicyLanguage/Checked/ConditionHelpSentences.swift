import CEL
import SourceText

/// Conditions in plain words, and conduct where something is asked that is on and off.
extension ConditionHelp {
    // MARK: Sentences

    var sentence: CELProblem? {
        let isMended = ["did you mean", "write", "a length"].contains { problem.help?.hasPrefix($0) ?? false }
        guard !isMended, ConditionHelp.isProse(text) else { return nil }
        if let status = statusSentence {
            return CELProblem(problem.code, problem.message, help: status, at: problem.range)
        }
        if let counted = lately {
            return CELProblem(
                problem.code, "a condition is not a sentence: \(problem.message)", help: counted, at: problem.range)
        }
        return CELProblem(
            problem.code, "a condition is not a sentence: \(problem.message)",
            help: "compare something, as in `event.source == \"agent\"`, `ladder(\"abuse\") > 1` or "
                + "`contact.elapsed > duration(\"5m\")`, or ask for a status: `status(\"protected\")`\(knownOnly)",
            at: problem.range)
    }

    /// `letter sent within 12 months`: how often something came of late.
    private var lately: String? {
        let found = text.firstMatch(
            of: /^\s*([A-Za-z][A-Za-z0-9_ -]*?)\s+(?:within|in)\s+(?:the\s+)?(?:(?:last|past)\s+)?(.+?)\s*$/)
        guard let found, let time = MeasureExample.time(String(found.output.2)) else { return nil }
        let words = Spoken.words(of: found.output.1.lowercased()).filter {
            !["the", "a", "an", "was", "were", "has"].contains($0)
        }
        let name = words.joined(separator: "_")
        guard Name.isVariable(name), name.utf8.count <= 30 else { return nil }
        return "how often something came of late is counted: `measures: {\(name): {\(counted(words)), per: customer, "
            + "in_last: \(time)}}`, and `\(name) > 0`"
    }

    /// What words speak of, as a measure counts it.
    private func counted(_ words: [String]) -> String {
        if let kind = words.first(where: names.observable.contains) { return "count: conduct.\(kind)" }
        let action = words.lazy.compactMap(examples.action).first ?? Spoken.action(in: words)
        switch action {
        case "notice": return "count: status.notified"
        case "decide": return "count: status.decided, if: 'event.decision == \"imposed\"'"
        case "end_contact": return "count: contact.ended, if: 'event.by == \"agent\"'"
        case let action?: return "count: action.done, if: 'event.action == \"\(action)\"'"
        default: return "count: \(Spoken.event(in: words) ?? "contact.ended")"
        }
    }

    /// What only somebody in the contact can know.
    private var knownOnly: String {
        if text.firstMatch(of: /(?i)\bnew (issue|matter|problem|request|topic|concern)/) != nil {
            return "; whether it is about something new is `contact.new_matter`"
        }
        let name = text.lowercased().split(separator: " ").joined(separator: "_")
        if names.facts.contains(name) { return "; here it is `fact(\"\(name)\")`" }
        guard Name.isID(name), name.utf8.count <= 30 else { return "" }
        return "; what somebody sees and records is a fact: \(ConditionHelp.declared(name, "bool"))"
    }

    /// A field that there is not: besides the fields, a fact by that name.
    func foundOut(_ name: String) -> String? {
        guard let fields = problem.help, fields.hasPrefix("its fields"), Name.isVariable(name), name.utf8.count <= 30
        else { return nil }
        let conduct = owner == "event" ? ", or a class of conduct of your own" : ""
        return "\(fields); what somebody finds out is a fact: \(ConditionHelp.declared(name, comparedType))\(conduct)"
    }

    /// The type of what the word is compared with.
    private var comparedType: String {
        let after = text.utf8.dropFirst(problem.range.upperBound).drop { " =!<>".utf8.contains($0) }
        switch after.first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return "text"
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return "int"
        default: return "bool"
        }
    }

    /// A fact with its declaration and how it is read.
    static func declared(_ fact: String, _ type: String) -> String {
        "`facts: {\(fact): {type: \(type)}}` and `fact(\"\(fact)\")`"
    }

    /// Whether a text reads as a sentence: words and nothing that compares or calls.
    static func isProse(_ text: String) -> Bool {
        text.split(separator: " ").count > 1 && !text.contains { "=<>()[]\"!&|".contains($0) }
    }

    // MARK: Conduct

    /// What to type for conduct in a condition that is asked all the while.
    static func switched(_ kind: String, _ names: DeclaredNames, _ site: ConditionSite) -> String? {
        guard ["runs_while", "suspended_while"].contains(site.key), names.observable.contains(kind) else { return nil }
        let name = names.facts.contains(kind) ? "fact(\"\(kind)\")" : "fact(\"\(kind)_goes_on\")"
        let declared = names.facts.contains(kind) ? "" : "declare `facts: {\(kind)_goes_on: {type: bool}}` and "
        return "conduct is seen and over, and only a fact or a status is on and off: \(declared)write `\(name)`"
    }
}
