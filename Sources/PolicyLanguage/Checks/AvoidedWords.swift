import SourceText

/// Scripts that say what agents are asked not to say.
struct AvoidedWords {
    /// How many phrases are held against words of scripts at most, for a check's time must not be a product of two
    /// lists; nobody writes as many by hand.
    private static let most = 1_000_000

    static func find(in view: PolicyView) -> [Diagnostic] {
        var lists: [String: AvoidedPhrases] = [:]
        for wording in view.policy.avoidedWording where lists[wording.language.value] == nil {
            lists[wording.language.value] = AvoidedPhrases(wording.phrases)
        }
        var found: [Diagnostic] = []
        if lists.isEmpty { return found }
        var room = most
        for script in view.policy.scripts {
            for text in script.texts {
                let language = text.language.value
                guard let list = lists[language] ?? lists[String(language.prefix { $0 != "-" })] else { continue }
                found += list.said(in: text.text.value, &room).map { phrase in
                    .warning(
                        "avoided-wording", text.text.span,
                        "the script \(quoted(script.name.value)) says \(quoted(phrase.value)) in "
                            + "\(quoted(language)), which is wording to avoid",
                        "say it in other words, or take the phrase out of `wording`",
                        related: [Diagnostic.Related(span: phrase.span, message: "it is to be avoided here")])
                }
            }
        }
        return found
    }
}

/// Phrases to avoid in one language, by their first word.
struct AvoidedPhrases {
    private let phrases: [(text: Located<String>, words: [String])]
    private var byFirst: [String: [Int]] = [:]

    init(_ phrases: [Located<String>]) {
        self.phrases = phrases.map { ($0, AvoidedPhrases.words(in: $0.value)) }
        for (index, phrase) in self.phrases.enumerated() {
            if let first = phrase.words.first { byFirst[first, default: []].append(index) }
        }
    }

    /// The phrases that stand in a text, each once, in their order; `room` is how many may still be compared.
    func said(in text: String, _ room: inout Int) -> [Located<String>] {
        let words = AvoidedPhrases.words(in: text)
        var found: Set<Int> = []
        for (start, word) in words.enumerated() {
            for index in byFirst[word] ?? [] {
                room -= 1
                if room < 0 { return [] }
                if words[start...].starts(with: phrases[index].words) { found.insert(index) }
            }
        }
        return found.sorted().map { phrases[$0].text }
    }

    /// Words as phrases to avoid are compared: canonical equivalence (which is how strings compare), lower case,
    /// apostrophes alike, all that is neither letter, digit nor apostrophe between them.
    static func words(in text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isASCII = true
        func end() {
            if word.isEmpty { return }
            let whole = String(decoding: word, as: UTF8.self)
            if isASCII { words.append(whole) } else { words += parts(of: whole) }
            word.removeAll(keepingCapacity: true)
            isASCII = true
        }
        // Nearly all letters are ASCII, and those need no look at what a character is.
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"):
                word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
            case 0..<128: end()
            default:
                word.append(byte)
                isASCII = false
            }
        }
        end()
        return words
    }

    /// The words of a text in which no ASCII parts them.
    private static func parts(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "'" || character == "\u{2019}" || character == "\u{2BC}" {
                word.append("'")
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
