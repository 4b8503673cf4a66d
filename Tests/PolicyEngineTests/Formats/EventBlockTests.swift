import PolicyEngine
import Testing

/// Lines are looked at many bytes at a time; whatever stands at the edges of such a block reads as it would byte by byte.
struct EventBlockTests {
    private static let pieces: [(bytes: [UInt8], text: String)] =
        [
            "a", "bc", "0123456789abcdef", "é", "ä", "\u{80}", "\u{7FF}", "€", "\u{800}", "\u{FFFD}", "😀", "\u{10FFFF}",
            "/", "\u{7F}",
        ]
        .map { (Array($0.utf8), $0) } + [
            (Array(#"\u00e9"#.utf8), "é"), (Array(#"\ud83d\ude00"#.utf8), "😀"), (Array(#"\\"#.utf8), #"\"#),
            (Array(#"\""#.utf8), "\""), (Array(#"\n"#.utf8), "\n"),
        ]
    private static let broken: [[UInt8]] = [
        [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xF8],
        [0xFF],
        [0xBF, 0xBF], [0xC3, 0xC3], [0xE0, 0x9F, 0xBF], [0xF4, 0x90, 0x80, 0x80],
    ]

    @Test("Texts of any characters read as what they say; bytes that are none are refused at the first of them")
    func texts() throws {
        let seed = FormatRandom.seedOfTheRun
        var random = FormatRandom(seed: seed)
        for _ in 0..<3_000 {
            var (bytes, text): ([UInt8], String) = ([], "")
            for _ in 0..<random.below(24) {
                let piece = random.pick(Self.pieces)
                bytes += piece.bytes
                text += piece.text
            }
            if random.once(in: 3) {
                bytes += random.pick(Self.broken)
                for _ in 0..<random.below(6) { bytes += random.pick(Self.pieces).bytes }
            }
            let head = Array(#"{"id":"e","time":"2026-11-21T10:00:40Z","type":"queue.measured","contact":"c","#.utf8)
            let open = Array(
                (random.once(in: 2) ? #""data":{"waiting":1,"desk":""# : #""data":{"waiting":1,"x":""#).utf8)
            let line = head + open + bytes + Array(#""}}"#.utf8)
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            do {
                let event = try EventLines.reader.read(line)
                #expect(isValid, "SEED=\(seed) \(bytes)")
                if let desk = event.text("desk") { #expect(desk == text, "SEED=\(seed) \(bytes)") }
            } catch let refusal {
                let good = bytes.indices.last { String(validating: bytes[..<$0], as: UTF8.self) != nil } ?? 0
                #expect(!isValid && refusal.code == .badUTF8, "SEED=\(seed) \(bytes)")
                #expect(refusal.column == head.count + open.count + good + 1, "SEED=\(seed) \(bytes)")
            }
        }
    }

    @Test("A time reads as the text of it does, in the usual form and with any byte changed")
    func times() {
        let seed = FormatRandom.seedOfTheRun
        var random = FormatRandom(seed: seed)
        let bytes = Array("0123456789-:.TZtz+/; \u{7F}".utf8)
        for _ in 0..<6_000 {
            var time = Array(TimeText.format(Int64(random.next() % 253_402_300_800_000)).utf8)
            if random.once(in: 2) { time.replaceSubrange(19..., with: [UInt8(ascii: "Z")]) }
            for _ in 0..<random.below(3) { time[random.below(time.count)] = random.pick(bytes) }
            let text = String(decoding: time, as: UTF8.self)
            let event = try? EventLines.reader.read(
                #"{"id":"e","time":"\#(text)","type":"time.passed","contact":"c","data":{}}"#)
            #expect(event?.time == TimeText.parse(text), "SEED=\(seed) \(text)")
        }
    }

    @Test("An event that is read into the memory of another has nothing of it")
    func memory() throws {
        let seed = FormatRandom.seedOfTheRun
        var random = FormatRandom(seed: seed)
        var event = Event(id: "", time: 0, type: .builtIn(.timePassed))
        let names = [
            "a", "c-1", "fifteen bytes 15", "fifteen bytes.", "an agent with quite a long name", "é", "\\u0061",
        ]
        for number in 0..<2_000 {
            var members = [#""id":"\#(random.once(in: 2) ? "e\(number)" : "an event with a long id \(number)")""#]
            members.append(#""time":"2026-11-21T10:00:40Z""#)
            members.append(#""type":"\#(random.once(in: 2) ? "utterance" : "time.passed")""#)
            for attribute in ["contact", "customer", "agent", "channel", "source"] where !random.once(in: 3) {
                members.append("\"\(attribute)\":" + (random.once(in: 6) ? "null" : "\"\(random.pick(names))\""))
            }
            if random.once(in: 4) { members.shuffle(using: &random) }
            members.append(#""data":{"speaker":"customer","text":"x"}"#)
            let line = Array("{\(members.joined(separator: random.once(in: 4) ? ", " : ","))}".utf8)
            do {
                try line.withUnsafeBufferPointer { (bytes) throws(EventRefusal) in
                    try EventLines.reader.read(bytes, into: &event)
                }
                #expect(try event == EventLines.reader.read(line), "SEED=\(seed) \(line)")
            } catch {
                #expect(error.code == .noLane || error.code == .wrongType, "SEED=\(seed) \(error)")
            }
        }
    }
}
