import PolicyEngine
import Testing

/// JSON itself, tried on a member that nobody asks for: it is validated all the same.
struct EventSyntaxTests {
    private func refusal(of value: String) -> EventRefusal? {
        EventLines.refusal(EventLines.of("time.passed", "{}", more: #","x":\#(value)"#))
    }

    @Test(
        "Whatever is JSON is stepped over",
        arguments: [
            "0", "-0", "10", "-7", "1.5", "0.0", "1e5", "1E+5", "1e-05", "-0.0e-0", "true", "false", "null", "\"\"",
            #""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00""#, "\"é€😀\u{7F}\"", "[]", "[ ]", "[1 , [2],{}]", "{}", "{ }",
            #"{"a":{"b":[null]} , "":1}"#, " \t7", "\"\u{FFFF}\u{10FFFF}\"", "123456789012345678901234567890",
        ])
    func accepted(_ value: String) {
        #expect(refusal(of: value) == nil)
    }

    @Test(
        "Whatever is not JSON is refused",
        arguments: [
            "", "tru", "True", "nul", "nullx", "NaN", "Infinity", "-", "+1", "01", "-01", ".5", "1.", "1.e5", "1e",
            "1e+",
            "0x10", "1_000", "'a'", "\"", "\"a", #""\x""#, #""\u12g4""#, #""\u12"#, "\"\t\"", "\"a\nb\"", "\"\u{0}\"",
            "[",
            "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,}"#, "{,}", "{1:2}",
            "{a:1}", #"{"a" 1}"#, #"{"a":1 "b":2}"#, "]", "}", "[}", "{]", "1 2", "/**/1", "[1]]", #"{"a":1}}"#,
            "\u{A0}1",
        ])
    func refused(_ value: String) {
        #expect(refusal(of: value)?.code == .badJSON)
    }

    @Test(
        "Half of a surrogate pair is refused",
        arguments: [
            #""\uD83D""#, #""\uDE00""#, #""\uD83Dx""#, #""\uD83D\n""#, #""\uD83D\uD83D""#, #""\uD83D\u0041""#,
            #""\uDE00\uD83D""#, #""\uD83D\u"#,
        ])
    func surrogates(_ value: String) {
        #expect(refusal(of: value)?.code == .badUTF8)
    }

    @Test(
        "What is not UTF-8 is refused at its byte, in any text",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
            [0xE2, 0x28, 0xAC], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]])
    func encoding(_ bytes: [UInt8]) {
        let text = Array(#"{"id":"abc"#.utf8) + bytes
        let refusal = EventLines.refusal(text + Array(#"de"}"#.utf8))
        #expect(refusal?.code == .badUTF8)
        #expect(refusal?.column == 11)
        #expect(EventLines.refusal(text)?.code == .badUTF8 || EventLines.refusal(text)?.code == .badJSON)
        #expect(EventLines.refusal(Array(#"{""#.utf8) + bytes + Array(#"":1}"#.utf8))?.code == .badUTF8)
    }

    @Test("The column is the byte, from 1, where reading stopped")
    func columns() {
        #expect(EventLines.refusal(#"{"é":tru}"#)?.column == 7)
        #expect(EventLines.refusal(#"{"id":"e" "x":1}"#)?.column == 11)
        #expect(EventLines.refusal(#"{"id":"e""#)?.column == 10)
    }

    @Test("A line says what was expected, and whether it simply ended")
    func messages() {
        #expect(EventLines.refusal(#"{"id":"e" "x":1}"#)?.message == "expected `,` or `}`")
        #expect(EventLines.refusal(#"{"id":"e""#)?.message == "expected `,` or `}`, but the line ends here")
        #expect(EventLines.refusal(#"{"id""#)?.message == "expected `:`, but the line ends here")
        #expect(EventLines.refusal(#"{id"#)?.message == "expected a member's name in quotation marks")
        #expect(EventLines.refusal(#"{"x":01}"#)?.message == "a number has no leading zeros")
        #expect(EventLines.refusal(#"{"x":1.}"#)?.message == "expected a digit")
        #expect(EventLines.refusal(#"{"x":"\q"}"#)?.message == "there is no such escape in JSON")
        #expect(EventLines.refusal(#"{"x":"\u00"}"#)?.message == "`\\u` wants four hexadecimal digits")
        #expect(EventLines.refusal(#"{"x":"\ud800"}"#)?.message == "an escape is half of a surrogate pair")
        #expect(EventLines.refusal("{\"x\":\"\u{1}\"}")?.message.hasPrefix("a control character") == true)
        let twice = EventLines.of("time.passed", "{}")
        #expect(EventLines.refusal(twice + twice)?.message == "there is more after the end of the event")
    }

    @Test("Every limit holds at its edge and is refused past it")
    func limits() {
        func lists(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(refusal(of: lists(EventLimits.nesting - 1)) == nil)
        #expect(refusal(of: lists(EventLimits.nesting))?.code == .tooDeep)
        #expect(refusal(of: lists(200_000))?.code == .tooDeep)
        func members(_ count: Int) -> String {
            "{" + (0..<count).map { "\"m\($0)\":0" }.joined(separator: ",") + "}"
        }
        #expect(refusal(of: members(EventLimits.members)) == nil)
        #expect(refusal(of: members(EventLimits.members + 1))?.code == .tooMany)
        #expect(refusal(of: String(repeating: "1", count: EventLimits.numberBytes)) == nil)
        #expect(refusal(of: String(repeating: "1", count: EventLimits.numberBytes + 1))?.code == .tooLong)
        func tags(_ count: Int) -> EventRefusal? {
            let items = (0..<count).map { _ in "\"\"" }.joined(separator: ",")
            return EventLines.refusal(EventLines.of("contact.started", "{\"tags\":[\(items)]}"))
        }
        #expect(tags(EventLimits.listItems) == nil)
        #expect(tags(EventLimits.listItems + 1)?.code == .tooMany)
        func text(_ unit: String, _ count: Int) -> EventRefusal? {
            let text = String(repeating: unit, count: count)
            return EventLines.refusal(EventLines.of("utterance", "{\"speaker\":\"agent\",\"text\":\"\(text)\"}"))
        }
        #expect(text("a", EventLimits.textBytes) == nil)
        #expect(text("a", EventLimits.textBytes + 1)?.code == .tooLong)
        #expect(text("\\u0061", EventLimits.textBytes) == nil)
        #expect(text("\\u0061", EventLimits.textBytes + 1)?.code == .tooLong)
        let line = EventLines.of("time.passed", "{}")
        let space = String(repeating: " ", count: EventLimits.eventBytes - line.utf8.count)
        #expect(EventLines.refusal(line + space) == nil)
        #expect(EventLines.refusal(line + space + " ")?.code == .tooLong)
    }
}
