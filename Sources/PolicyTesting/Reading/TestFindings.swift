import PolicyLanguage
import SourceText

extension FindingCatalog {
    /// What can be found in a file of tests, beside what can be found in a policy.
    public static let tests: [FindingKind] = [
        FindingKind(
            "goes-back", .error, "a step is before the step above it",
            why: "Time does not run backwards.",
            remedy: "Put the steps in the order of their times."),
        FindingKind(
            "several-events", .error, "a step has more than one event",
            why: "What is expected could come from either.",
            remedy: "Write a step for each event."),
        FindingKind(
            "event-refused", .error, "an event of the test would be refused",
            why: "The test would show nothing.",
            remedy: "Write the event as a real one would be."),
        FindingKind(
            "test-failed", .error, "a test expects something else than the policy answers",
            why: "Either the policy or the test does not say what was meant.",
            remedy: "Read what was found beside what was expected, and mend the one that is wrong."),
        FindingKind(
            "unmentioned-verdict", .warning, "the policy objects to a deed, and the test does not mention it",
            why: "The test may mean another deed, or another role, and pass all the same.",
            remedy: "Expect the verdict, or write the deed that was meant."),
        FindingKind(
            "unmentioned-fault", .warning, "a condition could not be evaluated, and the test does not mention it",
            why: "It counts as false, and a test may pass for that alone.",
            remedy: "Ask with `has()` for what may be missing, or expect the fault."),
        FindingKind(
            "never-tried", .warning, "no test tries a part of the policy",
            why: "Nobody has seen what it does.",
            remedy: "Add a step that tries it; `holdline test --generate` writes one to begin with."),
    ]
}
