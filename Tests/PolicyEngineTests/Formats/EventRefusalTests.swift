import PolicyEngine
import Testing

struct EventRefusalTests {
    @Test("Each refusal of an envelope has its code, message and place", arguments: RefusalCase.ofEnvelopes)
    func envelope(_ example: RefusalCase) {
        #expect(EventLines.refusal(example.line)?.description == example.refusal)
    }

    @Test("Each refusal of data has its code, message and place", arguments: RefusalCase.ofData)
    func fields(_ example: RefusalCase) {
        #expect(EventLines.refusal(example.line)?.description == example.refusal)
    }

    @Test("A refusal carries the event's id wherever it stands in the line, and none where there is none")
    func id() {
        #expect(EventLines.refusal(#"{"type":"nothing","x":[{}],"id":"e-9"}"#)?.id == "e-9")
        #expect(EventLines.refusal(#"{"i\u0064":"e-9"}"#)?.id == "e-9")
        #expect(EventLines.refusal(#"{"id":"e-9","time":tru"#)?.id == "e-9")
        #expect(EventLines.refusal(#"{"time":tru,"id":"e-9"}"#)?.id == nil)
        #expect(EventLines.refusal(#"{"id":9}"#)?.id == nil)
    }

    @Test("No message quotes what an event holds", arguments: RefusalCase.ofEnvelopes + RefusalCase.ofData)
    func silence(_ example: RefusalCase) throws {
        let message = try #require(EventLines.refusal(example.line)).message
        for secret in ["nobody at all", "tomorrow", "3 cm", "custmer", "21.11.2026", "yes", "eyJ9"] {
            #expect(!message.contains(secret))
        }
        #expect(message.first?.isUppercase == false && !message.hasSuffix("."))
    }
}
