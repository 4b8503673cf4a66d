import SourceText
import Testing
import YAMLTree

@Suite struct RefusalTests {
    @Test(
        "what this reader does not take is refused with a code and a place",
        arguments: [
            ("", "yaml-empty 1:1"),
            ("# only a comment\n", "yaml-empty 1:1"),
            ("...\n", "yaml-empty 1:1"),
            ("a: 1\n---\nb: 2\n", "yaml-several-documents 2:1"),
            ("a: 1\n...\nb: 2\n", "yaml-several-documents 3:1"),
            ("%YAML 1.1\n---\na: 1\n", "yaml-directive 1:1"),
            ("%YAML 1.3\n---\na: 1\n", "yaml-directive 1:1"),
            ("%TAG ! tag:x,2000:\n---\na: 1\n", "yaml-directive 1:1"),
            ("# c\n%OTHER x\n---\na: 1\n", "yaml-directive 2:1"),
            ("%YAML 1.2\na: 1\n", "yaml-directive 2:1"),
            ("å: !!str x\n", "yaml-tag 1:4"),
            ("a: ! x\n", "yaml-tag 1:4"),
            ("a: &n !x\n  b: 1\n", "yaml-tag 1:7"),
            ("a: !x &n b\n", "yaml-tag 1:4"),
            ("a: !<tag:x> b\n", "yaml-tag 1:4"),
            ("a: !e!x b\n", "yaml-tag 1:4"),
            ("- !!map {a: 1}\n", "yaml-tag 1:3"),
            ("a: 1\nå: 2\na: 3\n", "yaml-duplicate-key 3:1"),
            ("a: {b: 1, 'b': 2}\n", "yaml-duplicate-key 1:11"),
            ("é: 1\ne\u{301}: 2\n", "yaml-duplicate-key 2:1"),
            ("a: {{ name }}\n", "yaml-key-not-text 1:5"),
            ("? [a]\n: b\n", "yaml-key-not-text 1:3"),
            ("? - a\n: b\n", "yaml-key-not-text 1:3"),
            (": a\n", "yaml-missing-key 1:1"),
            ("a: 1\n: b\n", "yaml-missing-key 2:1"),
            ("{ : a}\n", "yaml-missing-key 1:3"),
            ("- :\n", "yaml-missing-key 1:3"),
            ("a: &x {b: 1}\nc:\n  <<: *x\n", "yaml-merge-key 3:3"),
            ("a: *x\n", "yaml-unknown-alias 1:4"),
            ("a: *x\nb: &x 1\n", "yaml-unknown-alias 1:4"),
            ("a: &x [1, *x]\n", "yaml-alias-cycle 1:11"),
            ("a: &x\n  b: *x\n", "yaml-alias-cycle 2:6"),
            ("a: &x:y b\n", "yaml-reserved-character 1:4"),
            ("a: &x b\nc: [*x:]\n", "yaml-reserved-character 2:5"),
            ("a: [?b]\n", "yaml-reserved-character 1:5"),
            ("a: [:b]\n", "yaml-reserved-character 1:5"),
            ("a: \"b\"# c\n", "yaml-text-after-value 1:7"),
            ("a: [b,# c\n  d]\n", "yaml-text-after-value 1:7"),
            ("a: >#c\n  d\n", "yaml-text-after-value 1:5"),
            ("a: \"b\nc: d\"\n", "yaml-unclosed-quote 1:4"),
            ("å:\n  - 'b\n\n  c'\n", "yaml-unclosed-quote 2:5"),
        ])
    func places(text: String, place: String) {
        #expect(Reading(text).places.first == place)
    }

