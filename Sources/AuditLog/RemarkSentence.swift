import PolicyEngine
import PolicyLanguage

/// What an outcome says, in sentences.
struct RemarkSentence {
    let words: PlainWords
    /// What was issued, by name, as far as it was told; later ones take the place of earlier ones.
    private var issued: [String: Outcome.Issued] = [:]
    private let known: [String: NormRecord]

    init(words: PlainWords, records: Case) {
        self.words = words
        known = Dictionary(records.norms.map { ($0.norm, $0) }) { _, last in last }
    }

    mutating func remarks(on outcome: Outcome) -> [Timeline.Remark] {
        var remarks: [Timeline.Remark] = []
        for verdict in outcome.verdicts { remarks.append(judged(verdict, outcome)) }
        remarks += closed(outcome)
        for change in outcome.changes { remarks.append(.init(kind: .change, sentence: changed(change))) }
        for norm in outcome.issued {
            issued[norm.norm] = norm
            remarks.append(NormSentence(words: words).asked(norm, at: outcome.time))
        }
        remarks += outcome.paused.map(paused) + outcome.resumed.map(resumed)
        for coached in outcome.coached {
            remarks.append(
                .init(kind: .wording, sentence: "The agent used words to avoid: “\(printable(coached.phrase))”."))
        }
        for conflict in outcome.conflicts {
            remarks.append(
                .init(
                    kind: .fault,
                    sentence:
                        "The policy asks here for what it rules out elsewhere (to \(words.doing(conflict.action)));"
                        + " what rules it out holds."))
        }
        for fault in outcome.faults {
            remarks.append(
                .init(
                    kind: .fault,
                    sentence: "The policy could not be applied in full: \(printable(fault.message)).",
                    reason: words.reason(fault.rule)))
        }
        return remarks
    }

    // MARK: What was done

    private func judged(_ verdict: Outcome.Verdict, _ outcome: Outcome) -> Timeline.Remark {
        let doing = words.doing(verdict.action, arguments(verdict.norm))
        let reason = verdict.rule.map(words.reason)
        func remark(_ kind: Timeline.Remark.Kind, _ sentence: String) -> Timeline.Remark {
            .init(kind: kind, sentence: sentence, reason: verdict.verdict == .permitted ? reason : nil)
        }
        switch verdict.verdict {
        case .fulfilled: return remark(.kept, "As it was asked (to \(doing)), and in time.")
        case .late: return remark(.kept, "As it was asked (to \(doing)), but \(delay(verdict.norm, outcome.time)).")
        case .permitted: return remark(.kept, "The policy allowed this (to \(doing)).")
        case .excused: return remark(.kept, "Excused: the policy accepts this reason.")
        case .silent: return remark(.silent, "The policy says nothing about this (to \(doing)).")
        case .incomplete:
            return remark(
                .objection, "Not complete (to \(doing)): something that had to be said or written down is missing.")
        case .wrongRole:
            let who = roles(verdict.norm).map { "; it is for \($0)" } ?? ""
            return remark(.objection, "Done by somebody in the wrong role (to \(doing))\(who).")
        case .premature: return remark(.objection, premature(verdict, doing))
        case .forbidden: return remark(.objection, forbidden(verdict, doing))
        }
    }

    private func premature(_ verdict: Outcome.Verdict, _ doing: String) -> String {
        let parts = (verdict.rule ?? "").split(separator: ".").map(String.init)
        if verdict.norm == nil, parts.count == 3, parts[0] == "ladders" {
            return "Too soon to \(doing): a later step of the ladder \(words.named(parts[1])) could still allow it,"
                + " and that step was not reached."
        }
        let first = verdict.norm.flatMap { issued[$0]?.arguments.text("after") }
        let before =
            first.map { "the policy wants somebody to \(words.doing($0)) first" } ?? "something else had to come first"
        return "Too soon to \(doing): \(before)."
    }

    private func forbidden(_ verdict: Outcome.Verdict, _ doing: String) -> String {
        let rule = verdict.rule ?? ""
        if verdict.norm == nil, rule.hasPrefix("actions.") {
            return "Not allowed: to \(doing) needs a permission, and none stood at that moment."
        }
        return "Not allowed: \(words.reason(rule)) ruled it out to \(doing)."
    }

