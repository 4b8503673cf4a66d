import SourceText
import YAMLTree

/// Keys of a ladder and of its steps, in words the language does not have.
extension KeyHelp {
    // MARK: A ladder

    func ofLadder(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if KeyHelp.forgets.contains(key) {
            let time = MeasureExample.time(value) ?? "30d"
            return "how long a climb counts is `per: customer, in_last: \(time)`; one step down after a quiet time is "
                + "`cools: {after: \(time)}`"
        }
        if ["about", "for", "scope"].contains(key) {
            return "write `per: \(["customer", "caller", "client"].contains(value) ? "customer" : "contact")`"
        }
        if KeyHelp.waits.contains(key), let time = MeasureExample.time(value) { return KeyHelp.gap(time) }
        if KeyHelp.pauses.contains(key) { return "did you mean `suspended_while`?" }
        if Modality.allCases.contains(where: { $0.rawValue == key }) || key == "then" {
            let modality = key == "then" ? "must" : key
            let act = name(of: entry.value) ?? "warn"
            return "it belongs to a step: `steps: [{\(modality): \(act)}, {may: end_contact}]`"
        }
        if ["skip_to", "start_at", "starts_at", "skip", "jump_to", "first_step"].contains(key) {
            return "a ladder begins with its first step; what goes at once is a rule of its own: "
                + "`rules: {at_once: {when: conduct.\(names?.conduct.all.last ?? "threat"), may: end_contact}}`"
        }
        return nil
    }

    private static let forgets: Set = [
        "reset", "resets", "reset_after", "resets_after", "reset_in", "expires", "expires_after", "forget",
        "forgets", "forgets_after", "forget_after", "lasts", "valid_for", "decays", "decay", "cooldown", "cool_down",
        "remembers", "memory", "until",
    ]
    /// A time that has to pass between the steps of a ladder.
    static func gap(_ time: String) -> String {
        "what comes too soon after a warning is left out by the ladder's `if`: `measures: {warnings: {count: action.done, "
            + "if: 'event.action == \"warn\"', per: contact, in_last: ever}, since_warning: {elapsed: action.done, "
            + "if: 'event.action == \"warn\"'}}` and `if: 'warnings == 0 || since_warning >= duration(\"\(time)\")'`"
    }

    private static let waits: Set = [
        "wait", "pause", "gap", "delay", "after", "min_gap", "min_wait", "interval", "at_least", "between", "spacing",
        "time_between", "time_between_steps", "wait_between", "not_before", "grace",
    ]
    private static let pauses: Set = [
        "paused_while", "pause_while", "pauses_while", "suspended", "suspended_if", "suspend_while", "suspended_when",
        "stops_while", "not_while", "paused", "pause",
    ]

    // MARK: A step

    func ofStep(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if let number = wholeNumber(value), number > 0, KeyHelp.numbers.contains(key) {
            return "how many observations a step asks for, since the one before, is `times: \(number)`; steps that "
                + "come with one each need no number"
        }
        if entry.value.entries?.contains(where: { Modality(rawValue: $0.key.value) != nil }) == true, key != "then" {
            return "a step has no name, only its place in the list: write what stands below \(quoted(entry.key.value)) "
                + "itself, as in `steps: [{must: warn}, {may: end_contact}]`"
        }
        switch key {
        case "name", "id", "step", "title", "label":
            return "a step has no name, only its place: take it out, or write it as a comment, `# …`"
        case "then", "next":
            return "each step is an entry of the list: `steps: [{must: warn}, {may: end_contact}]`"
        case "when", "on", "event", "trigger":
            return "every step comes with what the ladder waits for; what something else brings is a rule: "
                + "`rules: {at_once: {when: \(Name.isEventType(value) ? value : "conduct.threat"), may: end_contact}}`"
        case "wait", "delay", "after", "within", "pause", "time":
            guard let time = MeasureExample.time(value) else { return nil }
            return "a step comes with the next observation and not with time: a deadline stands in the act, "
                + "`{\(firstAct?.1 ?? "warn"): {within: \(time)}}`; what comes after a time is a rule with a clock: "
                + "`measures: {since_it: {elapsed: action.done, if: 'event.action == \"\(firstAct?.1 ?? "warn")\"'}}` and "
                + "`rules: {later: {when: conduct.insult, if: 'since_it >= duration(\"\(time)\")', may: end_contact}}`"
        case "script", "say", "text":
            let script = names?.scripts.contains(value) == true ? value : "my_words"
            return
                "the words belong to the act: `{\(firstAct?.0.rawValue ?? "must"): {\(firstAct?.1 ?? "warn"): {script: \(script)}}}`"
        default: return nil
        }
    }

    private static let numbers: Set = [
        "after", "at", "on", "reaches", "count", "number", "n", "level", "step", "repeat", "repeats", "observations",
        "incidents", "strikes", "when", "min", "at_least", "from",
    ]
}
