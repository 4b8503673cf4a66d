/// What to type where a map is wanted: of an act, or of a trigger.
extension Prose {
    /// An act whose only argument was written as its value: `warn: goodbye`, `warn: 30s`, `warn: manager`.
    func act(_ action: String, with value: String) -> String? {
        if names.scripts.contains(value) { return "write `{\(action): {script: \(value)}}`" }
        if action == "notify", names.roles.contains(value) { return "write `{notify: {who: \(value), within: 5m}}`" }
        if names.roles.contains(value) { return "write `{\(action): {by: \(value)}}`" }
        if case .elapsed = TermText(value) { return "write `{\(action): {within: \(value)}}`" }
        let time = MeantTime.isAtOnce(value) ? "0s" : MeantTime.elapsed(instead: value)
        return time.map { "write `{\(action): {within: \($0)}}`" }
    }

    /// A map that begins with no key of a trigger.
    func trigger(_ key: String, _ value: String, isEnd: Bool) -> String? {
        TriggerHelp(names, isEnd: isEnd).help(forKey: key, value)
    }
}
