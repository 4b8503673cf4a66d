import PolicyLanguage
import SourceText
import YAMLTree

/// `must`, `should`, `may`, `must_not` of an expectation.
extension TestReader {
    private static let claimKeys = ["by", "due", "to", "script", "rule", "until"]

    /// One act, a map of acts, or a list of both; an empty list for none.
    mutating func standing(_ modality: Modality, _ entry: YAMLEntry) -> [Expectation] {
        guard let items = entry.value.items else { return acts(entry.value, modality) }
        if items.isEmpty { return [Expectation(claim: .noneStands(modality), span: entry.key.span)] }
        var found: [Expectation] = []
        for item in items { found += acts(item, modality) }
        return found
    }

    private mutating func acts(_ node: YAMLNode, _ modality: Modality) -> [Expectation] {
        let key = modality.rawValue
        guard let entries = node.entries else {
            guard let name = word(node, key, example: "[warn]") else { return [] }
            return [Expectation(claim: .stands(modality, StandingClaim(action: name.value)), span: name.span)]
        }
        return entries.map { entry in
            Expectation(claim: .stands(modality, claim(entry)), span: entry.key.span)
        }
    }

    private mutating func claim(_ entry: YAMLEntry) -> StandingClaim {
        var claim = StandingClaim(action: entry.key.value)
        if entry.value.isEmptyPlain { return claim }
        let owner = "an expected act"
        guard let entries = map(entry.value, owner, example: "{\(claim.action): {by: agent, due: 100s}}") else {
            return claim
        }
        checkKeys(entries, Self.claimKeys, in: owner)
        if let node = entries["by"] { claim.by = words(node, "by", example: "agent").map(\.value) }
        claim.due = entries["due"].flatMap { moment($0, "due") }
        claim.until = entries["until"].flatMap { moment($0, "until") }
        claim.to = entries["to"].flatMap { word($0, "to", example: "manager") }?.value
        claim.script = entries["script"].flatMap { word($0, "script", example: "warning") }?.value
        claim.rule = entries["rule"].flatMap { word($0, "rule", example: "rules.threat") }?.value
        return claim
    }

    private mutating func moment(_ node: YAMLNode, _ key: String) -> Int64? {
        word(node, key, example: "100s").flatMap { moment($0, key) }
    }
}
