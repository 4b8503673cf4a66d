/// One file as it was read: a name and its bytes, with the beginnings of its lines worked out once.
///
/// Lines end with LF, CR LF or CR. The bytes need not be valid UTF-8; what is not shows as U+FFFD.
public struct SourceFile: Sendable {
    /// The name people know the file by, as it appears in messages.
    public let name: String
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    /// Complexity: O(bytes), once.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        self.lineStarts = SourceFile.lineStarts(of: bytes)
    }

    /// A file from text already in memory.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Number of lines; an empty file has one.
    public var lineCount: Int { lineStarts.count }

    /// The 1-based line and column of a byte; a column counts Unicode scalars, a leading byte order mark not counted.
    ///
    /// An offset past the end gives the end. Complexity: O(log lines + length of the line).
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let place = min(max(offset, 0), bytes.count)
        let index = lineIndex(at: place)
        var column = 1
        for byte in bytes[max(lineStarts[index], min(markLength, place))..<place] where byte & 0xC0 != 0x80 {
            column += 1
        }
        // Inside of a character: the column of that character, not of the next.
        if place < bytes.count, bytes[place] & 0xC0 == 0x80, column > 1 { column -= 1 }
        return (index + 1, column)
    }

    /// The text of the 1-based line `n` without its line break; empty where there is no such line.
    public func line(_ n: Int) -> String {
        String(decoding: bytes[range(ofLine: n)], as: UTF8.self)
    }

    /// The bytes of the 1-based line `n` without its line break and without a leading byte order mark.
    public func range(ofLine n: Int) -> Range<Int> {
        guard n >= 1, n <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = n == 1 ? markLength : lineStarts[n - 1]
        var end = n < lineStarts.count ? lineStarts[n] : bytes.count
        if n < lineStarts.count {
            end -= 1
            if bytes[end] == UInt8(ascii: "\n"), end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        }
        return start..<max(start, end)
    }

    /// Length of the byte order mark the file begins with: 3 or 0.
    public var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    private func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices {
                let byte = buffer[index]
                if byte == UInt8(ascii: "\n") {
                    starts.append(index + 1)
                } else if byte == UInt8(ascii: "\r") {
                    let next = index + 1
                    if next == buffer.count || buffer[next] != UInt8(ascii: "\n") { starts.append(next) }
                }
            }
        }
        return starts
    }
}
