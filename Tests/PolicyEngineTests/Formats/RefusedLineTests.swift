import PolicyEngine
import Testing

struct RefusedLineTests {
    private func written(_ line: RefusedLine) -> String {
        var bytes: [UInt8] = []
        line.write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("A refused line is one JSON object with its number, code and message")
    func plain() throws {
        let refusal = EventRefusal(.noLane, "an event names a `contact`")
        #expect(
            written(RefusedLine(line: 7, refusal: refusal))
                == #"{"line":7,"code":"no-lane","message":"an event names a `contact`"}"# + "\n")
    }

    @Test("Column, id and the line itself stand where they are known or asked for")
    func whole() throws {
        let line = #"{"id":"e-\"1","time":1}"#
        let refusal = try #require(EventLines.refusal(line))
        #expect(
            written(RefusedLine(line: 1, refusal: refusal, raw: Array(line.utf8) + [0xFF]))
                == #"{"line":1,"column":22,"code":"wrong-type","message":"`time` must be a text, not a number","#
                + #""id":"e-\"1","raw":"{\"id\":\"e-\\\"1\",\"time\":1}"# + "\u{FFFD}\"}\n")
    }

    @Test("Codes are stable words")
    func codes() {
        #expect(
            EventRefusal.Code.allCases.map(\.rawValue) == [
                "bad-json", "bad-utf8", "too-long", "too-deep", "too-many", "duplicate-member", "unknown-type",
                "missing-field", "wrong-type", "bad-choice", "bad-time", "out-of-range", "empty", "no-lane",
                "other-customer", "other-content", "too-late", "too-early",
            ])
    }
}
