import CEL
import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// Something given, ready for the engine, with the place where it was written.
struct GivenAssumption: Sendable {
    var assumption: Assumption
    var home: Home
    var span: SourceSpan
}

extension TestPlan {
    /// What the test takes as given, as far as the policy knows it.
    mutating func assumptions(_ test: PolicyTest) -> [GivenAssumption] {
        var all: [GivenAssumption] = []
        if let channel = test.given.channel { suspect(channel.value, names.channels, "channel", channel.span) }
        for entry in test.given.facts {
            let name = entry.key.value
            check(name, names.facts.keys.sorted(), "fact", entry.key.span)
            guard let fact = names.facts[name], let value = value(entry, of: fact) else { continue }
            add(.fact(name, value), fact.about, entry.key.span, test, &all)
        }
        for status in test.given.statuses {
            check(status.value, names.statuses.keys.sorted(), "status", status.span)
            guard let home = names.statuses[status.value] else { continue }
            add(.status(status.value), home, status.span, test, &all)
        }
        for (measure, number) in test.given.counts {
            check(measure.value, names.measures.keys.sorted(), "measure", measure.span)
            guard let known = names.measures[measure.value] else { continue }
            guard known.kind == .count else {
                note(
                    "wrong-type", measure.span, "\(quoted(measure.value)) is a clock, and only counts can be given",
                    "let the events happen that it is about")
                continue
            }
            add(.count(measure.value, number), known.home, measure.span, test, &all)
        }
        return all
    }

    private mutating func add(
        _ assumption: Assumption, _ home: Home, _ span: SourceSpan, _ test: PolicyTest, _ all: inout [GivenAssumption]
    ) {
        if home == .agent, test.given.agent == nil {
            note("missing-key", span, "this is about the agent, and the test names none", "add `agent: a-1` to `given`")
            return
        }
        all.append(GivenAssumption(assumption: assumption, home: home, span: span))
    }

    /// A given fact's value by the type that the policy declares.
    private mutating func value(_ entry: YAMLEntry, of fact: FactDeclaration) -> CELValue? {
        if let value = Self.value(entry.value, as: fact.type) { return value }
        note(
            "wrong-type", entry.value.span,
            "\(quoted(entry.key.value)) wants a value of type \(quoted(fact.type.rawValue))",
            "for example `\(entry.key.value): \(Self.example(fact.type))`")
        return nil
    }

    static func value(_ node: YAMLNode, as type: ValueType) -> CELValue? {
        if type == .list {
            let items = node.items ?? [node]
            let texts = items.compactMap(\.scalar?.text)
            return texts.count == items.count ? .list(texts.map { .string($0) }) : nil
        }
        guard let scalar = node.scalar, !node.isEmptyPlain else { return nil }
        let text = scalar.text
        switch type {
        case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .int: return isJSONNumber(text) ? Int64(text).map { .int($0) } : nil
        case .double: return isJSONNumber(text) ? Double(text).flatMap { $0.isFinite ? .double($0) : nil } : nil
        case .text: return .string(text)
        case .duration: return TestTime.duration(text).flatMap { CELDuration(milliseconds: $0) }.map { .duration($0) }
        case .timestamp: return TimeText.parse(text).flatMap { CELTimestamp(milliseconds: $0) }.map { .timestamp($0) }
        case .list: return nil
        }
    }

    static func example(_ type: ValueType) -> String {
        switch type {
        case .bool: "true"
        case .int: "3"
        case .double: "0.5"
        case .text: "some words"
        case .duration: "15m"
        case .timestamp: "2026-11-21T10:00:00Z"
        case .list: "[one, two]"
        }
    }
}
