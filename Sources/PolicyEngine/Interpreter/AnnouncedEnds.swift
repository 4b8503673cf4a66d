import PolicyLanguage

/// An end that was announced: `action.done` for it, then `contact.ended`, which are one deed.
extension Step {
    /// The deed is the other half of one that was judged here.
    func wasJudged(_ deed: Deed) -> Bool {
        guard let index = lane.position(ofHandle: context), deed.isEnding || deed.isTransfer else { return false }
        let contact = lane.contacts[index]
        guard deed.isEnd else { return contact.ended != nil && contact.endedByDeed == Int32(deed.action) }
        if contact.ended == nil { lane.contacts[index].endedByDeed = Int32(deed.action) }
        return announced(deed) != EndJudgement.none
    }

    /// Judges an announced end by what has come between: norms that it answers in full, or a prohibition.
    func judgeEndAgain(_ deed: Deed) {
        guard deed.isEnd, let index = lane.position(ofHandle: context), lane.contacts[index].ended == nil else {
            return
        }
        let announced = announced(deed)
        let before = outcome.verdicts.count
        answer(deed, announced: announced)
        if outcome.verdicts.count > before { return noteDone(deed.action) }
        if let norm = prohibition(of: deed), norm.creation != announced {
            verdict(deed, .forbidden, norm.id, program.effects[Int(norm.effect)].rule)
            note(deed, as: norm.creation)
        }
    }

    /// Remembers what was said of a deed that ends the contact.
    func note(_ deed: Deed, as judgement: Int32) {
        guard let index = lane.position(ofHandle: context) else { return }
        if deed.isEnding { lane.contacts[index].judgedEnding = judgement }
        if deed.isTransfer { lane.contacts[index].judgedTransfer = judgement }
    }

    private func announced(_ deed: Deed) -> Int32 {
        guard let index = lane.position(ofHandle: context) else { return EndJudgement.none }
        return deed.isEnding ? lane.contacts[index].judgedEnding : lane.contacts[index].judgedTransfer
    }

    /// The first prohibition that stands in the way of a deed which nothing else here asks for or allows.
    private func prohibition(of deed: Deed) -> Norm? {
        let open = visible(deed.action).filter { !$0.isMissed }
        let isAllowed = open.contains { norm in
            let effect = program.effects[Int(norm.effect)]
            return effect.modality != .mustNot && argumentsFit(deed, effect) && roleFits(deed, effect)
                && ownGuardHolds(norm) && !isMasked(norm, effect, for: deed, among: open)
        }
        return isAllowed ? nil : prohibition(of: deed, among: open)
    }
}
