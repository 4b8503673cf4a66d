import PolicyEngine
import PolicyLanguage
import YAMLTree

/// What to write where an expectation has not the form that its key wants.
struct ShapeHelp {
    /// The act that the step's event is, and the step's time from the test's start, as far as they are known.
    var deed: String?
    var time: Int64?

    /// `expect` that is no map.
    func expect(_ node: YAMLNode) -> String? {
        if let items = node.items, !items.isEmpty {
            let entries = items.flatMap { $0.entries ?? [] }
            let names = items.compactMap(\.word?.value)
            if names.isEmpty, Set(entries.map(\.key.value)).count == entries.count, !entries.isEmpty {
                return "write one map: `expect: \(FlowNode.map(entries))`"
            }
            return names.isEmpty ? nil : ways(FlowText.list(names.map(FlowText.scalar)))
        }
        guard let word = node.word?.value else { return none }
        return ["none", "nothing", "false", "no", "null", "~", "ok"].contains(word.lowercased())
            ? none : ways("[\(FlowText.scalar(word))]")
    }

    /// What to write if nothing is expected.
    var none: String {
        "write `expect: {none: true}` if nothing at all is to come of the step; leave `expect` out if it does not matter"
    }

    private func ways(_ list: String) -> String {
        "say what is expected of it, for example `expect: {must: \(list)}`, `expect: {may: \(list)}` or, if nothing is "
            + "to stand on it, `expect: {silent: \(list)}`"
    }

    /// `verdict: premature`, `closed: warn`, `status: [protected]`: a key that wants names with values.
    func named(_ node: YAMLNode, _ form: TestForm, _ key: String, _ example: String) -> String? {
        let entries = (node.items ?? []).flatMap { $0.entries ?? [] }
        if !entries.isEmpty { return "write one map: `\(key): \(FlowNode.map(entries))`" }
        let words = node.words.map(\.value)
        guard let word = words.first, let pair = pair(in: example) else { return nil }
        if key == "script", word.contains(" ") {
            return "name the script, not its words, and the act it is for: `script: {\(pair.name): \(pair.value)}`"
        }
        let subject = subject(of: key)
        if key == "due", let time, let length = TestTime.duration(word), length <= time {
            let due = "{\(deed ?? pair.name): \(FlowText.moment(time + length))}"
            return "say of which act, counted from the test's start: `due: \(due)`"
        }
        if key == "measure", words.count == 1, wholeNumber(word) != nil {
            return "say of which count: `measure: {abuse_endings: \(word)}`"
        }
        if let meant = TestForm.meant[word]?.first(where: form.takes), ["verdict", "closed", "status"].contains(key),
            words.count == 1
        {
            let name = key == "status" ? pair.name : deed ?? pair.name
            return "say of which \(self.subject(of: key)): `\(key): {\(FlowText.scalar(name)): \(meant)}`"
        }
        if key == "verdict", words.count == 1, let deed, word != deed, !form.takes(word) {
            return "say of which act: `verdict: {\(FlowText.scalar(deed)): \(pair.value)}`"
        }
        if words.count == 1, form.takes(word) || key == "script" {
            let name =
                key == "verdict" || key == "script" || key == "due" || key == "closed" ? deed ?? pair.name : pair.name
            return "say of which \(subject): `\(key): {\(FlowText.scalar(name)): \(word)}`"
        }
        let list = FlowText.map(words.map { (FlowText.scalar($0), pair.value) })
        return "say what is expected of it: `\(key): \(list)`"
    }

    private func subject(of key: String) -> String {
        switch key {
        case "status", "ladder", "measure": key
        case "counts": "count"
        case "facts": "fact"
        default: "act"
        }
    }

    /// The name and the value in `verdict: {warn: fulfilled}`.
    private func pair(in example: String) -> (name: String, value: String)? {
        guard let open = example.firstIndex(of: "{"), example.hasSuffix("}") else { return nil }
        let parts = example[example.index(after: open)...].dropLast().split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), parts[1].trimmingPrefix(" ").description) : nil
    }
}

extension TestForm {
    /// Whether a word is a value of this form, and not a name.
    fileprivate func takes(_ word: String) -> Bool {
        switch self {
        case .choice(let words): words.contains(word)
        case .oneOrMore(let form): form.takes(word)
        case .position: TestForm.position(word) != nil
        case .amount: TestForm.amount(word) != nil
        case .number: wholeNumber(word) != nil
        case .moment: TestTime.duration(word) != nil || TimeText.parse(word) != nil
        default: false
        }
    }
}

extension [YAMLEntry] {
    /// The act that a step's event is; nil for an event that is no deed.
    var deed: String? {
        for entry in self {
            let data = entry.value.entries
            switch BuiltInEvent(rawValue: entry.key.value) {
            case .actionDone?, .actionDeclined?: return entry.value.word?.value ?? data?["action"]?.word?.value
            case .contactEnded?: return data?["reason"]?.word?.value == "transferred" ? "transfer" : "end_contact"
            case .supervisorJoined?: return "involve_supervisor"
            case .contactTransferred?: return "transfer"
            default: continue
            }
        }
        return nil
    }
}
