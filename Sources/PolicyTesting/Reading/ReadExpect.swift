import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// `expect:`, taken apart into single expectations.
extension TestReader {
    mutating func expectations(_ node: YAMLNode) -> [Expectation] {
        var found: [Expectation] = []
        for entry in node.entries ?? [] {
            if let modality = Modality(rawValue: entry.key.value) {
                found += standing(modality, entry)
            } else {
                found += effects(entry)
            }
        }
        return found
    }

    private mutating func effects(_ entry: YAMLEntry) -> [Expectation] {
        switch entry.key.value {
        case "silent": return entry.value.words.map { Expectation(claim: .silent($0.value), span: $0.span) }
        case "coached":
            return entry.value.words.map { Expectation(claim: .coached($0.value), span: $0.span) }
                .orElse(.nothingCoached, entry)
        case "faults":
            return entry.value.words.map { Expectation(claim: .fault($0.value), span: $0.span) }
                .orElse(.noFaults, entry)
        case "closed":
            return named(entry) { _, name, word in choice(word).map { .closed(name, $0) } }
                .orElse(.nothingClosed, entry)
        case "verdict":
            return named(entry) { _, name, word in choice(word).map { .verdict(name, $0) } }
                .orElse(.nothingJudged, entry)
        case "status": return named(entry) { _, name, word in choice(word).map { .status(name, $0) } }
        case "ladder": return named(entry) { _, name, word in TestForm.position(word).map { .ladder(name, $0) } }
        case "measure": return named(entry) { _, name, word in TestForm.amount(word).map { .measure(name, $0) } }
        case "script": return named(entry) { _, name, word in .script(name, word == "none" ? nil : word) }
        case "due": return named(entry) { reader, name, word in reader.moment(word).map { .due(name, $0) } }
        case "none": return isTrue(entry) ? [Expectation(claim: .noEffect, span: entry.key.span)] : []
        case "duplicate": return isTrue(entry) ? [Expectation(claim: .duplicate, span: entry.key.span)] : []
        case "refused":
            guard let word = entry.value.word, let code = EventRefusal.Code(rawValue: word.value) else { return [] }
            return [Expectation(claim: .refused(code.rawValue), span: word.span)]
        default: return []
        }
    }

    /// `{name: value}`, where a value may be a list.
    private mutating func named(
        _ entry: YAMLEntry, _ claim: (inout TestReader, String, String) -> Expectation.Claim?
    ) -> [Expectation] {
        var found: [Expectation] = []
        for pair in entry.value.entries ?? [] {
            for word in pair.value.words {
                guard let claim = claim(&self, pair.key.value, word.value) else { continue }
                found.append(Expectation(claim: claim, span: word.span, nameSpan: pair.key.span))
            }
        }
        return found
    }

    private func isTrue(_ entry: YAMLEntry) -> Bool { entry.value.word?.value == "true" }
}

/// A word of a fixed set, an inner nil for `none`; nil for any other.
private func choice<Choice: RawRepresentable<String>>(_ word: String) -> Choice?? {
    if word == "none" { return .some(nil) }
    return Choice(rawValue: word).map { .some($0) }
}

extension [Expectation] {
    /// An empty list or map says that there is none.
    fileprivate func orElse(_ claim: Expectation.Claim, _ entry: YAMLEntry) -> [Expectation] {
        let isEmpty = entry.value.items?.isEmpty ?? entry.value.entries?.isEmpty ?? false
        return isEmpty ? [Expectation(claim: claim, span: entry.key.span)] : self
    }
}
