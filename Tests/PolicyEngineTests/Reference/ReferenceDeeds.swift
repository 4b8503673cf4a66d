import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    /// What somebody did, as norms see it.
    struct Deed {
        let action: String
        /// nil for a deed that any role may do.
        let role: String?
        var to: String?
        var status: String?
        var decision: String?
        var mode: InvolvementMode?
        var norm: String?
        var said: [String] = []
        var fields: [String] = []
    }
}

extension Reference.Step {
    typealias Deed = Reference.Deed

    /// The deed that an event is, if it is one.
    func deed(of event: Event) -> Deed? { Reference.deed(of: event) }

    /// Stage 1.
    func judge(_ event: Event) {
        let context = origin
        if event.type == .builtIn(.actionDeclined) { return decline(event, context) }
        guard let deed = deed(of: event), isJudgedHere(deed.action) else { return }
        if wasJudged(deed, event) { return judgeEndAgain(deed, event, context) }
        if ["end_contact", "transfer"].contains(deed.action) { context.contact?.judged.insert(deed.action) }
        let before = outcome.verdicts.count
        judge(deed, event, context)
        if outcome.verdicts.count == before, isOverheard, !book.isClosed(deed.action) { return noteDone(deed, context) }
        context.contact?.forbidden[deed.action] =
            outcome.verdicts[before...].first { $0.verdict == .forbidden && $0.norm != nil }?.norm
        let good: [Judgement] = [.fulfilled, .late, .permitted, .silent]
        let isGood = outcome.verdicts[before...].contains { good.contains($0.verdict) }
        if isGood {
            context.contact?.allowed.insert(deed.action)
            noteDone(deed, context)
        } else {
            context.contact?.allowed.remove(deed.action)
        }
    }

    func noteDone(_ deed: Deed, _ context: Context) {
        lane.done.append((deed.action, context.contact?.id, lane.creations))
    }

    /// A deed whose action lives only with agents is judged there, if an agent is known.
    private func isJudgedHere(_ action: String) -> Bool {
        let homes = book.homes(ofAction: action)
        if lane.name.isAgent { return !isOverheard || homes.contains(.agent) }
        return homes != [.agent] || origin.agent == nil
    }

    private func judge(_ deed: Deed, _ event: Event, _ context: Context) {
        let answered = answered(by: deed, context)
        for norm in answered { answer(norm, deed, event) }
        if !answered.isEmpty { return }
        if let missed = missed(by: deed, context) { return answer(missed, deed, event) }
        let verdict = remaining(deed, context)
        // What no norm of the agent speaks of is judged in the other lane alone.
        if isOverheard, verdict.norm == nil, book.homes(ofAction: deed.action) != [.agent] { return }
        outcome.verdicts.append(
            Outcome.Verdict(action: deed.action, verdict: verdict.0, norm: verdict.norm, rule: verdict.rule))
    }

    func answered(by deed: Deed, _ context: Context) -> [Norm] {
        candidates(deed, context).filter { norm in
            norm.effect.modality != .mustNot && meets(deed, norm) && !isMasked(norm, deed, context)
        }
    }

    func missed(by deed: Deed, _ context: Context) -> Norm? {
        lane.norms.last { norm in
            lane.isRemembered(norm) && isInReach(norm, context) && meets(deed, norm) && !isMasked(norm, deed, context)
        }
    }

    private func named(_ id: String?, _ action: String) -> Norm? {
        guard let id else { return nil }
        return lane.norms.first { $0.id == id && $0.action == action && ($0.isOpen || lane.isRemembered($0)) }
    }

    private func candidates(_ deed: Deed, _ context: Context) -> [Norm] {
        if let named = named(deed.norm, deed.action) { return [named] }
        return lane.norms.filter {
            $0.isOpen && $0.action == deed.action && isInReach($0, context) && guardHolds($0, context)
        }
    }

    func meets(_ deed: Deed, _ norm: Norm) -> Bool {
        norm.action == deed.action && fits(deed, norm) && (deed.role.map { norm.roles.contains($0) } ?? true)
    }

    private func fits(_ deed: Deed, _ norm: Norm) -> Bool {
        let act = norm.effect.act
        if let given = deed.mode, let asked = act.mode?.value, given < asked { return false }
        return compatible(deed.to, act.to?.value) && compatible(deed.status, act.status?.value)
    }

    /// Any prohibition that covers the deed itself and that the norm does not override masks it here.
    func isMasked(_ norm: Norm, _ deed: Deed, _ context: Context) -> Bool {
        lane.norms.contains { ban in
            forbids(ban, deed, context) && !norm.effect.overrides.contains(ban.effect.source)
        }
    }

    func forbids(_ ban: Norm, _ deed: Deed, _ context: Context) -> Bool {
        ban.isOpen && ban.effect.modality == .mustNot && ban.action == deed.action && isInReach(ban, context)
            && fits(deed, ban) && ban.roles.contains(deed.role ?? "supervisor") && guardHolds(ban, context)
    }

