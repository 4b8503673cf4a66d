import SourceText

/// The value of a key that has a key of its own and no braces around it: `warn: {within: 30s}`.
///
/// Authors put a map on the line of its key as they would put it below.
public struct UnbracedMap {
    /// `warn`.
    public let key: String
    /// What stands after its `:`, empty where that follows on the next line.
    public let value: String
    /// The map with its braces; `…` in the place of a value that is long, cut off or in quotation marks.
    public let text: String
    /// Whether it can be no text: brackets follow, or nothing on this line.
    public let isCertain: Bool

    /// Nil where a text does not begin with a name in small letters, a `:` and a space.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, UnbracedMap.small.contains(first) else {
            return nil
        }
        let name = text[..<colon]
        guard name.allSatisfy(UnbracedMap.nameSigns.contains) else { return nil }
        let rest = text[text.index(after: colon)...]
        guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
        key = String(name)
        value = String(rest.drop { $0 == " " || $0 == "\t" })
        // What is too long to be shown is not taken apart either, nor are thousands of keys in a row.
        let inner = value.utf8.count <= UnbracedMap.longest ? UnbracedMap(value) : nil
        let isBracket = value.first.map { "{[".contains($0) } ?? true
        isCertain = inner?.isCertain ?? isBracket
        self.text = "{\(key): \(inner?.text ?? UnbracedMap.shown(value, isBracket))}"
    }

    private static let longest = 60
    private static let small = Set("abcdefghijklmnopqrstuvwxyz")
    private static let nameSigns = small.union("0123456789_-")

    /// A value as it can stand within braces.
    private static func shown(_ value: String, _ isBracket: Bool) -> String {
        let isOdd = value.utf8.count > longest || value.contains { "'\"`#\n\r".contains($0) }
        if value.isEmpty || isOdd { return "…" }
        if !isBracket { return value.contains { ",:{}[]".contains($0) } ? "…" : value }
        return closesAtItsEnd(value) ? value : "…"
    }

    /// Whether the bracket that a text begins with is closed by the sign it ends with.
    private static func closesAtItsEnd(_ text: String) -> Bool {
        var open: [Character] = []
        for (index, sign) in zip(text.indices, text) {
            switch sign {
            case "{": open.append("}")
            case "[": open.append("]")
            case "}", "]":
                guard open.popLast() == sign else { return false }
                if open.isEmpty { return text.index(after: index) == text.endIndex }
            default: break
            }
        }
        return false
    }
}
