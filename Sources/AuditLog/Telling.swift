import PolicyEngine
import PolicyLanguage

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
