import SourceText
import Testing
import YAMLTree

@Suite struct SpanTests {
    private static let page = """
        # æøå 😀
        navn: Åse  # plain
        'ø nøgle': 'it''s'
        "😀": "å\\n"
        list: [å, {b: "c d" }  ]  # flow
        block: |-
          første
            anden

        # a comment
        folded: >+
          one
          two

        items:
        - a: 1
          b:
        -
        -   [ ]
        end: æ
          continued
        """

    @Test(
        "keys and values cover their own source, behind text of more than one byte a character",
        arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
    func places(lineBreak: String, mark: String) throws {
        let reading = Reading(
            mark
                + Self.page.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: lineBreak))
        let entries = try #require(reading.root?.entries)
        let keys = ["navn", "'ø nøgle'", "\"😀\"", "list", "block", "folded", "items", "end"]
        #expect(entries.map { reading.source($0.key.span) } == keys)
        #expect(entries.map(\.key.value) == ["navn", "ø nøgle", "😀", "list", "block", "folded", "items", "end"])
        let breaks = { (text: String) in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: lineBreak)
        }
        #expect(
            entries.map { reading.source($0.value.span) } == [
                "Åse", "'it''s'", "\"å\\n\"", "[å, {b: \"c d\" }  ]", breaks("|-\n  første\n    anden"),
                breaks(">+\n  one\n  two"), breaks("- a: 1\n  b:\n-\n-   [ ]"), breaks("æ\n  continued"),
            ])
        #expect(reading.source(try reading.node("list", "1").span) == "{b: \"c d\" }")
        #expect(reading.source(try reading.node("list", "1", "b").span) == "\"c d\"")
        #expect(reading.source(try reading.node("items", "0").span) == breaks("a: 1\n  b:"))
        #expect(reading.source(try reading.node("items", "2").span) == "[ ]")
        #expect(try reading.node("folded").scalar?.text == "one two\n\n")
        #expect(try reading.node("end").scalar?.text == "æ continued")
    }

    @Test("a value that was left out is a point after its key or dash")
    func leftOut() throws {
        let reading = Reading("a:\nb: # c\nc:\n  -\n  - x\nd: ''\n")
        let first = try reading.node("a")
        #expect(first.isEmptyPlain)
        #expect(first.span == SourceSpan(file: 3, offset: 2, length: 0))
        #expect(try reading.node("b").span == SourceSpan(file: 3, offset: 5, length: 0))
        #expect(try reading.node("c", "0").isEmptyPlain)
        #expect(try reading.node("c", "0").span == SourceSpan(file: 3, offset: 16, length: 0))
        #expect(try !reading.node("d").isEmptyPlain)
        #expect(try !reading.node("c").isEmptyPlain)
    }

    @Test("an anchor is no part of its value, and an alias has the place of the value it repeats")
    func anchors() throws {
        let reading = Reading("a: &x one\nb: &y\n  c: 1\nd: *x\ne: *y\nf: &z\n*x : 2\n")
        #expect(reading.source(try reading.node("a").span) == "one")
        #expect(reading.source(try reading.node("b").span) == "c: 1")
        #expect(try reading.node("d").span == reading.node("a").span)
        #expect(try reading.node("e", "c").span == reading.node("b", "c").span)
        #expect(try reading.node("f").span == SourceSpan(file: 3, offset: 40, length: 0))
        #expect(reading.source(try #require(reading.root?.entries?.last).key.span) == "*x")
        #expect(try reading.node("one").scalar?.text == "2")
    }

    @Test("a pair in a list's brackets covers its key and its value")
    func pairs() throws {
        let reading = Reading("[ a: b , {x: y}]")
        #expect(reading.source(try reading.node("0").span) == "a: b")
        #expect(reading.source(try reading.node().span) == "[ a: b , {x: y}]")
    }

    @Test(
        "each style is told",
        arguments: [
            ("a", YAMLScalarStyle.plain), ("'a'", .singleQuoted), ("\"a\"", .doubleQuoted), ("|\n  a", .literal),
            (">\n  a", .folded),
        ])
    func styles(source: String, style: YAMLScalarStyle) throws {
        #expect(try Reading("k: \(source)").node("k").scalar?.style == style)
    }

    @Test("a scalar of the whole file has its place too")
    func bare() throws {
        #expect(try Reading("--- text\n").node().span == SourceSpan(file: 3, offset: 4, length: 4))
        #expect(try Reading("---\n").node().isEmptyPlain)
    }
}
