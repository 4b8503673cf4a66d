/// Most lines begin with the same members in one order, and have no white space.
extension EnvelopeReading {
    /// Reads the members from the first on that stand in the usual order and form: `id`, `time`, `type`, then whom it is about.
    ///
    /// Returns whether the member that comes next, which may be any, is the first, and which one is the most likely.
    @inline(__always)
    mutating func takeUsual(into event: inout Event, _ shapes: borrowing EventShapes) throws(EventRefusal)
        -> (isFirst: Bool, expected: Int)
    {
        let leads = shapes.textLeads
        guard shapes.makesShortTexts, scanner.takes(shapes.firstLead) else { return (true, 0) }
        if let words = scanner.shortText() { ShortText.put(words, in: &event.id) } else { event.id = try text(.id) }
        note(.id)
        guard scanner.takes(leads[EnvelopeAttribute.time.rawValue]) else { return (false, 1) }
        event.time = try scanner.moment("time")
        note(.time)
        guard scanner.takes(leads[EnvelopeAttribute.type.rawValue]) else { return (false, 2) }
        try readType(shapes)
        note(.type)
        try take(.contact, leads, into: &event.contact)
        try take(.customer, leads, into: &event.customer)
        try take(.agent, leads, into: &event.agent)
        try take(.channel, leads, into: &event.channel)
        return (false, EnvelopeAttribute.data.rawValue)
    }

    /// Reads an attribute that is a text, if it comes next.
    @inline(__always)
    private mutating func take(_ attribute: EnvelopeAttribute, _ leads: [MemberLead], into text: inout String?)
        throws(EventRefusal)
    {
        guard scanner.takes(leads[attribute.rawValue]) else { return }
        if let words = scanner.shortText() {
            ShortText.put(words, in: &text)
        } else {
            text = try self.text(attribute)
        }
        note(attribute)
    }

    @inline(__always)
    private mutating func note(_ attribute: EnvelopeAttribute) {
        seen |= Self.bit(attribute)
        present |= Self.bit(attribute)
    }
}
