import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// A test file held against its policy: names known, events read, ready to run.
struct TestPlan {
    /// A step with its event, or why the event would be refused.
    struct Step {
        var step: TestStep
        var who: Participants
        var event: Result<Event, EventRefusal>
    }

    struct Test {
        var test: PolicyTest
        var given: [GivenAssumption]
        var steps: [Step]
    }

    private(set) var tests: [Test] = []
    private(set) var findings: [Diagnostic] = []
    let names: PolicyNames
    private let policy: Policy
    private let reader: EventReader

    /// Linear in the file.
    init(_ file: TestFile, _ policy: Policy) {
        self.policy = policy
        names = PolicyNames(policy)
        reader = EventReader(declared: policy.events)
        for test in file.tests {
            let given = assumptions(test)
            var steps: [Step] = []
            for step in test.steps {
                checkNames(step)
                if let event = event(step, in: test) {
                    steps.append(Step(step: step, who: Participants(step, in: test), event: event))
                }
            }
            tests.append(Test(test: test, given: given, steps: steps))
        }
    }

    mutating func note(
        _ code: String, _ span: SourceSpan, _ message: String, _ help: String?, severity: Severity = .error
    ) {
        findings.append(Diagnostic(code: code, severity: severity, span: span, message: message, help: help))
    }

    // MARK: Events

    /// The event as the log's own reader reads it; nil where the step cannot be read.
    private mutating func event(_ step: TestStep, in test: PolicyTest) -> Result<Event, EventRefusal>? {
        guard let known = names.fields(of: step.type.value) else {
            note(
                "unknown-name", step.type.span, "no event has the type \(quoted(step.type.value))",
                meant(step.type.value, step.data)
                    ?? StrayStepKey(
                        entry: YAMLEntry(key: step.type, value: step.data), step: step.entries,
                        before: step.time - test.start
                    ).help ?? nearest(step.type.value, in: names.eventTypes + TestBlock.step.keyNames).map {
                        "did you mean \(quoted($0))?"
                    } ?? others(step.type.value))
            return nil
        }
        guard var fields = fields(of: step, known) else { return nil }
        if step.type.value == BuiltInEvent.factRecorded.rawValue { typeFact(&fields, step) }
        let line = EventLine(step, in: test, names, fields: fields)
        do throws(EventRefusal) {
            return .success(try reader.read(line.json.bytes))
        } catch {
            if !step.expectsRefusal {
                let place = fields.first { error.message.contains("`data.\($0.0.name)`") }?.1.span
                note(
                    "event-refused", place ?? step.type.span, "this event would be refused: \(error.message)",
                    "\(mending(error, step, fields)) or say that this is meant: "
                        + "`expect: {refused: \(error.code.rawValue)}`")
            }
            return .failure(error)
        }
    }

    private func mending(
        _ refusal: EventRefusal, _ step: TestStep, _ fields: [(PolicyNames.Field, YAMLNode)]
    ) -> String {
        if refusal.code != .missingField {
            let stray = StrayField(type: step.type.value, known: [], names: names)
            return stray.mending(refusal, fields).map { "\($0)," } ?? "mend it,"
        }
        return "write \(CompletedEvent(step.type.value, fields.map { ($0.0.name, $0.1) }, policy).text),"
    }

    /// Where a key belongs that stands in an event's data and is said of the step.
    private func beside(_ key: String) -> String? {
        guard ["channel", "contact", "customer", "agent"].contains(key) else { return nil }
        return "\(quoted(key)) is said of the whole test under `given`, or of this step beside `at`"
    }

    /// How a name of the policy's is written that stands in the place of an event type.
    private func meant(_ type: String, _ data: YAMLNode) -> String? {
        if type == "conduct" { return "write `conduct.observed: \(FlowNode.text(data))`" }
        if let other = underItsKind(type, data) { return other }
        let name = type.hasPrefix("conduct.") ? String(type.dropFirst("conduct.".count)) : type
        if names.conduct.contains(name) { return "write `conduct.observed: \(name)`" }
        if let member = names.groups[name]?.first {
            return "\(quoted(name)) is a group of conduct: write `conduct.observed: \(member)`"
        }
        if names.actions.contains(type) { return "write `action.done: \(type)`" }
        if names.facts[type] != nil { return "write `fact.recorded: {name: \(type), value: …}`" }
        if type.hasPrefix("status."), let status = data.word?.value, names.statuses[status] != nil {
            let isOver = ["lifted", "removed", "revoked", "reversed"].contains(type.dropFirst(7))
            return
                "write `status.decided: {status: \(status), decision: \(isOver ? "reversed" : "imposed"), by: manager}`"
        }
        if names.statuses[type] != nil {
            return "write `status.decided: {status: \(type), decision: imposed, by: manager}`"
        }
        return nil
    }

