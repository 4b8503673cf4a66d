import SourceText

/// Scripts that say in one language, letter for letter, what they say in another: a translation that was forgotten.
struct Untranslated {
    /// Shorter texts, such as a greeting or a name, may well be the same in two languages.
    private static let fewest = 4

    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.scripts.flatMap { script in
            var first: [String: LocalizedText] = [:]
            return script.texts.compactMap { text -> Diagnostic? in
                let words = AvoidedPhrases.words(in: text.text.value)
                guard words.count >= fewest else { return nil }
                let key = words.joined(separator: " ")
                guard let known = first[key] else {
                    first[key] = text
                    return nil
                }
                let (language, other) = (text.language.value, known.language.value)
                if base(language) == base(other) { return nil }
                return .warning(
                    "untranslated", text.language.span,
                    "the script \(quoted(script.name.value)) says in \(quoted(language)) the same words as in "
                        + quoted(other),
                    "translate the text after \(quoted("\(language):"))",
                    related: [Diagnostic.Related(span: known.language.span, message: "the same words stand here")])
            }
        }
    }

    private static func base(_ language: String) -> Substring { language.prefix { $0 != "-" } }
}
