import PolicyLanguage

/// Finds phrases to avoid in what agents say.
///
/// Words are compared by canonical equivalence, in lower case, with all apostrophes alike. Linear in the text times the
/// number of phrases that begin with one of its words.
struct Coach: Sendable {
    private struct Phrase: Sendable {
        var text: String
        var words: [[Character]]
    }

    private var byLanguage: [String: [Phrase]] = [:]

    init(_ wording: [AvoidedWording]) {
        for entry in wording {
            let phrases = entry.phrases.map { Phrase(text: $0.value, words: Self.words(in: $0.value)) }
            byLanguage[entry.language.value, default: []] += phrases.filter { !$0.words.isEmpty }
        }
    }

    var isEmpty: Bool { byLanguage.isEmpty }

    /// The phrases found, each once, in the policy's order.
    func phrases(in text: String, language: String) -> [Outcome.Coached] {
        let base = String(language.prefix { $0 != "-" })
        guard let phrases = byLanguage[language] ?? byLanguage[base] else { return [] }
        let words = Self.words(in: text)
        return phrases.filter { $0.words.isContained(in: words) }.map {
            Outcome.Coached(phrase: $0.text, language: byLanguage[language] == nil ? base : language)
        }
    }

    /// Letters, digits and apostrophes make words; all else parts them.
    static func words(in text: String) -> [[Character]] {
        var words: [[Character]] = []
        var word: [Character] = []
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "'" || character == "\u{2019}" || character == "\u{2BC}" {
                word.append("'")
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension [[Character]] {
    /// Whether these words stand in a row somewhere in others.
    fileprivate func isContained(in words: [[Character]]) -> Bool {
        guard let head = first, count <= words.count else { return false }
        for start in 0...(words.count - count) where words[start] == head {
            if words[start..<(start + count)].elementsEqual(self) { return true }
        }
        return false
    }
}
