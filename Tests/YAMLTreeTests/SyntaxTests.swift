import SourceText
import Testing
import YAMLTree

@Suite struct SyntaxTests {
    /// Texts that are no YAML, the code and place they are refused with, and what the help says to type.
    static let cases: [(text: String, place: String, help: String)] = [
        ("å:\n\tb: 1\n", "yaml-tab 2:1", "replace the tab"),
        ("a:\n  b: 1\n\tc: 2\n", "yaml-tab 3:1", "replace the tab"),
        ("a: 1\n\t\nb: 2\n", "yaml-tab 2:1", "delete the tab"),
        ("a: |\n\tx\n", "yaml-tab 2:1", "replace the tab"),
        ("a: 1\nb: \"x\n  y\n", "yaml-unclosed-quote 2:4", "at the end of the text"),
        ("a: 'x\n", "yaml-unclosed-quote 1:4", "apostrophe"),
        ("a: [x, y\nb: 1\n", "yaml-unclosed-bracket 1:4", "write `]`"),
        ("a: {x: 1, y\nb: 1\n", "yaml-unclosed-bracket 1:4", "write `}`"),
        ("a: [x, {y: 1\n", "yaml-unclosed-bracket 1:8", "write `}`"),
        ("a: [\"x\" y]\n", "yaml-unclosed-bracket 1:9", "`,` between two values"),
        ("a: [x, }\n", "yaml-unclosed-bracket 1:8", "close the bracket `[` with `]`"),
        ("a: [x]]\n", "yaml-text-after-value 1:7", "remove it"),
        ("a: [x,,y]\n", "yaml-syntax 1:7", "remove the `,`"),
        ("a: b: c\n", "yaml-colon-in-value 1:5", "`a: 'b: c'`"),
        ("a: b: c\n", "yaml-colon-in-value 1:5", "write `a: {b: c}`; or"),
        ("a: B: c\n", "yaml-colon-in-value 1:5", "quotation marks: `a: 'B: c'`"),
        ("a: b: {c: d}  # e\n", "yaml-colon-in-value 1:5", "write `a: {b: {c: d}}`"),
        ("a: b: c: [d]\n", "yaml-colon-in-value 1:5", "write `a: {b: {c: [d]}}`"),
        ("a: b: {c: d,\n  e: f}\n", "yaml-colon-in-value 1:5", "write `a: {b: …}`"),
        ("a: b: {c: 'd'}\n", "yaml-colon-in-value 1:5", "write `a: {b: …}`"),
        ("a: b:\n  c: d\n", "yaml-colon-in-value 1:5", "write `b:` on the next line"),
        ("a: b: we say this\n", "yaml-colon-in-value 1:5", "or, if it is a map, write `a: {b: we say this}`"),
        ("- a: b: {c: d}\n", "yaml-colon-in-value 1:7", "write `- a: {b: {c: d}}`"),
        ("{x: y, a: b: {c: d, e: f}, z: 1}\n", "yaml-colon-in-value 1:12", "write `a: {b: {c: d, e: f}}`"),
        ("{a: b.c d: e}\n", "yaml-unclosed-bracket 1:10", "`,` between two values"),
        ("- æ: b: c  # d\n", "yaml-colon-in-value 1:7", "`- æ: 'b: c'`"),
        ("a:1\nb: 2\n", "yaml-missing-space 1:1", "write `a: 1`"),
        ("a: 1\nb:2\nc: 3\n", "yaml-missing-space 2:1", "write `b: 2`"),
        ("- a\n-b\n- c\n", "yaml-missing-space 2:1", "write `- b`"),
        ("a:\n  b\nnokey\n", "yaml-missing-colon 3:1", "write `nokey:`"),
        ("a:\n  b\nno key\n", "yaml-missing-colon 3:1", "write `no: key`"),
        ("a:\n  when b.c\n  d: 1\n", "yaml-missing-colon 2:3", "write `when: b.c`"),
        ("a:\n  b: 1\n  when b.c\n  d: 1\n", "yaml-missing-colon 3:3", "write `when: b.c`"),
        ("a:\n  b\n    c: 1\n", "yaml-missing-colon 2:3", "write `b:`"),
        (
            "a:\n    b: 1\n    c:\n      d: 1\n      e: 2\n    f: 2\n      g: 3\n      h: 4\n", "yaml-indentation 6:5",
            "column 7"
        ),
        ("a: one\n  and two\n  b: c\n", "yaml-indentation 3:3", "column"),
        ("a: {b: c {d}, e}\n", "yaml-unclosed-bracket 1:10", "whole text in quotation marks"),
        ("a: !f(b)\n", "yaml-tag 1:4", "`'!f(b)'`"),
        ("a: b\n  c: d\n", "yaml-indentation 2:3", "column 1"),
        ("a:\n    b: 1\n  c: 2\n", "yaml-indentation 3:3", "same column"),
        ("a:\n  - b\n - c\n", "yaml-indentation 3:2", "same column"),
        ("- a\nb: 1\n", "yaml-indentation 2:1", "write `- ` before it"),
        ("a: 1\n- b\n", "yaml-indentation 2:1", "write its key"),
        (" a: 1\nb: 2\n", "yaml-indentation 2:1", "first line"),
        ("a: - b\n", "yaml-indentation 1:4", "line of its own"),
        ("a: @x\n", "yaml-reserved-character 1:4", "`'@x'`"),
        ("a: `x`\n", "yaml-reserved-character 1:4", "quotation marks"),
        ("a: %x # y\n", "yaml-reserved-character 1:4", "`'%x'`"),
        ("a: *\n", "yaml-reserved-character 1:4", "quotation marks"),
        ("a: & b\n", "yaml-reserved-character 1:4", "quotation marks"),
        ("a: ,b\n", "yaml-reserved-character 1:4", "quotation marks"),
        ("a: ? b\n", "yaml-reserved-character 1:4", "quotation marks"),
        ("a: 'don't'\n", "yaml-text-after-value 1:9", "`''`"),
        ("a: \"b == \"c\"\"\n", "yaml-text-after-value 1:11", "`'b == \"c\"'`"),
        ("a: \"x\" in b || c == \"d\"\n", "yaml-text-after-value 1:8", "`'\"x\" in b || c == \"d\"'`"),
        ("a: \"x\" y\n", "yaml-text-after-value 1:8", "'\"x\" y'"),
        ("a: \"x\n  b: \"y\"\n", "yaml-text-after-value 2:7", "`\\\"`"),
        ("a: \"\\q\"\n", "yaml-escape 1:5", "`\\\\`"),
        ("a: \"å\\ø\"\n", "yaml-escape 1:6", "`\\\\`"),
        ("a: \"\\xZZ\"\n", "yaml-escape 1:5", "`\\x` with 2"),
        ("a: \"\\ud83d\\ude00\"\n", "yaml-escape 1:5", "the character itself"),
        ("a: |x\n  b\n", "yaml-block-header 1:5", "on the next line"),
        ("a: >0\n  b\n", "yaml-block-header 1:5", "on the next line"),
        ("--- a: b\n", "yaml-syntax 1:1", "on the next line"),
    ]

