/// What a condition that mattered says, for the end of a sentence: "`protected` is not active".
///
/// Only what a team leader would name is put into words; the rest stands among the checks.
struct ConditionWords {
    /// The clauses of the decisive parts of conditions that let a rule through, or (`passed` false) held it back.
    static func clauses(_ checks: [Check], passed: Bool) -> [String] {
        var found: [String] = []
        for check in checks where check.isWanted == passed {
            for leaf in leaves(check, truth: check.result == .holds) {
                if let clause = clause(leaf), !found.contains(clause) { found.append(clause) }
            }
        }
        return found
    }

    /// The parts without parts that made the whole come out as it did.
    private static func leaves(_ check: Check, truth: Bool) -> [Check] {
        if check.parts.isEmpty { return [check] }
        if check.parts.count == 1 { return leaves(check.parts[0], truth: !truth) }
        return check.parts.filter { ($0.result == .holds) == truth }.flatMap { leaves($0, truth: truth) }
    }

    static func clause(_ check: Check) -> String? {
        guard let read = check.reads.first, check.reads.count == 1 else { return nil }
        let holds = check.result == .holds
        if let name = argument(of: "status", in: check.text) {
            return "the status `\(name)` \(holds ? "is" : "is not") active"
        }
        if let name = argument(of: "fact", in: check.text) {
            return holds ? "`\(name)` is recorded" : "`\(name)` is not recorded"
        }
        if read.isHidden { return nil }
        guard let value = read.value else { return "`\(read.name)` is not known" }
        switch read.name {
        // What set the rule off says these already.
        case "event.name", "event.action", "event.conduct", "event.mode": return nil
        case "event.confidence" where value == "1.0": return nil
        case "event.reason": return "the reason is \(unquoted(value))"
        case "event.directed_at":
            return value == "\"agent\"" ? "it was aimed at the agent" : "it was aimed at \(unquoted(value))"
        case "event.source": return "it was noticed by \(unquoted(value))"
        case "contact.elapsed": return "it was \(value) after the beginning"
        case "contact.channel": return "the channel is \(unquoted(value))"
        case let name where name.hasPrefix("event.") || name.hasPrefix("contact."):
            return "`\(name)` is \(unquoted(value))"
        default: return "`\(read.name)` is \(unquoted(value))"
        }
    }

    /// `x` of `status("x")`, where the whole text is that.
    private static func argument(of function: String, in text: String) -> String? {
        for mark in ["\"", "'"] {
            let (head, tail) = ("\(function)(\(mark)", "\(mark))")
            if text.hasPrefix(head), text.hasSuffix(tail) {
                let name = text.dropFirst(head.count).dropLast(tail.count)
                return name.contains(mark) ? nil : String(name)
            }
        }
        return nil
    }

    private static func unquoted(_ value: String) -> String {
        value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
            ? "`\(value.dropFirst().dropLast())`" : value
    }
}
