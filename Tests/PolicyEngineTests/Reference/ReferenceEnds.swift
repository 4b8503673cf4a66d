import PolicyEngine
import PolicyLanguage

extension Reference.Step {
    /// `contact.ended` and the deed it reports are one deed.
    func wasJudged(_ deed: Deed, _ event: Event) -> Bool {
        guard let contact = origin.contact, !lane.name.isAgent else { return false }
        switch event.type {
        case .builtIn(.contactEnded): return contact.judged.contains(deed.action)
        case .builtIn(.actionDone), .builtIn(.contactTransferred): return contact.endedBy == deed.action
        default: return false
        }
    }

    /// The end of a contact that was announced: what it answers in full by now, or what forbids it by now.
    func judgeEndAgain(_ deed: Deed, _ event: Event, _ context: Context) {
        guard event.type == .builtIn(.contactEnded), let contact = context.contact,
            contact.ended == nil
        else { return }
        let asked = !answered(by: deed, context).isEmpty
        let told: [Judgement] = contact.allowed.contains(deed.action) ? [.permitted] : []
        func answers(_ norm: Norm) -> Bool {
            !([.incomplete, .premature] + told).contains(judgement(of: norm, deed, event))
        }
        let before = outcome.verdicts.count
        for norm in answered(by: deed, context) where answers(norm) { answer(norm, deed, event) }
        if outcome.verdicts.count == before, let norm = missed(by: deed, context), answers(norm) {
            answer(norm, deed, event)
        }
        if outcome.verdicts.count > before { return noteDone(deed, context) }
        guard !asked, let ban = lane.norms.first(where: { forbids($0, deed, context) }) else { return }
        guard contact.forbidden[deed.action] != ban.id else { return }
        contact.forbidden[deed.action] = ban.id
        outcome.verdicts.append(
            Outcome.Verdict(action: deed.action, verdict: .forbidden, norm: ban.id, rule: ban.effect.rule))
    }
}
