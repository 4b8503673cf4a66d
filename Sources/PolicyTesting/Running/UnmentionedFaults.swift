import PolicyEngine
import PolicyLanguage
import SourceText

/// Conditions of a step that could not be evaluated and that no expectation speaks of: such a condition counts as false,
/// and a test may pass for that alone.
struct UnmentionedFaults {
    /// Faults that are no condition's: the event is at fault, or the engine's limits.
    private static let others: Set<String> = ["fact-role", "fact-type", "not-evaluated", "norm-limit", "step-limit"]
    let record: StepRecord
    let step: TestStep

    /// A warning for each rule at most, at the event.
    var findings: [Diagnostic] {
        var told: Set<String> = []
        return record.outcomes.flatMap { outcome in
            outcome.faults.compactMap { fault in
                guard !Self.others.contains(fault.code), !isMentioned(fault), told.insert(fault.rule).inserted else {
                    return nil
                }
                return finding(fault, outcome)
            }
        }
    }

    private func isMentioned(_ fault: Outcome.Fault) -> Bool {
        step.expectations.contains {
            switch $0.claim {
            case .fault(fault.code), .noFaults: true
            default: false
            }
        }
    }

    private func finding(_ fault: Outcome.Fault, _ outcome: Outcome) -> Diagnostic {
        let look = outcome.trace.looks.lazy.compactMap { look -> ConditionLook? in
            guard case .condition(let look) = look, look.site == fault.rule, case .failed = look.result else {
                return nil
            }
            return look
        }.first
        let place = look.map { "the `\($0.role.rawValue)` of \(fault.rule)" } ?? "a condition of \(fault.rule)"
        let guarded =
            look.flatMap { Self.unguarded(in: $0.text, fault) }.map { "write `has(\($0)) && …` in it, or " } ?? ""
        return Diagnostic(
            code: "unmentioned-fault", severity: .warning, span: step.type.span,
            message: "at step \(step.number) \(place) could not be evaluated and counts as false: \(fault.message) "
                + "(`\(fault.code)`)",
            help:
                "\(guarded)\(fault.code == "unknown-fact" ? Self.recorded : "")expect `faults: [\(fault.code)]` if that is meant"
        )
    }

    private static let recorded =
        "record it first; a fact about a contact is known in that contact alone, and one that is to be known in every contact is "
        + "declared `about: customer`; or "

    /// What a condition reads without asking whether it is there: `event.fields.tag`, of a fault about the key `tag`.
    private static func unguarded(in text: String, _ fault: Outcome.Fault) -> String? {
        let code = Array(text)
        func isName(_ one: Character) -> Bool { one.isLetter || one.isNumber || one == "_" || one == "." }
        var paths: [String] = []
        var index = 0
        while index < code.count {
            guard isName(code[index]) else {
                index += 1
                continue
            }
            let end = code[index...].firstIndex { !isName($0) } ?? code.count
            paths.append(String(code[index..<end]))
            index = end
        }
        return paths.first { path in
            let key = path.split(separator: ".").last.map(String.init) ?? ""
            return path.contains(".") && fault.code == "no-such-key"
                && fault.message.filter { $0 != "`" && $0 != "\"" }.hasSuffix(" key \(key)")
        }
    }
}
