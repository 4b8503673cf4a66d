import Foundation
import SourceText
import Testing
import YAMLTree

@Suite struct FuzzTests {
    private static let seeds = [
        "policy: x\nrules:\n  - a: &n 'it''s'\n    b: \"c\\u00e6\\n\"\n  - *n\n",
        "a: |-\n  text\n   more\n\nb: >+\n  one\n  two\n\n# æøå\nc: [x, {y: z}, \"😀\"]\n",
        "%YAML 1.2\n---\n? key\n: - a\n  - b:\n      c\n...\n", "\u{FEFF}å: \"a\r\n  b\\\r\n  c\"\r\nd: !x y\r\n",
        "- {a: 1, b: [c, d], 'e': {}}\n- - - x\n- ? [y]\n  : z\n- <<: {}\n",
    ]
    private static let pieces = [
        "\t", "\n", "\r", " ", "  ", ":", ": ", "- ", "-", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!t ",
        "|", ">", "|2-\n", "'", "\"", "\\", "\\x4", "\\U0001F600", "%", "@", "`", "---", "\n---\n", "...", "\n...\n",
        "<<: ",
        "æ", "😀", "\u{FEFF}", "\u{85}", "\u{0}", "~", "a: 1\n", "\u{2028}",
    ].map { Array($0.utf8) }

    @Test("no bytes make the reader trap, and every answer has its places within the file")
    func mutations() throws {
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["FUZZ_SEED"].flatMap(UInt64.init) ?? 20_261_001
        let rounds = environment["FUZZ_ROUNDS"].flatMap(Int.init) ?? 6_000
        print("fuzz of the YAML reader: seed \(seed), \(rounds) rounds (FUZZ_SEED, FUZZ_ROUNDS)")
        var random = SeededRandom(seed: seed)
        var accepted = 0
        for round in 0..<rounds {
            let bytes = Self.mutated(&random)
            let reading = Reading(bytes: bytes, limits: YAMLLimits(depth: 8, nodes: 60, aliases: 4, aliasExpansion: 9))
            if reading.root != nil { accepted += 1 }
            let problem = Self.problem(in: reading)
            try #require(problem == nil, "round \(round) of seed \(seed): \(problem ?? "") in \(bytes)")
        }
        // Both ways are taken often, else the mutations are too wild or too tame to show anything.
        #expect(accepted > rounds / 20 && accepted < rounds * 19 / 20, "\(accepted) of \(rounds) accepted")
    }

    /// A page of valid YAML with one to four changes.
    private static func mutated(_ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.removeSubrange(place..<min(place + Int.random(in: 0...5, using: &random), bytes.count))
            case 1 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            case 2: bytes.removeSubrange(place...)
            case 3:
                let end = min(place + Int.random(in: 0...20, using: &random), bytes.count)
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            default:
                bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
            }
        }
        return bytes
    }

    /// What is wrong with an answer, nil where it is sound.
    private static func problem(in reading: Reading) -> String? {
        let size = reading.file.bytes.count
        if reading.root == nil, reading.findings.isEmpty { return "refused without a finding" }
        for finding in reading.findings {
            let spans = [finding.span] + finding.related.map(\.span)
            if spans.contains(where: { $0.file != 3 || $0.end > size }) { return "\(finding.code) out of the file" }
            let text = DiagnosticRenderer(sources: SourceMap([reading.file]), color: false).text(finding)
            if text.isEmpty { return "\(finding.code) without text" }
        }
        for node in reading.nodes {
            if node.span.file != 3 || node.span.end > size { return "node out of the file" }
            guard let scalar = node.scalar else { continue }
            let count = scalar.text.utf8.count
            for range in [0..<count, 0..<0, count..<count, count / 2..<count, 0..<count + 1] {
                let span = scalar.span(ofUTF8: range)
                if span.start < scalar.span.start || span.end > size { return "part out of its scalar" }
            }
        }
        return nil
    }
}
