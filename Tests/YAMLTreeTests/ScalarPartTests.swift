import SourceText
import Testing
import YAMLTree

@Suite struct ScalarPartTests {
    /// The source of a part of the value of `k`, the part given by its text.
    private func source(of part: String, in value: String) throws -> String {
        let reading = Reading("# å\nk: \(value)\n")
        let scalar = try #require(try reading.node("k").scalar)
        let bytes = Array(scalar.text.utf8)
        let wanted = Array(part.utf8)
        let start = try #require((0...max(0, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) })
        return reading.source(scalar.span(ofUTF8: start..<start + wanted.count))
    }

    @Test(
        "a part of a text is found where it was written, in every style",
        arguments: [
            ("event.x", "a && event.x > 1", "event.x"),
            ("event.x", "'a && event.x > 1'", "event.x"),
            ("event.x", "\"å && event.x > 1\"", "event.x"),
            ("'b'", "'a == ''b'''", "''b''"),
            ("b", "'a == ''b'''", "b"),
            ("b", "\"\\ta\\u00e6\\x41\\U0001F600b\"", "b"),
            ("æ", "\"\\ta\\u00e6b\"", "\\u00e6"),
            ("aæb", "\"\\ta\\u00e6b\"", "a\\u00e6b"),
            ("c", "a\n  b\n\n  c", "c"),
            (" b", "a\n  b\n\n  c", "\n  b"),
            ("\nc", "a\n  b\n\n  c", "\n\n  c"),
            ("c", "'a\n  b\n\n\n  c'", "c"),
            ("c d", "\"a \\\n  b\n  c\\\n  \\ d\"", "c\\\n  \\ d"),
            ("two", "|\n  one\n   two\n\n  three", "two"),
            ("three", "|\n  one\n   two\n\n  three", "three"),
            ("\n\nthree", "|\n  one\n   two\n\n  three", "\n\n  three"),
            ("  two", "|2-\n    two\n  three", "  two"),
            ("three", ">\n  one\n  two\n\n   deep\n\n  three", "three"),
            (" deep", ">\n  one\n  two\n\n   deep\n\n  three", " deep"),
            ("one two", ">-  # note\n\n\n  one\n  two", "one\n  two"),
        ])
    func parts(part: String, value: String, written: String) throws {
        #expect(try source(of: part, in: value) == written)
    }

    @Test("the same holds with CR LF at the ends of the lines")
    func lineEnds() throws {
        #expect(try source(of: "two", in: "|\r\n  one\r\n  two\r\n") == "two")
        #expect(try source(of: "\ntwo", in: "|\r\n  one\r\n  two\r\n") == "\r\n  two")
        #expect(try source(of: "two", in: ">\r\n  one\r\n  two\r\n") == "two")
        #expect(try source(of: "c", in: "\"a\r\n  b\r\n\r\n  c\"") == "c")
    }

    @Test("an empty part is a point, and the text's end is the end of what was written")
    func points() throws {
        let reading = Reading("k: \"a\\nb\"")
        let scalar = try #require(try reading.node("k").scalar)
        #expect(scalar.span(ofUTF8: 0..<0) == SourceSpan(file: 3, offset: 4, length: 0))
        #expect(scalar.span(ofUTF8: 2..<2) == SourceSpan(file: 3, offset: 7, length: 0))
        #expect(scalar.span(ofUTF8: 3..<3) == SourceSpan(file: 3, offset: 8, length: 0))
    }

    @Test("a range that leaves the text has the scalar's own place")
    func outside() throws {
        let scalar = try #require(try Reading("k: abc").node("k").scalar)
        #expect(scalar.span(ofUTF8: 1..<9) == scalar.span)
        #expect(scalar.span(ofUTF8: -2..<1) == scalar.span)
        #expect(scalar.span(ofUTF8: 7..<9) == scalar.span)
        let empty = try #require(try Reading("k: ''").node("k").scalar)
        #expect(empty.span(ofUTF8: 0..<0) == empty.span)
        let made = YAMLScalar(text: "abc", style: .plain, span: scalar.span)
        #expect(made.span(ofUTF8: 1..<2) == scalar.span)
    }

    @Test(
        "every byte of every text of the public suite has a place of its own, in order, within its scalar",
        .enabled(if: ConformanceCase.isPresent, "the suite's cases are not beside the package"))
    func suite() throws {
        var bytes = 0
        for one in try ConformanceCase.all() {
            bytes += try placedBytes(Reading(one.yaml), one.id)
        }
        #expect(bytes > 3_000)
    }

    /// Checks the places of all bytes of all scalars and counts them.
    private func placedBytes(_ reading: Reading, _ id: String) throws -> Int {
        var count = 0
        for scalar in reading.nodes.compactMap(\.scalar) {
            var last = scalar.span.start
            for (index, byte) in scalar.text.utf8.enumerated() {
                let span = scalar.span(ofUTF8: index..<index + 1)
                #expect(span.start >= last, "case \(id): \(scalar.text.debugDescription) at \(index)")
                last = span.start
                let source = Array(reading.source(span).utf8)
                let isOwn =
                    source == [byte] || source.first.map { "\\'\n\r \t".utf8.contains($0) } == true || byte >= 0x80
                    || span.length == 0 && span.end == reading.file.bytes.count
                #expect(isOwn, "case \(id): \(scalar.text.debugDescription) at \(index)")
                count += 1
            }
        }
        return count
    }
}
