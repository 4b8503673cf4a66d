import SourceText

/// Measures written out for help lines: how a condition asks what was done, what came, and how often.
struct MeasureExample {
    private let names: DeclaredNames

    init(_ names: DeclaredNames) {
        self.names = names
    }

    /// Whether an action was done: counted in the contact.
    func deed(_ action: String) -> String {
        let name = variable("\(action)_done")
        let counted =
            switch action {
            case "end_contact": "count: contact.ended"
            case "involve_supervisor": "count: supervisor.joined"
            case "transfer": "count: contact.transferred"
            default: "count: action.done, if: 'event.action == \"\(action)\"'"
            }
        return "count it: `measures: {\(name): {\(counted), per: contact, in_last: ever}}`, and write `\(name) > 0`; "
            + "an act that waits for it has `after: \(action)`"
    }

    /// Whether an event came in the contact.
    func event(_ type: String) -> String {
        let name = variable(type)
        return "an event sets a rule off: `when: \(type)`; whether it came is counted, with "
            + "`measures: {\(name): {count: \(type), per: contact, in_last: ever}}` and `\(name) > 0`"
    }

    /// How often something came, compared as the author did.
    func count(_ name: String?, of kind: String?, per home: String, _ comparison: Comparison? = nil) -> String {
        "count it with a measure: \(declaration(name, of: kind, per: home)), and write "
            + "`\(shown(name)) \((comparison ?? Comparison(">", "0")).text)`"
    }

    /// What is counted of an agent, which other lanes do not read.
    func ofAgent(_ name: String?, of kind: String?, _ comparison: Comparison?) -> String {
        let known = kind.flatMap { names.observable.contains($0) ? "conduct.\($0)" : nil } ?? "conduct.observed"
        return "what is known of an agent sets a rule off: `when: {measure: \(shown(name)), reaches: "
            + "\(comparison?.reached ?? 3)}` with "
            + "`measures: {\(shown(name)): {count: \(known), per: agent, in_last: 1d}}`"
    }

    /// A count of conduct, or of contacts where the policy knows no conduct.
    func declaration(_ name: String?, of kind: String?, per home: String) -> String {
        let known = kind.flatMap { names.observable.contains($0) ? $0 : nil }
        let counted = known ?? names.groups.all.first ?? names.conduct.all.first
        let event = counted.map { "conduct.\($0)" } ?? "contact.ended"
        return "`measures: {\(shown(name)): {count: \(event), per: \(home), in_last: 365d}}`"
    }

    /// What comes a while after something: a clock, and a rule that it sets off.
    static func clock(_ time: String, since event: String = "contact.started") -> String {
        if event == "contact.started", case .elapsed(let long) = TermText(time), long >= 12 * 3_600_000 {
            return
                "`measures: {time_since: {elapsed: contact.ended, per: customer}}`, with the event it runs from, and a rule with "
                + "`when: {measure: time_since, reaches: \(time)}`"
        }
        let name = event == "contact.started" ? "call_length" : "time_since"
        return
            "`measures: {\(name): {elapsed: \(event)}}`, and a rule with `when: {measure: \(name), reaches: \(time)}`"
    }

    /// The help line that says so.
    static func wait(_ time: String, since event: String = "contact.started") -> String {
        "for a time there is a clock: \(clock(time, since: event))"
    }

    /// The length of time that a text says; nil where it says none.
    static func time(_ text: String) -> String? {
        if case .elapsed = TermText(text) { return text }
        return MeantTime.elapsed(instead: text)
    }

    /// The action that a word speaks of: its name, or a form of it such as `escalated`.
    func action(spokenAs word: String) -> String? {
        if names.actions.contains(word) { return word }
        return names.actions.all.first { action in
            let stem = action.hasSuffix("e") ? String(action.dropLast()) : action
            let last = stem.last.map(String.init) ?? ""
            return [
                "\(stem)ed", "\(stem)\(last)ed", "was_\(stem)ed", "is_\(stem)ed", "\(action)_done", "was_\(action)",
            ].contains(word)
        }
    }

    private func shown(_ name: String?) -> String {
        let name = name.map(variable) ?? "incidents"
        return Name.isVariable(name) && !NameCheck.isReserved(name) ? name : "incidents"
    }

    /// A name that conditions can read.
    private func variable(_ name: String) -> String {
        String(name.map { $0 == "-" || $0 == "." ? "_" : $0 })
    }
}

/// A comparison with a number, as an author wrote it.
struct Comparison {
    let sign: String
    let number: String

    init(_ sign: String, _ number: String) {
        self.sign = sign
        self.number = number
    }

    var text: String { "\(sign) \(number)" }

    /// The count at which it comes to hold, for `reaches`.
    var reached: Int? {
        guard let number = Int(number) else { return nil }
        switch sign {
        case ">": return number + 1
        case ">=", "==": return max(number, 1)
        default: return nil
        }
    }
}
