import PolicyEngine
import PolicyLanguage

/// Utterances without consequences, told in one line.
struct SmallTalk {
    private var first: Case.Happening?
    private var last: Int64 = 0
    private var speakers: [(name: String, count: Int)] = []

    /// Takes an utterance; false for anything else.
    mutating func add(_ happening: Case.Happening) -> Bool {
        guard happening.type == BuiltInEvent.utterance.rawValue else { return false }
        if first == nil { first = happening }
        last = happening.time
        let speaker = happening.event?.text("speaker") ?? "somebody"
        if let index = speakers.firstIndex(where: { $0.name == speaker }) {
            speakers[index].count += 1
        } else {
            speakers.append((speaker, 1))
        }
        return true
    }

    /// What was said since, if anything.
    mutating func end() -> Timeline.Entry? {
        guard let begin = first else { return nil }
        defer { self = SmallTalk() }
        let total = speakers.reduce(0) { $0 + $1.count }
        let who = speakers.map { $0.name == "somebody" ? $0.name : "the \($0.name)" }
        let sentence: String
        if total == 1 {
            sentence = "\(who[0].capitalizedFirst) spoke."
        } else {
            let counts = zip(who, speakers).map { "\($0) \(PlainWords.often($1.count))" }
            let end = last > begin.time ? " until \(TimeText.clock(last))" : ""
            sentence = "They talked\(end): \(counts.joined(separator: ", "))."
        }
        return Timeline.Entry(
            time: begin.time, until: last > begin.time ? last : nil, event: total == 1 ? begin.id : nil,
            sentence: sentence, remarks: [])
    }
}
