import Foundation
import SourceText
import Testing

@testable import PolicyLanguage

/// Loading never traps and always tells why, whatever the bytes. `SEED=…` and `ROUNDS=…` repeat or lengthen a run.
@Suite struct FuzzTests {
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["SEED"].flatMap { UInt64($0) } ?? 20_260_101
    private static let rounds = environment["ROUNDS"].flatMap { Int($0) } ?? 250

    private static let words = [
        "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "'", "\"", "&a ", "*a", "|", ">", "#", "rules", "when",
        "must",
        "conduct.", "30s", "99999999999999999999d", "3 months", "ever", "\u{0}", "\u{FEFF}", "é", "…", "true", "1e9",
        "-1",
        "if: 'event.x'", "extends: contact-safety", "remove: [rules.x]", "(((((", "fact(\"", "&& ", "{}", "[]", "~",
    ]

    @Test func loadingMutatedPoliciesAlwaysEnds() {
        print("seed \(Self.seed), \(Self.rounds) rounds")
        var dice = Dice(state: Self.seed)
        let names =
            ["contact-safety.policy.yaml", "company-base.policy.yaml"]
            + FindingsTests.cases.map { "findings/\($0).policy.yaml" }
        let originals = names.compactMap { name in Corpus.bytes(name).map { (name, $0) } }
        var errors = 0
        for round in 0..<Self.rounds {
            let (name, bytes) = originals[Int.random(in: 0..<originals.count, using: &dice)]
            var mutant = bytes
            for _ in 0..<Int.random(in: 1...4, using: &dice) { Self.mutate(&mutant, with: bytes, &dice) }
            let loaded = PolicyLoader.load(name) { $0 == name ? mutant : Corpus.bytes($0) }
            let hasError = loaded.diagnostics.contains { $0.severity == .error }
            #expect((loaded.policy == nil) == hasError, "seed \(Self.seed), round \(round)")
            if hasError { errors += 1 }
            for finding in loaded.diagnostics {
                let file = loaded.sources[finding.span.file]
                let isInside = file.map { finding.span.end <= $0.bytes.count } ?? finding.span.isNone
                #expect(isInside, "seed \(Self.seed), round \(round): \(finding)")
            }
        }
        #expect(errors > Self.rounds / 2)
    }

    private static func mutate(_ bytes: inout [UInt8], with other: [UInt8], _ dice: inout Dice) {
        let at = Int.random(in: 0...bytes.count, using: &dice)
        let end = min(bytes.count, at + Int.random(in: 0...12, using: &dice))
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: Array(words[Int.random(in: 0..<words.count, using: &dice)].utf8), at: at)
        case 2: bytes.replaceSubrange(at..<end, with: words[Int.random(in: 0..<words.count, using: &dice)].utf8)
        case 3:
            let from = Int.random(in: 0...other.count, using: &dice)
            let to = min(other.count, from + Int.random(in: 0...80, using: &dice))
            bytes.insert(contentsOf: other[from..<to], at: at)
        case 4: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &dice) }
        default: swapLines(&bytes, &dice)
        }
    }

    private static func swapLines(_ bytes: inout [UInt8], _ dice: inout Dice) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines.swapAt(Int.random(in: 0..<lines.count, using: &dice), Int.random(in: 0..<lines.count, using: &dice))
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
