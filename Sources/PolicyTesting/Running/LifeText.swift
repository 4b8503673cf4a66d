import PolicyEngine
import PolicyLanguage

/// The life of a test's case so far: its steps with what each did, and the norms that stand now.
struct LifeText {
    private let clock: TestClock
    private let names: PolicyNames
    /// Lines of each step not told yet.
    private var steps: [[String]] = []
    private var isContinued = false
    /// Earlier steps are left out beyond so many.
    private static let most = 12

    init(clock: TestClock, _ names: PolicyNames) {
        self.clock = clock
        self.names = names
    }

    mutating func note(_ step: TestStep, _ record: StepRecord, _ repeated: [Repetition]) {
        steps.append(StepText(clock: clock, step: step, names: names).lines(of: record, repeated))
    }

    /// What something that is given set off, if anything.
    mutating func note(_ assumption: Assumption, _ outcomes: [Outcome]) {
        let done = outcomes.flatMap { EffectText(clock: clock).lines($0) }
        guard !done.isEmpty else { return }
        let given =
            switch assumption {
            case .fact(let name, let value): "fact \(name) = \(value)"
            case .status(let name): "status \(name)"
            case .count(let name, let number): "count \(name) = \(number)"
            }
        steps.append(["given: \(given):"] + done.map { "  \($0)" })
    }

    /// What happened since the last failing step, this one included, and what stands after it.
    mutating func tell(_ record: StepRecord) -> [String] {
        let left = steps.count - Self.most
        var lines = [isContinued ? "since then:" : "the case so far:"]
        if left > 0 { lines.append("  (\(left) earlier steps)") }
        lines += steps.suffix(Self.most).joined().map { "  \($0)" }
        lines += standing(record)
        steps = []
        isContinued = true
        return lines
    }

    private func standing(_ record: StepRecord) -> [String] {
        if record.standing.isEmpty { return ["nothing stands now"] }
        let text = NormText(clock: clock)
        return ["standing now:"]
            + record.standing.map { "  \(text.text($0, record.issued[$0.norm])) from \($0.rule)" }
    }
}
