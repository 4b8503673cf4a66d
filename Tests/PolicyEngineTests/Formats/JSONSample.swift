import CEL

/// A JSON value written in one of the many ways that mean the same; for tests only, unrelated to the code under test.
struct JSONSample {
    var random: FormatRandom
    /// Unknown members, white space and escapes where they change nothing.
    var isPlayful = true

    mutating func space() -> String {
        guard isPlayful, random.once(in: 12) else { return "" }
        return random.pick([" ", "\t", "  ", "\r\n", "\n "])
    }

    mutating func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || (isPlayful && random.once(in: 30)) {
                json += escape(scalar)
            } else {
                json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }

    private mutating func escape(_ scalar: Unicode.Scalar) -> String {
        let short: [Unicode.Scalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
            "\t": "\\t",
        ]
        if let escape = short[scalar], random.once(in: 2) { return escape }
        return String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: random.once(in: 2))
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    mutating func object(_ members: [(String, String)]) -> String {
        var members = members
        if isPlayful {
            if random.once(in: 3) { members.append(("unknown", anything(3))) }
            members.shuffle(using: &random)
        }
        var parts: [String] = []
        for (name, value) in members {
            parts.append(space() + string(name) + space() + ":" + space() + value + space())
        }
        return "{" + parts.joined(separator: ",") + space() + "}"
    }

    mutating func array(_ items: [String]) -> String {
        var parts: [String] = []
        for item in items { parts.append(space() + item + space()) }
        return "[" + parts.joined(separator: ",") + "]"
    }

    mutating func value(_ value: CELValue) -> String {
        switch value {
        case .bool(let truth): return truth ? "true" : "false"
        case .int(let number): return String(number)
        case .double(let number): return String(number)
        case .string(let text): return string(text)
        case .timestamp(let moment): return string(moment.description)
        case .list(let items):
            var parts: [String] = []
            for item in items { parts.append(self.value(item)) }
            return array(parts)
        case .map(let map):
            let wasPlayful = isPlayful
            isPlayful = false
            defer { isPlayful = wasPlayful }
            var members: [(String, String)] = []
            for entry in map.entries { members.append((entry.key.string ?? "", self.value(entry.value))) }
            return object(members)
        default: return "null"
        }
    }

    /// Any JSON at all.
    mutating func anything(_ depth: Int) -> String {
        switch random.below(depth > 0 ? 7 : 5) {
        case 0: return "null"
        case 1: return random.once(in: 2) ? "true" : "false"
        case 2: return String(random.below(1_000_000) - 500_000)
        case 3: return random.pick(["-0.5e-7", "1E+3", "0", "12.25", "123456789012345678901234567890"])
        case 4: return string(text())
        case 5:
            var items: [String] = []
            for _ in 0..<random.below(4) { items.append(anything(depth - 1)) }
            return array(items)
        default:
            return "{" + (0..<random.below(4)).map { "\"m\($0)\":\($0)" }.joined(separator: ",") + "}"
        }
    }

    /// Text of any letters, controls and beyond the basic plane included.
    mutating func text() -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "B", "z", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "ß", "\u{301}", "€", "😀",
            "\u{FFFF}",
            "\u{10FFFF}", "\u{800}", "`",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<random.below(24) { text.append(random.pick(alphabet)) }
        return String(text)
    }
}
