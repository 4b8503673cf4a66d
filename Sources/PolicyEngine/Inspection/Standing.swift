import CEL
import PolicyLanguage

/// A norm that stands now: open, its own guard true, and nothing stronger against it.
public struct StandingNorm: Sendable, Equatable {
    public var norm: String
    public var modality: Modality
    public var action: String
    public var by: [String]
    public var to: String?
    public var due: Int64?
    public var until: Int64?
    public var rule: String
}

/// Looking into an engine without changing it.
extension Engine {
    /// The norms that stand for a contact: its own, its customer's and its agent's, in that order.
    ///
    /// Names that the engine has not met have none. Linear in the norms of the lanes concerned.
    public func standing(contact: String?, customer: String? = nil, agent: String? = nil) -> [StandingNorm] {
        var found: [StandingNorm] = []
        if let step = look(contact: contact, customer: customer) { found += step.standing() }
        if let agent, let position = agentPosition(agent) {
            found += look(at: position, contact: nil).standing()
        }
        return found
    }

    /// A ladder's position for a contact or its customer; 0 where nothing was observed. nil for an unknown name.
    public func ladder(_ name: String, contact: String?, customer: String? = nil) -> Int? {
        guard let table = program.ladders.first(where: { $0.name == name }) else { return nil }
        guard let step = look(contact: contact, customer: customer) else { return 0 }
        return step.lane.look(table.home, step.context) { Int($0.ladders[table.slot].position) } ?? 0
    }

    /// The phase of a status for a contact, its customer or its agent; nil for never begun.
    public func status(_ name: String, contact: String?, customer: String? = nil, agent: String? = nil) -> StatusPhase?
    {
        guard let table = program.statuses.first(where: { $0.name == name }) else { return nil }
        return vars(of: table.home, contact, customer, agent)?.statuses[table.slot].phase
    }

    /// A measure's value: a number, or milliseconds on a clock. nil for an unknown name.
    public func measure(_ name: String, contact: String?, customer: String? = nil, agent: String? = nil) -> Int64? {
        guard let table = program.measures.first(where: { $0.name == name }) else { return nil }
        guard let (vars, now) = varsAndTime(of: table.home, contact, customer, agent) else { return 0 }
        let state = vars.measures[table.slot]
        return table.kind == .count ? state.count(at: now, window: table.window) : state.elapsed(at: now)
    }

    /// A fact's value; nil while unknown.
    public func fact(_ name: String, contact: String?, customer: String? = nil, agent: String? = nil) -> CELValue? {
        guard let table = program.facts.first(where: { $0.name == name }) else { return nil }
        return vars(of: table.home, contact, customer, agent)?.facts[table.slot].value
    }

    private func vars(of home: Home, _ contact: String?, _ customer: String?, _ agent: String?) -> Vars? {
        varsAndTime(of: home, contact, customer, agent)?.vars
    }

    private func varsAndTime(
        of home: Home, _ contact: String?, _ customer: String?, _ agent: String?
    ) -> (vars: Vars, now: Int64)? {
        if home == .agent {
            guard let position = agent.flatMap({ agentPosition($0) }) else { return nil }
            return (lanes[position].vars, lanes[position].clock ?? 0)
        }
        guard let step = look(contact: contact, customer: customer) else { return nil }
        return step.lane.look(home, step.context) { copy $0 }.map { ($0, step.now) }
    }

    func look(contact: String?, customer: String?) -> Step? {
        guard let position = contact.flatMap({ contactPosition($0) }) ?? customer.flatMap({ customerPosition($0) })
        else { return nil }
        return look(at: position, contact: contact)
    }

    func look(at position: Int, contact: String?) -> Step {
        let lane = lanes[position]
        let now = lane.clock ?? 0
        let step = Step(program: program, lane: lane, now: now)
        if let contact, let index = lane.position(ofContact: contact) { step.context = lane.contacts[index].handle }
        return step
    }
}

extension Step {
    /// The norms that stand in this step's context.
    func standing() -> [StandingNorm] {
        let open = lane.norms.filter { !$0.isMissed && ($0.scope == Scope.lane || $0.scope == context) }
        let standing = open.filter { ownGuardHolds($0) }
        let prohibitions = standing.filter { program.effects[Int($0.effect)].modality == .mustNot }
        let effective = standing.filter { norm in
            program.effects[Int(norm.effect)].modality == .mustNot
                || !prohibitions.contains { maskHere($0, norm) }
        }
        return effective.map { norm in
            let effect = program.effects[Int(norm.effect)]
            return StandingNorm(
                norm: norm.id, modality: effect.modality, action: program.actions[effect.action].name,
                by: effect.roleNames, to: effect.to, due: norm.due, until: norm.until, rule: effect.rule)
        }
    }

    /// In a contact, its own prohibitions also mask what its customer allows.
    private func maskHere(_ prohibition: Norm, _ norm: Norm) -> Bool {
        var norm = norm
        norm.scope = prohibition.scope
        return masks(prohibition, norm)
    }
}
