import PolicyEngine
import PolicyLanguage

extension TestBlock {
    /// The keys, in the order that messages and editors show them in.
    var keys: [TestKey] {
        switch self {
        case .file: TestGrammar.file
        case .test: TestGrammar.test
        case .given: TestGrammar.given
        case .step: TestGrammar.step
        case .expect: TestGrammar.expect
        case .claim: TestGrammar.claim
        }
    }
}

/// The form of a test file as data.
enum TestGrammar {
    fileprivate static let file = [
        TestKey(
            "policy", .path, "policy: contact-safety.policy.yaml",
            "The policy to test: a path, relative to this file.", isRequired: true),
        TestKey(
            "tests", .list(.test, least: 0), "tests: [{name: …, steps: […]}]", "The tests, each on its own.",
            isRequired: true),
    ]

    fileprivate static let test = [
        TestKey(
            "name", .word, "name: a threat reaches a supervisor", "What the test shows, as a sentence.",
            isRequired: true),
        TestKey("given", .block(.given), "given: {channel: phone, agent: a-1}", "What holds before the first step."),
        TestKey(
            "steps", .list(.step, least: 1), "steps: [{at: 0s, contact.started: {}}]",
            "What happens, one event a step, in the order of time."),
        TestKey(
            "findings", .words, "findings: [unknown-name]",
            "Codes that `check` is expected to find in the policy; an empty list for none."),
    ]

    fileprivate static let given = [
        TestKey("channel", .word, "channel: phone", "The channel of the contact."),
        TestKey("language", .word, "language: en", "The language of the contact."),
        TestKey("customer", .word, "customer: cu-1", "The customer; left out, nobody is named."),
        TestKey("agent", .word, "agent: a-1", "The agent; left out, nobody is named."),
        TestKey("contact", .word, "contact: c-1", "The contact; left out, `c-1`."),
        TestKey("facts", .named(.anything), "facts: {stalemate: true}", "Facts that are recorded already."),
        TestKey("statuses", .words, "statuses: [protected]", "Statuses that are active already."),
        TestKey(
            "counts", .named(.number(most: 99_999)), "counts: {abuse_endings: 2}",
            "What counts have come to already."),
    ]

    fileprivate static let step = [
        TestKey(
            "at", .moment, "at: 70s",
            "When it happens: counted from the test's start, or a date and time with its offset.", isRequired: true),
        TestKey(
            "expect", .block(.expect), "expect: {must: [warn], may: []}",
            "What is expected of the policy after this step."),
        TestKey("contact", .word, "contact: c-2", "Another contact than the given one; `none` for none."),
        TestKey("customer", .word, "customer: cu-2", "Another customer than the given one; `none` for nobody."),
        TestKey("agent", .word, "agent: a-2", "Another agent than the given one; `none` for nobody."),
        TestKey("channel", .word, "channel: chat", "Another channel than the given one."),
        TestKey("id", .word, "id: e-1", "The id of the event; left out, `step-1` and so on."),
    ]

    fileprivate static let expect =
        Modality.allCases.map { modality in
            TestKey(modality.rawValue, .acts, "\(modality.rawValue): [warn]", summary(modality))
        } + [
            TestKey("silent", .words, "silent: [warn]", "Actions that the policy says nothing of now."),
            TestKey(
                "closed", .named(.choices(NormState.self)), "closed: {warn: fulfilled}",
                "How norms about these actions closed in this step; an empty map for none."),
            TestKey(
                "verdict", .named(.choices(Judgement.self)), "verdict: {warn: fulfilled}",
                "What the policy says of a deed in this step; an empty map for nothing."),
            TestKey(
                "status", .named(.choices(StatusPhase.self, isList: false)), "status: {protected: active}",
                "The phase of a status; `none` where it never began."),
            TestKey("ladder", .named(.position), "ladder: {abuse: 1}", "The position of a ladder, from 0."),
            TestKey("measure", .named(.amount), "measure: {length: 5m}", "What a count or a clock has come to."),
            TestKey("script", .named(.word), "script: {warn: warning}", "The words for an action; `none` for none."),
            TestKey("due", .named(.moment), "due: {warn: 100s}", "When an action is due."),
            TestKey("coached", .words, "coached: [calm down]", "Phrases to avoid that the agent is told of."),
            TestKey(
                "faults", .words, "faults: [no-such-key]", "Faults of this step by their codes; an empty list for none."
            ),
            TestKey("none", .truth, "none: true", "Nothing at all came of this step."),
            TestKey(
                "refused", .choice(EventRefusal.Code.allCases.map(\.rawValue)), "refused: missing-field",
                "The event is refused, and this is why."),
            TestKey("duplicate", .truth, "duplicate: true", "The event came before and changes nothing."),
        ]

    private static func summary(_ modality: Modality) -> String {
        let word = modality.rawValue.replacing("_", with: " ")
        return "Acts that \(word) be done now; others may stand too. An empty list: there is none."
    }

    fileprivate static let claim = [
        TestKey("by", .words, "by: agent", "Roles that are among those of the norm."),
        TestKey("due", .moment, "due: 100s", "Its deadline."),
        TestKey("to", .word, "to: manager", "To whom, or where to."),
        TestKey("script", .word, "script: warning", "Its words."),
        TestKey("rule", .word, "rule: rules.threat", "Where it comes from."),
        TestKey("until", .moment, "until: 10m", "When it ends by itself."),
    ]
}

extension TestForm {
    /// The words of a type and `none`, one or, if `isList`, several.
    static func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ type: Choice.Type, isList: Bool = true
    ) -> TestForm {
        let choice = TestForm.choice(Choice.allCases.map(\.rawValue) + ["none"])
        return isList ? .oneOrMore(choice) : choice
    }
}