    func answer(_ norm: Norm, _ deed: Deed, _ event: Event) {
        let verdict = judgement(of: norm, deed, event)
        outcome.verdicts.append(
            Outcome.Verdict(action: deed.action, verdict: verdict, norm: norm.id, rule: norm.effect.rule))
        if verdict == .fulfilled { close(norm, .fulfilled) }
        if verdict == .late { close(norm, .late) }
    }

    func judgement(of norm: Norm, _ deed: Deed, _ event: Event) -> Judgement {
        let act = norm.effect.act
        if lacks(deed, act.mustSay.map(\.value), act.fields.map(\.value)) || lacksDeclared(deed) { return .incomplete }
        if lacksGrounds(deed) { return .incomplete }
        if let other = act.after?.value, !wasDone(other, before: norm) { return .premature }
        if norm.effect.modality == .may { return .permitted }
        if norm.state == .missed, event.time > norm.due ?? .min { return .late }
        return .fulfilled
    }

    private func lacks(_ deed: Deed, _ said: [String], _ fields: [String]) -> Bool {
        !said.allSatisfy { deed.said.contains($0) } || !fields.allSatisfy { deed.fields.contains($0) }
    }

    private func lacksDeclared(_ deed: Deed) -> Bool {
        guard let declared = book.action(deed.action) else { return false }
        return lacks(deed, declared.mustSay.map(\.value), declared.fields.map(\.value))
    }

    /// An imposed status whose decision does not carry the status's fields.
    private func lacksGrounds(_ deed: Deed) -> Bool {
        guard deed.action == "decide", [nil, "imposed"].contains(deed.decision) else { return false }
        let wanted = deed.status.flatMap { book.status($0) }?.fields ?? []
        return lacks(deed, [], wanted.map(\.value))
    }

    /// Where the same list asks for the other act, only one done since the norm was issued counts.
    private func wasDone(_ action: String, before norm: Norm) -> Bool {
        let place = norm.place
        return lane.done.contains { done in
            done.action == action && (place.contact == nil || done.contact == place.contact)
                && (!norm.effect.isAfterItsOwn || done.created >= norm.created)
        }
    }

    /// The verdict on a deed that answers no norm.
    private func remaining(_ deed: Deed, _ context: Context) -> (Judgement, norm: String?, rule: String?) {
        let declared = "actions.\(deed.action)"
        let open = lane.norms.filter {
            $0.isOpen && $0.action == deed.action && isInReach($0, context) && fits(deed, $0)
        }
        func covers(_ roles: [String]) -> Bool { deed.role.map { roles.contains($0) } ?? true }
        if let ban = lane.norms.first(where: { forbids($0, deed, context) }) {
            return (.forbidden, ban.id, ban.effect.rule)
        }
        if let other = open.first(where: {
            $0.effect.modality != .mustNot && !covers($0.roles) && guardHolds($0, context)
        }) {
            return (.wrongRole, other.id, other.effect.rule)
        }
        if let roles = book.declaredRoles(deed.action), !covers(roles) { return (.wrongRole, nil, declared) }
        if lacksDeclared(deed) { return (.incomplete, nil, declared) }
        if lacksGrounds(deed) { return (.incomplete, nil, "statuses.\(deed.status ?? "")") }
        guard book.isClosed(deed.action) else { return (.silent, nil, nil) }
        if let step = laterStep(deed, context) { return (.premature, nil, step) }
        return (.forbidden, nil, declared)
    }

    /// The first later step of a begun ladder that could still allow the deed.
    private func laterStep(_ deed: Deed, _ context: Context) -> String? {
        for ladder in book.ladders {
            guard let place = place(ladder.per, context), covers(ladder.channels.map(\.value), context),
                let run = lane.ladders[Key(name: ladder.name.value, place: place)], run.position >= 1,
                !run.isSuspended
            else { continue }
            for step in ladder.steps.indices.map({ $0 + 1 }) where step > run.position {
                let allows = book.effects(of: ladder, step: step).contains { effect in
                    effect.modality != .mustNot && effect.act.action.value == deed.action
                        && (deed.role.map { book.roles(of: effect.act).contains($0) } ?? true)
                }
                if allows { return "ladders.\(ladder.name.value).\(step)" }
            }
        }
        return nil
    }

    private func decline(_ event: Event, _ context: Context) {
        guard let action = event.text("action"), isJudgedHere(action) else { return }
        let role = event.text("by") ?? "agent"
        var refused = lane.norms.filter { $0.isOpen && $0.action == action && isInReach($0, context) }
        if let named = named(event.text("norm"), event.text("action") ?? ""), named.isOpen { refused = [named] }
        for norm in refused where norm.isDuty && norm.action == action && norm.roles.contains(role) {
            let excuses = norm.effect.act.excusedBy.map(\.value)
            if let reason = event.text("reason"), excuses.contains(reason) {
                outcome.verdicts.append(
                    Outcome.Verdict(action: action, verdict: .excused, norm: norm.id, rule: norm.effect.rule))
                close(norm, .excused)
            } else {
                close(norm, .declined)
            }
        }
    }
}
