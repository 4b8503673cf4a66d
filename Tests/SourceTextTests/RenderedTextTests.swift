import SourceText
import Testing

@Suite struct RenderedTextTests {
    private func text(_ source: String, _ offset: UInt32, _ length: UInt32, color: Bool = false) -> String {
        let sources = SourceMap([SourceFile(name: "p.yaml", text: source)])
        let finding = Diagnostic(
            code: "some-code", span: SourceSpan(file: 0, offset: offset, length: length), message: "no `x` here")
        return DiagnosticRenderer(sources: sources, color: color).text(finding)
    }

    /// The line of source and the marks below it.
    private func excerpt(_ source: String, _ offset: UInt32, _ length: UInt32) -> [String] {
        Array(
            text(source, offset, length).split(separator: "\n", omittingEmptySubsequences: false)[3...4].map(
                String.init))
    }

    @Test("a finding shows its code, its place, the line with marks under it, related places and help")
    func whole() {
        let source = "one: 1\ntwo: 2\n" + String(repeating: "#\n", count: 8) + "one: 3\n"
        let sources = SourceMap([SourceFile(name: "p.yaml", text: source)])
        var finding = Diagnostic(
            code: "twice", severity: .warning, span: SourceSpan(file: 0, offset: 30, length: 3),
            message: "`one` stands here twice", help: "remove one of them")
        finding.related = [.init(span: SourceSpan(file: 0, offset: 0, length: 3), message: "it stands here first")]
        let expected = """
            warning[twice]: `one` stands here twice
              --> p.yaml:11:1
               |
            11 | one: 3
               | ^^^
            note: it stands here first
              --> p.yaml:1:1
               |
             1 | one: 1
               | ^^^
               = help: remove one of them

            """
        #expect(DiagnosticRenderer(sources: sources, color: false).text(finding) == expected)
    }

    @Test("a finding without a place shows its message and its help alone")
    func placeless() {
        let finding = Diagnostic(code: "c", severity: .note, span: .none, message: "m", help: "h")
        let renderer = DiagnosticRenderer(sources: SourceMap(), color: false)
        #expect(renderer.text(finding) == "note[c]: m\n  = help: h\n")
        #expect(
            renderer.text(Diagnostic(code: "c", span: SourceSpan(file: 7, offset: 1, length: 1), message: "m"))
                == "error[c]: m\n")
    }

    @Test("a tab takes the columns up to the next multiple of four, under it and after it")
    func tabs() {
        #expect(excerpt("\ta: b", 1, 1) == ["1 |     a: b", "  |     ^"])
        #expect(excerpt("ab\tc", 3, 1) == ["1 | ab  c", "  |     ^"])
        #expect(excerpt("ab\tc", 2, 1) == ["1 | ab  c", "  |   ^^"])
    }

    @Test("wide characters take two columns, marks that join take none")
    func wide() {
        #expect(excerpt("日本: x", 8, 1) == ["1 | 日本: x", "  |       ^"])
        #expect(excerpt("日本: x", 0, 6) == ["1 | 日本: x", "  | ^^^^"])
        #expect(excerpt("👍🏽x", 8, 1) == ["1 | 👍🏽x", "  |   ^"])
        #expect(excerpt("e\u{301}x", 3, 1) == ["1 | e\u{301}x", "  |  ^"])
        #expect(excerpt("æøå x", 7, 1) == ["1 | æøå x", "  |     ^"])
    }

    @Test("a point at the end of a line and an empty line get one mark")
    func points() {
        #expect(excerpt("ab\ncd", 2, 0) == ["1 | ab", "  |   ^"])
        #expect(excerpt("ab\n\ncd", 3, 0) == ["2 |", "  | ^"])
        #expect(excerpt("ab", 2, 0) == ["1 | ab", "  |   ^"])
    }

    @Test("a span over several lines is marked to the end of its first")
    func severalLines() {
        #expect(excerpt("ab: |\n  cd\n", 4, 6) == ["1 | ab: |", "  |     ^"])
    }

    @Test("a long line is cut around the place, and the mark stays under it", arguments: [0, 50, 120, 250, 299])
    func longLines(at place: Int) throws {
        var letters = [Character](repeating: "a", count: 300)
        letters[place] = "X"
        let lines = excerpt(String(letters), UInt32(place), 1)
        let source = Array(lines[0].dropFirst(4))
        let mark = try #require(lines[1].dropFirst(4).firstIndex(of: "^"))
        let column = lines[1].dropFirst(4).distance(from: lines[1].dropFirst(4).startIndex, to: mark)
        #expect(source.count <= 100)
        #expect(source[column] == "X")
        #expect((source.first == "…") == (place > 33))
        #expect((source.last == "…") == (place < 250))
    }

    @Test("nothing in a file or a message can steer the terminal or turn the direction of writing")
    func hostile() {
        let output = text("a\u{1B}[31m\u{202E}b\u{7F}", 0, 1)
        #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
        #expect(!output.unicodeScalars.contains("\u{202E}"))
        let finding = Diagnostic(code: "c", span: .none, message: "a\u{1B}[31m\nb", help: "\u{2066}x")
        let rendered = DiagnosticRenderer(sources: SourceMap(), color: false).text(finding)
        #expect(rendered == "error[c]: a\u{FFFD}[31m b\n  = help: \u{FFFD}x\n")
    }

    @Test("colours are there when asked for, and without them the text is the same")
    func colors() {
        let colored = text("a: x", 3, 1, color: true)
        #expect(colored.contains("\u{1B}[31;1merror[some-code]\u{1B}[0m"))
        #expect(colored.replacing(#/\x{1B}\[[0-9;]*m/#, with: "") == text("a: x", 3, 1))
        #expect(!text("a: x", 3, 1).contains("\u{1B}"))
    }

    @Test("bytes that are not UTF-8 are marked in the right column")
    func invalidBytes() {
        let sources = SourceMap([SourceFile(name: "f", bytes: [0x61, 0xFF, 0x62])])
        let finding = Diagnostic(code: "c", span: SourceSpan(file: 0, offset: 2, length: 1), message: "m")
        let output = DiagnosticRenderer(sources: sources, color: false).text(finding)
        #expect(output.contains("1 | a\u{FFFD}b\n  |   ^\n"))
    }
}
