import PolicyEngine
import PolicyLanguage

/// What happened in a contact, in order, in sentences that somebody can read who has never seen a policy.
public struct Timeline: Sendable, Equatable {
    public var contact: String
    public var customer: String?
    public var agents: [String]
    public var channel: String?
    public var policy: String?
    public var title: String?
    public var entries: [Entry]
    /// A few sentences at the end.
    public var sum: [String]

    /// One thing that happened, with what the policy made of it.
    public struct Entry: Sendable, Equatable {
        public var time: Int64
        /// Where several are told as one: the time of the last.
        public var until: Int64?
        /// The event's id, or `LANE#n` of what fell due; nil for several told as one.
        public var event: String?
        /// What happened; empty where something only fell due.
        public var sentence: String
        public var remarks: [Remark]
    }

    /// What the policy says to it.
    public struct Remark: Sendable, Equatable {
        public enum Kind: String, Sendable {
            /// Somebody must, should, may or must not do something from now on.
            case duty, advice, permission, prohibition
            /// A deed was in order; was not; the policy is silent on it.
            case kept, objection, silent
            /// A duty was missed; a norm ended otherwise.
            case missed, ended
            /// A ladder or a status changed; wording was noticed; the policy or its evaluation is at fault.
            case change, wording, fault
        }

        public var kind: Kind
        public var sentence: String
        /// Words to say, as the policy has them.
        public var script: String?
        /// Why: the rule, step or status.
        public var reason: String?
    }

    /// Tells a case. Words of customers, and other free text, stand in it only `withTexts`. Linear but for sorting.
    public init(_ records: Case, withTexts: Bool) {
        contact = records.contact
        customer = records.customer
        agents = records.agents
        channel = records.channel
        policy = records.policy?.reference
        title = records.policy?.title
        var telling = Telling(records, withTexts: withTexts)
        entries = telling.entries()
        sum = ShortSum(records).sentences
    }
}

/// Puts events and outcomes in the order in which they took effect, and folds plain talk together.
struct Telling {
    private let records: Case
    private let words: PlainWords
    private let happenings: HappeningSentence
    private var remarks: RemarkSentence
    private let withTexts: Bool

    init(_ records: Case, withTexts: Bool) {
        self.records = records
        self.withTexts = withTexts
        words = PlainWords(channel: records.channel)
        happenings = HappeningSentence(words: words, withTexts: withTexts)
        remarks = RemarkSentence(words: words, records: records)
    }

    /// An event with its outcome, or an outcome alone.
    private struct Part {
        var time: Int64
        var recordedWith: Int64
        /// What fell due stands before the event that showed it, what an agent's lane answers after it.
        var place: Int
        var number: Int64
        var happening: Case.Happening?
        var outcomes: [Outcome] = []
    }

    private func parts() -> [Part] {
        var parts = records.events.map { happening in
            Part(time: happening.time, recordedWith: happening.number, place: 1, number: 0, happening: happening)
        }
        var places: [String: Int] = [:]
        for (index, happening) in records.events.enumerated() { places[happening.id] = index }
        for finding in records.outcomes {
            let outcome = finding.outcome
            // An event's own outcome comes with it; what its agent's lane answers comes later and of the same time.
            if let own = places[outcome.event] {
                let isOwn = parts[own].recordedWith == finding.recordedWith && parts[own].outcomes.isEmpty
                if isOwn { parts[own].time = outcome.time }
                if isOwn || parts[own].time == outcome.time {
                    parts[own].outcomes.append(outcome)
                    continue
                }
            }
            let isHeard = !outcome.event.contains("#")
            parts.append(
                Part(
                    time: outcome.time, recordedWith: finding.recordedWith, place: isHeard ? 2 : 0,
                    number: finding.number, outcomes: [outcome]))
        }
        parts += closedElsewhere()
        return parts.sorted { a, b in
            if a.time != b.time { return a.time < b.time }
            if a.recordedWith != b.recordedWith { return a.recordedWith < b.recordedWith }
            return (a.place, a.number) < (b.place, b.number)
        }
    }

    /// Norms of this contact that live on after it may close in an outcome that is not the contact's.
    private func closedElsewhere() -> [Part] {
        let own = Set(records.outcomes.map(\.number))
        var parts: [Part] = []
        for norm in records.norms {
            for (moment, state) in [(norm.missed, NormState.missed), (norm.closed, norm.state)] {
                guard let moment, !own.contains(moment.outcome) else { continue }
                var outcome = Outcome(
                    event: moment.event, time: moment.time, contact: nil, customer: nil, agent: nil)
                outcome.closed = [Outcome.Closed(norm: norm.norm, action: norm.action, state: state)]
                parts.append(
                    Part(time: moment.time, recordedWith: .max, place: 2, number: moment.outcome, outcomes: [outcome]))
            }
        }
        return parts
    }

    mutating func entries() -> [Timeline.Entry] {
        var entries: [Timeline.Entry] = []
        var talk = SmallTalk()
        for part in parts() {
            let found = part.outcomes.flatMap { remarks.remarks(on: $0) }
            if let happening = part.happening, found.isEmpty, !withTexts, talk.add(happening) { continue }
            if let told = talk.end() { entries.append(told) }
            var sentence = part.happening.map { happenings.sentence($0) } ?? ""
            if let happening = part.happening, happening.time != part.time {
                sentence += " This became known late: it is of \(TimeText.clock(happening.time)), and counts from here."
            }
            if sentence.isEmpty, found.isEmpty { continue }
            entries.append(
                Timeline.Entry(
                    time: part.time, until: nil, event: part.happening?.id ?? part.outcomes.first?.event,
                    sentence: sentence, remarks: found))
        }
        if let told = talk.end() { entries.append(told) }
        return entries
    }
}

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

extension String {
    /// With its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension TimeText {
    /// `10:00:40` of a moment, in UTC.
    static func clock(_ time: Int64) -> String { String(format(time).dropFirst(11).prefix(8)) }

    /// `2026-11-21` of a moment, in UTC.
    static func day(_ time: Int64) -> String { String(format(time).prefix(10)) }
}
