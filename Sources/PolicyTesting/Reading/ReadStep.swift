import PolicyLanguage
import SourceText
import YAMLTree

/// `steps:`, one event each.
extension TestReader {
    mutating func step(_ node: YAMLNode, number: Int) -> TestStep? {
        guard let entries = node.entries else { return nil }
        let head = entries.first?.key.span ?? node.span
        let time = time(of: entries, isFirst: number == 1)
        let event = event(of: entries, head)
        let expectations = entries["expect"].map { self.expectations($0) } ?? []
        guard let event else { return nil }
        return TestStep(
            number: number, type: event.key, data: event.value, entries: entries, time: time ?? latest ?? start,
            id: entries["id"]?.word, contact: entries["contact"]?.word, customer: entries["customer"]?.word,
            agent: entries["agent"]?.word, channel: entries["channel"]?.word, expectations: expectations)
    }

    /// The moment of a step. A date in the first step is the test's start.
    private mutating func time(of entries: [YAMLEntry], isFirst: Bool) -> Int64? {
        guard let text = entries["at"]?.word, let moment = moment(text.value) else { return nil }
        if isFirst, usesDates { start = moment }
        if let latest, moment < latest {
            let clock = TestClock(start: start, usesDates: usesDates)
            note(
                "goes-back", text.span, "\(quoted(text.value)) is before the step above it (`\(clock.text(latest))`)",
                "write the steps in the order of their times")
            return nil
        }
        latest = moment
        return moment
    }

    /// The one event of a step: a built-in type, else a word with a dot, else the only word that is no key of a step;
    /// whether the policy declares it is seen later.
    private mutating func event(of entries: [YAMLEntry], _ head: SourceSpan) -> YAMLEntry? {
        let builtIn = BuiltInEvent.allCases.map(\.rawValue)
        let others = entries.filter { !TestBlock.step.keyNames.contains($0.key.value) }
        var events = others.filter { builtIn.contains($0.key.value) }
        if events.isEmpty, let declared = others.first(where: { $0.key.value.contains(".") }) { events = [declared] }
        if events.isEmpty, others.count == 1 { events = others }
        let strays = others.filter { entry in !events.contains { $0.key.span == entry.key.span } }
        let typed =
            strays.first { ["event", "type", "kind", "what"].contains($0.key.value) }
            ?? (events.isEmpty && strays.count { $0.value.isEmptyPlain } == 1
                ? strays.first { $0.value.isEmptyPlain } : nil)
        // One word says it all where the event stands under another key.
        for entry in events.isEmpty ? typed.map({ [$0] }) ?? strays : strays {
            let meant = StrayStepKey(entry: entry, step: entries, before: (latest ?? start) - start).help
            unknown(entry, TestBlock.step.keyNames + (events.isEmpty ? builtIn : []), in: "a step", meant)
        }
        if events.isEmpty, others.isEmpty {
            note(
                "missing-key", head, "this step has no event",
                "add one, for example `conduct.observed: {conduct: insult}`, or `time.passed: {}` to let time pass")
        }
        if events.count > 1 {
            note(
                "several-events", events[1].key.span,
                "this step has two events, \(quoted(events[0].key.value)) and \(quoted(events[1].key.value))",
                "give each event a step of its own; steps may have the same time")
        }
        return events.first
    }
}
