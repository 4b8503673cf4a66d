import SourceText
import YAMLTree

extension ShapeCheck {
    /// What a value is called in messages.
    struct Place {
        /// The key the value belongs to, for messages about single values.
        var key: String
        /// Whether the value is the whole file, the key's own, or one of a list there.
        var part: Part
        /// How the key is written, for help.
        var example: String
        /// Where something is missing from it.
        var keySpan: SourceSpan
        /// The author's name for a block, where it has one.
        var name: String?

        enum Part { case file, value, entry }

        /// The value in a message: "`steps`", "an entry of `steps`".
        var label: String {
            switch part {
            case .file: "a policy"
            case .value: quoted(key)
            case .entry: "an entry of \(quoted(key))"
            }
        }

        var help: String { "for example `\(example)`" }
    }

    // MARK: Lines not indented

    /// Notes a name with nothing after it whose block stands in the lines below, not indented; where those end.
    mutating func unindented(_ entries: ArraySlice<YAMLEntry>, _ shape: Shape) -> Int? {
        guard let first = entries.first, first.value.isEmptyPlain else { return nil }
        let name: BlockName
        switch shape {
        case .block(let block): name = block
        // Where a name may stand alone, the next one is a name as well if a map follows it.
        case .optional(.block(let block)) where block != .act:
            guard let next = entries.dropFirst().first?.value, next.entries == nil, !next.isEmptyPlain else {
                return nil
            }
            name = block
        default: return nil
        }
        let below = entries.dropFirst().prefix { name.block[$0.key.value] != nil }
        guard !below.isEmpty else { return nil }
        findings.note(
            "empty-value", first.key.span, "\(quoted(first.key.value)) has nothing after it",
            "indent the lines that belong to it further than \(quoted(first.key.value)) itself: "
                + listed(below.map(\.key.value)))
        return below.endIndex
    }

    // MARK: What is missing

    /// What to add to a rule that does not say when: most often it speaks of what always holds.
    func missing(_ key: Key, of block: Block, _ entries: [YAMLEntry]) -> String? {
        guard block.noun == Grammar.rule.noun, key.name == "when" else { return nil }
        let condition = entries.first { $0.key.value == "if" }
        let act = Modality.allCases.lazy.compactMap { modality -> (String, String)? in
            let node = entries.first { $0.key.value == modality.rawValue }?.value
            let name = node?.scalar?.text ?? node?.entries?.first?.key.value
            return name.flatMap { Name.isID($0) ? (modality.rawValue, $0) : nil }
        }.first
        guard let (modality, name) = act else { return nil }
        let asked =
            condition == nil
            ? "" : ", with the condition in the act, `\(modality): {\(name): {if: …}}`, where it is asked all the while"
        let mayDo = modality == "must_not" ? "; who may do it at all is said by `actions: {\(name): {by: […]}}`" : ""
        return "say what sets it off; for what holds in every contact `when: contact.started`\(asked)\(mayDo)"
    }

    // MARK: Beside an act

    /// Notes a key of the rule or the step that stands among the acts: `must: {warn: …, times: 3}`; whether it was that.
    mutating func noteOutside(_ entry: YAMLEntry, _ modality: String) -> Bool {
        let key = entry.key.value
        let isOfRule = Grammar.rule[key] != nil || Grammar.step[key] != nil
        guard isOfRule, Grammar.act[key] == nil, speaking()?.names.actions.contains(key) != true else { return false }
        let value = entry.value.located.map { inBraces($0.value) } ?? "…"
        let owner = Grammar.rule[key] == nil ? "step" : "rule"
        findings.note(
            "unknown-key", entry.key.span,
            "\(quoted(key)) is no act: it belongs to the \(owner), beside \(quoted(modality)) and not below it",
            "indent it as far as \(quoted(modality)), or write `{\(key): \(value), \(modality): …}`")
        return true
    }

    mutating func noteBeside(_ entry: YAMLEntry, _ act: String?) {
        let key = entry.key.value
        let act = act ?? "warn"
        findings.note(
            "unknown-key", entry.key.span, "\(quoted(key)) stands beside the act it belongs to",
            "indent it further than \(quoted(act)), or write `{\(act): {\(key): \(entry.value.located.map { inBraces($0.value) } ?? "…")}}`"
        )
    }

    // MARK: A comma in words

    /// Notes words to say that a comma cut in two, as in `{en: I want to help, but this has to stop}`.
    mutating func noteComma(_ entry: YAMLEntry, after first: YAMLEntry) -> Bool {
        guard entry.value.isEmptyPlain, entry.key.value.contains(" "), let words = first.value.located?.value else {
            return false
        }
        let start = words.utf8.count > 40 ? "…" : words
        findings.note(
            "bad-language", entry.key.span, "in braces a comma ends the words, and these stand after it",
            "put all of them in quotation marks: `\(first.key.value): \"\(start), …\"`")
        return true
    }

    // MARK: A map or a list for one value

    /// What to type where a list or a map stands in the place of one value.
    mutating func meant(by node: YAMLNode, _ place: Place) -> String? {
        if place.key == "by" {
            let roles = node.allTexts
            let isJoint = node["all"] != nil || node["both"] != nil || node["joint"] != nil || node["and"] != nil
            if isJoint, roles.count > 1 { return NotBuiltHelp.together(roles, "decide") }
            return roles.isEmpty ? nil : "write `by: [\(roles.joined(separator: ", "))]`"
        }
        if ["who", "to"].contains(place.key), let names = node.items.map({ _ in node.allTexts }), names.count > 1 {
            let act = place.key == "who" ? "notify" : "…"
            let each = names.map { "{\(act): {\(place.key): \($0)}}" }.joined(separator: ", ")
            return "each is told by an act of its own, with the other arguments in each: write `[\(each)]`"
        }
        // What values a text may have is not listed anywhere in the language.
        guard place.example.hasPrefix("fields: ") || place.key == "type", node.items != nil || place.key != "type"
        else {
            return nil
        }
        return "write `\(place.key): text`: which words it may be is not listed; say it in a comment, `# …`"
    }

    // MARK: One value for a map

    /// What to type where one value stands in the place of a map.
    mutating func meant(by value: String, _ shape: Shape, _ place: Place) -> String? {
        switch shape {
        case .block(.begin):
            if let statuses = speaking()?.names.statuses, statuses.contains(value) { return "write `begin: \(value)`" }
            guard let time = MeasureExample.time(value) else { return nil }
            return "write `\(place.key): {until: \(time)}`"
        case .block(.act): return speaking()?.act(place.key, with: value)
        case .block(.action):
            return "write `\(place.key): {by: [agent]}` with who does it; what it is stands in a comment, `# …`"
        case .entries(.language, .scalar, _):
            let language = root?["languages"]?.texts.first?.value ?? "en"
            return "write `\(place.key): {\(language): \(inBraces(value))}`"
        default: return nil
        }
    }
}
