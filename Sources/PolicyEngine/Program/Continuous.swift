import CEL
import PolicyLanguage

/// Which `runs_while` and `suspended_while` have to be looked at, and when.
struct Continuous: Sendable {
    /// Indices of measures and ladders, each ascending.
    struct Subjects: Sendable {
        var measures: [Int] = []
        var ladders: [Int] = []

        var isEmpty: Bool { measures.isEmpty && ladders.isEmpty }
    }

    /// Everything that has such a condition.
    let all: Subjects
    /// Those whose condition may come out otherwise in any step. The others change only with a status, a fact or a ladder of
    /// the same contact.
    let restless: Subjects
    /// In a contact of which nothing is known yet no ladder stands still.
    let beginsSettled: Bool
    /// By status and fact: whether some condition reads it.
    private(set) var statuses: [Bool]
    private(set) var facts: [Bool]
    /// Some condition reads a ladder.
    private(set) var readsLadders = false

    init(_ c: Compiler) {
        all = Subjects(
            measures: c.measures.indices.filter { c.measures[$0].runsWhile >= 0 },
            ladders: c.ladders.indices.filter { c.ladders[$0].suspendedWhile >= 0 })
        restless = Subjects(
            measures: all.measures.filter { c.measures[$0].home != .contact || !c.isSettled(c.measures[$0].runsWhile) },
            ladders: all.ladders.filter { c.ladders[$0].home != .contact || !c.isSettled(c.ladders[$0].suspendedWhile) }
        )
        let settled = all.ladders.filter { c.ladders[$0].home == .contact && c.isSettled(c.ladders[$0].suspendedWhile) }
        beginsSettled = settled.allSatisfy { !c.holdsAtFirst(c.ladders[$0].suspendedWhile) }
        statuses = Array(repeating: false, count: c.statuses.count)
        facts = Array(repeating: false, count: c.facts.count)
        let conditions =
            all.measures.map { c.measures[$0].runsWhile } + all.ladders.map { c.ladders[$0].suspendedWhile }
        for slot in conditions.flatMap({ c.conditions[Int($0)].slotsRead }) {
            switch c.readings[slot] {
            case .status(let index): statuses[index] = true
            case .fact(let index): facts[index] = true
            case .ladder: readsLadders = true
            case .event, .eventConduct, .contact, .conduct, .customerID, .agentID, .measure, .setting: break
            }
        }
    }
}

extension Compiler {
    /// Whether a condition on a contact's own statuses, facts and ladders is true before any of them has changed.
    fileprivate func holdsAtFirst(_ condition: Int32) -> Bool {
        var machine = CELMachine()
        let values = FirstValues(readings: readings, settings: settings)
        return (try? conditions[Int(condition)].evaluateBool(values, &machine).get()) ?? true
    }

    /// The condition reads only statuses, facts and ladders of its contact that are always known, so it cannot fail.
    fileprivate func isSettled(_ condition: Int32) -> Bool {
        conditions[Int(condition)].slotsRead.allSatisfy { slot in
            switch readings[slot] {
            case .setting: true
            case .status(let index): statuses[index].home == .contact
            case .fact(let index): facts[index].home == .contact && facts[index].type == .bool
            case .ladder(let index): ladders[index].home == .contact
            case .event, .eventConduct, .contact, .conduct, .customerID, .agentID, .measure: false
            }
        }
    }
}

/// What a contact's own variables say when it begins.
private struct FirstValues: CELBindings {
    let readings: [SlotReading]
    let settings: [CELValue]

    func value(at slot: Int) -> CELValue? {
        switch readings[slot] {
        case .setting(let index): settings[index]
        case .status, .fact: .bool(false)
        case .ladder: .int(0)
        case .event, .eventConduct, .contact, .conduct, .customerID, .agentID, .measure: nil
        }
    }
}
