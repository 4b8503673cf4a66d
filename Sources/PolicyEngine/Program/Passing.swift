import PolicyLanguage

/// Which types of events may pass a policy by: nothing is set off, judged, counted or ended by them.
struct Passing {
    private let c: Compiler

    init(_ c: Compiler) { self.c = c }

    /// One truth for each type, built in first.
    func types(_ builtIn: [Listeners.Concerned], _ declared: [Listeners.Concerned]) -> [Bool] {
        if !hasSettledConditions { return Array(repeating: false, count: builtIn.count + declared.count) }
        let ending = endings
        var passing = BuiltInEvent.allCases.map { type in
            Self.isSilent(type) && builtIn[type.position].isEmpty && !ending.contains(.builtIn(type))
        }
        for (index, concerned) in declared.enumerated() {
            passing.append(concerned.isEmpty && !ending.contains(.declared(index)))
        }
        return passing
    }

    /// The type does nothing by itself: it is no deed and changes no variable.
    private static func isSilent(_ type: BuiltInEvent) -> Bool {
        switch type {
        case .contactStarted, .utterance, .supervisorRequested, .statusProposed, .statusAppealed, .statusVaried,
            .statusReviewed:
            true
        case .contactEnded, .supervisorJoined, .contactTransferred, .conductObserved, .factRecorded, .actionDone,
            .actionDeclined, .statusDecided, .statusNotified, .statusEnded, .retracted, .timePassed:
            false
        }
    }

    /// The types that end norms or statuses, or confirm a duty.
    private var endings: Set<EventType> {
        let patterns = c.effects.flatMap { [$0.untilPattern, $0.confirmUntil] } + c.begins.map(\.untilPattern)
        var types: Set<EventType> = []
        for case .event(let type)? in patterns { types.insert(type) }
        return types
    }

    /// `runs_while` and `suspended_while` read only what a step of the same contact changes and looks at again: an event that
    /// passes cannot make them come out otherwise, nor make them fail.
    private var hasSettledConditions: Bool { Continuous(c).restless.isEmpty }
}
