import PolicyLanguage

/// Where an event belongs, as far as it is known before the event is taken.
struct EventPlace {
    /// The lane in which its contact lives; of an event with an agent only, the agent's.
    var home: Int?
    /// The contact is to be forgotten, so `home` does not count.
    var isForgotten = false
    /// The lane of the customer it names.
    var customer: Int?
    /// The hash of the contact's name.
    var contactHash: UInt32 = 0
}

/// Whether an event is taken, and in which lane.
extension Engine {
    func place(of event: EventAtHand) -> EventPlace {
        var place = EventPlace()
        if let contact = event.contact {
            place.contactHash = NameTable.hash(contact)
            place.home = contactPosition(contact, place.contactHash)
            if let home = place.home { place.isForgotten = isForgotten(contact, at: home, by: event.time) }
        }
        if let customer = event.customer {
            // Nearly always the contact lives with its customer already.
            if let home = place.home, lanes[home].kind == .customer, sameBytes(lanes[home].name, customer) {
                place.customer = home
            } else {
                place.customer = customerPosition(customer)
            }
        } else if event.contact == nil {
            place.home = event.agent.flatMap { agentPosition($0) }
        }
        return place
    }

    /// Where nearly every event belongs: its contact is known, lives with the customer that the event names, if it names one, and
    /// nothing is late or to be forgotten. nil where there is more to it.
    @inline(__always)
    func usualPlace(of event: EventAtHand) -> (home: Int, contact: Int)? {
        guard let name = event.contact else { return nil }
        return lanes.withUnsafeBufferPointer { lanes in
            var contact = -1
            let home = directory.contacts.position(NameTable.hash(name)) { position in
                contact = lanes[position].contacts.count
                while contact > 0 {
                    contact -= 1
                    if sameBytes(lanes[position].contacts[contact].id, name) { return true }
                }
                return false
            }
            guard let home, event.time >= lanes[home].clock ?? .min, event.time < lanes[home].nextForgetting else {
                return nil
            }
            if let customer = event.customer {
                guard lanes[home].kind == .customer, sameBytes(lanes[home].name, customer) else { return nil }
            }
            return (home, contact)
        }
    }

    private func isForgotten(_ contact: String, at position: Int, by time: Int64) -> Bool {
        let now = max(time, lanes[position].clock ?? time)
        guard now >= lanes[position].nextForgetting, let index = lanes[position].position(ofContact: contact) else {
            return false
        }
        return lanes[position].isForgotten(lanes[position].contacts[index], at: now)
    }

    /// Why an event is not taken, or that it came before; nil for one that is taken.
    func objection(to event: EventAtHand, _ key: UInt64, at place: EventPlace) -> Reception? {
        let home = place.isForgotten ? nil : place.home
        if event.customer != nil, let home, home != place.customer, lanes[home].kind == .customer {
            return .refused(EventRefusal(.otherCustomer, "the contact belongs to another customer"))
        }
        let clock = max(home.flatMap { lanes[$0].clock } ?? .min, place.customer.flatMap { lanes[$0].clock } ?? .min)
        if clock != .min, event.time < clock - LaneLimits.lateness {
            return .refused(EventRefusal(.tooLate, "the event is more than 24 hours late"))
        }
        if let home, let known = repetition(of: event, key, in: home) { return known }
        if let customer = place.customer, customer != home { return repetition(of: event, key, in: customer) }
        return nil
    }

    func repetition(of event: EventAtHand, _ key: UInt64, in position: Int) -> Reception? {
        guard let known = lanes[position].recent.latest(key) else { return nil }
        if known.time < max(event.time, lanes[position].clock ?? event.time) - LaneLimits.lateness { return nil }
        if known.content == event.contentHash { return .duplicate }
        return .refused(EventRefusal(.otherContent, "an event with this id came before with other content"))
    }

    /// The position of the event's lane, made if it is new; moves the contact into its customer's lane.
    mutating func settle(_ event: EventAtHand, at place: EventPlace, _ emit: (Outcome) -> Void) -> Int {
        guard let contact = event.contact else {
            return event.customer.map { place.customer ?? customerLane($0) } ?? agentLane(event.agent ?? "")
        }
        var home = place.home
        if let known = home, place.isForgotten {
            let gone = lanes[known].forgetContacts(at: max(event.time, lanes[known].clock ?? event.time))
            drop(gone, from: known)
            home = nil
        }
        let position = event.customer.map { place.customer ?? customerLane($0) } ?? home ?? loneLane(contact)
        if home == position { return position }
        if let home {
            move(contact, from: home, to: position, emit)
            directory.contacts.remove(place.contactHash, home)
        }
        directory.contacts.insert(place.contactHash, position)
        return position
    }

    /// A contact whose customer becomes known joins the customer's lane at the later of both clocks.
    private mutating func move(_ contact: String, from: Int, to: Int, _ emit: (Outcome) -> Void) {
        if let clock = [lanes[from].clock, lanes[to].clock].compactMap({ $0 }).max() {
            for position in [to, from] {
                work(at: position) { $0.passTime(to: clock, emit) }
            }
        }
        let (leaving, joined) = lanes[from].moved(into: lanes[to])
        lanes[to] = joined
        lanes[from] = leaving
        leave(contact, from)
    }
}
