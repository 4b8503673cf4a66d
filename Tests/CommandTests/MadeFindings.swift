import Foundation

/// Files that give findings and are too odd to stand on a page: broken bytes, and more than the limits allow.
enum MadeFindings {
    private static let head = "holdline: 1\npolicy: p\n"

    static let all: [String: @Sendable () -> [String: Data]] = [
        "yaml-encoding": { policy(Data(head.utf8) + [0x74, 0x3A, 0x20, 0xE6, 0x0A]) },
        "yaml-byte-order-mark": { policy(Data([0xFF, 0xFE, 0x68, 0x00])) },
        "yaml-control-character": { policy("\(head)title: a\u{7}b\n") },
        "yaml-too-long": { policy("\(head)# " + String(repeating: "x", count: 1 << 20) + "\n") },
        "yaml-too-deep": {
            policy("\(head)rules: " + String(repeating: "[", count: 300) + String(repeating: "]", count: 300) + "\n")
        },
        "yaml-too-many-nodes": {
            policy("\(head)languages: [" + String(repeating: "a, ", count: 150_000) + "a]\n")
        },
        "yaml-too-many-aliases": {
            policy("\(head)title: &t x\nlanguages: [" + String(repeating: "*t, ", count: 20_000) + "*t]\n")
        },
        "yaml-alias-expansion": {
            let levels = (1...9).map { level in
                let items = [String](repeating: "*x\(level - 1)", count: 9)
                return "x\(level): &x\(level) [\(items.joined(separator: ", "))]\n"
            }
            return policy("\(head)x0: &x0 [a, a, a, a, a, a, a, a, a]\n" + levels.joined())
        },
        "too-long": { condition("contact.channel == \"" + String(repeating: "x", count: 70_000) + "\"") },
        "too-deep": {
            condition(String(repeating: "(", count: 500) + "true" + String(repeating: ")", count: 500))
        },
        "too-many-parts": {
            condition("size(contact.tags) in [" + String(repeating: "1,", count: 11_000) + "1]")
        },
        "too-costly": {
            let variables = ["a", "b", "c", "d", "e", "f"]
            let all = variables.map { "contact.tags.all(\($0), " }.joined()
            return condition(all + "a == f" + String(repeating: ")", count: variables.count))
        },
        "too-many": {
            let names = (0..<70).map { "c\($0)" }.joined(separator: ", ")
            return policy("\(head)conduct: [\(names)]\nrules: {a: {when: contact.started, should: announce}}\n")
        },
        "too-many-findings": {
            policy(head + "rules:\n" + (0..<300).map { "  a\($0): {when: nothing.such, should: announce}\n" }.joined())
        },
        "extends-depth": {
            var files = policy("\(head)extends: p1\n")
            for index in 1..<12 {
                files["p\(index).policy.yaml"] = Data("holdline: 1\npolicy: p\(index)\nextends: p\(index + 1)\n".utf8)
            }
            return files
        },
        "unreadable-file": { [:] },
    ]

    private static func policy(_ text: String) -> [String: Data] { policy(Data(text.utf8)) }

    private static func policy(_ bytes: Data) -> [String: Data] { ["p.policy.yaml": bytes] }

    private static func condition(_ text: String) -> [String: Data] {
        policy("\(head)rules:\n  a: {when: contact.started, if: '\(text)', should: announce}\n")
    }
}
