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
    let policy: Policy
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
