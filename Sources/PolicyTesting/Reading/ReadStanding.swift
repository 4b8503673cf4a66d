import PolicyLanguage
import SourceText
import YAMLTree

/// `must`, `should`, `may`, `must_not` of an expectation.
extension TestReader {
    /// One act, a map of acts, or a list of both; an empty list for none.
    mutating func standing(_ modality: Modality, _ entry: YAMLEntry) -> [Expectation] {
        guard let items = entry.value.items else { return acts(entry.value, modality) }
        if items.isEmpty { return [Expectation(claim: .noneStands(modality), span: entry.key.span)] }
        var found: [Expectation] = []
        for item in items { found += acts(item, modality) }
        return found
    }

    private mutating func acts(_ node: YAMLNode, _ modality: Modality) -> [Expectation] {
        guard let entries = node.entries else {
            guard let name = node.word else { return [] }
            return [Expectation(claim: .stands(modality, StandingClaim(action: name.value)), span: name.span)]
        }
        var found: [Expectation] = []
        for entry in entries {
            let action = entry.key.value
            let isNone = entry.value.word?.value == "none"
            found.append(
                Expectation(
                    claim: isNone ? .noneStandsOn(modality, action) : .stands(modality, claim(entry)),
                    span: entry.key.span))
        }
        return found
    }

    private mutating func claim(_ entry: YAMLEntry) -> StandingClaim {
        var claim = StandingClaim(action: entry.key.value)
        guard let entries = entry.value.entries else { return claim }
        claim.by = entries["by"]?.words.map(\.value) ?? []
        if let due = entries["due"]?.word { claim.due = moment(due.value) }
        if let until = entries["until"]?.word { claim.until = moment(until.value) }
        claim.to = entries["to"]?.word?.value
        claim.script = entries["script"]?.word?.value
        claim.rule = entries["rule"]?.word?.value
        return claim
    }
}
