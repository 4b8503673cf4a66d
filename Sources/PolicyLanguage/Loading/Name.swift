/// The forms of names in a policy.
enum Name {
    /// `[a-z][a-z0-9_-]*`
    static func isID(_ text: String) -> Bool { isName(text.utf8[...], hyphens: true) }

    /// `[a-z][a-z0-9_]*`
    static func isVariable(_ text: String) -> Bool { isName(text.utf8[...], hyphens: false) }

    /// Ids with dots between them.
    static func isEventType(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { isName($0, hyphens: true) }
    }

    private static func isName(_ bytes: Substring.UTF8View, hyphens: Bool) -> Bool {
        guard let first = bytes.first, isSmall(first) else { return false }
        return bytes.allSatisfy {
            isSmall($0) || isDigit($0) || $0 == UInt8(ascii: "_") || (hyphens && $0 == UInt8(ascii: "-"))
        }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    /// What stands before a name elsewhere.
    private static let kinds: Set = [
        "conduct", "fact", "facts", "status", "statuses", "action", "actions", "role", "roles", "script", "scripts",
        "group",
        "groups", "ladder", "ladders", "measure", "measures", "rule", "rules", "event", "setting", "settings",
    ]

    /// How to write a name, with the text turned into one where that can be done.
    static func help(_ text: String, hyphens: Bool) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, kinds.contains(parts[0]), isID(parts[1]) {
            return "write `\(parts[1])` alone, without `\(parts[0]).`"
        }
        if text.contains(",") { return "write several as a list, such as `[one, two]`" }
        let joint: Character = hyphens ? "-" : "_"
        var name = ""
        for character in text.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber || character == "_" {
                name.append(character)
            } else if name.last != joint {
                name.append(joint)
            }
        }
        if let first = name.first, first.isNumber { name = "rule\(joint)\(name)" }
        let isName = hyphens ? isID(name) : isVariable(name)
        if isName, name != text, name.last != joint { return "did you mean \(quoted(name))?" }
        let marks = hyphens ? "small letters, digits, `_` and `-`" : "small letters, digits and `_`"
        let hasOther = text.contains { $0.isLetter && !$0.isASCII }
        return
            "use \(marks), with a letter first\(hasOther ? "; letters are those from `a` to `z`, all others are for texts" : "")"
    }
}
