import SourceText

/// An author's word as a message shows it: in backticks, on one line, cut after 60 letters.
func quoted(_ word: String) -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    for scalar in word.unicodeScalars {
        if count == 60 {
            text.append("…")
            break
        }
        text.append(scalar == "\n" || scalar == "\r" || scalar == "`" ? " " : scalar)
        count += 1
    }
    return "`\(String(text))`"
}

/// A text as it is written within braces: in single quotation marks where YAML wants them, `…` where it is long.
func inBraces(_ text: String) -> String {
    if text.utf8.count > 60 || text.contains(where: { $0.isNewline || $0 == "`" }) { return "…" }
    let isPlain =
        text.first.map { $0.isLetter || $0.isNumber } ?? false
        && text.allSatisfy { $0.isLetter || $0.isNumber || " .?!-_".contains($0) }
    return isPlain ? text : "'\(text.replacing("'", with: "''"))'"
}

/// Words in backticks with commas, at most twelve.
func listed(_ words: [String]) -> String {
    let most = 12
    let shown = words.prefix(most).map(quoted).joined(separator: ", ")
    return words.count > most ? "\(shown) and \(words.count - most) more" : shown
}

/// The known word an author most likely meant: the nearest one, or one that begins alike, as `bool` for `boolean`.
func likely(_ word: String, in known: [String]) -> String? {
    if let near = nearest(word, in: known) { return near }
    return known.sorted().first { one in
        min(one.utf8.count, word.utf8.count) >= 3 && (one.hasPrefix(word) || word.hasPrefix(one))
    }
}

/// The help line for an unknown word: the likely one, else what there is.
func suggestion(for word: String, in known: [String], called noun: String) -> String? {
    if let meant = likely(word, in: known) ?? otherWords[word.lowercased()], known.contains(meant) {
        return "did you mean \(quoted(meant))?"
    }
    if let phase = meantPhase(word, in: known) { return "did you mean \(quoted(phase))?" }
    return known.isEmpty ? nil : "\(noun): \(listed(known))"
}

/// What people call a state of a status or of a duty.
func meantPhase(_ word: String, in known: [String]) -> String? {
    let phases = [
        "active": "imposed begins begun begin starts started start on set in_force",
        "ended": "ends end over lifted off inactive expires expired finished removed revoked reversed",
        "fulfilled": "done completed complete met kept satisfied performed success",
        "missed": "overdue not_done failed broken breached undone unfulfilled misses miss",
        "declined": "refused rejected",
    ]
    return known.first { phases[$0]?.split(separator: " ").contains(word[...]) == true }
}

/// What other languages call a type or a choice.
private let otherWords = [
    "string": "text", "str": "text", "date": "timestamp", "datetime": "timestamp", "time": "timestamp",
    "number": "int", "integer": "int", "float": "double", "decimal": "double", "yes/no": "bool", "flag": "bool",
    "array": "list", "call": "contact", "caller": "customer", "client": "customer", "employee": "agent",
]
