import SourceText

extension FindingCatalog {
    /// What can be wrong with words to say.
    static let scripts: [FindingKind] = [
        FindingKind(
            "missing-language", .error, "a script lacks one of the languages",
            why: "An agent would stand there without words.",
            remedy: "Write the text in that language."),
        FindingKind(
            "undeclared-language", .warning, "words stand in a language that `languages` does not name",
            why: "No agent would ever see them, most often because of a typo.",
            remedy: "Add the language to `languages`, or mend the tag."),
        FindingKind(
            "unknown-placeholder", .error, "a script has a placeholder that stands for nothing",
            why: "The agent would read the braces out.",
            remedy: "Take the name from the help line, or write the words out."),
        FindingKind(
            "open-placeholder", .warning, "a script has a brace without its other half",
            why: "The agent would read the brace out.",
            remedy: "Write the placeholder in one pair of braces."),
        FindingKind(
            "unfilled-placeholder", .warning, "`{conduct}` stands in a script that no conduct sets off",
            why: "There is nothing to fill it in with, so it stays as it is.",
            remedy: "Use a script without `{conduct}` there."),
        FindingKind(
            "missing-words", .warning, "a class of conduct has no words for `{conduct}`",
            why: "The agent would say the name of the class, such as \"hateful\".",
            remedy: "Write the words under `conduct`, in each language."),
        FindingKind(
            "untranslated", .warning, "a script says the same words in two languages",
            why: "A translation was forgotten, and the agent would say the wrong language.",
            remedy: "Translate the text."),
        FindingKind(
            "too-long-to-say", .warning, "a script takes longer to say than there is time",
            why: "The duty would be missed by everybody who does it right.",
            remedy: "Write a longer `within`, or a shorter script."),
        FindingKind(
            "avoided-wording", .warning, "a script says what agents are asked not to say",
            why: "The policy would contradict itself.",
            remedy: "Say it in other words."),
    ]
}
