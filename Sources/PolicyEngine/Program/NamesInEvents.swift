import PolicyLanguage

extension Program {
    /// Whether the policy has all that an event speaks of by name: conduct, actions, facts and statuses.
    package func knowsNames(in place: UnsafePointer<Event>) -> Bool {
        guard case .builtIn(let type) = place.pointee.type else { return true }
        switch type {
        case .conductObserved:
            guard case .list(let names)? = place.pointee["conduct"] else { return true }
            for case .string(let name) in names where classIndex[name] == nil { return false }
            return true
        case .actionDone, .actionDeclined: return knows(place.pointee.text("action"), actionIndex)
        case .factRecorded: return knows(place.pointee.text("name"), factIndex)
        case .statusProposed, .statusDecided, .statusNotified, .statusAppealed, .statusVaried, .statusReviewed,
            .statusEnded:
            return knows(place.pointee.text("status"), statusIndex)
        case .contactStarted, .contactEnded, .supervisorJoined, .contactTransferred, .utterance, .supervisorRequested,
            .retracted, .timePassed:
            return true
        }
    }

    private func knows(_ name: String?, _ index: NameIndex) -> Bool {
        name.map { index[$0] != nil } ?? true
    }
}
