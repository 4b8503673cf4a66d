import CEL
import PolicyLanguage

/// Every variable of a contact, its customer and its agent at one moment, in the order of the policy's names.
public struct Glance: Sendable {
    /// With the observations counted towards the next step.
    public var ladders: [(name: String, position: Int, counted: Int)] = []
    /// nil for never begun.
    public var statuses: [(name: String, phase: StatusPhase?)] = []
    /// nil while unknown.
    public var facts: [(name: String, value: CELValue?)] = []
    /// Numbers, or milliseconds on a clock; a clock that stands still or never began is not running.
    public var measures: [(name: String, value: Int64, isRunning: Bool)] = []
}

extension Engine {
    /// All variables at once: what `ladder`, `status`, `fact` and `measure` say one by one.
    public func glance(contact: String?, customer: String?, agent: String?) -> Glance {
        let own = look(contact: contact, customer: customer)
        let other = agent.flatMap { agentPosition($0) }.map { look(at: $0, contact: nil) }
        func vars(_ home: Home) -> (vars: Vars, now: Int64)? {
            guard let step = home == .agent ? other : own else { return nil }
            return step.lane.look(home, home == .agent ? Scope.lane : step.context) { copy $0 }.map { ($0, step.now) }
        }
        let homes = Dictionary(uniqueKeysWithValues: Home.allCases.map { ($0, vars($0)) })
        var glance = Glance()
        glance.ladders = program.ladders.map { table in
            let state = (homes[table.home] ?? nil)?.vars.ladders[table.slot]
            return (table.name, state.map { Int($0.position) } ?? 0, state.map { Int($0.counter) } ?? 0)
        }
        glance.statuses = program.statuses.map { table in
            (table.name, (homes[table.home] ?? nil)?.vars.statuses[table.slot].phase)
        }
        glance.facts = program.facts.map { table in
            (table.name, (homes[table.home] ?? nil)?.vars.facts[table.slot].value)
        }
        glance.measures = program.measures.map { table in
            guard let (vars, now) = homes[table.home] ?? nil else { return (table.name, 0, false) }
            let state = vars.measures[table.slot]
            if table.kind == .count { return (table.name, state.count(at: now, window: table.window), false) }
            return (table.name, state.elapsed(at: now), state.runningSince != nil)
        }
        return glance
    }
}
