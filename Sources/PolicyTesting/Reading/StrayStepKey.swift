import PolicyEngine
import PolicyLanguage
import YAMLTree

/// A key of a step that is neither one of its own nor an event, and what its author most likely meant.
struct StrayStepKey {
    let entry: YAMLEntry
    /// Everything in the step.
    let step: [YAMLEntry]
    /// Milliseconds from the test's start to the step before.
    let before: Int64

    private static let types = ["event", "type", "kind", "what", "event_type"]
    private static let datas = ["data", "payload", "with", "fields", "details"]
    private static let moments = ["time", "when", "date", "timestamp", "t", "start", "on"]
    private static let waits = ["wait", "after", "in", "sleep", "pause", "delay", "later", "advance", "pass"]
    private static let expectations = [
        "then", "expects", "expected", "assert", "asserts", "verify", "check", "result", "outcome", "should", "must",
        "may", "must_not",
    ]

    var help: String? {
        let key = entry.key.value
        if Self.types.contains(key) || (Self.datas.contains(key) && type != nil) { return asEvent }
        if Self.moments.contains(key) { return moment }
        if Self.waits.contains(key) { return waiting }
        if Modality(rawValue: key) != nil || TestBlock.expect[key] != nil {
            return "write it under `expect`: `expect: {\(key): \(shown)}`"
        }
        if Self.expectations.contains(key) { return "did you mean `expect`?" }
        if let part = partOfEvent { return part }
        switch key {
        case "language": return "the contact's language is given: `given: {language: \(shown)}`"
        case "note", "comment", "description", "name", "title", "remark", "why":
            return "write it as a remark, after a `#`"
        case "done", "do", "does", "action", "deed": return "for a deed write `action.done: \(shown)`"
        case "declined", "refused": return "write `action.declined: \(shown)`"
        case "said", "says", "say", "text":
            return "write `utterance: {speaker: agent, text: \(FlowText.scalar(entry.value.scalar?.text ?? "…"))}`"
        case "given", "facts", "statuses", "counts":
            return "what holds before the first step stands beside `steps`: `given: …`"
        default: return alone
        }
    }

    /// `sms, by: agent`: a word without a value beside what is data of the event that it stands for.
    private var alone: String? {
        guard entry.value.isEmptyPlain else { return nil }
        let known = TestBlock.step.keyNames
        let data = step.filter { $0.key.value != entry.key.value && !known.contains($0.key.value) }
        let word = entry.key.value
        guard !data.isEmpty else { return nil }
        let pairs = data.map { (FlowText.scalar($0.key.value), FlowNode.text($0.value)) }
        return "for a deed write `action.done: \(FlowText.map([("action", word)] + pairs))`, for conduct "
            + "`conduct.observed: \(FlowText.map([("conduct", word)] + pairs))`"
    }

    private var shown: String { FlowNode.text(entry.value) }

    // MARK: An event under another key

    private var typeEntry: YAMLEntry? { step.first { Self.types.contains($0.key.value) } }

    /// The event type that stands as a value.
    private var type: String? {
        guard let value = typeEntry?.value else { return nil }
        return value.scalar?.text ?? value.entries?.first { $0.key.value == "type" }?.value.scalar?.text
            ?? value.entries?.first { $0.key.value.contains(".") }?.key.value
    }

    private var asEvent: String? {
        guard let type, !type.isEmpty, let value = typeEntry?.value else { return nil }
        return "the type of the event is the key, and its data the value: `\(type): \(data(of: type, value))`"
    }

    private func data(of type: String, _ value: YAMLNode) -> String {
        if let inner = value.entries?.first(where: { $0.key.value == type }) { return FlowNode.text(inner.value) }
        let known = TestBlock.step.keyNames + Self.types
        let all = (value.entries ?? []) + step.filter { !known.contains($0.key.value) }
        var fields: [YAMLEntry] = []
        for entry in all where !Self.types.contains(entry.key.value) {
            if Self.datas.contains(entry.key.value), let inside = entry.value.entries {
                fields += inside
            } else {
                fields.append(entry)
            }
        }
        if fields.isEmpty, let example = BuiltInEvent(rawValue: type)?.fields.first(where: { $0.presence == .required })
        {
            return "{\(example.name): …}"
        }
        return FlowNode.map(fields)
    }

    // MARK: Times

    private var moment: String {
        let text = entry.value.scalar?.text ?? ""
        let isTime = TestTime.duration(text) != nil || TimeText.parse(text) != nil
        return
            "did you mean `at`? Write `at: \(isTime ? text : "70s")`, counted from the test's start, or a date and time"
    }

    /// `at` counts from the start, so what counts from the step before is added up.
    private var waiting: String {
        let length = (entry.value.scalar?.text).flatMap { TestTime.duration($0) }
        let time = FlowText.moment(before + (length ?? 300_000))
        let event = step.first { $0.key.value.contains(".") && $0.key.value != entry.key.value }?.key.value
        return "every step says when it is, from the test's start: `at: \(time)`"
            + (event == nil ? "; where nothing else happens then, `{at: \(time), time.passed: {}}`" : "")
    }

    // MARK: What is part of the event

    private var partOfEvent: String? {
        guard let event = step.first(where: { BuiltInEvent(rawValue: $0.key.value) != nil }),
            let fields = BuiltInEvent(rawValue: event.key.value)?.fields
        else { return nil }
        let isData = Self.datas.contains(entry.key.value) && !fields.contains { $0.name == entry.key.value }
        guard isData || fields.contains(where: { $0.name == entry.key.value }) else { return nil }
        var pairs = (event.value.entries ?? []).map { (FlowText.scalar($0.key.value), FlowNode.text($0.value)) }
        if pairs.isEmpty, event.value.entries == nil, !event.value.isEmptyPlain,
            let only = fields.first(where: { $0.presence == .required })
        {
            pairs = [(only.name, FlowNode.text(event.value))]
        }
        if isData, let inside = entry.value.entries {
            pairs += inside.map { (FlowText.scalar($0.key.value), FlowNode.text($0.value)) }
        } else {
            pairs.append((entry.key.value, shown))
        }
        return "it is part of the event: `\(event.key.value): \(FlowText.map(pairs))`"
    }
}
