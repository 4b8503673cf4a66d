import CEL
import PolicyEngine
import PolicyLanguage

/// How norms begin and end.
extension Reference.Step {
    typealias Norm = Reference.Norm
    typealias Effect = Reference.Effect

    // MARK: beginning

    /// Issues a norm unless the act has an open one at its home.
    func issue(_ effect: Effect, _ context: Context) {
        issue(effect, context, within: effect.within, confirms: nil)
    }

    private func issue(_ effect: Effect, _ context: Context, within: Int64?, confirms: Norm?) {
        let home = book.home(of: effect)
        if home == .agent, !lane.name.isAgent, context.agent != nil {
            messages.append(.issue(effect, classes: classes))
            return
        }
        let place = place(ofNormAt: home, context)
        guard !isEnded(place) else { return }
        guard !lane.norms.contains(where: { $0.isOpen && $0.effect.key == effect.key && $0.place == place }) else {
            return
        }
        let due = effect.modality.isDuty ? within.map { time + $0 } : nil
        var until: Int64?
        if case .elapsed(let length)? = effect.act.until?.value { until = time + length }
        let owner = owner(of: place)
        let norm = Norm(
            id: "\(owner.id)/\(lane.number(for: owner))", effect: effect, place: place,
            roles: book.roles(of: effect.act),
            contact: context.contact?.id, confirms: confirms, due: due, until: until, created: lane.creation())
        let script = script(of: norm, context)
        // Only now does a guard of the act that fails leave a fault.
        _ = holds(effect.act.guard, effect.rule, guardContext(norm, context), isOfAct: true)
        lane.norms.append(norm)
        outcome.issued.append(
            Outcome.Issued(
                norm: norm.id, modality: effect.modality, action: norm.action, by: norm.roles, due: due, until: until,
                arguments: arguments(of: effect.act), script: script, rule: effect.rule))
    }

    private func place(ofNormAt home: Home, _ context: Context) -> Place {
        if lane.name.isAgent { return .agent }
        if home != .customer, let contact = context.contact { return .contact(contact.id) }
        return .customer
    }

    private func owner(of place: Place) -> Reference.LaneName {
        if let contact = place.contact { .contact(contact) } else { lane.name }
    }

    private func arguments(of act: Act) -> [Outcome.Argument] {
        var all: [Outcome.Argument] = []
        func add(_ name: String, _ text: String?) {
            if let text { all.append(Outcome.Argument(name: name, value: .text(text))) }
        }
        add("to", act.to?.value)
        add("mode", act.mode?.value.rawValue)
        add("status", act.status?.value)
        add("option", act.option?.value)
        if let minutes = act.minutes?.value {
            all.append(Outcome.Argument(name: "minutes", value: .number(minutes)))
        }
        add("form", act.form?.value)
        for (name, words) in [("must_say", book.mustSay(act)), ("fields", book.fields(act))] where !words.isEmpty {
            all.append(Outcome.Argument(name: name, value: .list(words)))
        }
        add("after", act.after?.value)
        return all
    }

    // MARK: ending

    func close(_ norm: Norm, _ state: NormState) {
        norm.history.append(state)
        outcome.closed.append(Outcome.Closed(norm: norm.id, action: norm.action, state: state))
        if norm.isDuty { bring(.closed(norm, state)) }
    }

    /// After stage 5: norms older than this element whose `until` has come, and confirmations no longer asked for.
    func closeByUntil(_ element: Element) {
        let context = context(of: element)
        for norm in lane.norms where norm.created <= elementBegan && concerns(element, norm.place, context) {
            if let end = norm.effect.act.confirm?.until, book.matches(end, element) {
                norm.first.isConfirmed = true
                if norm.confirms != nil, norm.isOpen { close(norm, .released) }
            }
            if norm.isOpen, case .event(let end)? = norm.effect.act.until?.value, book.matches(end, element) {
                close(norm, norm.isDuty ? .released : .expired)
            }
        }
    }

