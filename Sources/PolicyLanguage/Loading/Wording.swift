import SourceText

/// An author's word as a message shows it: in backticks, on one line, cut after 60 characters.
func quoted(_ word: String) -> String {
    var text = ""
    var count = 0
    for character in word {
        if count == 60 {
            text += "…"
            break
        }
        text.append(character.isNewline || character == "`" ? " " : character)
        count += 1
    }
    return "`\(text)`"
}

/// Words in backticks with commas, at most twelve.
func listed(_ words: [String]) -> String {
    let most = 12
    let shown = words.prefix(most).map(quoted).joined(separator: ", ")
    return words.count > most ? "\(shown) and \(words.count - most) more" : shown
}

/// The help line for an unknown word: the nearest known one, else what there is, else what to do.
func suggestion(for word: String, in known: [String], called noun: String, otherwise: String? = nil) -> String? {
    if let near = nearest(word, in: known) { return "did you mean \(quoted(near))?" }
    return known.isEmpty ? otherwise : "\(noun): \(listed(known))"
}
