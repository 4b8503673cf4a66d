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
        if Spoken.restricts(action), !names.actions.contains(action) { return names.actions.help(for: action) }
        if !names.actions.contains(action), let status = imposed(value) { return status }
        if let other = declared(action) { return act(other, with: value) }
        if ["not", "never", "dont"].contains(action), names.actions.contains(value) {
            return "what is forbidden stands below its own key: `must_not: \(value)`"
        }
        if names.roles.contains(action), names.actions.contains(value) { return "write `{\(value): {by: \(action)}}`" }
        if !names.actions.contains(action) { return ownAction(action, value) }
        if value.hasPrefix("after "), let first = MeasureExample(names).action(spokenAs: String(value.dropFirst(6))) {
            return "write `{\(action): {after: \(first)}}`"
        }
        if let told = target(action, value) { return "write `\(told)`" }
        if names.scripts.contains(value) { return "write `{\(action): {script: \(value)}}`" }
        if action == "notify", names.roles.contains(value) { return "write `{notify: {who: \(value)}}`" }
        if names.roles.contains(value) { return "write `{\(action): {by: \(value)}}`" }
        if action == "offer_break", let time = MeasureExample.time(value), case .elapsed(let long) = TermText(time) {
            return "write `{offer_break: {minutes: \(max(long / 60_000, 1))}}`"
        }
        if case .elapsed = TermText(value) { return "write `{\(action): {within: \(value)}}`" }
        let time = MeantTime.isAtOnce(value) ? "30s" : MeantTime.elapsed(instead: value)
        return time.map { "write `{\(action): {within: \($0)}}`" } ?? example(of: action, with: value)
    }

    /// The action that a word which names none speaks of: `notify` for `inform`.
    private func declared(_ word: String) -> String? {
        guard !names.actions.contains(word), let action = Spoken.action(in: Spoken.words(of: word)) else { return nil }
        return action == "involve_supervisor" ? "notify" : action
    }

    /// `impose: restricted`: a status that begins.
    private func imposed(_ value: String) -> String? {
        guard names.statuses.contains(value) else { return nil }
        return "write `begin: \(value)` in the rule; where somebody decides it, `must: {decide: {status: \(value), "
            + "within: 3d}}`"
    }

    /// `call: police`: an action that the policy has to declare, with its object in its name.
    private func ownAction(_ action: String, _ value: String) -> String {
        let object = value.lowercased().split(separator: " ").prefix(3).joined(separator: "_")
        let name = Name.isID("\(action)_\(object)") ? "\(action)_\(object)" : action
        return
            "declare it, `actions: {\(name): {by: [\(names.roles.contains("agent") ? "agent" : names.leader)]}}`, and "
            + "write `\(name)`"
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
            let never =
                action == "say"
                ? "; words that nobody should say are `wording: {avoid: {en: [\(inBraces(value))]}}`" : ""
            return "put the words under `scripts:`, as in `scripts: {my_words: {en: …}}`, and write "
                + "`{\(action): {script: my_words}}`\(never)"
        default:
            let isNumber = value.first?.isNumber ?? false
            let right =
                isNumber ? "if it is a time, write it as in `{\(action): {within: 30s}}`" : "write `\(action)` alone"
            return "\(right); what is to be noted about it stands in a comment, `# …`"
        }
    }

    /// A map that begins with no key of a trigger.
    func trigger(_ entries: [YAMLEntry], isEnd: Bool) -> String? {
        guard let first = entries.first else { return nil }
        let help = TriggerHelp(names, isEnd: isEnd)
        if let named = help.help(forName: first.key.value, first.value) { return named }
        guard let value = first.value.scalar?.text else { return nil }
        let others = Dictionary(entries.map { ($0.key.value, $0.value.scalar?.text ?? "") }) { first, _ in first }
        return help.help(forKey: first.key.value, value, beside: others)
    }
}
