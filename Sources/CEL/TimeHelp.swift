/// Lengths of time as people write them where a duration belongs: what to type in their place.

/// What to type for `30m`, `30 min` or `2 days`; nil for what is no length of time.
func timeHelp(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).lowercased().filter { $0 != " " }
    guard let number = Int64(digits), number < 1_000_000, let (letter, factor) = timeUnits[unit] else { return nil }
    return "a length of time is written `duration(\"\(number * factor)\(letter)\")`"
}

/// A duration has no unit above the hour.
private let timeUnits: [String: (String, Int64)] = {
    let names: [(String, (String, Int64))] = [
        ("ms msec milliseconds", ("ms", 1)), ("s sec secs second seconds", ("s", 1)),
        ("m min mins minute minutes", ("m", 1)), ("h hr hrs hour hours", ("h", 1)), ("d day days", ("h", 24)),
        ("w week weeks", ("h", 168)),
    ]
    var all: [String: (String, Int64)] = [:]
    for (words, unit) in names {
        for word in words.split(separator: " ") { all[String(word)] = unit }
    }
    return all
}()

extension Parser {
    /// What to type where a value is followed by a word: `30 min`, `event.text contains "knife"`.
    func wordHelp(after left: ID) -> CELProblem? {
        guard token.kind == .name else { return nil }
        let word = lexer.text(token.range)
        let value = tree[last(of: left)]
        let shown = lexer.text(value.outerRange)
        let problem = { (help: String) in
            CELProblem("unexpected-token", "`\(word)` does not belong here", help: help, at: token.range)
        }
        if case .literal(.int) = value.kind { return timeHelp("\(shown) \(word)").map(problem) }
        guard let function = Function.named(word, isMember: true), function.arity == 2...2 else { return nil }
        var ahead = lexer
        guard let next = try? ahead.next(), next.kind == .string || next.kind == .name else { return nil }
        return problem("write `\(shown).\(word)(\(lexer.text(next.range)))`")
    }

    /// The operand that stands last in a row of operators.
    private func last(of id: ID) -> ID {
        switch tree[id].kind {
        case .and(let operands), .or(let operands): operands.last.map(last) ?? id
        case .not(let operand): last(of: operand)
        case .binary(let operation, _, let right): if case .index = operation { id } else { last(of: right) }
        default: id
        }
    }
}

extension Checker {
    /// What to type where a duration is compared with a text or a number.
    func timeHelp(_ a: ID, _ b: ID) -> String? {
        for (time, other) in [(a, b), (b, a)] where type(time) == .duration {
            switch tree[other].kind {
            case .constant(.string(let text)):
                return CEL.timeHelp(text) ?? "a length of time is written `duration(\"30m\")`"
            case .constant(.int(let number)) where (1..<1_000_000).contains(number):
                return "say in what: `duration(\"\(number)s\")` or `duration(\"\(number)m\")`"
            default: continue
            }
        }
        return nil
    }
}
