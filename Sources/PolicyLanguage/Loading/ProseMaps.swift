/// What to type where a map is wanted: of an act, or of a trigger.
extension Prose {
    /// An act whose only argument was written as its value: `warn: goodbye`, `warn: 30s`, `warn: manager`.
    func act(_ action: String, with value: String) -> String? {
        if names.scripts.contains(value) { return "write `{\(action): {script: \(value)}}`" }
        if action == "notify", names.roles.contains(value) { return "write `{notify: {who: \(value), within: 5m}}`" }
        if names.roles.contains(value) { return "write `{\(action): {by: \(value)}}`" }
        if case .elapsed = TermText(value) { return "write `{\(action): {within: \(value)}}`" }
        let time = MeantTime.isAtOnce(value) ? "30s" : MeantTime.elapsed(instead: value)
        return time.map { "write `{\(action): {within: \($0)}}`" } ?? example(of: action, with: value)
    }

    /// An act with the argument that its value most likely is.
    private func example(of action: String, with value: String) -> String {
        let words = value.lowercased().split(separator: " ").map(String.init).filter {
            !["the", "a", "an"].contains($0)
        }
        let name = words.joined(separator: "_")
        switch action {
        case "notify":
            let who = words.first(where: names.roles.contains) ?? (Name.isID(name) ? name : "manager")
            return "write `{notify: {who: \(who), within: 5m}}`"
        case "transfer", "redirect": return "write `{\(action): {to: \(Name.isID(name) ? name : "writing_team")}}`"
        case "say", "warn", "announce":
            return "put the words under `scripts:`, as in `scripts: {my_words: {en: …}}`, and write "
                + "`{\(action): {script: my_words}}`"
        default:
            return "for example `{\(action): {within: 30s}}`; what is to be noted about it stands in a comment, `# …`"
        }
    }

    /// A map that begins with no key of a trigger.
    func trigger(_ key: String, _ value: String, beside others: [String: String], isEnd: Bool) -> String? {
        TriggerHelp(names, isEnd: isEnd).help(forKey: key, value, beside: others)
    }
}
