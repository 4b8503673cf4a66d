import SourceText

/// An author's word as a message shows it: in backticks, on one line, cut after 60 characters.
func quoted(_ word: String) -> String {
    let shown = word.prefix(60).map { $0.isNewline || $0 == "`" ? " " : $0 }
    return "`\(String(shown))\(word.count > 60 ? "…" : "")`"
}

/// Words in backticks with commas, at most twenty.
func listed(_ words: [String]) -> String {
    let most = 20
    let shown = words.prefix(most).map(quoted).joined(separator: ", ")
    return words.count > most ? "\(shown) and \(words.count - most) more" : shown
}

/// The help line for an unknown word: the nearest known one, else what there is; nil where there is nothing.
func suggestion(for word: String, in known: [String], called noun: String) -> String? {
    if let near = nearest(word, in: known) { return "did you mean \(quoted(near))?" }
    return known.isEmpty ? nil : "\(noun): \(listed(known))"
}
