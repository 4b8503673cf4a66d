import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// A key in an event's data that the event does not have, and a value that it does not take: what was meant.
struct StrayField {
    let type: String
    let known: [String]
    let names: PolicyNames

    // MARK: Keys

    func help(for entry: YAMLEntry) -> String? {
        let key = entry.key.value
        if type == BuiltInEvent.actionDone.rawValue, ["who", "whom", "recipient"].contains(key) {
            let word = FlowNode.text(entry.value)
            return "did you mean `by`? whom it is done to is `to: \(word)`"
        }
        if let other = meant(key) { return "did you mean \(quoted(other))?" }
        if type == BuiltInEvent.conductObserved.rawValue, ["by", "who", "from", "speaker"].contains(key) {
            return "conduct is the customer's; who noticed it is `source: agent`"
        }
        if let fact = fact([entry]) { return fact }
        if type == BuiltInEvent.actionDone.rawValue, names.actions.contains(key) {
            let fields = (entry.value.entries ?? []).filter { known.contains($0.key.value) && $0.key.value != "action" }
            return
                "write `action.done: \(FlowText.map([("action", key)] + fields.map { ($0.key.value, FlowNode.text($0.value)) }))`"
        }
        if names.facts[key] != nil {
            return
                "a fact is recorded by itself, in a step before: `fact.recorded: {name: \(key), value: \(FlowNode.text(entry.value))}`"
        }
        if let deed = deed(key, entry) { return deed }
        guard known.contains("fields"), !key.isEmpty, nearest(key, in: known) == nil else { return nil }
        return
            "what a deed or a decision carries stands under `fields`: `fields: {\(key): \(FlowNode.text(entry.value))}`"
    }

    /// `contact.ended: {…, said: [goodbye]}`: what a deed carries belongs to `action.done`, in a step before.
    private func deed(_ key: String, _ entry: YAMLEntry) -> String? {
        guard ["said", "fields", "script", "words"].contains(key) else { return nil }
        let action: String
        switch BuiltInEvent(rawValue: type) {
        case .contactEnded?: action = "end_contact"
        case .supervisorJoined?: action = "involve_supervisor"
        case .contactTransferred?: action = "transfer"
        default: return nil
        }
        let field = key == "fields" ? "fields" : "said"
        return "what a deed says or carries stands in the deed, a step of its own before this one: "
            + "`action.done: {action: \(action), \(field): \(FlowNode.text(entry.value))}`"
    }

    /// The field that a key stands for.
    func meant(_ key: String) -> String? { Self.others[key]?.first(where: known.contains) ?? nearest(key, in: known) }

    private static let others: [String: [String]] = [
        "who": ["by", "speaker"], "role": ["by", "speaker"], "from": ["by", "speaker"], "by": ["speaker"],
        "why": ["reason"], "cause": ["reason"], "words": ["said", "text", "quote"], "says": ["said", "text"],
        "script": ["said"], "said": ["text", "quote"], "message": ["text"], "content": ["text"], "text": ["quote"],
        "type": ["conduct", "action", "name"], "class": ["conduct"], "kind": ["conduct", "mode"], "fact": ["name"],
        "level": ["severity"], "certainty": ["confidence"], "score": ["confidence"], "target": ["directed_at"],
        "toward": ["directed_at"], "towards": ["directed_at"], "against": ["directed_at"], "recipient": ["to"],
        "whom": ["to"], "outcome": ["decision"], "result": ["decision"], "verdict": ["decision"], "new": ["new_matter"],
        "expires": ["until"], "for": ["until"],
    ]

    /// `fact.recorded: {emergency: true}`: the name and the value have keys of their own.
    func fact(_ entries: [YAMLEntry]) -> String? {
        guard type == BuiltInEvent.factRecorded.rawValue,
            let entry = entries.first(where: { names.facts[$0.key.value] != nil })
        else { return nil }
        return "write `fact.recorded: {name: \(entry.key.value), value: \(FlowNode.text(entry.value))}`"
    }

    // MARK: Values

    /// What to write for a value that the event's reader refuses; nil where only its message helps.
    func mending(_ refusal: EventRefusal, _ fields: [(PolicyNames.Field, YAMLNode)]) -> String? {
        let field = fields.first { refusal.message.contains("`data.\($0.0.name)`") }
        guard let (field, value) = field else { return nil }
        if field.name == "fields", let items = value.items {
            let pairs = items.compactMap { $0.scalar?.text }.map { "\($0): …" }
            return "write each with its value: `fields: {\(pairs.joined(separator: ", "))}`"
        }
        guard refusal.code == .badChoice, let word = value.scalar?.text else { return nil }
        if type == BuiltInEvent.contactEnded.rawValue, field.name == "by", names.roles.contains(word) {
            return
                "what a role of your own does is a deed, `action.done: {action: end_contact, by: \(word)}`, and the end comes after it, in a "
                + "step of its own, as `contact.ended: {by: system, reason: abuse}`; write both"
        }
        if type == BuiltInEvent.utterance.rawValue, fields.count == 1,
            word.contains(" ") || nearest(word, in: Self.speakers) == nil,
            Self.words[word.lowercased()] == nil
        {
            return "write `utterance: {speaker: customer, text: \(FlowText.scalar(word))}`"
        }
        let choices = refusal.message.split(separator: "`").map(String.init)
        let meant = Self.words[word.lowercased()]?.first(where: choices.contains) ?? nearest(word, in: choices)
        return meant.map { "did you mean `\(field.name): \($0)`? Mend it" }
    }

    private static let speakers = ["customer", "agent", "supervisor"]
    private static let words: [String: [String]] = [
        "caller": ["customer"], "client": ["customer"], "user": ["customer"], "employee": ["agent"],
        "staff": ["agent"], "me": ["agent"], "officer": ["agent"], "manager": ["supervisor"], "yes": ["imposed"],
        "true": ["imposed"], "active": ["imposed"], "approved": ["imposed"], "granted": ["imposed"],
        "accepted": ["imposed"], "no": ["refused"], "rejected": ["refused"], "denied": ["refused"],
        "lifted": ["reversed"], "ended": ["reversed"], "revoked": ["reversed"], "removed": ["reversed"],
        "confirmed": ["upheld"], "kept": ["upheld"], "extended": ["upheld"], "threat": ["abuse"],
        "insult": ["abuse"], "hang_up": ["abuse"], "harassment": ["abuse"], "time": ["time_limit"],
        "timeout": ["time_limit"], "done": ["completed"], "resolved": ["completed"], "normal": ["completed"],
        "takeover": ["take_over"], "company": ["other"], "everyone": ["other"], "things": ["situation"],
    ]
}
