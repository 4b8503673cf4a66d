import PolicyLanguage
import PolicyTesting
import SourceText

/// What `holdline check --explain CODE` says: what a code means, why it matters, and what to type.
struct Explanation {
    let text: String

    private static let kinds = FindingCatalog.policy + FindingCatalog.tests

    init(_ code: String) throws(CommandFailure) {
        guard let kind = Explanation.kinds.first(where: { $0.code == code }) else {
            let codes = Explanation.kinds.map(\.code)
            throw CommandFailure(
                "there is no finding `\(code)`",
                help: nearest(code, in: codes).map { "did you mean `\($0)`?" }
                    ?? "a code stands in brackets in its finding, such as `\(codes[0])`")
        }
        var text = "\(kind.severity.rawValue)[\(kind.code)]: \(kind.title)\n\n"
        text += "why it matters: \(kind.why)\nwhat to type: \(kind.remedy)\n"
        if kind.severity != .error, FindingCatalog.policy.contains(kind) {
            text += "if it is meant: write `# holdline: allow \(kind.code) because …` on the line above, "
            text += "with the reason\n"
        }
        if kind.code == "unknown-name" { text += Explanation.builtInNames }
        self.text = text + "an example: Documentation/findings/\(kind.code).md\n"
    }

    /// A help line has room for a dozen names, and a terminal for all of them.
    private static var builtInNames: String {
        let actions = BuiltInAction.all.map { "  \($0.name) (\($0.by.joined(separator: ", ")))\n" }.joined()
        let events = BuiltInEvent.allCases.map { "  \($0.rawValue)\n" }.joined()
        return "built-in actions, with who does them (more in Documentation/actions.md):\n\(actions)"
            + "built-in event types (more in Documentation/events.md):\n\(events)"
    }
}
