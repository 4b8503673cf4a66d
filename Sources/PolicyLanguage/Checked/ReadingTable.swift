import CEL

/// Everything the conditions of a policy could read, and the slot each has.
///
/// Conditions are checked twice: first with a slot for every name, to see which are read, then with slots for those
/// alone, in the order of first use.
struct ReadingTable: Sendable {
    private let slots: [Reading: Int]
    /// The readings that have slots.
    let readings: [Reading]

    init(_ readings: [Reading]) {
        var slots: [Reading: Int] = [:]
        var kept: [Reading] = []
        for reading in readings where slots[reading] == nil {
            slots[reading] = kept.count
            kept.append(reading)
        }
        self.slots = slots
        self.readings = kept
    }

    /// A slot for every name a policy declares.
    init(all policy: Policy, _ names: DeclaredNames) {
        var readings: [Reading] = []
        for type in BuiltInEvent.allCases { readings += type.fields.map { .event($0.name) } }
        for type in policy.events { readings += type.fields.map { .event($0.name.value) } }
        readings += Reading.ContactField.allCases.map { .contact($0) }
        readings += names.observable.all.map { .conduct($0) }
        readings += [.customerID, .agentID]
        readings += names.measures.all.map { .measure($0) }
        readings += names.settings.all.map { .setting($0) }
        readings += names.facts.all.map { .fact($0) }
        readings += names.statuses.all.map { .status($0) }
        readings += names.ladders.all.map { .ladder($0) }
        self.init(readings)
    }

    /// The slot of a reading; what has none is not read.
    func slot(_ reading: Reading) -> Int { slots[reading] ?? 0 }
}
