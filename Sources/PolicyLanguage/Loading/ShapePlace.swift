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

    // MARK: One value for a map

    /// What to type where one value stands in the place of a map.
    mutating func meant(by value: String, _ shape: Shape, _ place: Place) -> String? {
        switch shape {
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
