import SourceText

/// Scripts that lack a language, or have one too many.
struct ScriptTexts {
    static func find(in view: PolicyView) -> [Diagnostic] {
        let languages = view.policy.languages.map(\.value)
        if languages.isEmpty { return [] }
        var found: [Diagnostic] = []
        for script in view.policy.scripts {
            let texts = Set(script.texts.map(\.language.value))
            let missing = languages.filter { !texts.contains($0) }
            if !missing.isEmpty {
                let keys = missing.map { "\($0): …" }.joined(separator: ", ")
                found.append(
                    .error(
                        "missing-language", script.name.span,
                        "the script \(quoted(script.name.value)) has no text in \(enumerated(missing, "or"))",
                        "add \(quoted(keys)) to it, or take the language out of `languages`"))
            }
            found += others(script.texts.map(\.language), languages, "the script \(quoted(script.name.value))")
        }
        for conduct in view.policy.conduct {
            found += others(conduct.words.map(\.language), languages, "the conduct \(quoted(conduct.name.value))")
        }
        found += others(view.policy.avoidedWording.map(\.language), languages, "`wording`")
        return found
    }

    private static func others(
        _ used: [Located<String>], _ languages: [String], _ owner: String
    ) -> [Diagnostic] {
        used.filter { !languages.contains($0.value) }.map { language in
            let near = nearest(language.value, in: languages).map { "did you mean \(quoted($0))?" }
            return .warning(
                "undeclared-language", language.span,
                "\(owner) has words in \(quoted(language.value)), which `languages` does not name",
                near ?? "add \(quoted(language.value)) to `languages`, or take the words out")
        }
    }
}
