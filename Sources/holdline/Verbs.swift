import SourceText

/// Verbs by the names that other programs have for them.
enum Verbs {
    /// What to say of a first word that is no verb; nil where it is one, or an option.
    static func help(for arguments: [String], known: [String]) -> String? {
        guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !known.contains(word) else {
            return nil
        }
        let rest = arguments.dropFirst().filter { !$0.hasPrefix("-") }.joined(separator: " ")
        let path = rest.isEmpty ? "PATH" : rest
        if word.hasSuffix(".yaml") {
            return "say what is to be done with it: `holdline check \(word)`, or `holdline test \(word)`"
        }
        if let meant = others[word] { return "did you mean `holdline \(meant.replacing("PATH", with: path))`?" }
        if let near = nearest(word, in: known) {
            return "did you mean `holdline \(near)\(rest.isEmpty ? "" : " \(rest)")`?"
        }
        return "verbs: \(known.map { "`\($0)`" }.joined(separator: ", ")); `holdline VERB --help` says what one does"
    }

    private static let others: [String: String] = [
        "validate": "check PATH", "lint": "check PATH", "verify": "check PATH", "compile": "check PATH",
        "load": "check PATH", "parse": "check PATH", "format": "fmt PATH", "tidy": "fmt PATH",
        "coverage": "test PATH --coverage", "tests": "test PATH", "generate": "test PATH --generate",
        "watch": "test PATH --watch", "new": "init PATH", "create": "init PATH", "start": "init PATH",
        "why": "explain POLICY EVENTS --event ID", "version": "--version", "log": "audit show LOG CONTACT",
        "history": "audit show LOG CONTACT", "show": "audit show LOG CONTACT", "draw": "graph PATH",
        "picture": "graph PATH", "diagram": "graph PATH", "plot": "graph PATH", "simulate": "run PATH",
        "replay": "run PATH", "evaluate": "run PATH", "exec": "run PATH", "execute": "run PATH",
        "expression": "eval EXPRESSION", "schemas": "schema --out DIR", "codes": "check --explain CODE",
    ]
}
