import Foundation
import SourceText
import Testing

@Suite struct JSONTextTests {
    @Test("every character survives a round trip through a JSON string")
    func roundTrip() throws {
        var text = "æøå 日本 😀 \u{2028}\u{FFFF} \" \\ /"
        for value in UInt8(0)...0x9F { text.unicodeScalars.append(Unicode.Scalar(value)) }
        let json = JSONText.quoted(text)
        #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
        #expect(json.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test("control characters are escaped in their short form where there is one")
    func escapes() {
        #expect(JSONText.quoted("\u{08}\t\n\u{0C}\r\u{00}\u{1F}\"\\/") == #""\b\t\n\f\r\u0000\u001f\"\\/""#)
        #expect(JSONText.quoted("") == "\"\"")
    }

    @Test("commas stand between values and nowhere else")
    func commas() {
        var json = JSONText()
        json.beginArray()
        json.beginObject()
        json.endObject()
        json.beginObject()
        json.member("a", 1)
        json.member("b", String?.none)
        json.key("c")
        json.beginArray()
        json.bool(true)
        json.int(.min)
        json.null()
        json.endArray()
        json.endObject()
        json.string("x")
        json.literal("[2]")
        json.endArray()
        #expect(json.text == #"[{},{"a":1,"b":null,"c":[true,-9223372036854775808,null]},"x",[2]]"#)
        #expect(json.bytes == Array(json.text.utf8))
    }
}
