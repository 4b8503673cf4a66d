import SourceText

/// Clocks of which a condition asks whether they are short: before its first event a clock is at 0, and so it is.
struct UnstartedClocks {
    static func find(in view: PolicyView) -> [Diagnostic] { view.conditions.compactMap { finding($0, view) } }

    private static func finding(_ condition: Condition, _ view: PolicyView) -> Diagnostic? {
        guard let typed = view.typed(condition) else { return nil }
        let reads = view.reads(condition)
        for part in typed.subconditions where !part.hasParts {
            guard let comparison = ConstantComparison(Requirement(part.text, holds: true).text, holds: true),
                comparison.sign.hasPrefix("<"), let clock = view.measures[comparison.subject], clock.kind == .elapsed,
                let event = clock.of.first, !(clock.per == .contact && event.isEvent(.contactStarted)),
                !isKnownToRun(clock, reads, view)
            else { continue }
            let said = comparison.value.split(separator: "\"").dropFirst().first.map(String.init) ?? "15m"
            let hours = said.hasSuffix("h") ? Int(said.dropLast()) : nil
            let time = hours.flatMap { $0.isMultiple(of: 24) ? "\($0 / 24)d" : nil } ?? said
            let name = "\(clock.name.value)_lately"
            return .warning(
                "unstarted-clock", condition.text.span,
                "\(quoted(clock.name.value)) is 0 before its first event, and so \(quoted(part.text)) holds from the beginning",
                "count what came of late: `measures: {\(name): {count: \(event.written), per: \(clock.per.rawValue), "
                    + "in_last: \(time)}}` and `\(name) > 0`")
        }
        return nil
    }

    /// Whether the condition asks for something else that comes with the clock's event, or that it has run at all.
    private static func isKnownToRun(_ clock: Measure, _ reads: Set<String>, _ view: PolicyView) -> Bool {
        view.policy.measures.contains { other in
            other.kind == .count && reads.contains(other.name.value)
                && other.of.contains { one in clock.of.contains { $0.written == one.written } }
        }
    }
}

extension Trigger {
    /// An event or a class of conduct as it is written; other triggers stand in no measure.
    var written: String {
        switch kind {
        case .event(let name): name.value
        case .conduct(let name): "conduct.\(name.value)"
        default: "…"
        }
    }
}
