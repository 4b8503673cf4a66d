import CEL

/// A part of a condition that has to hold, or that must not.
struct Requirement {
    /// Without spaces, with double quotation marks.
    let text: String
    let holds: Bool
    /// What it compares with a constant, if that is what it does.
    let comparison: ConstantComparison?

    init(_ text: String, holds: Bool) {
        self.text = Requirement.normalized(text)
        self.holds = holds
        comparison = ConstantComparison(self.text, holds: holds)
    }

    /// Whether it is about the event, which is gone once the step is over.
    var isOfEvent: Bool { text.contains("event.") }

    /// The parts that surely hold, or surely do not, where a condition holds (or does not).
    static func all(of condition: CheckedCEL, holds: Bool) -> [Requirement] {
        let parts = condition.subconditions
        var found: [Requirement] = []
        func collect(_ index: Int, _ holds: Bool) {
            let children = parts.indices.dropFirst(index + 1).prefix { parts[$0].depth > parts[index].depth }
                .filter { parts[$0].depth == parts[index].depth + 1 }
            guard let first = children.first else {
                found.append(Requirement(parts[index].text, holds: holds))
                return
            }
            switch parts[first].role {
            case .negated: collect(first, !holds)
            case .conjunct where holds, .disjunct where !holds: for child in children { collect(child, holds) }
            case .conjunct, .disjunct, .whole: break
            }
        }
        if !parts.isEmpty { collect(0, holds) }
        return found
    }

    /// Whether two of these never hold together.
    static func exclude(_ some: [Requirement], _ others: [Requirement]) -> Bool {
        some.contains { one in others.contains { one.excludes($0) } }
    }

    func excludes(_ other: Requirement) -> Bool {
        if text == other.text { return holds != other.holds }
        guard let comparison, let its = other.comparison else { return false }
        return comparison.excludes(its)
    }

    private static func normalized(_ text: String) -> String {
        var output = ""
        var mark: Character?
        for character in text {
            if let open = mark {
                output.append(character == open ? "\"" : character)
                if character == open { mark = nil }
            } else if character == "'" || character == "\"" {
                mark = character
                output.append("\"")
            } else if !character.isWhitespace {
                output.append(character)
            }
        }
        return output
    }
}

/// A comparison of something with a number or a text, as `endings>=3`.
struct ConstantComparison {
    let subject: String
    let sign: String
    let value: String

    init?(_ text: String, holds: Bool) {
        guard let (left, sign, right) = ConstantComparison.split(text) else { return nil }
        let isText = right.hasPrefix("\"") && right.hasSuffix("\"") && right.count { $0 == "\"" } == 2
        guard isText || Int64(right) != nil || right.hasPrefix("duration(\"") else { return nil }
        subject = left
        self.sign = holds ? sign : ConstantComparison.opposite[sign] ?? sign
        value = right
    }

    private static let opposite = ["==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"]

    /// The sides of the only comparison in a text.
    private static func split(_ text: String) -> (String, String, String)? {
        var mark = false
        let letters = Array(text)
        for index in letters.indices {
            if letters[index] == "\"" { mark.toggle() }
            guard !mark, "=!<>".contains(letters[index]), index > 0, index + 1 < letters.count else { continue }
            let isLong = letters[index + 1] == "="
            if !isLong, !"<>".contains(letters[index]) { return nil }
            let end = index + (isLong ? 2 : 1)
            return (String(letters[..<index]), String(letters[index..<end]), String(letters[end...]))
        }
        return nil
    }

    /// Whether no value satisfies both.
    func excludes(_ other: ConstantComparison) -> Bool {
        guard subject == other.subject else { return false }
        if let mine = Int64(value), let its = Int64(other.value), mine.magnitude < 1 << 40, its.magnitude < 1 << 40 {
            let near = [mine - 1, mine, mine + 1, its - 1, its, its + 1]
            return !near.contains { satisfied($0, mine) && other.satisfied($0, its) }
        }
        if value != other.value { return sign == "==" && other.sign == "==" }
        return ![-1, 0, 1].contains { satisfied($0, 0) && other.satisfied($0, 0) }
    }

    private func satisfied(_ number: Int64, _ value: Int64) -> Bool {
        switch sign {
        case "==": number == value
        case "!=": number != value
        case "<": number < value
        case "<=": number <= value
        case ">": number > value
        default: number >= value
        }
    }
}
