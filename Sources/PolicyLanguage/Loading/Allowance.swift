import SourceText
import YAMLTree

/// A comment that lets findings of some codes stand: `# holdline: allow unheard-miss because …`.
struct Allowance {
    let comment: YAMLComment
    /// The codes as written, with their places.
    let codes: [Located<String>]
    /// nil where the author gave none.
    let reason: String?
    /// The line whose findings it lets stand: its own, or where it stands alone the next one that is no comment.
    let line: Int

    /// The allowances among the comments of a file.
    static func all(_ comments: [YAMLComment], in file: SourceFile) -> [Allowance] {
        let alone = Set(comments.filter(\.isAlone).map { file.position(at: $0.span.start).line })
        return comments.compactMap { comment in
            var line = file.position(at: comment.span.start).line
            if comment.isAlone { repeat { line += 1 } while alone.contains(line) }
            return Allowance(comment, line)
        }
    }

    /// nil for a comment that speaks to people.
    private init?(_ comment: YAMLComment, _ line: Int) {
        var words = Allowance.words(of: comment)
        guard words.first?.value == "#" || words.first?.value == "#holdline:" else { return nil }
        if words.removeFirst().value == "#" {
            guard words.first?.value == "holdline:" else { return nil }
            words.removeFirst()
        }
        guard let verb = words.first?.value, Allowance.isMeant(verb) else { return nil }
        words.removeFirst()
        let end = words.firstIndex { $0.value == "because" } ?? words.endIndex
        codes = words[..<end].flatMap(Allowance.codes)
        let given = words[end...].dropFirst().map(\.value).joined(separator: " ")
        reason = given.isEmpty ? nil : given
        self.comment = comment
        self.line = line
    }

    /// Authors write `ignore` or `allows` and mean `allow`.
    private static func isMeant(_ verb: String) -> Bool {
        nearest(verb, in: ["allow"]) != nil || ["ignore", "disable", "suppress"].contains(verb)
    }

    private static func words(of comment: YAMLComment) -> [Located<String>] {
        var words: [Located<String>] = []
        var start = 0
        let bytes = Array(comment.text.utf8)
        for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09 {
            if index > start {
                words.append(
                    Located(
                        String(decoding: bytes[start..<index], as: UTF8.self),
                        comment.span.sub(offset: start, length: index - start)))
            }
            start = index + 1
        }
        return words
    }

    /// Codes may be parted by commas as well as by spaces.
    private static func codes(_ word: Located<String>) -> [Located<String>] {
        var found: [Located<String>] = []
        var offset = 0
        for part in word.value.split(separator: ",", omittingEmptySubsequences: false) {
            if !part.isEmpty {
                found.append(
                    Located(String(part), word.span.sub(offset: offset, length: part.utf8.count)))
            }
            offset += part.utf8.count + 1
        }
        return found
    }
}
