import Foundation
import Testing

/// A line and how its refusal reads.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    var line: String
    var refusal: String
    var testDescription: String { refusal }

    init(_ line: String, _ refusal: String) {
        self.line = line
        self.refusal = refusal
    }

    /// A good envelope around bad data, in which `→` stands before the place that the refusal points at.
    init(_ type: String, _ data: String, _ refusal: String) {
        let parts = EventLines.of(type, data).components(separatedBy: "→")
        let column = parts.count > 1 ? " (column \(parts[0].utf8.count + 1))" : ""
        self.init(parts.joined(), refusal + column)
    }
}

extension RefusalCase {
    static let ofEnvelopes: [RefusalCase] = [
        RefusalCase("", "bad-json: the line is empty"),
        RefusalCase(" \t", "bad-json: the line is empty"),
        RefusalCase("[]", "bad-json: an event is a JSON object (column 1)"),
        RefusalCase(" 7", "bad-json: an event is a JSON object (column 2)"),
        RefusalCase("\u{FEFF}{}", "bad-json: an event does not begin with a byte order mark (column 1)"),
        RefusalCase("{}", "missing-field: `id` is missing"),
        RefusalCase(#"{"Id":"e-1"}"#, "missing-field: `id` is missing; did you mean it by `Id`?"),
        RefusalCase(#"{"id":null}"#, "missing-field: `id` is missing"),
        RefusalCase(#"{"id":""}"#, "empty: `id` is empty (column 7)"),
        RefusalCase(#"{"id":7}"#, "wrong-type: `id` must be a text, not a number (column 7)"),
        RefusalCase(#"{"id":["e"]}"#, "wrong-type: `id` must be a text, not a list (column 7)"),
        RefusalCase(#"{"id":{}}"#, "wrong-type: `id` must be a text, not an object (column 7)"),
        RefusalCase(#"{"id":true}"#, "wrong-type: `id` must be a text, not true or false (column 7)"),
        RefusalCase(#"{"id":"e-1"}"#, "missing-field: `time` is missing"),
        RefusalCase(#"{"id":"e-1","tme":1}"#, "missing-field: `time` is missing; did you mean it by `tme`?"),
        RefusalCase(#"{"id":"e-1","time":"2026-11-21T10:00:40Z"}"#, "missing-field: `type` is missing"),
        RefusalCase(
            #"{"time":"21.11.2026"}"#,
            "bad-time: `time` must be a time of RFC 3339 such as `2026-11-21T10:00:40.250Z` (column 9)"),
        RefusalCase(
            #"{"time":"2026-02-30T10:00:40Z"}"#, "bad-time: `time` is a day or a time that does not exist (column 9)"),
        RefusalCase(
            #"{"time":"2026-12-31T23:59:60Z"}"#,
            "bad-time: `time` is a leap second (`:60`), which no clock here can show (column 9)"),
        RefusalCase(
            #"{"time":"1969-12-31T23:59:59Z"}"#,
            "out-of-range: `time` must lie in the years 1970 to 9999, in UTC (column 9)"),
        RefusalCase(#"{"time":1795255240}"#, "wrong-type: `time` must be a text, not a number (column 9)"),
        RefusalCase(#"{"type":""}"#, "empty: `type` is empty (column 9)"),
        RefusalCase(
            #"{"type":"contact.startd"}"#,
            "unknown-type: there is no event type `contact.startd`; did you mean `contact.started`? (column 9)"),
        RefusalCase(
            #"{"type":"queue.mesured"}"#,
            "unknown-type: there is no event type `queue.mesured`; did you mean `queue.measured`? (column 9)"),
        RefusalCase(
            #"{"type":"conduct.insult"}"#,
            "unknown-type: there is no event type `conduct.insult`; conduct is `conduct.observed`, with its class in "
                + "`data.conduct` (column 9)"),
        RefusalCase(
            #"{"id":"e-1","time":"2026-11-21T10:00:40Z","type":"conduct.observed","contact":"c","conduct":"insult"}"#,
            "missing-field: `data.conduct` is missing; what an event carries stands in `data`"),
        RefusalCase(#"{"type":"\u001b[31mzzz`"}"#, "unknown-type: there is no event type `[31mzzz` (column 9)"),
        RefusalCase(#"{"specversion":"0.3"}"#, "bad-choice: `specversion` must be `1.0` (column 16)"),
        RefusalCase(
            #"{"data_base64":"eyJ9"}"#, "wrong-type: `data_base64` cannot be read; give `data` as an object (column 16)"
        ),
        RefusalCase(#"{"contact":""}"#, "empty: `contact` is empty (column 12)"),
        RefusalCase(
            #"{"id":"e","id":"e"}"#, "duplicate-member: the member `id` stands twice in one object (column 11)"),
        RefusalCase(#"{"x":1,"x":1}"#, "duplicate-member: the member `x` stands twice in one object (column 8)"),
        RefusalCase(#"{"x":1,"\u0078":1}"#, "duplicate-member: the member `x` stands twice in one object (column 8)"),
        RefusalCase(
            #"{"id":"e","\u0069d":1}"#, "duplicate-member: the member `id` stands twice in one object (column 11)"),
        RefusalCase(
            #"{"a":[{"x":1,"x":1}]}"#, "duplicate-member: the member `x` stands twice in one object (column 14)"),
        RefusalCase(
            EventLines.of("utterance", #"{"speaker":"agent"}"#, more: ""),
            "no-lane: an event names a `contact`, a `customer` or an `agent`"),
        RefusalCase(
            EventLines.of("utterance", #"{"speaker":"agent"}"#, more: #","contact":null"#),
            "no-lane: an event names a `contact`, a `customer` or an `agent`"),
        RefusalCase(
            EventLines.of("time.passed", "7"), "wrong-type: `data` must be an object, not a number (column 91)"),
        RefusalCase(
            #"{"id":"\#(String(repeating: "i", count: 257))"}"#, "too-long: `id` is longer than 256 bytes (column 7)"),
    ]

    static let ofData: [RefusalCase] = [
        RefusalCase("utterance", "{}", "missing-field: `data.speaker` is missing"),
        RefusalCase(
            "utterance", "null", "missing-field: `data.speaker` is missing; what an event carries stands in `data`"),
        RefusalCase("utterance", #"{"speaker":null}"#, "missing-field: `data.speaker` is missing"),
        RefusalCase(
            "utterance", #"{"speakr":"agent"}"#,
            "missing-field: `data.speaker` is missing; did you mean it by `speakr`?"),
        RefusalCase(
            "utterance", #"{"speaker":→"custmer"}"#,
            """
            bad-choice: `data.speaker` must be one of `customer`, `agent`, `supervisor`; did you mean `customer`?
            """),
        RefusalCase(
            "utterance", #"{"speaker":→"nobody at all"}"#,
            "bad-choice: `data.speaker` must be one of `customer`, `agent`, `supervisor`"),
        RefusalCase(
            "utterance", #"{"speaker":"agent","text":→7}"#,
            "wrong-type: `data.text` must be a text, not a number"),
        RefusalCase(
            "contact.ended", #"{"by":"agent"}"#,
            "missing-field: `data.reason` is missing; only a contact that the customer ended may go without"),
        RefusalCase(
            "contact.started", #"{"new_matter":→"yes"}"#,
            "wrong-type: `data.new_matter` must be true or false, not a text"),
        RefusalCase(
            "contact.started", #"{"new_matter":→0}"#,
            "wrong-type: `data.new_matter` must be true or false, not a number"),
        RefusalCase(
            "contact.started", #"{"tags":→"vip"}"#,
            "wrong-type: `data.tags` must be a list of texts, not a text"),
        RefusalCase(
            "contact.started", #"{"tags":["vip",→1]}"#,
            "wrong-type: `data.tags` must be a list of texts, not a number"),
        RefusalCase("conduct.observed", #"{"conduct":→[]}"#, "empty: `data.conduct` names no class"),
        RefusalCase("conduct.observed", #"{"conduct":→""}"#, "empty: `data.conduct` is empty"),
        RefusalCase("conduct.observed", #"{"conduct":→[""]}"#, "empty: `data.conduct` holds an empty text"),
        RefusalCase(
            "conduct.observed", #"{"conduct":→true}"#,
            "wrong-type: `data.conduct` must be a text or a list of texts, not true or false"),
        RefusalCase(
            "conduct.observed", #"{"conduct":→[\#((0...32).map { "\"c\($0)\"" }.joined(separator: ","))]}"#,
            "too-many: `data.conduct` has more than 32 items"),
        RefusalCase(
            "conduct.observed", #"{"conduct":"rude","confidence":→1.01}"#,
            "out-of-range: `data.confidence` must be from 0 to 1"),
        RefusalCase(
            "conduct.observed", #"{"conduct":"rude","confidence":→-1e-9}"#,
            "out-of-range: `data.confidence` must be from 0 to 1"),
        RefusalCase(
            "conduct.observed", #"{"conduct":"rude","severity":→5}"#,
            "out-of-range: `data.severity` must be from 0 to 4"),
        RefusalCase(
            "conduct.observed", #"{"conduct":"rude","severity":→2.5}"#,
            "wrong-type: `data.severity` must be a whole number"),
        RefusalCase(
            "conduct.observed", #"{"conduct":"rude","severity":→"2"}"#,
            "wrong-type: `data.severity` must be a whole number, not a text"),
        RefusalCase(
            "fact.recorded", #"{"name":"x","value":→{}}"#,
            """
            wrong-type: `data.value` must be true or false, a number, a text or a list of texts, not an object
            """),
        RefusalCase("fact.recorded", #"{"name":"x","value":null}"#, "missing-field: `data.value` is missing"),
        RefusalCase("fact.recorded", #"{"name":→"","value":1}"#, "empty: `data.name` is empty"),
        RefusalCase("fact.recorded", #"{"name":"x","value":→1e999}"#, "out-of-range: a number is too large"),
        RefusalCase(
            "fact.recorded", #"{"name":"x","value":true,"until":→"tomorrow"}"#,
            "bad-time: `data.until` must be a time of RFC 3339 such as `2026-11-21T10:00:40.250Z`"),
        RefusalCase(
            "action.done", #"{"action":"warn","fields":→[]}"#,
            "wrong-type: `data.fields` must be an object, not a list"),
        RefusalCase(
            "action.done", #"{"action":"warn","fields":{"a":1,→"a":2}}"#,
            "duplicate-member: the member `a` stands twice in one object"),
        RefusalCase(
            "action.done", #"{"action":"warn",→"action":"warn"}"#,
            "duplicate-member: the member `action` stands twice in one object"),
        RefusalCase("status.decided", #"{"status":"x"}"#, "missing-field: `data.decision` is missing"),
        RefusalCase("queue.measured", #"{"open":true}"#, "missing-field: `data.waiting` is missing"),
        RefusalCase(
            "queue.measured", #"{"waiting":→1e30}"#,
            "out-of-range: `data.waiting` does not fit into 64 bits"),
        RefusalCase(
            "queue.measured", #"{"waiting":1,"length":→"3 cm"}"#,
            "wrong-type: `data.length` must be a duration such as `90s` or `1h30m`"),
    ]
}
