import PolicyEngine
import PolicyLanguage
import YAMLTree

/// An expected act of which only one thing is said, without the key of it: `notify: supervisor`.
struct ShortClaim {
    private let action: String
    private let value: YAMLNode

    init(_ entry: YAMLEntry) {
        action = entry.key.value
        value = entry.value
    }

    /// The act as its author most likely meant it.
    var help: String {
        if let stands { return stands }
        let name = String(quoted(action).dropFirst().dropLast())
        guard let words else { return "for example `{\(name): {by: agent, due: 100s}}`" }
        let ways = keys.map { "`{\(name): {\($0): \(words)}}`" }
        return "write \(ways.joined(separator: " or "))"
    }

    /// Whether it stands at all, said of the act: `warn: true`, `warn: open`; or the act, said of a word for it.
    private var stands: String? {
        guard let word = value.word?.value else { return nil }
        let name = String(quoted(action).dropFirst().dropLast())
        if ["action", "act", "name"].contains(action) { return "the act is the key: write `[\(word)]`" }
        switch word {
        case "true", "yes", "open", "null", "~", "any": return "what is listed stands: write `[\(name)]`"
        case "false", "no", "nothing", "never", "not":
            return
                "that it does not stand is `{\(name): none}`; if nothing at all is to stand on it, expect `silent: [\(name)]`"
        default: return nil
        }
    }

    private var words: String? {
        let words = value.words.map { String(quoted($0.value).dropFirst().dropLast()) }
        if words.isEmpty { return nil }
        return words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]"
    }

    /// What can be said in such words of an act.
    private var keys: [String] {
        let words = value.words.map(\.value)
        if words.count > 1 { return ["by"] }
        let word = words.first ?? ""
        if TestTime.duration(word) != nil || TestTime.looksLikeDate(word) { return ["due", "until"] }
        if ["rules.", "ladders.", "statuses."].contains(where: word.hasPrefix) { return ["rule"] }
        // Whoever does an act by its nature is not whom it is done to.
        let doers = BuiltInAction.named(action)?.by
        if BuiltInAction.roles.contains(word) {
            if action == "notify" { return ["to"] }
            return doers.map { $0.contains(word) ? ["by"] : ["to"] } ?? ["by", "to"]
        }
        return ["to", "script"]
    }
}
