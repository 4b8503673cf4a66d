import PolicyEngine
import PolicyLanguage
import SourceText

/// Deeds of a step that the policy objects to and no expectation speaks of: most often the test meant another deed.
struct UnmentionedVerdicts {
    private static let objections: Set<Judgement> = [.forbidden, .wrongRole, .incomplete, .premature]
    let record: StepRecord
    let event: Event
    let names: PolicyNames
    let step: StepText

    /// A warning for each action at most, at the event.
    var findings: [Diagnostic] {
        var told: Set<String> = []
        return record.verdicts.compactMap { verdict in
            guard Self.objections.contains(verdict.verdict), !isMentioned(verdict.action), !isGood(verdict.action),
                told.insert(verdict.action).inserted
            else { return nil }
            return finding(verdict)
        }
    }

    /// Of two lanes that judge one deed, one may have nothing against it.
    private func isGood(_ action: String) -> Bool {
        record.verdicts.contains {
            $0.action == action && [.fulfilled, .late, .permitted, .excused].contains($0.verdict)
        }
    }

    private func isMentioned(_ action: String) -> Bool {
        step.step.expectations.contains {
            switch $0.claim {
            case .verdict(action, _), .closed(action, _), .nothingJudged: true
            default: false
            }
        }
    }

    private func finding(_ verdict: Outcome.Verdict) -> Diagnostic {
        let doer = event.text("by").map { " by \(quoted($0))" } ?? ""
        let word = verdict.verdict.rawValue
        return Diagnostic(
            code: "unmentioned-verdict", severity: .warning, span: step.step.type.span,
            message: "\(quoted(verdict.action))\(doer) was judged `\(word)`, and no expectation says so",
            help: "expect `verdict: {\(verdict.action): \(word)}` if that is meant" + instead(verdict))
    }

    /// What to write where another deed was meant.
    private func instead(_ verdict: Outcome.Verdict) -> String {
        switch verdict.verdict {
        case .wrongRole:
            let roles = verdict.norm.flatMap { record.issued[$0]?.by } ?? names.doers[verdict.action] ?? []
            return roles.isEmpty ? "" : ", or write " + roles.map { written([("by", $0)]) }.joined(separator: " or ")
        case .incomplete:
            let lacks = step.lacks(verdict, record).map { key, words in
                key == "must_say"
                    ? ("said", "[\(words.joined(separator: ", "))]")
                    : ("fields", "{\(words.map { "\($0): …" }.joined(separator: ", "))}")
            }
            return lacks.isEmpty ? "" : ", or write " + written(lacks, as: verdict.action)
        case .premature: return ", or do first what has to come first" + first(verdict)
        default: return ", or let something allow it first"
        }
    }

    /// What the ladder has asked for and nobody has done, or what the act itself waits for.
    private func first(_ verdict: Outcome.Verdict) -> String {
        if let after = verdict.norm.flatMap({ record.issued[$0]?.arguments.first { $0.name == "after" }?.value }),
            case .text(let action) = after
        {
            return ": \(quoted(action))"
        }
        guard let ladder = verdict.rule?.split(separator: ".").dropFirst().first,
            verdict.rule?.hasPrefix("ladders.") == true
        else {
            return ""
        }
        var owed: [String] = []
        for norm in record.standing
        where norm.rule.hasPrefix("ladders.\(ladder).") && !norm.rule.contains(".if_missed") && norm.modality.isDuty {
            if !owed.contains(norm.action) { owed.append(norm.action) }
        }
        return owed.isEmpty
            ? "; a ladder climbs when all that its last step asks for was done"
            : ": \(owed.map(quoted).joined(separator: ", ")), for a ladder climbs when all that its last step asks for was done"
    }

    /// The step's event with more in it. What was said is carried by `action.done` alone.
    private func written(_ more: [(String, String)], as action: String? = nil) -> String {
        let data = step.step.data
        var type = step.step.type.value
        var entries = data.entries?.map { ($0.key.value, FlowNode.text($0.value)) } ?? []
        if let word = data.word?.value, type == BuiltInEvent.actionDone.rawValue { entries = [("action", word)] }
        if let action, type != BuiltInEvent.actionDone.rawValue, more.contains(where: { $0.0 == "said" }) {
            type = BuiltInEvent.actionDone.rawValue
            entries = [("action", action)] + entries.filter { ["by", "status", "to", "fields"].contains($0.0) }
        }
        for (key, value) in more {
            // Some of what has to be said, or carried, may be there already.
            guard let index = entries.firstIndex(where: { $0.0 == key }), key != "by", entries[index].1.count > 2 else {
                entries.removeAll { $0.0 == key }
                entries.append((key, value))
                continue
            }
            entries[index].1 = "\(entries[index].1.dropLast()), \(value.dropFirst())"
        }
        return "`\(type): \(FlowText.map(entries))`"
    }
}
