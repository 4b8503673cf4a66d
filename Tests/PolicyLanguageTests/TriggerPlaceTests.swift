import Testing

@testable import PolicyLanguage

/// Which kinds of trigger stand where, as the page of the language has it in a table.
@Suite struct TriggerPlaceTests {
    enum Kind: CaseIterable {
        case event, conduct, list, machine, duration

        var texts: [String] {
            switch self {
            case .event: ["supervisor.requested", "survey.answered"]
            case .conduct: ["conduct.insult", "conduct.abuse"]
            case .list: ["[conduct.insult, supervisor.requested]"]
            case .machine:
                [
                    "{measure: n, reaches: 3}", "{measure: length, reaches: 15m}", "{status: s, becomes: ended}",
                    "{ladder: l, reaches: 1}", "{duty: hold, becomes: missed}",
                ]
            case .duration: ["90m"]
            }
        }
    }

    struct Place: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let takes: Set<Kind>
        /// With `%` for the trigger.
        let text: String
    }

    static let places = [
        Place(
            testDescription: "a rule", takes: [.event, .conduct, .list, .machine],
            text: "rules: {a: {when: %, should: hold}}"),
        Place(
            testDescription: "while a status is active", takes: [.event, .conduct, .list, .machine],
            text: "statuses: {s: {about: contact, while_active: {when: %, should: hold}}}"),
        Place(
            testDescription: "a count", takes: [.event, .conduct, .list],
            text: "measures: {n: {count: %, in_last: ever}, length: {elapsed: contact.started}}"),
        Place(
            testDescription: "a clock", takes: [.event, .conduct, .list],
            text: "measures: {n: {count: contact.started, in_last: ever}, length: {elapsed: %}}"),
        Place(
            testDescription: "a ladder", takes: [.event, .conduct, .list],
            text: "ladders: {l: {when: %, steps: [{may: hold}]}}"),
        Place(
            testDescription: "until of an act", takes: [.event, .conduct, .machine, .duration],
            text: "rules: {a: {when: contact.started, should: {hold: {until: %}}}}"),
        Place(
            testDescription: "until of a status", takes: [.event, .conduct, .machine, .duration],
            text: "statuses: {s: {about: contact, until: %}}"),
        Place(
            testDescription: "until of a status that is begun", takes: [.event, .conduct, .machine, .duration],
            text: "rules: {a: {when: contact.started, begin: {s: {until: %}}}}"),
        Place(
            testDescription: "until of confirm", takes: [.event, .conduct, .machine],
            text: "rules: {a: {when: contact.started, must: {hold: {within: 1m, confirm: {every: 1m, until: %}}}}}"),
    ]

    /// What the triggers speak of, but for the part that the place itself has.
    private static let parts = [
        "conduct: [insult]", "groups: {abuse: [insult]}", "events: {survey.answered: {score: int}}",
        "measures: {n: {count: contact.started, in_last: ever}, length: {elapsed: contact.started}}",
        "statuses: {s: {about: contact}}", "ladders: {l: {when: conduct.insult, steps: [{may: hold}]}}",
    ]

    @Test(arguments: places) func `a place takes what the page says, and no more`(_ place: Place) {
        let key = place.text.prefix { $0 != ":" } + ":"
        let others = Self.parts.filter { !$0.hasPrefix(key) }
        for kind in Kind.allCases {
            for text in kind.texts {
                let policy = (others + [place.text.replacing("%", with: text)]).joined(separator: "\n") + "\n"
                let errors = loaded(policy).diagnostics.filter { $0.severity == .error }.map(\.message)
                #expect(errors.isEmpty == place.takes.contains(kind), "\(text): \(errors)")
            }
        }
    }
}
