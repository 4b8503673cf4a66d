import SourceText

/// Sentences where a script, a status or a role is named.
extension Prose {
    // MARK: Scripts, statuses, roles

    func script(_ words: [String], _ text: String) -> String {
        if let one = joined(words, in: names.scripts.all) { return "did you mean \(quoted(one))?" }
        return
            "put the words to say under `scripts:`, as in `scripts: {my_words: {en: …}}`, and write `script: my_words` here"
    }

    func status(_ words: [String], _ key: String) -> String? {
        if let one = joined(words, in: names.statuses.all) { return "did you mean \(quoted(one))?" }
        let place = words.firstIndex { ["until", "for"].contains($0) } ?? words.count
        guard let status = joined(Array(words[..<place]), in: names.statuses.all) else { return nil }
        guard place + 1 < words.count, key == "begin" else { return "write `\(key): \(status)`" }
        return "write `begin: {\(status): {until: \(words[(place + 1)...].joined(separator: " "))}}`"
    }

    /// That nobody looks at who of several it is, and what can be said instead.
    static func whichOfThem(_ role: String, _ roles: [String]) -> String {
        let own = "other_\(role)"
        return "a policy knows roles and not who of them it is; those who may are a role of their own, `roles: "
            + "[\((roles + [own]).joined(separator: ", "))]` and `by: \(own)`"
    }

    func role(_ words: [String], _ key: String) -> String? {
        let known = names.roles
        let roles = words.map(plain).filter(known.contains)
        if let one = joined(words, in: known.all) { return "did you mean \(quoted(one))?" }
        if !roles.isEmpty, words.contains(where: { ["not", "other", "another", "different"].contains($0) }) {
            return
                "write `\(key): \(roles[0])`, and that it is somebody else in a comment, `# …`: \(Prose.whichOfThem(roles[0], names.roles.all))"
        }
        switch roles.count {
        case 0: return "name a role: \(listed(known.all))\(known.remark)"
        case 1: return "did you mean \(quoted(roles[0]))?"
        case _ where words.contains("and"): return NotBuiltHelp.together(roles, "decide")
        default: return "write several as a list: `\(key): [\(roles.joined(separator: ", "))]`"
        }
    }
}
