import PolicyEngine
import PolicyLanguage
import YAMLTree

/// One step and what it did, a line each.
struct StepText {
    let clock: TestClock
    let step: TestStep
    let names: PolicyNames
    private static let most = 20

    /// The first line names the step; at most twenty more follow.
    func lines(of record: StepRecord, _ repeated: [Repetition] = []) -> [String] {
        let head = "step \(step.number) at \(clock.text(step.time)), \(event)"
        let done = record.outcomes.flatMap { lines($0, record) } + repeated.map(line)
        if done.isEmpty {
            switch record.reception {
            case .accepted: return ["\(head): nothing"]
            case .duplicate: return ["\(head): a duplicate"]
            case .refused(let refusal): return ["\(head): refused as `\(refusal.code.rawValue)`"]
            }
        }
        let rest = done.count - Self.most
        let shown = done.prefix(Self.most) + (rest > 0 ? ["and \(rest) more"] : [])
        return ["\(head):"] + shown.map { "  \($0)" }
    }

    /// `conduct.observed {conduct: insult}`, as written but for its layout.
    private var event: String {
        let data = step.data.isEmptyPlain ? "" : step.data.flow(most: 60)
        return data.isEmpty || data == "{}" ? step.type.value : "\(step.type.value) \(data)"
    }

    private func lines(_ outcome: Outcome, _ record: StepRecord) -> [String] {
        var lines = outcome.verdicts.map { verdict in
            "judged \(verdict.action): \(verdict.verdict.rawValue)" + (verdict.rule.map { " by \($0)" } ?? "")
                + (verdict.verdict == .incomplete ? lack(verdict, record) : "")
        }
        lines += EffectText(clock: clock).lines(outcome)
        if outcome.time == step.time { return lines }
        return lines.map { "at \(clock.text(outcome.time)) \($0)" }
    }

    private func lack(_ verdict: Outcome.Verdict, _ record: StepRecord) -> String {
        let parts = lacks(verdict, record).map { "`\($0.key)` wants \($0.words.joined(separator: ", ")) too" }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }

    /// What an incomplete deed had to say or to carry and did not, by the key that asks for it.
    func lacks(_ verdict: Outcome.Verdict, _ record: StepRecord) -> [(key: String, words: [String])] {
        let asked = verdict.norm.flatMap { record.issued[$0]?.arguments } ?? []
        let demands = names.demands[verdict.action]
        let said = step.data.entries?["said"]?.words.map(\.value) ?? []
        let fields = step.data.entries?["fields"]?.entries?.map(\.key.value) ?? []
        let status =
            verdict.action == "decide" ? step.data.entries?["status"]?.word?.value ?? step.data.word?.value : nil
        let grounds = status.flatMap { names.statusFields[$0] } ?? []
        let keys = [("must_say", demands?.said ?? [], said), ("fields", (demands?.fields ?? []) + grounds, fields)]
        return keys.compactMap { key, declared, given in
            let wanted = declared + asked.list(key).filter { !declared.contains($0) }
            let left = wanted.filter { !given.contains($0) }
            return left.isEmpty ? nil : (key, left)
        }
    }

    private func line(_ repetition: Repetition) -> String {
        let line = repetition.line(clock)
        return repetition.time == step.time ? line : "at \(clock.text(repetition.time)) \(line)"
    }
}

extension [Outcome.Argument] {
    /// The words of an argument that is a list.
    func list(_ name: String) -> [String] {
        if case .list(let words)? = first(where: { $0.name == name })?.value { words } else { [] }
    }
}

extension YAMLNode {
    /// The node on one line, cut after so many characters.
    fileprivate func flow(most: Int) -> String {
        let text = flow
        return text.count > most ? "\(text.prefix(most))…" : text
    }

    private var flow: String {
        switch content {
        case .scalar(let scalar): scalar.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .sequence(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
        case .mapping(let entries): "{\(entries.map { "\($0.key.value): \($0.value.flow)" }.joined(separator: ", "))}"
        }
    }
}