    /// Stage 5, for a duty that closed: what its miss sets off, or that it is owed again.
    func dutyEffects(_ element: Element, _ context: Context) -> [(id: String, apply: () -> Void)] {
        guard case .closed(let norm, let state) = element else { return [] }
        switch state {
        case .missed, .declined:
            return book.ifMissed(norm.effect).map { effect in
                (effect.rule, { self.issue(effect, context) })
            }
        case .fulfilled, .late:
            guard let confirm = norm.effect.act.confirm, case .elapsed(let every) = confirm.every.value,
                !norm.first.isConfirmed
            else { return [] }
            let again = {
                self.issue(norm.effect, context, within: every, confirms: norm.first)
            }
            return [(norm.effect.rule, again)]
        default: return []
        }
    }

    // MARK: masks

    /// The context in which a norm's own guard is looked at: its own contact's, else the step's. No event.
    func guardContext(_ norm: Norm, _ context: Context) -> Context {
        var own = context
        own.event = nil
        if let id = norm.place.contact { own.contact = lane.contacts[id] }
        return own
    }

    func guardHolds(_ norm: Norm, _ context: Context) -> Bool {
        holds(norm.effect.act.guard, norm.effect.rule, guardContext(norm, context), silently: true)
    }

    /// The prohibitions that mask a duty or permission, in order of creation.
    ///
    /// For a deed, all that are in its reach count, if they cover it.
    func maskers(
        of norm: Norm, _ context: Context, roles: [String]? = nil, of deed: Reference.Deed? = nil
    ) -> [Norm] {
        lane.norms.filter { other in
            other.isOpen && other.effect.modality == .mustNot && other.action == norm.action
                && (deed == nil ? sees(norm, other) : isInReach(other, context))
                && compatible(deed?.to, other.effect.act.to?.value)
                && compatible(deed?.status, other.effect.act.status?.value)
                && !isWeaker(deed?.mode, other.effect.act.mode?.value)
                && (deed != nil || compatible(other.effect.act.to?.value, norm.effect.act.to?.value))
                && (deed != nil || compatible(other.effect.act.status?.value, norm.effect.act.status?.value))
                && norm.roles.allSatisfy { other.roles.contains($0) }
                && !norm.effect.overrides.contains(other.effect.source) && guardHolds(other, context)
        }
    }

    /// The open prohibitions that would mask a norm if their guards held, in order of creation.
    func opponents(of norm: Norm) -> [Norm] {
        lane.norms.filter { other in
            other.isOpen && other.effect.modality == .mustNot && other.action == norm.action && sees(norm, other)
                && compatible(other.effect.act.to?.value, norm.effect.act.to?.value)
                && compatible(other.effect.act.status?.value, norm.effect.act.status?.value)
                && norm.roles.allSatisfy { other.roles.contains($0) }
                && !norm.effect.overrides.contains(other.effect.source)
        }
    }

    /// A contact's prohibition masks norms of that contact only; a customer's those of all its contacts too.
    private func sees(_ norm: Norm, _ other: Norm) -> Bool {
        other.place.contact == nil || other.place == norm.place
    }

    private func isWeaker(_ given: InvolvementMode?, _ ruledOut: InvolvementMode?) -> Bool {
        guard let given, let ruledOut else { return false }
        return given < ruledOut
    }

    func compatible(_ left: String?, _ right: String?) -> Bool {
        guard let left, let right else { return true }
        return left == right
    }

    /// Whether a norm concerns the contact in context: its own norms and its customer's.
    func isInReach(_ norm: Norm, _ context: Context) -> Bool {
        norm.place.contact.map { $0 == context.contact?.id } ?? true
    }

    /// Stage 7.
    func supersedeBeaten(_ context: Context) {
        for norm in lane.norms where norm.isOpen && norm.isDuty && isInReach(norm, context) {
            let prohibitions = maskers(of: norm, context)
            guard !prohibitions.isEmpty, guardHolds(norm, context) else { continue }
            close(norm, .superseded)
            guard norm.effect.modality == .must else { continue }
            for other in prohibitions where !other.effect.overrides.contains(norm.effect.source) {
                outcome.conflicts.append(
                    Outcome.Conflict(action: norm.action, duty: norm.id, prohibition: other.id))
            }
        }
    }
}

extension Reference.Effect {
    var within: Int64? { if case .elapsed(let length)? = act.within?.value { length } else { nil } }
}
