import PolicyEngine
import SourceText
import YAMLTree

/// A key that other tools have and tests of a policy do not, at the place where it was written.
struct GuessedKey {
    let key: String
    let value: YAMLNode
    let owner: String

    /// What to type instead; nil for a key that nobody would guess.
    var help: String? {
        switch owner {
        case TestBlock.file.noun: moment ?? (Self.before.contains(key) ? eachTest : inTest)
        case TestBlock.test.noun: moment ?? inTest
        case TestBlock.given.noun: moment ?? (Self.events.contains(key) || Self.after.contains(key) ? inTest : nil)
        case TestBlock.step.noun: inStep
        default: nil
        }
    }

    private static let moments = ["start", "starts", "start_time", "date", "time", "now", "clock", "today"]
    private static let zones = ["timezone", "time_zone", "tz", "zone"]
    private static let before = ["setup", "background", "context", "before", "fixtures"]
    private static let events = ["when", "events", "event", "actions", "do"]
    private static let after = ["then", "expects", "expected", "expect", "assert", "asserts", "should_be", "result"]

    /// The one value, if it is a date and time that a step would take.
    private var date: String {
        if let word = value.word?.value, TestTime.looksLikeDate(word), TestTime.moment(word) { return word }
        return "2026-11-21T10:00:00+01:00"
    }

    private var moment: String? {
        if Self.moments.contains(key) {
            return "a test starts with its first step, whose `at` may be a date and time: `at: \(date)`"
        }
        if Self.zones.contains(key) {
            return "a date and time carries its offset: `at: \(date)` in the first step"
        }
        return nil
    }

    private var eachTest: String {
        "each test says for itself what holds before it: `given: {channel: phone, agent: a-1}`"
    }

    private var inTest: String? {
        if Self.before.contains(key) {
            return "write what holds before the first step as `given: {channel: phone, agent: a-1}`"
        }
        if Self.events.contains(key) { return "events are steps: `steps: [{at: 0s, contact.started: {}}]`" }
        if Self.after.contains(key) {
            return "what is expected stands in the step after which it holds: "
                + "`{at: 0s, contact.started: {}, expect: {must: []}}`"
        }
        return nil
    }

    private var inStep: String? {
        if Self.after.contains(key) { return "did you mean `expect`?" }
        if key == "when" || Self.moments.contains(key) {
            let isTime = value.word.map { TestTime.duration($0.value) != nil || TestTime.moment($0.value) } ?? false
            return "write when it happens as `at: \(isTime ? value.word?.value ?? "0s" : "0s")`"
        }
        if Self.zones.contains(key) { return "a date and time carries its offset: `at: \(date)`" }
        if Self.before.contains(key) { return "what holds before the first step is the test's: `given: {agent: a-1}`" }
        switch key {
        case "event", "type", "events":
            let type = value.word.map { String(quoted($0.value).dropFirst().dropLast()) } ?? "contact.started"
            return "the event's type is the key, and its data the value: `\(type): {…}`"
        case "data": return "the data stand under the event's type, for example `conduct.observed: {conduct: insult}`"
        default: return nil
        }
    }
}

extension TestTime {
    /// Whether a text is a date and time with its offset.
    fileprivate static func moment(_ text: String) -> Bool { TimeText.parse(text) != nil }
}