    @Test(
        "bytes that are no plain UTF-8 text are refused at the first bad one",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], "yaml-encoding 1:4"),
            ([0x0A, 0xC3, 0xA5, 0xC3], "yaml-encoding 2:2"),
            ([0xC0, 0x80], "yaml-encoding 1:1"),
            ([0xE0, 0x80, 0x80], "yaml-encoding 1:1"),
            ([0xED, 0xA0, 0x80], "yaml-encoding 1:1"),
            ([0xF0, 0x80, 0x80, 0x80], "yaml-encoding 1:1"),
            ([0xF4, 0x90, 0x80, 0x80], "yaml-encoding 1:1"),
            ([0xF0, 0x9F, 0x98], "yaml-encoding 1:1"),
            ([0x80], "yaml-encoding 1:1"),
            ([0xFF, 0xFE, 0x61, 0x00], "yaml-byte-order-mark 1:1"),
            ([0xFE, 0xFF, 0x00, 0x61], "yaml-byte-order-mark 1:1"),
            ([0x00, 0x00, 0xFE, 0xFF], "yaml-byte-order-mark 1:1"),
            ([0x61, 0x0A, 0x23, 0xEF, 0xBB, 0xBF], "yaml-byte-order-mark 2:2"),
            ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], "yaml-byte-order-mark 1:1"),
            ([0x61, 0x00], "yaml-control-character 1:2"),
            ([0x61, 0x1B], "yaml-control-character 1:2"),
            ([0x61, 0x7F], "yaml-control-character 1:2"),
            ([0x61, 0xC2, 0x85], "yaml-control-character 1:2"),
            ([0x61, 0xC2, 0x9F], "yaml-control-character 1:2"),
            ([0x61, 0xE2, 0x80, 0xA8], "yaml-control-character 1:2"),
            ([0x61, 0xE2, 0x80, 0xA9], "yaml-control-character 1:2"),
            ([0x61, 0xEF, 0xBF, 0xBF], "yaml-control-character 1:2"),
        ] as [([UInt8], String)])
    func bytes(bytes: [UInt8], place: String) {
        #expect(Reading(bytes: bytes).places == [place])
    }

    @Test(
        "every character that may stand in a file is read",
        arguments: [
            "\u{A0}", "\u{2027}", "\u{202F}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}", "\u{FEFE}",
        ])
    func characters(character: String) throws {
        #expect(try Reading("a: x\(character)y").node("a").scalar?.text == "x\(character)y")
    }

    @Test("validity agrees with the standard library on random bytes")
    func agreement() {
        var random = SeededRandom(seed: 7)
        var valid = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...4, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) }
            let reading = Reading(bytes: bytes)
            if String(validating: bytes, as: UTF8.self) == nil {
                #expect(!reading.findings.isEmpty, "\(bytes)")
            } else {
                valid += 1
                #expect(!reading.findings.contains { $0.code == "yaml-encoding" }, "\(bytes)")
            }
        }
        #expect(valid > 500)
    }

    @Test("a duplicate key points to both")
    func duplicate() throws {
        let reading = Reading("a: 1\nb: 2\n'a': 3\n")
        let finding = try #require(reading.findings.first)
        #expect(reading.source(finding.span) == "'a'")
        #expect(finding.related.map { reading.source($0.span) } == ["a"])
        let keys = (0..<40).map { "k\($0): x\n" }.joined()
        #expect(Reading(keys + "k39: y\nk3: z\n").places == ["yaml-duplicate-key 41:1", "yaml-duplicate-key 42:1"])
    }

    @Test("several findings are told at once, in the order of reading, up to the limit")
    func several() {
        let text = "a: !x 1\nb: 2\nb: 3\n<<: 4\n"
        #expect(Reading(text).places == ["yaml-tag 1:4", "yaml-duplicate-key 3:1", "yaml-merge-key 4:1"])
        #expect(Reading(text, limits: YAMLLimits(findings: 2)).findings.count == 2)
    }

    @Test(
        "what looks like a refusal and is fine is read",
        arguments: [
            "%YAML 1.2\n---\na: 1\n", "---\na: 1\n...\n", "a: '<<'\n'<<': 1\n", "a: b#c\n", "a: 'b' # c\n",
            "a: [b] # c\n",
            "a: \"b\n c\"\n", "- \"b\n  c\"\n", "\"a\nb\"\n", "a: [\n  b\n]\n", "a: {b: 1}\nc: {b: 1}\n",
            "a: >  #c\n  d\n",
            "a: &x [1]\nb: [*x, *x]\nc: &x 2\nd: *x\n", "\u{FEFF}# c\na: 1\n", "a: 'x: y'\n", "a: x?y:z\n",
        ])
    func allowed(text: String) {
        #expect(Reading(text).places == [])
    }
}
