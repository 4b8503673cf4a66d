import PolicyEngine
import YAMLTree

/// A key that does not belong in a test file, a test or `given`, by the word that its author had for what is there.
struct StrayTestKey {
    let entry: YAMLEntry
    private var key: String { entry.key.value }
    private var value: YAMLNode { entry.value }
    private static let moments = [
        "start", "starts", "begin", "begins", "at", "when", "date", "time", "now", "today", "clock",
    ]
    private static let givens = [
        "setup", "background", "before", "context", "fixture", "with", "preconditions", "state",
    ]
    private static let lists = [
        "events", "event", "scenario", "script", "timeline", "actions", "then", "when", "log", "do",
    ]
    private static let names = ["title", "test", "it", "case", "scenario", "summary", "description", "id"]
    private static let expectations = [
        "then", "expect", "expects", "expected", "assert", "asserts", "verify", "result",
    ]

    var inFile: String? {
        switch key {
        case "scenarios", "scenario", "cases", "suite", "examples", "specs", "spec": "did you mean `tests`?"
        case "given", "setup", "background": "write it in each test, beside its `name`: `given: \(shown)`"
        default: zone ?? (isRemark ? remark : nil)
        }
    }

    var inTest: String? {
        // Under whatever name: a list of what happens when.
        let isFlow = value.items?.contains { $0.entries?.contains { $0.key.value == "at" } ?? false } ?? false
        if isFlow || (Self.lists.contains(key) && value.items != nil) { return "did you mean `steps`?" }
        if Self.expectations.contains(key) {
            return "it stands in a step, beside `at`, and says what is so after it: `expect: \(shown)`"
        }
        if Self.givens.contains(key) { return "did you mean `given`?" }
        if Self.names.contains(key) {
            return "`name` says what the test shows: `name: \(shown)`; more is written as a remark, after a `#`"
        }
        if TestBlock.given[key] != nil {
            return "what holds before the first step is given: `given: {\(key): \(shown)}`"
        }
        switch key {
        case "skip", "only", "ignore", "disabled", "tags", "tag":
            return "to run only some tests, write a word of their names: `holdline test --filter WORD`"
        default: return start ?? zone ?? (isRemark ? remark : nil)
        }
    }

    var inGiven: String? {
        switch key {
        case "steps", "findings", "name": "write it beside `given`, not in it: `\(key): …`"
        case "ladders", "ladder", "events", "history":
            "it is not given: let steps bring it about before the one that is tested"
        case "measure", "measures": "counts are given, as `counts: \(shown)`; a clock runs from a step"
        default: start ?? zone
        }
    }

    private var shown: String { FlowNode.text(value) }

    /// When a test starts is said by its first step.
    private var start: String? {
        guard Self.moments.contains(key) else { return nil }
        let text = value.scalar?.text ?? ""
        let time = text.hasPrefix("T") || !text.contains(":") ? "" : text
        var moment = "2026-11-21T10:00:00+01:00"
        if TimeText.parse(text) != nil {
            moment = text
        } else if TimeText.parse("\(text)Z") != nil {
            moment = "\(text)Z"
        } else if TimeText.parse("\(text):00Z") != nil {
            moment = "\(text):00Z"
        } else if TimeText.parse("\(text)T09:00:00Z") != nil {
            moment = "\(text)T09:00:00Z"
        } else if TimeText.parse("2026-01-05T\(time):00Z") != nil {
            moment = "2026-01-05T\(time):00Z"
        }
        return "the first step says when the test starts: its `at` may be a date and time, `at: \(moment)`; "
            + "durations in later steps count from it"
    }

    private var zone: String? {
        guard ["timezone", "time_zone", "tz", "zone"].contains(key) else { return nil }
        return "the policy says its time zone; a date and time in a test has its offset: "
            + "`at: 2026-11-21T10:00:00+01:00`"
    }

    private var isRemark: Bool {
        ["description", "title", "name", "comment", "note", "notes", "remark", "why", "because"].contains(key)
    }
    private var remark: String { "write it as a remark, after a `#`" }
}