    @Test("a slip of the pen is told with its place and with what to type", arguments: cases.indices)
    func places(index: Int) throws {
        let one = Self.cases[index]
        let reading = Reading(one.text)
        #expect(reading.places == [one.place])
        let help = try #require(reading.findings.first?.help)
        #expect(help.contains(one.help), "\(help)")
    }

    @Test(
        "what the help says to type is read",
        arguments: [
            "a: 'b: c'", "a: 1\nb: 2", "- a\n- b", "a: '@x'", "a: 'don''t'", "a: \"x\\\" y\"", "a: \"\\\\q\"",
            "a: '[?x]'",
            "a: b #c",
        ])
    func cured(text: String) {
        #expect(Reading(text).places == [])
    }

    @Test("a key of more than 1024 characters is refused as such")
    func longKey() {
        #expect(Reading(String(repeating: "k", count: 1_100) + ": 1\n").places == ["yaml-syntax 1:1"])
    }

    @Test("an unclosed bracket further up points to the bracket, a swallowed line to its quotation mark")
    func related() throws {
        let bracket = Reading("a: [x, }\n")
        #expect(bracket.findings.first?.related.map { bracket.source($0.span) } == ["["])
        let quote = Reading("a: 'x\nb: y'\n")
        #expect(quote.findings.first?.related.map { quote.source($0.span) } == ["b: y'"])
    }

    @Test("messages are lowercase without a final period, in one line, and every finding says what to do")
    func grammar() throws {
        let texts =
            Self.cases.map(\.text) + [
                "", "a: 1\n---\n", "a: !x y", "a: *x", "a: 1\na: 1", "<<: 1", "{a}: 1", ": x", "a: &x [*x]", "a: \u{1}",
                "a: \u{2028}", "\u{FEFF}\u{FEFF}", "%X\n---\n", "%YAML 1.1\n---\n",
            ]
        for text in texts {
            for finding in Reading(text).findings {
                let first = try #require(finding.message.first)
                let isName = finding.message.hasPrefix("YAML")
                #expect(first.isLowercase || first == "`" || isName, "\(finding.message)")
                #expect(!finding.message.hasSuffix("."), "\(finding.message)")
                #expect(!finding.message.contains("\n"))
                let help = try #require(finding.help, "\(finding.message)")
                #expect(!help.isEmpty && !help.hasSuffix(".") && first != " ", "\(help)")
                #expect(YAMLCode(rawValue: finding.code) != nil)
                #expect(finding.severity == .error)
            }
        }
    }
}
