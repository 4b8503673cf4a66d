import SourceText

/// Braces in scripts that open and do not close, or the other way round: agents would read them out.
struct OpenPlaceholders {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.scripts.flatMap { script in
            script.texts.compactMap { text -> Diagnostic? in
                guard let mark = stray(in: text.text.value) else { return nil }
                return .warning(
                    "open-placeholder", text.language.span,
                    "the script \(quoted(script.name.value)) has a \(quoted(String(mark))) without its other half",
                    "write a placeholder in one pair of braces, such as `{conduct}`, or take the brace out")
            }
        }
    }

    private static func stray(in text: String) -> Character? {
        var isOpen = false
        for character in text {
            if character == "{" {
                if isOpen { return "{" }
                isOpen = true
            } else if character == "}" {
                if !isOpen { return "}" }
                isOpen = false
            }
        }
        return isOpen ? "{" : nil
    }
}
