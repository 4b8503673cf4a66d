import PolicyEngine
import PolicyLanguage

/// A case in a few sentences: how long, how it ended, what was owed and what became of it, what was not in order.
struct ShortSum {
    private let records: Case
    private let summary: CaseSummary
    private let words: PlainWords

    init(_ records: Case) {
        self.records = records
        summary = CaseSummary(records)
        words = PlainWords(channel: records.channel)
    }

    var sentences: [String] {
        var sentences = [ending]
        if let observed { sentences.append(observed) }
        sentences += duties + objections
        for ladder in summary.ladders {
            let now =
                ladder.position == ladder.highest ? "" : " at its highest, and to step \(ladder.position) in the end"
            sentences.append("The ladder \(words.named(ladder.ladder)) went to step \(ladder.highest)\(now).")
        }
        return sentences
    }

    private var ending: String {
        guard let ended = summary.ended else { return "The log does not hold the end of this \(words.contact)." }
        return "The \(words.contact) lasted \(PlainWords.length(ended - summary.began))."
    }

    private var observed: String? {
        if summary.conduct.isEmpty { return nil }
        let list = summary.conduct.map { entry in
            "\(words.named(entry.conduct)) \(PlainWords.often(entry.times))"
        }
        return "Observed: \(list.joined(separator: ", "))."
    }

    /// Duties by what became of them, and by name what was missed.
    private var duties: [String] {
        let owed = records.norms.filter { $0.modality == .must }
        let advice = records.norms.filter { $0.modality == .should }
        var sentences: [String] = []
        if owed.isEmpty {
            sentences.append("Nobody had a duty under the policy.")
        } else {
            sentences.append("\(counted(owed.count, "duty", "duties")): \(fates(owed)).")
        }
        if !advice.isEmpty {
            sentences.append("\(counted(advice.count, "piece of advice", "pieces of advice")): \(fates(advice)).")
        }
        return sentences + undone(owed)
    }

    /// By name, what was missed or declined; the same thing once, with how often.
    private func undone(_ owed: [NormRecord]) -> [String] {
        let issued = Dictionary(
            records.outcomes.flatMap(\.outcome.issued).map { ($0.norm, $0.arguments) }
        ) { _, last in last }
        var found: [(sentence: String, times: Int)] = []
        for norm in owed where norm.state == .missed || norm.state == .declined {
            let verb = norm.state == .missed ? "Missed" : "Declined"
            let what = words.doing(norm.action, issued[norm.norm] ?? [])
            let sentence = "\(verb): \(words.roles(norm.by)) had to \(what)"
            if let known = found.firstIndex(where: { $0.sentence == sentence }) {
                found[known].times += 1
            } else {
                found.append((sentence, 1))
            }
        }
        return found.map { $0.times == 1 ? "\($0.sentence)." : "\($0.sentence) (\(PlainWords.often($0.times)))." }
    }

    private func fates(_ norms: [NormRecord]) -> String {
        let names: [(NormState, String)] = [
            (.fulfilled, "done in time"), (.late, "done too late"), (.missed, "missed"), (.declined, "declined"),
            (.excused, "excused"), (.released, "no longer needed"), (.superseded, "replaced"),
            (.expired, "never done and without a deadline"), (.open, "still open"),
        ]
        return names.compactMap { state, name in
            let count = norms.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(name)"
        }.joined(separator: ", ")
    }

    private var objections: [String] {
        if summary.objections.isEmpty {
            return records.outcomes.contains { !$0.outcome.verdicts.isEmpty }
                ? ["Everything that was done was in order."] : []
        }
        return summary.objections.map { objection in
            let what = words.doing(objection.action)
            return "At \(TimeText.clock(objection.time)), not in order (\(objection.verdict.plain)): to \(what)."
        }
    }

    private func counted(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}

extension Judgement {
    /// The verdict in plain words.
    var plain: String {
        switch self {
        case .forbidden: "not allowed"
        case .wrongRole: "by the wrong role"
        case .incomplete: "not complete"
        case .premature: "too soon"
        case .late: "too late"
        case .fulfilled: "as asked"
        case .permitted: "allowed"
        case .excused: "excused"
        case .silent: "the policy is silent"
        }
    }
}
