import SourceText
import Testing

@Suite struct SourceFileTests {
    /// The places of every byte of a text, as `line:column`.
    private func places(_ text: String) -> [String] {
        let file = SourceFile(name: "f", text: text)
        return (0...file.bytes.count).map { offset in
            let position = file.position(at: offset)
            return "\(position.line):\(position.column)"
        }
    }

    @Test("a column counts Unicode scalars, not bytes")
    func columns() {
        #expect(places("aøb") == ["1:1", "1:2", "1:2", "1:3", "1:4"])
        #expect(places("😀x") == ["1:1", "1:1", "1:1", "1:1", "1:2", "1:3"])
    }

    @Test("lines end with LF, CR LF or CR")
    func lineBreaks() {
        #expect(places("a\nb") == ["1:1", "1:2", "2:1", "2:2"])
        #expect(places("a\r\nb") == ["1:1", "1:2", "1:3", "2:1", "2:2"])
        #expect(places("a\rb") == ["1:1", "1:2", "2:1", "2:2"])
        #expect(places("\n\n") == ["1:1", "2:1", "3:1"])
    }

    @Test("a line is shown without its line break, and a line that is not there is empty")
    func lines() {
        let file = SourceFile(name: "f", text: "one\r\n\r\ntwo\rthree\n")
        #expect((0...6).map { file.line($0) } == ["", "one", "", "two", "three", "", ""])
        #expect(file.lineCount == 5)
        #expect(SourceFile(name: "f", text: "").lineCount == 1)
    }

    @Test("a leading byte order mark takes no column and is not shown")
    func mark() {
        let file = SourceFile(name: "f", text: "\u{FEFF}ab\nc")
        #expect(file.line(1) == "ab")
        #expect(file.position(at: 0) == (1, 1))
        #expect(file.position(at: 3) == (1, 1))
        #expect(file.position(at: 4) == (1, 2))
        #expect(file.position(at: 6) == (2, 1))
        #expect(file.range(ofLine: 1) == 3..<5)
    }

    @Test("offsets outside of the file give its ends")
    func outside() {
        let file = SourceFile(name: "f", text: "a\nbc")
        #expect(file.position(at: -5) == (1, 1))
        #expect(file.position(at: 4) == (2, 3))
        #expect(file.position(at: .max) == (2, 3))
    }

    @Test("bytes that are not UTF-8 are shown, never trapped on")
    func invalid() {
        let file = SourceFile(name: "f", bytes: [0x61, 0xFF, 0x80, 0x62])
        #expect(file.line(1) == "a\u{FFFD}\u{FFFD}b")
        #expect(file.position(at: 3).line == 1)
    }

    @Test("a map gives a file for each index it gave out and nothing for others")
    func map() {
        var sources = SourceMap()
        let first = sources.add(SourceFile(name: "a", text: "one"))
        let second = sources.add(SourceFile(name: "b", text: "two"))
        #expect(sources[first]?.name == "a")
        #expect(sources[second]?.name == "b")
        #expect(sources[2] == nil)
        #expect(sources[.max] == nil)
        #expect(sources.text(of: SourceSpan(file: second, offset: 1, length: 2)) == "wo")
        #expect(sources.text(of: SourceSpan(file: second, offset: 1, length: 3)) == nil)
        #expect(sources.text(of: .none) == nil)
    }
}

extension SourceFileTests {
    @Test("places found line by line agree with places counted from the beginning")
    func agreement() {
        let text = "æ\n\r\n😀x\r\ry\n\n"
        let file = SourceFile(name: "f", text: text)
        var line = 1
        var column = 1
        var offset = 0
        for scalar in text.unicodeScalars {
            #expect(file.position(at: offset) == (line, column))
            let isPair = scalar == "\r" && offset + 1 < file.bytes.count && file.bytes[offset + 1] == 0x0A
            if scalar == "\n" || scalar == "\r" && !isPair {
                line += 1
                column = 1
            } else {
                column += 1
            }
            offset += UTF8.width(scalar)
        }
    }
}