    /// `fact: known`, `status: restricted`: something of the policy under the name of its kind.
    private func underItsKind(_ type: String, _ data: YAMLNode) -> String? {
        guard let word = data.word?.value ?? data.entries?.first?.key.value else { return nil }
        let value = data.entries?.first.map { FlowNode.text($0.value) } ?? "true"
        switch type {
        case "fact", "facts", "record", "recorded", "known", "fact.known", "fact.set":
            return names.facts[word] == nil ? nil : "write `fact.recorded: {name: \(word), value: \(value)}`"
        case "status", "statuses", "impose", "begin", "decide", "decision":
            return names.statuses[word] == nil
                ? nil : "write `status.decided: {status: \(word), decision: imposed, by: manager}`"
        case "action", "act", "do", "done", "deed", "does":
            return names.actions.contains(word) ? "write `action.done: \(word)`" : nil
        default: return nil
        }
    }

    private func others(_ type: String) -> String {
        if type.contains(".") { return "event types: \(listed(names.eventTypes))" }
        let name = quoted(type).dropFirst().dropLast()
        return "write `conduct.observed: \(name)` for conduct, `action.done: \(name)` for a deed"
    }

    /// A fact's value is written by the type that the policy declares for it.
    private mutating func typeFact(_ fields: inout [(PolicyNames.Field, YAMLNode)], _ step: TestStep) {
        guard let name = fields.first(where: { $0.0.name == "name" })?.1.scalar?.text, let fact = names.facts[name],
            let place = fields.firstIndex(where: { $0.0.name == "value" })
        else { return }
        fields[place].0.type = fact.type.cel
        let value = fields[place].1
        if step.expectsRefusal || Self.value(value, as: fact.type) != nil { return }
        note(
            "wrong-type", value.span, "the fact \(quoted(name)) wants a value of type \(quoted(fact.type.rawValue))",
            "for example `value: \(Self.example(fact.type))`", severity: .warning)
    }

    /// The event with all that it needs; its one word is the status or the fact that it names, if there is such a one.
    private func example(_ step: TestStep) -> String {
        var written: [(name: String, value: YAMLNode)] = []
        if let word = step.data.word?.value {
            if names.statuses[word] != nil { written.append(("status", step.data)) }
            if names.facts[word] != nil { written.append(("name", step.data)) }
            if InvolvementMode(rawValue: word) != nil { written.append(("mode", step.data)) }
        }
        return CompletedEvent(step.type.value, written, policy).text
    }

    /// The data of a step by field; nil, and told, where it is not data.
    private mutating func fields(
        of step: TestStep, _ known: [PolicyNames.Field]
    ) -> [(PolicyNames.Field, YAMLNode)]? {
        if step.data.isEmptyPlain { return [] }
        guard let entries = step.data.entries else {
            let example = example(step)
            // What is no map is that of the only field that must be there: `conduct.observed: insult`.
            let required = known.filter(\.isRequired)
            if required.count == 1, step.data.scalar != nil || (step.data.items != nil && required[0].isList) {
                checkValue(step.data, required[0], step.type.value)
                return [(required[0], step.data)]
            }
            note(
                "wrong-shape", step.data.span, "\(quoted(step.type.value)) wants a map, not \(step.data.noun)",
                "for example \(example)")
            return nil
        }
        var fields: [(PolicyNames.Field, YAMLNode)] = []
        if entries.count == 1, entries[0].key.value == "data", !known.contains(where: { $0.name == "data" }),
            entries[0].value.entries != nil
        {
            note(
                "unknown-key", entries[0].key.span, "unknown key `data` in \(quoted(step.type.value))",
                "leave `data` out: `\(step.type.value): \(FlowNode.text(entries[0].value))`")
            return nil
        }
        let stray = StrayField(type: step.type.value, known: known.map(\.name), names: names)
        if let help = stray.fact(entries), !entries.contains(where: { $0.key.value == "name" }) {
            note("event-refused", step.data.span, "this event would be refused: it names no fact", help)
            return nil
        }
        for entry in entries {
            guard let field = known.first(where: { $0.name == entry.key.value }) else {
                note(
                    "unknown-key", entry.key.span,
                    "unknown key \(quoted(entry.key.value)) in \(quoted(step.type.value))",
                    beside(entry.key.value) ?? stray.help(for: entry)
                        ?? suggestion(
                            for: entry.key.value, in: known.map(\.name), called: "keys of \(quoted(step.type.value))")
                        ?? "\(quoted(step.type.value)) has no data; write \(example(step))")
                // What it was meant to be is not missing as well.
                let meant = stray.meant(entry.key.value)
                if known.contains(where: { $0.name == meant && $0.isRequired }),
                    !entries.contains(where: { $0.key.value == meant })
                {
                    return nil
                }
                continue
            }
            if entry.value.isEmptyPlain {
                note(
                    "empty-value", entry.key.span, "\(quoted(field.name)) has nothing after it",
                    "give it a value, or leave it out")
                continue
            }
            checkValue(entry.value, field, step.type.value)
            fields.append((field, entry.value))
        }
        return fields
    }
}

extension TestStep {
    fileprivate var expectsRefusal: Bool {
        expectations.contains { if case .refused = $0.claim { true } else { false } }
    }
}
