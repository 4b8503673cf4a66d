import PolicyEngine
import PolicyLanguage
import Testing

/// No bytes at all stop the reader; it answers with an event or a refusal that points into the line.
struct EventFuzzTests {
    private static let lines: [String] =
        BuiltInEvent.allCases.map {
            EventLines.of($0.rawValue, #"{"by":"agent","reason":"abuse","conduct":["a\ud83d\ude00é"],"value":-1.5e3}"#)
        } + [
            EventLines.of("fact.recorded", #"{"name":"x","value":["y"],"until":"2026-11-21T10:00:40.250+01:00"}"#),
            EventLines.of("action.done", #"{"action":"x","fields":{"a":{"b":[null,true,1]}},"said":["z"]}"#),
            EventLines.of("queue.measured", #"{"waiting":12,"length":"1h30m","load":0.5,"skills":["a"]}"#),
        ]

    private func check(_ line: [UInt8], _ seed: UInt64) {
        guard let refusal = EventLines.refusal(line) else { return }
        let column = refusal.column ?? 1
        #expect((1...line.count + 1).contains(column), "SEED=\(seed) \(line)")
        #expect(!refusal.message.isEmpty && refusal.message.utf8.count < 400, "SEED=\(seed) \(line)")
    }

    @Test("Random bytes are refused or read, never more")
    func randomBytes() {
        let seed = FormatRandom.seedOfTheRun
        var random = FormatRandom(seed: seed)
        let punctuation = Array(#"{}[]",:\u0e-.+tfn "#.utf8)
        for _ in 0..<4_000 {
            let isPlain = random.once(in: 2)
            let line = (0..<random.below(40)).map { _ in
                isPlain ? UInt8(truncatingIfNeeded: random.next()) : random.pick(punctuation)
            }
            check(line, seed)
            check(Array("{\"x\":".utf8) + line, seed)
        }
    }

    @Test("Good lines with bytes changed, cut out, doubled or cut off are refused or read")
    func mutations() {
        let seed = FormatRandom.seedOfTheRun
        var random = FormatRandom(seed: seed)
        let bytes = Array(#"{}[]",:\u0e-.+tfn"#.utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
        for _ in 0..<4_000 {
            var line = Array(random.pick(Self.lines).utf8)
            for _ in 0...random.below(3) where !line.isEmpty {
                let index = random.below(line.count)
                switch random.below(5) {
                case 0: line[index] = random.pick(bytes)
                case 1: line.remove(at: index)
                case 2: line.insert(random.pick(bytes), at: index)
                case 3: line.removeSubrange(index...)
                default: line.insert(contentsOf: line[..<index].suffix(random.below(20)), at: index)
                }
            }
            check(line, seed)
        }
    }

    @Test("Every beginning of a line is refused, at every byte", arguments: lines)
    func prefixes(_ line: String) {
        let bytes = Array(line.utf8)
        for count in bytes.indices {
            let refusal = EventLines.refusal(Array(bytes[..<count]))
            #expect(refusal != nil)
        }
    }
}
