import SourceText
import Testing

@testable import PolicyLanguage

@Suite struct ExtendsTests {
    private let base = """
        holdline: 1
        policy: base
        title: The parent
        company: Northwind
        effective: {from: 2020-01-01}
        languages: [en, da]
        roles: [agent, boss]
        conduct: [rude, insult]
        settings: {limit: 5m, rest: 10m}
        scripts: {hello: {en: Hello., da: Hej.}}
        wording: {avoid: {en: [calm down], da: [slap af]}}
        rules:
          one: {when: contact.ended, must: {say: {script: hello, within: limit}}}
          two: {when: conduct.rude, may: end_contact}

        """

    @Test func aChildChangesEntriesByNameAndKeepsTheRest() throws {
        let loaded = loaded(
            """
            extends: base
            remove: [rules.two, roles.boss]
            conduct: [threat, rude: {en: rude words}]
            settings: {limit: 7m}
            wording: {avoid: {en: [whatever]}}
            rules:
              three: {when: conduct.threat, may: end_contact}
            """, ["base.policy.yaml": base])
        #expect(findings(loaded) == [])
        let policy = try #require(loaded.policy).policy
        #expect(policy.rules.map(\.name.value) == ["one", "three"])
        #expect(policy.roles.map(\.value) == ["agent"])
        #expect(policy.conduct.map(\.name.value) == ["rude", "insult", "threat"])
        #expect(policy.conduct.map { $0.words.map(\.text.value) } == [["rude words"], [], []])
        #expect(policy.settings.map(\.value.value) == [.duration(420_000), .duration(600_000)])
        #expect(policy.rules[0].norms.must[0].within?.value == .elapsed(420_000))
        #expect(policy.avoidedWording.map { $0.phrases.map(\.value) } == [["whatever"], ["slap af"]])
    }

    @Test func companyZoneAndLanguagesAreInheritedTitleAndPeriodAreNot() throws {
        let policy = try #require(loaded("extends: base", ["base.policy.yaml": base]).policy).policy
        #expect(policy.company?.value == "Northwind")
        #expect(policy.languages.map(\.value) == ["en", "da"])
        #expect(policy.title == nil)
        #expect(policy.effective == nil)
        #expect(policy.id.value == "p")
        #expect(policy.extends?.value == "base")
    }

    @Test func whatIsWrongInAParentIsToldAtTheParent() {
        let wrong = base + "  thre: {when: conduct.rued, mya: end_contact}\n"
        #expect(
            findings("extends: base", ["base.policy.yaml": wrong]) == [
                "unknown-name base.policy.yaml 15:24 unknown conduct `rued` / did you mean `rude`?",
                "unknown-key base.policy.yaml 15:30 unknown key `mya` in a rule / did you mean `may`?",
            ])
    }

    @Test func whatIsRemovedIsMissedWhereItWasUsed() {
        #expect(
            findings("extends: base\nremove: [scripts.hello, rules.oen, 'settings.x']", ["base.policy.yaml": base]) == [
                "unknown-name 4:25 the parent policy has no `rules.oen` to remove / did you mean `rules.one`?",
                "unknown-name 4:36 the parent policy has no `settings.x` to remove / take this entry out",
                "unknown-name base.policy.yaml 13:51 unknown script `hello` / declare it: `scripts: {hello: {en: …}}`",
            ])
    }

    @Test func aParentThatCannotBeReadIsToldAtItsName() {
        #expect(
            findings("extends: bsae\nrules: {r: {when: conduct.x, may: warn}}") == [
                "unknown-policy 3:10 the policy `bsae` cannot be read / put it into the file `bsae.policy.yaml`"
            ])
        #expect(
            findings("extends: ../base") == [
                "bad-name 3:10 `../base` is not a name / use small letters, digits, `_` and `-`, with a letter first"
            ])
    }

    @Test func aParentIsLookedForBesideItsChild() {
        var asked: [String] = []
        _ = PolicyLoader.load("a/b/p.policy.yaml") { name in
            asked.append(name)
            return name.hasSuffix("p.policy.yaml") ? Array("holdline: 1\npolicy: p\nextends: q\n".utf8) : nil
        }
        #expect(asked == ["a/b/p.policy.yaml", "a/b/q.policy.yaml"])
    }

    @Test func aFileMustHoldThePolicyItIsNamedAfter() {
        #expect(
            findings("extends: other", ["other.policy.yaml": base]) == [
                "wrong-policy other.policy.yaml 2:9 `other` is wanted here, and this is the policy `base` / "
                    + "write `policy: other`, or name the file after the policy"
            ])
    }

    @Test func cyclesAndLongLinesOfParentsEnd() {
        #expect(
            findings("extends: q", ["q.policy.yaml": "holdline: 1\npolicy: q\nextends: p\n"]) == [
                "extends-cycle q.policy.yaml 3:10 `p` extends this policy in turn / take `extends` out of one of them"
            ])
        var files: [String: String] = [:]
        for number in 1...20 {
            files["p\(number).policy.yaml"] = "holdline: 1\npolicy: p\(number)\nextends: p\(number + 1)\n"
        }
        #expect(
            findings("extends: p1", files) == [
                "extends-depth p7.policy.yaml 3:10 more than 8 policies extend each other / put some of them together"
            ])
    }

    @Test func aFileThatIsNotThereHasNoPlace() {
        let loaded = PolicyLoader.load("x.yaml") { _ in nil }
        #expect(findings(loaded) == ["unreadable-file the file `x.yaml` cannot be read"])
        #expect(loaded.policy == nil)
    }

    @Test func aFileThatIsNotYAMLIsToldByItsReader() {
        #expect(loaded("rules: [").diagnostics.map(\.code) == ["yaml-unclosed-bracket"])
        #expect(
            findings(loaded("- a", header: false)) == [
                "wrong-shape 1:1 a policy wants a map, not a list / for example `holdline: 1`"
            ])
    }
}
