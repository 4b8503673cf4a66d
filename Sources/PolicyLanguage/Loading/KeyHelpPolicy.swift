import SourceText
import YAMLTree

/// Keys at the top of a policy, in words the language does not have.
extension KeyHelp {
    /// What a key of the file is called here, where its first letters do not tell.
    func ofPolicy(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        switch key {
        case "version", "holdline_version", "language_version", "schema":
            return "did you mean `holdline`? write `holdline: 1`"
        case "valid_from", "from", "in_force", "in_force_from", "start", "starts", "since", "date", "effective_from":
            return "write `effective: {from: \(CivilDate(value) == nil ? "2026-10-01" : value)}`"
        case "valid_until", "valid_to", "expires", "effective_until":
            return "write `effective: {until: \(CivilDate(value) == nil ? "2027-09-30" : value)}`"
        case "include", "includes", "import", "imports", "base", "inherits", "parent", "based_on", "uses":
            return
                "write `extends: \(PolicyFamily.name(ofFile: value) ?? "company-base")`, the name of a policy in a file beside this one"
        case "avoid", "forbidden_words", "banned_phrases", "never_say":
            let phrases = entry.value.texts.map(\.value).prefix(3).joined(separator: ", ")
            return "write `wording: {avoid: {en: [\(phrases.isEmpty ? "calm down" : phrases)]}}`"
        case "tests", "test", "scenarios", "examples":
            return
                "tests stand in a file of their own beside this one, `NAME.test.yaml`, which begins with `policy:` and the name of this file"
        case "definitions", "glossary", "terms", "country", "region", "locale", "jurisdiction", "sector", "department",
            "owner", "contact", "customers", "contacts", "agents":
            return "take it out, or write it as a comment, `# …`: nothing in a policy depends on it"
        default: return nil
        }
    }

    /// Where a key at the top belongs that is one of something below.
    func inPolicy(_ key: String, _ value: YAMLNode) -> String? {
        if key == "channels" || key == "channel" {
            return "a policy for all channels needs none; for some of them write `channels: [phone, chat]` in a rule "
                + "or a ladder, below its name"
        }
        if Grammar.rule[key] != nil { return "it belongs to a rule: indent it below the rule's name, under `rules:`" }
        if ["source", "sources", "cites", "url", "author"].contains(key) {
            return "rules and ladders name their sources with `cites`; of the whole policy write it as a comment, `# …`"
        }
        return nil
    }
}
