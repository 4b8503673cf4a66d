import SourceText

/// The first check of a file's bytes: their number, valid UTF-8, and no character that nobody can see.
enum TextGate {
    /// The first thing for which the bytes are refused, with its place; nil where they are fine.
    ///
    /// Complexity: O(bytes).
    static func firstProblem(of file: SourceFile, id: UInt32, limits: YAMLLimits) -> Diagnostic? {
        let most = min(limits.bytes, YAMLLimits.mostBytes)
        if file.bytes.count > most {
            return Diagnostic(
                code: YAMLCode.tooLong.rawValue, span: SourceSpan(file: id, from: max(most, 0), to: max(most, 0)),
                message: "the file has \(file.bytes.count) bytes, more than the \(most) that are read",
                help: "split it into several files")
        }
        if let mark = foreignMark(of: file.bytes) {
            return Diagnostic(
                code: YAMLCode.byteOrderMark.rawValue, span: SourceSpan(file: id, from: 0, to: mark.length),
                message: "the file is in \(mark.name), not in UTF-8", help: "save it with the encoding UTF-8")
        }
        var offset = file.markLength
        return file.bytes.withUnsafeBufferPointer { bytes in
            while offset < bytes.count {
                let width = plainWidth(bytes, offset)
                if width == 0 { return refusal(bytes, offset, id) }
                offset += width
            }
            return nil
        }
    }

    private static func foreignMark(of bytes: [UInt8]) -> (name: String, length: Int)? {
        if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) {
            return ("UTF-32", 4)
        }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16", 2) }
        return nil
    }

    /// Bytes of the character at `offset` if it is one that may stand in a file, else 0.
    private static func plainWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        let first = bytes[offset]
        if first >= 0x20 && first < 0x7F || first == 0x0A { return 1 }
        if first < 0x80 { return first == 0x09 || first == 0x0D ? 1 : 0 }
        let width = characterWidth(bytes, offset)
        if width == 0 { return 0 }
        let second = bytes[offset + 1]
        switch first {
        case 0xC2: return second < 0xA0 ? 0 : width
        case 0xE2: return second == 0x80 && bytes[offset + 2] & 0xFE == 0xA8 ? 0 : width
        case 0xEF:
            let third = bytes[offset + 2]
            return second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE ? 0 : width
        default: return width
        }
    }

    /// Bytes of the well-formed character of more than one byte at `offset`, 0 where it is not well formed.
    private static func characterWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        let width: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[offset] {
        case 0xC2...0xDF: width = 2
        case 0xE0: (width, second) = (3, 0xA0...0xBF)
        case 0xED: (width, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: width = 3
        case 0xF0: (width, second) = (4, 0x90...0xBF)
        case 0xF4: (width, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: width = 4
        default: return 0
        }
        guard offset + width <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
        for index in offset + 2..<max(offset + width, offset + 2) where bytes[index] & 0xC0 != 0x80 { return 0 }
        return width
    }

    private static func refusal(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ id: UInt32) -> Diagnostic {
        let width = bytes[offset] < 0x80 ? 1 : characterWidth(bytes, offset)
        let span = SourceSpan(file: id, from: offset, to: offset + max(width, 1))
        if width == 0 {
            return Diagnostic(
                code: YAMLCode.encoding.rawValue, span: span,
                message: "the byte `0x\(hexadecimal(UInt32(bytes[offset]), digits: 2))` is not valid UTF-8 here",
                help: "save the file with the encoding UTF-8, then correct the character in this place")
        }
        let character = String(decoding: bytes[offset..<offset + width], as: UTF8.self)
        let value = character.unicodeScalars.first?.value ?? 0
        let name = "`U+\(hexadecimal(value, digits: 4))`"
        switch value {
        case 0xFEFF:
            return Diagnostic(
                code: YAMLCode.byteOrderMark.rawValue, span: span,
                message: "a byte order mark \(name) in the middle of the file",
                help: "delete this invisible character; it often comes from files pasted together")
        case 0x85, 0x2028, 0x2029:
            return Diagnostic(
                code: YAMLCode.controlCharacter.rawValue, span: span,
                message: "the invisible line separator \(name) in the text",
                help: "delete it and press Enter; it often comes from text pasted out of another program")
        case 0:
            return Diagnostic(
                code: YAMLCode.controlCharacter.rawValue, span: span,
                message: "a zero byte in the text, which UTF-8 text never has",
                help: "save the file as plain text with the encoding UTF-8")
        default:
            return Diagnostic(
                code: YAMLCode.controlCharacter.rawValue, span: span,
                message: "the control character \(name) in the text", help: "delete this invisible character")
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(digits - text.utf8.count, 0)) + text
    }
}
