import CEL

/// What to type where an expression by hand names something that nothing was bound to.
struct MissingBinding {
    private let expression: [UInt8]
    /// What a policy knows by itself, and JSON cannot say.
    private static let ownFunctions = ["fact", "status", "ladder", "conduct"]

    init(_ expression: String) { self.expression = Array(expression.utf8) }

    /// The help for a problem; its own, where there is nothing better to say.
    func help(for problem: CELProblem) -> String? {
        let name = text(problem.range)
        switch problem.code {
        case "unknown-function" where Self.ownFunctions.contains(name): return Self.withinPolicy("\(name)(…)")
        case "unknown-name":
            let path = path(from: problem.range)
            let rest = expression[path.upperBound...].drop { $0 == UInt8(ascii: " ") }
            if rest.first == UInt8(ascii: "(") { return problem.help ?? Self.withinPolicy(text(path)) }
            guard let value = sample(rest) else { return problem.help ?? Self.withinPolicy(text(path)) }
            let binding =
                "give it a value: `--bind \(value.contains("\"") ? "'\(text(path))=\(value)'" : "\(text(path))=\(value)")`"
            return problem.help.map { "\($0) or \(binding)" } ?? binding
        default: return problem.help
        }
    }

    private static func withinPolicy(_ name: String) -> String {
        "`\(name)` is known only within a policy: `holdline explain POLICY EVENTS --event ID --rule RULE` shows what "
            + "it came to"
    }

    /// The name with the fields that are read of it.
    private func path(from range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end + 1 < expression.count, expression[end] == UInt8(ascii: "."), Self.isLetter(expression[end + 1]) {
            end += 1
            while end < expression.count, Self.isLetter(expression[end]) || Self.isDigit(expression[end]) { end += 1 }
        }
        return range.lowerBound..<end
    }

    /// A value of the kind that it is compared with; nil for one that cannot be given as JSON.
    private func sample(_ rest: ArraySlice<UInt8>) -> String? {
        let signs = Array("=!<>+-*/%".utf8)
        let other = rest.drop { signs.contains($0) }
        guard other.count < rest.count else { return rest.starts(with: "in ".utf8) ? "\"text\"" : "true" }
        let operand = other.drop { $0 == UInt8(ascii: " ") }
        guard let first = operand.first else { return "true" }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return "\"text\"" }
        if Self.isDigit(first) { return "3" }
        let call = String(decoding: operand.prefix(9), as: UTF8.self)
        return call.hasPrefix("duration(") || call.hasPrefix("timestamp") ? nil : "true"
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: expression[range.clamped(to: 0..<expression.count)], as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
