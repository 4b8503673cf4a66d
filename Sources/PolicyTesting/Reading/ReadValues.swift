import PolicyEngine
import SourceText
import YAMLTree

/// Values of a file whose form was checked; what did not fit is nil without a word.
extension YAMLNode {
    /// One word or line of text.
    var word: Located<String>? {
        guard let scalar, !scalar.text.isEmpty else { return nil }
        return Located(scalar.text, scalar.span)
    }

    /// One word or a list of words.
    var words: [Located<String>] { (items ?? [self]).compactMap(\.word) }

    /// What the node is, for a message.
    var noun: String {
        switch content {
        case .scalar: isEmptyPlain ? "nothing" : "one value"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }
}

extension [YAMLEntry] {
    /// The value of a key; nil where it is missing.
    subscript(key: String) -> YAMLNode? { first { $0.key.value == key }?.value }
}

extension TestReader {
    /// A moment: a duration from the test's start, or a date and time. Milliseconds since 1970.
    mutating func moment(_ text: String) -> Int64? {
        if TestTime.looksLikeDate(text) {
            guard let moment = TimeText.parse(text) else { return nil }
            usesDates = true
            return moment
        }
        return TestTime.duration(text).map { start + $0 }
    }
}

extension TestForm {
    static func position(_ text: String) -> Int? {
        guard let number = wholeNumber(text), number <= 1_000 else { return nil }
        return Int(number)
    }

    static func amount(_ text: String) -> Expectation.Amount? {
        if let number = wholeNumber(text) { return .number(number) }
        return TestTime.duration(text).map { .time($0) }
    }
}

/// Digits only, so never negative.
func wholeNumber(_ text: String) -> Int64? {
    text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int64(text) : nil
}