    private func delay(_ norm: String?, _ now: Int64) -> String {
        guard let due = norm.flatMap({ issued[$0]?.due ?? known[$0]?.due }), now > due else { return "too late" }
        return "\(PlainWords.length(now - due)) too late"
    }

    private func arguments(_ norm: String?) -> [Outcome.Argument] { norm.flatMap { issued[$0]?.arguments } ?? [] }

    private func roles(_ norm: String?) -> String? {
        norm.flatMap { issued[$0]?.by ?? known[$0]?.by }.map { words.roles($0) }
    }

    // MARK: What stands no more, for now

    private func paused(_ paused: Outcome.Paused) -> Timeline.Remark {
        let doing = words.doing(paused.action, arguments(paused.norm))
        let why = paused.prohibition == nil ? "its condition does not hold" : "something stronger rules it out"
        return .init(
            kind: .change, sentence: "For now not \(words.standing(modality(paused.norm))): to \(doing); \(why).")
    }

    private func resumed(_ resumed: Outcome.Resumed) -> Timeline.Remark {
        let doing = words.doing(resumed.action, arguments(resumed.norm))
        return .init(kind: .change, sentence: "Again \(words.standing(modality(resumed.norm))): to \(doing).")
    }

    private func modality(_ norm: String) -> Modality? { issued[norm]?.modality ?? known[norm]?.modality }

    // MARK: What ended

    private func closed(_ outcome: Outcome) -> [Timeline.Remark] {
        var remarks: [Timeline.Remark] = []
        var lapsed = 0
        for closed in outcome.closed {
            if outcome.verdicts.contains(where: { $0.norm == closed.norm }) { continue }
            let modality = issued[closed.norm]?.modality ?? known[closed.norm]?.modality ?? .must
            guard modality.isDuty else {
                lapsed += 1
                continue
            }
            remarks.append(ended(closed))
        }
        if lapsed > 0 {
            let subject = lapsed == 1 ? "One permission or prohibition" : "\(lapsed) permissions or prohibitions"
            remarks.append(.init(kind: .ended, sentence: "\(subject) ended here."))
        }
        return remarks
    }

    private func ended(_ closed: Outcome.Closed) -> Timeline.Remark {
        let doing = words.doing(closed.action, arguments(closed.norm))
        let who = (roles(closed.norm) ?? "somebody").capitalizedFirst
        let due = issued[closed.norm]?.due ?? known[closed.norm]?.due
        let by = due.map { " by \(TimeText.clock($0))" } ?? ""
        let modality = issued[closed.norm]?.modality ?? known[closed.norm]?.modality
        if modality == .should, closed.state == .missed || closed.state == .declined {
            return .init(kind: .ended, sentence: "Advice not taken: \(who) should \(doing)\(by).")
        }
        switch closed.state {
        case .missed: return .init(kind: .missed, sentence: "Missed: \(who) had to \(doing)\(by), and did not.")
        case .declined: return .init(kind: .missed, sentence: "Not done: \(who) declined to \(doing).")
        case .released:
            return .init(kind: .ended, sentence: "No longer asked: to \(doing). The reason for it went away.")
        case .superseded:
            return .init(kind: .ended, sentence: "No longer asked: to \(doing). Something stronger took its place.")
        case .expired: return .init(kind: .ended, sentence: "Never done, and no longer asked: to \(doing).")
        case .fulfilled: return .init(kind: .kept, sentence: "Done: to \(doing).")
        case .late: return .init(kind: .kept, sentence: "Done, but too late: to \(doing).")
        case .excused: return .init(kind: .kept, sentence: "Excused from having to \(doing).")
        case .open: return .init(kind: .ended, sentence: "Still asked: to \(doing).")
        }
    }

    private func changed(_ change: Outcome.Change) -> String {
        switch change {
        case .ladder(let name, let from, let to) where to > from:
            return "The ladder \(words.named(name)) goes to step \(to)."
        case .ladder(let name, _, let to):
            return to == 0
                ? "The ladder \(words.named(name)) is back at its foot: all was quiet."
                : "The ladder \(words.named(name)) goes back to step \(to): all was quiet."
        case .status(let name, _, let to):
            return "The status \(words.named(name)) \(to == .active ? "begins" : "ends")."
        }
    }
}
