import Testing

@testable import PolicyEngine

struct ContentHashTests {
    private func hash(_ text: String) -> UInt64 {
        Array(text.utf8).withUnsafeBytes { ContentHash.of($0) }
    }

    @Test("The digest is XXH64 with seed 0: published vectors of every path through it")
    func vectors() {
        #expect(hash("") == 0xEF46_DB37_51D8_E999)
        #expect(hash("a") == 0xD24E_C4F1_A98C_6E5B)
        #expect(hash("abc") == 0x44BC_2CF5_AD77_0999)
        #expect(hash("The quick brown fox jumps over the lazy dog") == 0x0B24_2D36_1FDA_71BC)
        #expect(hash("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
    }

    @Test("White space around an event does not count, within it does")
    func whiteSpace() throws {
        let reader = EventReader()
        let line = #"{"id":"e","time":"2026-11-21T10:00:40Z","type":"time.passed"}"#
        let plain = try reader.read(line).contentHash
        #expect(plain == hash(line))
        #expect(try reader.read(" \t\r\n\(line) \r\n").contentHash == plain)
        #expect(try reader.read(line.replacing(",", with: ", ")).contentHash != plain)
    }
}
