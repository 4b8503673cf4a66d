import SourceText

/// What stands around the word that a problem is about.
extension ConditionHelp {
    /// The known name that is compared with the word, without quotation marks, as `plan` in `status == plan`.
    func bareName(of known: NameSet) -> String? {
        let after = String(decoding: Array(text.utf8)[problem.range.upperBound...], as: UTF8.self)
        guard let found = after.prefixMatch(of: /\s*(?:==|is|=)\s*([a-z][a-z0-9_-]*)/) else { return nil }
        return known.contains(String(found.output.1)) ? String(found.output.1) : nil
    }

    /// The known name after the word and its dot, or the one that the condition has in quotation marks.
    func spoken(of known: NameSet) -> String? {
        if let next, known.contains(next) { return next }
        return known.all.first { text.contains("\"\($0)\"") || text.contains("'\($0)'") }
    }

    /// The name before the word and its dot, as `customer` of `customer.incidents`.
    var owner: String? {
        let before = Array(text.utf8.prefix(problem.range.lowerBound))
        guard before.last == UInt8(ascii: ".") else { return nil }
        let name = before.dropLast().reversed().prefix(while: ConditionHelp.isNamePart).reversed()
        return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
    }

    /// The name after the word and its dot, as `abuse` of `conduct.abuse`.
    var next: String? {
        let after = text.utf8.dropFirst(problem.range.upperBound)
        guard after.first == UInt8(ascii: ".") else { return nil }
        let name = after.dropFirst().prefix(while: ConditionHelp.isNamePart)
        return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
    }

    /// The one name in parentheses after the word, with or without quotation marks.
    var argument: String? {
        let after = text.utf8.dropFirst(problem.range.upperBound).drop { $0 == UInt8(ascii: " ") }
        guard after.first == UInt8(ascii: "(") else { return nil }
        let name = after.dropFirst().drop { [0x20, 0x22, 0x27].contains($0) }.prefix(while: ConditionHelp.isNamePart)
        return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
    }
}
