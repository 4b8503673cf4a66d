import JSONSchema
import SourceText
import YAMLTree

/// Changes one place of a good file as an author could by mistake.
struct Mutation {
    private var random: SplitMix64
    /// Values of many forms, each right somewhere and wrong elsewhere; without quotation marks.
    private static let words = [
        "word", "7", "0", "-1", "1000000", "3.5", "Some Words", "", "5m", "0s", "1h30m", "30m1h", "5 min", "3 months",
        "0 months", "5 working days", "today", "rest of today", "this quarter", "unstated", "ever", "indefinite", "UTC",
        "Europe/Oslo", "en", "pt-BR", "EN", "2026-10-01", "2026-13-01", "09:00-16:00", "9-16", "rules.x", "statuses.x",
        "measures.x", "contact.ended", "conduct.rude", "Conduct.Rude", "a-b", "a_b", "2b", "customer", "take_over",
        "active", "missed", "when_done", "no", "yes",
    ]
    private static let misplaced: [YAMLContent] =
        words.map { .scalar(YAMLScalar(text: $0, style: .plain, span: .none)) } + [
            .scalar(YAMLScalar(text: " ", style: .singleQuoted, span: .none)),
            .scalar(YAMLScalar(text: "3", style: .doubleQuoted, span: .none)),
            .scalar(YAMLScalar(text: "true", style: .doubleQuoted, span: .none)),
            .scalar(YAMLScalar(text: "two\nlines", style: .literal, span: .none)), .sequence([]), .mapping([]),
        ]

    init(seed: UInt64) { random = SplitMix64(state: seed) }

    /// The tree with one key dropped, misspelt or doubled in form, or one value swapped.
    mutating func changed(_ root: YAMLNode) -> YAMLNode {
        var target = Int.random(in: 1..<max(2, Mutation.count(root)), using: &random)
        return change(root, &target)
    }

    private static func count(_ node: YAMLNode) -> Int {
        switch node.content {
        case .scalar: 1
        case .sequence(let items): items.reduce(1) { $0 + count($1) }
        case .mapping(let entries): entries.reduce(1) { $0 + count($1.value) }
        }
    }

    private mutating func change(_ node: YAMLNode, _ target: inout Int) -> YAMLNode {
        target -= 1
        switch node.content {
        case .scalar: return node
        case .sequence(var items):
            for index in items.indices where target >= 0 {
                items[index] = target == 0 ? swapped(items[index], &target) : change(items[index], &target)
            }
            return YAMLNode(span: node.span, content: .sequence(items))
        case .mapping(var entries):
            for index in entries.indices where target >= 0 {
                if target > 0 {
                    entries[index].value = change(entries[index].value, &target)
                    continue
                }
                target = -1
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    entries.remove(at: index)
                    return YAMLNode(span: node.span, content: .mapping(entries))
                case 1: entries[index].key.value = misspelt(entries[index].key.value)
                default:
                    var one = 0
                    entries[index].value = swapped(entries[index].value, &one)
                }
            }
            return YAMLNode(span: node.span, content: .mapping(entries))
        }
    }

    private mutating func misspelt(_ word: String) -> String {
        var letters = Array(word)
        let index = Int.random(in: 0..<max(1, letters.count), using: &random)
        if letters.isEmpty || Bool.random(using: &random) {
            letters.insert("x", at: index)
        } else {
            letters.remove(at: index)
        }
        return letters.isEmpty ? "x" : String(letters)
    }

    private mutating func swapped(_ node: YAMLNode, _ target: inout Int) -> YAMLNode {
        target = -1
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return YAMLNode(span: node.span, content: .sequence([node]))
        case 1:
            let key = Located("word", node.span)
            return YAMLNode(span: node.span, content: .mapping([YAMLEntry(key: key, value: node)]))
        default:
            let other = Self.misplaced[Int.random(in: 0..<Self.misplaced.count, using: &random)]
            return YAMLNode(span: node.span, content: other)
        }
    }
}

/// Numbers that a seed decides.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
