import CEL
import PolicyLanguage

/// Events that concern no rule: they move the lane's time and tell of their contact, and that is all.
extension Lane {
    /// Takes an event of a type that the program passes by, as a step would; false, and nothing has changed, where something in
    /// this lane may still come of it.
    mutating func letsPass(_ event: EventAtHand, _ program: Program, contact known: Int?) -> Bool {
        let now = max(event.time, clock ?? event.time)
        guard !timers.hasDue(by: now), now < nextForgetting, !hasJoined else { return false }
        // As time goes on a norm may come to stand or not to stand, and a prohibition to beat a duty.
        if !program.pausable.isEmpty, norms.contains(where: { program.pausable.restless[Int($0.effect)] }) {
            return false
        }
        clock = now
        if let index = known ?? greet(event, at: now) { contacts[index].note(event) }
        return true
    }
}

extension Program {
    /// Whether nothing in this program waits for an event of its kind, or reads what passes with it.
    @inline(__always)
    func passesBy(_ event: EventAtHand) -> Bool {
        if isTracing { return false }
        switch event.type {
        case .builtIn(let type):
            guard listeners.passing[type.position] else { return false }
            return type != .utterance || coach.isEmpty || event.text("speaker") != "agent"
        case .declared(let index): return listeners.passing[BuiltInEvent.allCases.count + index]
        }
    }
}
