/// Tells names from what people say: an event may hold either where it should name something.
package enum ShortName {
    /// What stands in the place of what people said.
    package static let hidden = "something that is no short name"

    /// Whether a text can only be a name: what people say has spaces, or is longer.
    package static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 40, isLetter(first) else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
