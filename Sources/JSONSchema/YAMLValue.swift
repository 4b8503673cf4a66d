import YAMLTree

extension JSON {
    /// What an editor makes of a YAML value: scalars without quotation marks by the core schema of YAML 1.2.
    ///
    /// Infinities and what is no number stay text, for JSON has neither. Depth is bounded by the reader of YAML.
    public init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar):
            self = scalar.style == .plain ? JSON(plain: scalar.text) : .string(scalar.text)
        case .sequence(let items): self = .array(items.map { JSON($0) })
        case .mapping(let entries): self = .object(entries.map { Member($0.key.value, JSON($0.value)) })
        }
    }

    /// A scalar whose form decides its type.
    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        default: self = JSON(number: text) ?? .string(text)
        }
    }

    private init?(number text: String) {
        if text.hasPrefix("0o") || text.hasPrefix("0x") {
            guard let number = Int64(text.dropFirst(2), radix: text.hasPrefix("0o") ? 8 : 16), number >= 0,
                text.utf8.dropFirst(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
            else { return nil }
            self = .int(number)
            return
        }
        var rest = text.utf8[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let whole = JSON.takeDigits(&rest)
        if rest.isEmpty, whole > 0 {
            if let number = Int64(text) { self = .int(number) } else { self.init(double: text) }
            return
        }
        var decimals = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            decimals = JSON.takeDigits(&rest)
        }
        if whole + decimals == 0 { return nil }
        if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
            if JSON.takeDigits(&rest) == 0 { return nil }
        }
        guard rest.isEmpty else { return nil }
        self.init(double: text)
    }

    private init(double text: String) {
        guard let number = Double(text), number.isFinite else {
            self = .string(text)
            return
        }
        self = .double(number)
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> Int {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits.count
    }
}
