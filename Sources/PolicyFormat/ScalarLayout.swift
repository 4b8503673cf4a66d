import SourceText
import YAMLTree

/// How a scalar is written.
enum ScalarLayout {
    /// On one line; nil where its text needs several.
    static func inline(_ scalar: YAMLScalar, _ file: SourceFile) -> String? {
        let text = scalar.text
        if text.utf8.contains(0x0A) || scalar.style.isBlock { return nil }
        switch scalar.style {
        case .plain: return text
        case .singleQuoted: return "'" + text.replacing("'", with: "''") + "'"
        case .doubleQuoted:
            let raw = file.bytes[scalar.span.start..<scalar.span.end]
            let isBroken = raw.contains(0x0A) || raw.contains(0x0D)
            let marked = isBroken ? escaped(text) : String(decoding: raw, as: UTF8.self)
            // Without escapes the quieter marks will do.
            return marked.contains("\\") || text.contains("'") ? marked : "'\(text)'"
        case .literal, .folded: return nil
        }
    }

    /// In double quotation marks, on one line.
    static func escaped(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\t": output += "\\t"
            case "\r": output += "\\r"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
                    || (0x2028...0x2029).contains(scalar.value)
                {
                    let digits = String(scalar.value, radix: 16)
                    output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        return output + "\""
    }

    /// A literal block: its header and its lines without indentation; nil where a block cannot hold the text.
    static func literal(_ text: String) -> (header: String, lines: [String])? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let first = lines.first(where: { !$0.isEmpty }), isPrintable(text) else { return nil }
        var chomp = "-"
        if lines.last == "" {
            lines.removeLast()
            chomp = lines.last == "" ? "+" : ""
        }
        return ("|" + (first.hasPrefix(" ") ? "2" : "") + chomp, lines)
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar == "\t"
                || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0xFEFF
                    && !(0x2028...0x2029).contains(scalar.value)
        }
    }

    /// A folded block as its author broke it.
    static func folded(_ scalar: YAMLScalar, _ file: SourceFile) -> (header: String, lines: [String]) {
        let source = String(decoding: file.bytes[scalar.span.start..<scalar.span.end], as: UTF8.self)
        var lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            .map(String.init)
        let header = lines.removeFirst().prefix { $0 != " " && $0 != "\t" && $0 != "#" }
        let chomp = header.contains("+") ? "+" : header.contains("-") ? "-" : ""
        func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
        let own = lines.filter { !$0.allSatisfy { $0 == " " } }
        let explicit = header.first { $0.isNumber } != nil
        let margin = explicit ? own.map(indent).min() ?? 0 : own.first.map(indent) ?? 0
        lines = lines.map { String($0.dropFirst(min(margin, indent($0)))) }
        if chomp != "+" { while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() } }
        if chomp == "+", lines.last == "" { lines.removeLast() }
        let needsMargin = lines.first { !$0.isEmpty }?.hasPrefix(" ") ?? false
        return (">" + (needsMargin ? "2" : "") + chomp, lines)
    }

    /// A long text of one line, folded between its words; nil where folding would change it.
    static func wrapped(_ text: String, columns: Int) -> [String]? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty }), isPrintable(text), !text.contains("\t") else { return nil }
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
