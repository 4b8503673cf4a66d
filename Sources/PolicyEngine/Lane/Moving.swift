/// A contact whose customer becomes known joins the customer's lane.
extension Lane {
    /// The two lanes after this one's contact, norms, timers and ids moved into another.
    ///
    /// Numbers are given anew in the old order of creation, so that order stays.
    func moved(into target: Lane) -> (leaving: Lane, joined: Lane) {
        var joined = target
        var leaving = self
        var renumbered: [Int32: Int32] = [:]
        for old in creationNumbers { renumbered[old] = joined.nextCreation() }
        func new(_ old: Int32) -> Int32 { old == Scope.lane ? old : renumbered[old] ?? old }
        for var contact in contacts {
            contact.handle = new(contact.handle)
            if contact.judgedEnding >= 0 {
                contact.judgedEnding = renumbered[contact.judgedEnding] ?? EndJudgement.refused
            }
            if contact.judgedTransfer >= 0 {
                contact.judgedTransfer = renumbered[contact.judgedTransfer] ?? EndJudgement.refused
            }
            joined.vars.done.formUnion(contact.vars.done)
            joined.contacts.append(contact)
        }
        for var norm in norms {
            norm.isStranded = norm.scope == Scope.lane
            norm.isMoved = true
            norm.scope = new(norm.scope)
            norm.context = new(norm.context)
            norm.creation = new(norm.creation)
            if norm.isMissed {
                // Of each act and home only the latest missed norm is remembered.
                joined.norms.removeAll { $0.isMissed && $0.effect == norm.effect && $0.scope == norm.scope }
            }
            joined.norms.append(norm)
        }
        for var item in timers.heap where item.isOfContactOrNorm {
            item.creation = new(item.creation)
            item.scope = new(item.scope)
            if item.kind == .deadline || item.kind == .normUntil { item.subject = new(item.subject) }
            joined.timers.insert(item)
        }
        let events = joined.recent.entries + recent.entries
        joined.recent = RecentEvents(events.sorted { ($0.time, $0.key) < ($1.time, $1.key) })
        joined.nextForgetting = .min
        joined.hasJoined = true
        joined.clock = [clock, joined.clock].compactMap { $0 }.max()
        leaving.contacts = []
        leaving.norms = []
        leaving.timers = TimerQueue()
        leaving.recent = RecentEvents()
        leaving.vars = Vars()
        return (leaving, joined)
    }

    private var creationNumbers: [Int32] {
        Set(contacts.map(\.handle) + norms.map(\.creation) + timers.heap.map(\.creation)).sorted()
    }
}

extension DueItem {
    /// It belongs to a norm, or to a variable of a contact; what is per customer stays behind.
    fileprivate var isOfContactOrNorm: Bool {
        kind == .deadline || kind == .normUntil || scope != Scope.lane
    }
}
