import SourceText
import Testing

@testable import PolicyLanguage

@Suite struct LimitsTests {
    @Test func findingsBeyondTheLimitAreCounted() {
        let loaded = loaded("rules:\n" + (1...500).map { "  r\($0): {whn: x}\n" }.joined())
        // Each rule has an unknown key; what it was meant to be is not missing as well.
        #expect(loaded.diagnostics.count == PolicyLimits.findings + 1)
        #expect(
            findings(loaded).last == "too-many-findings 300 more findings are not shown / mend these first")
        #expect(loaded.policy == nil)
    }

    @Test func aNameHasABound() {
        let name = String(repeating: "a", count: 81)
        #expect(
            findings("roles: [\(name)]") == [
                "bad-name 3:9 `\(name.prefix(60))…` is too long for a name / use at most 80 letters"
            ])
        #expect(findings("roles: [\(name.dropLast())]") == [])
    }

    @Test func anAuthorsWordIsCutAndStaysOnOneLine() {
        #expect(quoted("a\nb`c") == "`a b c`")
        #expect(quoted(String(repeating: "é", count: 70)) == "`\(String(repeating: "é", count: 60))…`")
        #expect(quoted("x" + String(repeating: "\u{301}", count: 1_000)).unicodeScalars.count == 63)
    }

    @Test func deepNestingIsRefusedNotFollowed() {
        let deep = String(repeating: "{hold: {if_missed: ", count: 400) + "hold" + String(repeating: "}}", count: 400)
        #expect(loaded("rules: {r: {when: contact.ended, must: \(deep)}}").diagnostics.map(\.code) == ["yaml-too-deep"])
        let allowed = String(repeating: "{hold: {if_missed: ", count: 28) + "hold" + String(repeating: "}}", count: 28)
        #expect(findings("rules: {r: {when: contact.ended, must: \(allowed)}}") == [])
    }

    @Test func aPolicyOfTenThousandNamesLoads() {
        let facts = (1...10_000).map { "  f\($0): {type: bool}\n" }.joined()
        let policy = loaded("facts:\n\(facts)rules: {r: {when: contact.ended, if: 'fact(\"f9999\")', may: hold}}\n")
            .policy
        #expect(policy?.policy.facts.count == 10_000)
        #expect(policy?.readings == [.fact("f9999")])
    }
}
