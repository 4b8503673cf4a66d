import CEL

/// Makes random expressions over the names of `TestHost`, well typed or nearly so.
struct RandomExpression {
    var random: SeededRandom
    private var variables: [(name: String, kind: Kind)] = []

    enum Kind: CaseIterable {
        case bool
        case int
        case uint
        case double
        case string
        case list
        case duration
        case timestamp
    }

    init(_ random: SeededRandom) {
        self.random = random
    }

    mutating func make(_ kind: Kind, depth: Int) -> String {
        let known = variables.filter { $0.kind == kind }.map(\.name)
        if !known.isEmpty, roll(3) == 0 { return pick(known) }
        if depth == 0 || roll(8) == 0 { return leaf(kind) }
        // Once in a while something of another type, behind `dyn`, so that errors of type happen at run time.
        if roll(40) == 0 { return "dyn(\(make(pick(Kind.allCases), depth: depth - 1)))" }
        if roll(8) == 0 {
            return "(\(bool(depth)) ? \(make(kind, depth: depth - 1)) : \(make(kind, depth: depth - 1)))"
        }
        switch kind {
        case .bool: return bool(depth)
        case .int: return int(depth)
        case .uint:
            return
                "(\(make(.uint, depth: depth - 1)) \(pick(["+", "-", "*", "/", "%"])) \(make(.uint, depth: depth - 1)))"
        case .double:
            return
                "(\(make(.double, depth: depth - 1)) \(pick(["+", "-", "*", "/"])) \(make(.double, depth: depth - 1)))"
        case .string: return string(depth)
        case .list: return list(depth)
        case .duration:
            return "(\(make(.duration, depth: depth - 1)) \(pick(["+", "-"])) \(make(.duration, depth: depth - 1)))"
        case .timestamp: return "(\(make(.timestamp, depth: depth - 1)) + \(make(.duration, depth: depth - 1)))"
        }
    }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }

    private mutating func leaf(_ kind: Kind) -> String {
        switch kind {
        case .bool:
            pick([
                "true", "false", "contact.new_matter", "fact('stalemate')", "has(event.reason)",
                "has(contact.tags.team)",
            ])
        case .int:
            pick([
                "0", "1", "-3", "7", "abuse_endings", "contact.conduct('rude')", "words.size()", "9223372036854775807",
            ])
        case .uint: pick(["0u", "2u", "limit", "18446744073709551615u"])
        case .double: pick(["0.0", "1.5", "-2.25", "event.score", "1e308"])
        case .string:
            pick(["''", "'abuse'", "'calm'", "event.directed_at", "event.reason", "contact.tags.team", "'straße'"])
        case .list: pick(["[]", "[1, 2, 3]", "numbers", "[abuse_endings]", "[0, -1]"])
        case .duration: pick(["contact.elapsed", "duration('1m')", "duration('-1h')", "duration('2562047h')"])
        case .timestamp: pick(["contact.started", "timestamp('1999-12-31T23:59:59Z')", "timestamp(253402300799)"])
        }
    }

    private mutating func bool(_ depth: Int) -> String {
        switch roll(8) {
        case 0, 1:
            let sign = pick([" && ", " || "])
            return "(" + (0..<(2 + roll(3))).map { _ in make(.bool, depth: depth - 1) }.joined(separator: sign) + ")"
        case 2: return "!\(make(.bool, depth: depth - 1))"
        case 3: return loop(pick(["all", "exists", "exists_one"]), .bool, depth)
        case 4: return "(\(make(.int, depth: depth - 1)) in \(make(.list, depth: depth - 1)))"
        case 5:
            return
                "\(make(.string, depth: depth - 1)).\(pick(["contains", "startsWith", "endsWith"]))(\(make(.string, depth: depth - 1)))"
        default:
            let kind = pick([Kind.int, .uint, .double, .string, .duration, .timestamp, .bool])
            let sign = pick(["==", "!=", "<", "<=", ">", ">="])
            return "(\(make(kind, depth: depth - 1)) \(sign) \(make(kind, depth: depth - 1)))"
        }
    }

    private mutating func int(_ depth: Int) -> String {
        switch roll(6) {
        case 0: "\(make(.list, depth: depth - 1))[\(make(.int, depth: depth - 1))]"
        case 1: "size(\(make(pick([.string, .list]), depth: depth - 1)))"
        case 2: "-(\(make(.int, depth: depth - 1)))"
        case 3: "int(\(make(pick([.uint, .double, .string, .timestamp]), depth: depth - 1)))"
        default: "(\(make(.int, depth: depth - 1)) \(pick(["+", "-", "*", "/", "%"])) \(make(.int, depth: depth - 1)))"
        }
    }

    private mutating func string(_ depth: Int) -> String {
        switch roll(3) {
        case 0: "string(\(make(pick([.int, .uint, .double, .bool, .duration, .timestamp]), depth: depth - 1)))"
        case 1:
            "{'a': \(make(.string, depth: depth - 1)), \(make(.string, depth: depth - 1)): 'b'}[\(make(.string, depth: depth - 1))]"
        default: "(\(make(.string, depth: depth - 1)) + \(make(.string, depth: depth - 1)))"
        }
    }

    private mutating func list(_ depth: Int) -> String {
        switch roll(5) {
        case 0: "(\(make(.list, depth: depth - 1)) + \(make(.list, depth: depth - 1)))"
        case 1: loop("map", .int, depth)
        case 2: loop("filter", .bool, depth)
        default: "[\(make(.int, depth: depth - 1)), \(make(.int, depth: depth - 1))]"
        }
    }

    private mutating func loop(_ macro: String, _ body: Kind, _ depth: Int) -> String {
        let source = make(.list, depth: depth - 1)
        let name = pick(["x", "y", "limit"])
        variables.append((name, .int))
        defer { variables.removeLast() }
        if body == .bool, roll(2) == 0 {
            // Fails for some elements and decides for others.
            let risky = pick(["7 / \(name) \(pick(["<", ">", "=="])) \(roll(4) - 1)", "words[\(name)] == 'calm'"])
            return "\(source).\(macro)(\(name), \(risky))"
        }
        return "\(source).\(macro)(\(name), \(make(body, depth: depth - 1)))"
    }
}
