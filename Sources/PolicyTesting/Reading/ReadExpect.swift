import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// `expect:`, taken apart into single expectations.
extension TestReader {
    static let expectKeys =
        Modality.allCases.map(\.rawValue) + [
            "silent", "closed", "verdict", "status", "ladder", "measure", "script", "due", "coached", "none", "refused",
            "duplicate",
        ]

    mutating func expectations(_ node: YAMLNode) -> [Expectation] {
        guard let entries = map(node, "`expect`", example: "expect: {must: [warn], may: []}") else { return [] }
        if entries.isEmpty {
            note("empty-value", node.span, "`expect` is empty", "for example `expect: {must: [warn], may: []}`")
        }
        var found: [Expectation] = []
        for entry in entries {
            if let modality = Modality(rawValue: entry.key.value) {
                found += standing(modality, entry)
            } else {
                found += effects(entry)
            }
        }
        return found
    }

    private mutating func effects(_ entry: YAMLEntry) -> [Expectation] {
        let key = entry.key.value
        switch key {
        case "silent":
            return words(entry.value, key, example: "[warn]").map {
                Expectation(claim: .silent($0.value), span: $0.span)
            }
        case "coached":
            return words(entry.value, key, example: "[calm down]").map {
                Expectation(claim: .coached($0.value), span: $0.span)
            }
            .orElse(.nothingCoached, entry)
        case "closed":
            return named(entry, "{warn: fulfilled}", list: true) { reader, name, value in
                reader.choice(value, name, as: NormState.self).map { .closed(name, $0) }
            }.orElse(.nothingClosed, entry)
        case "verdict":
            return named(entry, "{warn: fulfilled}", list: true) { reader, name, value in
                reader.choice(value, name, as: Judgement.self).map { .verdict(name, $0) }
            }.orElse(.nothingJudged, entry)
        case "status":
            return named(entry, "{protected: active}") { reader, name, value in
                reader.choice(value, name, as: StatusPhase.self).map { .status(name, $0) }
            }
        case "ladder":
            return named(entry, "{abuse: 1}") { reader, name, value in
                reader.position(value, name).map { .ladder(name, $0) }
            }
        case "measure":
            return named(entry, "{length: 5m}") { reader, name, value in
                reader.amount(value, name).map { .measure(name, $0) }
            }
        case "script":
            return named(entry, "{warn: warning}") { _, name, value in
                .script(name, value.value == "none" ? nil : value.value)
            }
        case "due":
            return named(entry, "{warn: 100s}") { reader, name, value in
                reader.moment(value, name).map { .due(name, $0) }
            }
        case "none":
            return isTrue(entry.value, key) ? [Expectation(claim: .noEffect, span: entry.key.span)] : []
        case "duplicate":
            return isTrue(entry.value, key) ? [Expectation(claim: .duplicate, span: entry.key.span)] : []
        case "refused":
            guard let code = word(entry.value, key, example: "missing-field"),
                let known = choice(code, key, as: EventRefusal.Code.self, orNone: false), let known
            else { return [] }
            return [Expectation(claim: .refused(known.rawValue), span: code.span)]
        default:
            unknown(entry.key, Self.expectKeys, in: "`expect`")
            return []
        }
    }

    /// `{name: value}` where each value may be a list if `list`.
    private mutating func named(
        _ entry: YAMLEntry, _ example: String, list: Bool = false,
        _ claim: (inout TestReader, String, Located<String>) -> Expectation.Claim?
    ) -> [Expectation] {
        let key = entry.key.value
        var found: [Expectation] = []
        for pair in map(entry.value, quoted(key), example: "\(key): \(example)") ?? [] {
            let name = pair.key.value
            let one = list ? nil : word(pair.value, name, example: "…")
            let values = list ? words(pair.value, name, example: "…") : [one].compactMap { $0 }
            for value in values {
                guard let claim = claim(&self, name, value) else { continue }
                found.append(Expectation(claim: claim, span: value.span, nameSpan: pair.key.span))
            }
        }
        return found
    }

    private mutating func position(_ text: Located<String>, _ name: String) -> Int? {
        if let number = wholeNumber(text.value), number <= 1_000 { return Int(number) }
        note(
            "bad-value", text.span, "\(quoted(name)) cannot be \(quoted(text.value))",
            "write the ladder's position, from `0`")
        return nil
    }

    private mutating func amount(_ text: Located<String>, _ name: String) -> Expectation.Amount? {
        if let number = wholeNumber(text.value) { return .number(number) }
        if let time = TestTime.duration(text.value) { return .time(time) }
        note(
            "bad-value", text.span, "\(quoted(name)) cannot be \(quoted(text.value))",
            "write a number, or a duration such as `5m`")
        return nil
    }
}

extension [Expectation] {
    /// An empty list or map says that there is none.
    fileprivate func orElse(_ claim: Expectation.Claim, _ entry: YAMLEntry) -> [Expectation] {
        let isEmpty = entry.value.items?.isEmpty ?? entry.value.entries?.isEmpty ?? false
        return isEmpty ? [Expectation(claim: claim, span: entry.key.span)] : self
    }
}
