import PolicyLanguage

/// Stage 1: verdicts on what was done or declined, by what stood before it.
extension Step {
    func judge() {
        guard case .builtIn(let type)? = event?.type, type.isJudged else { return }
        if type == .actionDeclined {
            if let event { judgeRefusal(event) }
            return
        }
        guard let deed = deed(), isJudgedHere(deed) else { return }
        if wasJudged(deed) { return judgeEndAgain(deed) }
        guard deed.action >= 0 else {
            verdict(deed, .silent)
            return
        }
        let before = outcome.verdicts.count
        answer(deed)
        if outcome.verdicts.count == before { judgeUnasked(deed) }
        if outcome.verdicts.count == before, isHeard, !program.actions[deed.action].closed {
            return noteDone(deed.action)
        }
        let isGood = isGood(since: before)
        let bans = outcome.verdicts[before...].filter { $0.verdict == .forbidden }.compactMap(\.norm)
        let ban = bans.first.flatMap { id in lane.norms.first { $0.id == id }?.creation }
        note(deed, as: ban ?? (isGood ? EndJudgement.allowed : EndJudgement.refused))
        if isGood { noteDone(deed.action) }
    }

    /// One of the verdicts since then says that the deed was done, and not wrongly.
    private func isGood(since before: Int) -> Bool {
        outcome.verdicts[before...].contains { [.fulfilled, .late, .permitted, .silent].contains($0.verdict) }
    }

    /// A deed whose action lives only with agents is judged in the agent's lane, any other in the customer's.
    func isJudgedHere(_ deed: Deed) -> Bool {
        guard deed.action >= 0 else { return !isHeard }
        let action = program.actions[deed.action]
        if lane.kind == .agent { return !isHeard || action.livesWithAgent }
        if action.livesWithAgent, !action.livesWithCustomer, agent != nil { return false }
        return true
    }

    /// The agent of the event, else of its contact.
    var agent: String? {
        if lane.kind == .agent { return lane.name }
        return event?.agent ?? lane.position(ofHandle: context).flatMap { lane.contacts[$0].agent }
    }

    /// The first open prohibition that covers a deed.
    func prohibition(of deed: Deed, among open: [Norm]) -> Norm? {
        open.first { norm in
            let effect = program.effects[Int(norm.effect)]
            return effect.modality == .mustNot && covers(effect, deed) && ownGuardHolds(norm)
        }
    }

    /// Judges the norms that a deed answers: the open ones, or else the latest missed one.
    ///
    /// The end of a contact that was announced answers again only what has changed since: see `judgeEndAgain`.
    func answer(_ deed: Deed, announced: Int32 = EndJudgement.none) {
        let before = outcome.verdicts.count
        answerOpen(deed, announced)
        if outcome.verdicts.count == before { answerMissed(deed, announced) }
    }

    private func answerOpen(_ deed: Deed, _ announced: Int32) {
        let visible = visible(deed.action)
        var candidates = visible.filter { !$0.isMissed }
        var isNamed = false
        if let named = named(by: deed) {
            if named.isMissed { return }
            candidates = [named]
            isNamed = true
        }
        for norm in candidates {
            let effect = program.effects[Int(norm.effect)]
            guard effect.action == deed.action, effect.modality != .mustNot, argumentsFit(deed, effect),
                roleFits(deed, effect), isNamed || ownGuardHolds(norm),
                !isMasked(norm, effect, for: deed, among: visible)
            else { continue }
            answer(norm, effect, deed, as: effect.modality.isDuty ? .fulfilled : .permitted, announced)
        }
    }

    /// The norm that a deed names, if it is one of its action.
    func named(by deed: Deed) -> Norm? {
        guard let name = deed.norm else { return nil }
        return lane.norms.first { program.effects[Int($0.effect)].action == deed.action && $0.id == name }
    }

