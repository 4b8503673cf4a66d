import PolicyLanguage

/// Where lanes are found: by the names of customers, agents, contacts that live alone, and of every contact.
struct LaneDirectory: Sendable {
    var customers = NameTable()
    var loneContacts = NameTable()
    var agents = NameTable()
    /// The lane in which a contact lives.
    var contacts = NameTable()
}

/// Lanes by their names.
extension Engine {
    func customerPosition(_ name: String) -> Int? {
        lanes.withUnsafeBufferPointer { lanes in
            directory.customers.position(NameTable.hash(name)) { sameBytes(lanes[$0].name, name) }
        }
    }

    func agentPosition(_ name: String) -> Int? {
        directory.agents.position(NameTable.hash(name)) { sameBytes(lanes[$0].name, name) }
    }

    func contactPosition(_ name: String) -> Int? { contactPosition(name, NameTable.hash(name)) }

    func contactPosition(_ name: String, _ hash: UInt32) -> Int? {
        // Through the buffer, so that looking into a lane copies nothing of it.
        lanes.withUnsafeBufferPointer { lanes in
            directory.contacts.position(hash) { lanes[$0].contacts.position(of: name) != nil }
        }
    }

    private func lonePosition(_ name: String, _ hash: UInt32) -> Int? {
        directory.loneContacts.position(hash) { sameBytes(lanes[$0].name, name) }
    }

    /// Whether a lane is found under its name: not one that its contact has left.
    func isKnown(_ position: Int) -> Bool {
        let name = lanes[position].name
        return lanes[position].kind != .contact || lonePosition(name, NameTable.hash(name)) == position
    }

    private mutating func add(_ name: String, _ kind: Lane.Kind) -> Int {
        lanes.append(Lane(name: name, kind: kind, vars: Vars()))
        return lanes.count - 1
    }

    mutating func agentLane(_ name: String) -> Int {
        if let position = agentPosition(name) { return position }
        let position = add(name, .agent)
        directory.agents.insert(NameTable.hash(name), position)
        return position
    }

    mutating func customerLane(_ name: String) -> Int {
        if let position = customerPosition(name) { return position }
        let position = add(name, .customer)
        directory.customers.insert(NameTable.hash(name), position)
        return position
    }

    mutating func loneLane(_ contact: String) -> Int {
        let hash = NameTable.hash(contact)
        if let position = lonePosition(contact, hash) { return position }
        let position = add(contact, .contact)
        directory.loneContacts.insert(hash, position)
        return position
    }

    /// A contact's own lane is found no more: the contact has left it.
    mutating func leave(_ contact: String, _ position: Int) {
        directory.loneContacts.remove(NameTable.hash(contact), position)
    }

    /// Takes a lane restored from bytes.
    mutating func adopt(_ lane: Lane) throws(LaneStateError) {
        let hash = NameTable.hash(lane.name)
        let known =
            switch lane.kind {
            case .customer: customerPosition(lane.name)
            case .contact: lonePosition(lane.name, hash)
            case .agent: agentPosition(lane.name)
            }
        guard known == nil, lane.contacts.allSatisfy({ contactPosition($0.id) == nil }) else { throw .damaged }
        let position = lanes.count
        lanes.append(lane)
        switch lane.kind {
        case .customer: directory.customers.insert(hash, position)
        case .contact: directory.loneContacts.insert(hash, position)
        case .agent: directory.agents.insert(hash, position)
        }
        for contact in lane.contacts { directory.contacts.insert(NameTable.hash(contact.id), position) }
        if let clock = lane.clock { note(clock: clock) }
    }

    /// Contacts that a lane has forgotten are not looked up there any more.
    mutating func drop(_ forgotten: [String], from position: Int) {
        // One that was forgotten may have begun anew in the same event.
        for contact in forgotten where lanes[position].position(ofContact: contact) == nil {
            directory.contacts.remove(NameTable.hash(contact), position)
        }
    }
}
