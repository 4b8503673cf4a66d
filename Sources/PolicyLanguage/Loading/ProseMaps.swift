import YAMLTree

/// What to type where a map is wanted: of an act, or of a trigger.
extension Prose {
    /// A map that stands in quotation marks, where a map can stand: `'warn: {within: 30s}'`.
    func map(in text: String, _ kind: ScalarKind, _ key: String) -> String? {
        switch kind {
        case .action where key != "after": break
        case .id where key == "begin": break
        case .trigger, .until: break
        default: return nil
        }
        if text.hasPrefix("{"), text.hasSuffix("}") {
            return "write the map without quotation marks\(text.utf8.count > 60 ? "" : ": \(quoted(text))")"
        }
        guard let map = UnbracedMap(text) else { return nil }
        if map.isCertain { return "write it in braces and without quotation marks: `\(map.text)`" }
        return kind == .action && names.actions.contains(map.key) ? act(map.key, with: map.value) : nil
    }

    /// An act whose only argument was written as its value: `warn: goodbye`, `warn: 30s`, `warn: manager`.
    func act(_ action: String, with value: String) -> String? {
        if let other = declared(action) { return act(other, with: value) }
        if let told = target(action, value) { return "write `\(told)`" }
        if names.scripts.contains(value) { return "write `{\(action): {script: \(value)}}`" }
        if action == "notify", names.roles.contains(value) { return "write `{notify: {who: \(value)}}`" }
        if names.roles.contains(value) { return "write `{\(action): {by: \(value)}}`" }
        if case .elapsed = TermText(value) { return "write `{\(action): {within: \(value)}}`" }
        let time = MeantTime.isAtOnce(value) ? "30s" : MeantTime.elapsed(instead: value)
        return time.map { "write `{\(action): {within: \($0)}}`" } ?? example(of: action, with: value)
    }

    /// The action that a word which names none speaks of: `notify` for `inform`.
    private func declared(_ word: String) -> String? {
        guard !names.actions.contains(word), let action = Spoken.action(in: Spoken.words(of: word)) else { return nil }
        return action == "involve_supervisor" ? "notify" : action
    }

    /// `report: police`, `decide: restricted`: an act with whom, or what, it is about.
    private func target(_ action: String, _ value: String) -> String? {
        switch action {
        case "report":
            value.split(separator: " ").map(String.init).first { Name.isID($0) && $0 != "the" && $0 != "to" }
                .map { "{report: {to: \($0)}}" }
        case "route_to", "transfer", "redirect":
            names.roles.contains(value) ? "{\(action): {to: \(value)}}" : nil
        case "decide" where names.statuses.contains(value): "{decide: {status: \(value)}}"
        default: nil
        }
    }

    /// An act with the argument that its value most likely is.
    private func example(of action: String, with value: String) -> String {
        let words = value.lowercased().split(separator: " ").map(String.init).filter {
            !["the", "a", "an"].contains($0)
        }
        let name = words.joined(separator: "_")
        switch action {
        case "notify":
            let who = words.first(where: names.roles.contains) ?? (Name.isID(name) ? name : names.leader)
            return "write `{notify: {who: \(who)}}`"
        case "transfer", "redirect": return "write `{\(action): {to: \(Name.isID(name) ? name : "writing_team")}}`"
        case "say", "warn", "announce":
            return "put the words under `scripts:`, as in `scripts: {my_words: {en: …}}`, and write "
                + "`{\(action): {script: my_words}}`"
        default:
            let isNumber = value.first?.isNumber ?? false
            let right =
                isNumber ? "if it is a time, write it as in `{\(action): {within: 30s}}`" : "write `\(action)` alone"
            return "\(right); what is to be noted about it stands in a comment, `# …`"
        }
    }

    /// A map that begins with no key of a trigger.
    func trigger(_ key: String, _ value: String, beside others: [String: String], isEnd: Bool) -> String? {
        TriggerHelp(names, isEnd: isEnd).help(forKey: key, value, beside: others)
    }
}