    private func answer(
        _ norm: Norm, _ effect: Effect, _ deed: Deed, as judgement: Judgement, _ announced: Int32
    ) {
        if announced != EndJudgement.none {
            // What the announcement was told already is not told twice.
            if judgement == .permitted, announced == EndJudgement.allowed { return }
            if isIncomplete(deed, effect) || isTooEarly(norm, effect) { return }
        }
        if isIncomplete(deed, effect) {
            verdict(deed, .incomplete, norm.id, effect.rule)
            return
        }
        if isTooEarly(norm, effect) {
            verdict(deed, .premature, norm.id, effect.rule)
            return
        }
        verdict(deed, judgement, norm.id, effect.rule)
        if judgement == .permitted { return }
        close(norm: norm.creation, as: judgement == .late ? .late : .fulfilled)
        if effect.confirmEvery != nil { toConfirm.append(norm) }
    }

    private func answerMissed(_ deed: Deed, _ announced: Int32) {
        let visible = visible(deed.action)
        var missed = visible.filter(\.isMissed)
        if let named = named(by: deed), named.isMissed { missed = [named] }
        for norm in missed.reversed() {
            let effect = program.effects[Int(norm.effect)]
            guard effect.action == deed.action, argumentsFit(deed, effect), roleFits(deed, effect),
                !isMasked(norm, effect, for: deed, among: visible)
            else { continue }
            answer(norm, effect, deed, as: deed.time <= norm.due ?? .max ? .fulfilled : .late, announced)
            return
        }
    }

    /// No norm was answered: the first verdict that applies.
    private func judgeUnasked(_ deed: Deed) {
        let open = visible(deed.action).filter { !$0.isMissed }
        let action = program.actions[deed.action]
        if let norm = prohibition(of: deed, among: open) {
            return verdict(deed, .forbidden, norm.id, program.effects[Int(norm.effect)].rule)
        }
        for norm in open {
            let effect = program.effects[Int(norm.effect)]
            if effect.modality != .mustNot, argumentsFit(deed, effect), !roleFits(deed, effect), ownGuardHolds(norm) {
                return verdict(deed, .wrongRole, norm.id, effect.rule)
            }
        }
        // What no norm of the agent speaks of is the other lane's to judge.
        if isHeard, action.livesWithCustomer { return }
        let declared = "actions.\(action.name)"
        if let role = deed.role, action.hasDeclaredRoles,
            !action.declaredRoles.contains(program.roleIndex[role] ?? -1)
        {
            return verdict(deed, .wrongRole, nil, declared)
        }
        if lacks(deed, mustSay: action.mustSay, fields: action.fields) {
            return verdict(deed, .incomplete, nil, declared)
        }
        if let status = lackingStatus(deed) { return verdict(deed, .incomplete, nil, "statuses.\(status)") }
        guard action.closed else { return verdict(deed, .silent) }
        if let rule = laterStep(allowing: deed) { return verdict(deed, .premature, nil, rule) }
        verdict(deed, .forbidden, nil, declared)
    }

    /// A later step of a ladder that has begun here and could still allow the deed.
    private func laterStep(allowing deed: Deed) -> String? {
        for entry in program.entries {
            guard case .ladder(let index) = entry.body else { continue }
            let table = program.ladders[index]
            guard let state = lane.look(table.home, context, { $0.ladders[table.slot] }), state.position >= 1,
                !state.suspended, isOn(table.channels, context)
            else { continue }
            for step in table.steps.dropFirst(Int(state.position)) {
                for effect in step.duties + step.standing {
                    let effect = program.effects[effect]
                    if effect.action == deed.action, effect.modality != .mustNot, roleFits(deed, effect) {
                        return effect.rule
                    }
                }
            }
        }
        return nil
    }

    /// Norms that wait for the action may be answered from now on.
    func noteDone(_ action: Int) {
        guard program.awaited.contains(action) else { return }
        for index in lane.norms.indices {
            let norm = lane.norms[index]
            let isHere = norm.scope == Scope.lane || norm.scope == context
            if isHere, program.effects[Int(norm.effect)].after == action { lane.norms[index].isPreceded = true }
        }
        lane.vars.done.insert(action)
        if let index = lane.position(ofHandle: context) { lane.contacts[index].vars.done.insert(action) }
    }

    func verdict(_ deed: Deed, _ judgement: Judgement, _ norm: String? = nil, _ rule: String? = nil) {
        if program.isTracing, let norm, let judged = lane.norms.first(where: { $0.id == norm }) {
            traceStanding(of: judged)
        }
        outcome.verdicts.append(
            Outcome.Verdict(action: deed.name, verdict: judgement, norm: norm, rule: rule))
    }
}
