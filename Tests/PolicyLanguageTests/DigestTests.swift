import Testing

@testable import PolicyLanguage

@Suite struct DigestTests {
    private func digest(_ text: String) throws -> String { try #require(loaded(text).policy).digest }

    private let text = """
        languages: [en, da]
        conduct: [rude, insult]
        settings: {limit: 5m, most: 3}
        scripts: {a: {en: A, da: Å}, b: {en: B, da: Ø}}
        rules:
          one: {when: conduct.rude, must: [{warn: {script: [a, b], within: limit}}, hold]}
          two: {when: conduct.insult, may: end_contact}

        """

    @Test func layoutCommentsAndTheOrderOfNamedEntriesDoNotCount() throws {
        let other = """
            # The same, written otherwise.
            rules:
              two:
                may: [end_contact]   # a list of one
                when: [conduct.insult]
              one:
                when: conduct.rude
                must: [warn: {within: 300s, script: [a, b]}, hold: ]
            scripts: {b: {da: "\\u00d8", en: B}, a: {da: 'Å', en: A}}
            settings: {most: 3, limit: 300s}
            conduct: {rude: , insult: }
            languages: [en, da]

            """
        #expect(try digest(text) == digest(other))
    }

    @Test(arguments: [
        ("[a, b]", "[b, a]"),
        ("[{warn: {script: [a, b], within: limit}}, hold]", "[hold, {warn: {script: [a, b], within: limit}}]"),
        ("en: A", "en: a"), ("[en, da]", "[da, en]"), ("[rude, insult]", "[insult, rude]"), ("5m", "6m"),
        ("may", "must_not"), ("one:", "uno:"), ("most: 3", "most: '3'"), ("when: conduct.rude", "when: conduct.insult"),
    ])
    func whatMeansSomethingElseHasAnotherDigest(_ old: String, _ new: String) throws {
        let changed = text.replacing(old, with: new)
        #expect(changed != text)
        #expect(try digest(text) != digest(changed))
    }

    @Test func whatIsNotBuiltCountsToo() throws {
        let status = "statuses: {s: {about: customer, review: {every: 3 months, by: manager}}}\n"
        let same = "statuses: {s: {review: {by: manager, every: '3 months'}, about: customer}}\n"
        let other = "statuses: {s: {about: customer, review: {every: 4 months, by: manager}}}\n"
        #expect(try digest(status) == digest(same))
        #expect(try digest(status) != digest(other))
    }

    @Test func aPolicyPutTogetherFromTwoFilesIsTheSameAsOneFile() throws {
        let parent = "holdline: 1\npolicy: base\n" + text
        let child = loaded("extends: base", ["base.policy.yaml": parent])
        #expect(try #require(child.policy).digest == digest(text))
    }

    @Test func aDigestIsOverTheCanonicalFormAndTheMeaning() throws {
        // printf 'meaning 1\n{"policy":"p","not_built":[]}' | sha256sum
        #expect(try digest("") == "f5c48f6d22716accf1e750b21d1a3a30d521ae6ab5dc0a76fa43011f59f61b93")
        #expect(try #require(loaded("").policy).reference == "p@" + "f5c48f6d2271")
    }
}
