import PolicyLanguage

/// A lane's state as bytes: version, policy, lane. Deterministic: equal states give equal bytes.
extension Engine {
    /// The version of the form.
    static let stateVersion: UInt8 = 7

    /// The state of every lane, sorted by kind and name; together with undelivered mail it is all the engine knows.
    public func encodedLanes() -> [[UInt8]] {
        lanes.filter { !$0.isLeft }.sorted {
            $0.kind != $1.kind ? $0.kind.rawValue < $1.kind.rawValue : utf8Less($0.name, $1.name)
        }.map { lane in
            var writer = ByteWriter()
            writer.put(Self.stateVersion)
            writer.put(program.reference)
            lane.write(&writer)
            return writer.bytes
        }
    }

    /// Takes a lane that another engine wrote. The lane must not be known here yet.
    public mutating func restore(lane bytes: [UInt8]) throws(LaneStateError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == Self.stateVersion else { throw .unknownVersion(version) }
        let policy = try reader.text()
        guard policy == program.reference else { throw .otherPolicy(policy) }
        let lane = try Lane(&reader, program)
        guard reader.isAtEnd else { throw .damaged }
        try adopt(lane)
    }
}

extension Lane {
    /// A contact's own lane that its contact has left.
    var isLeft: Bool { kind == .contact && contacts.isEmpty && clock != nil && timers.isEmpty && recent.isEmpty }

    func write(_ w: inout ByteWriter) {
        w.put(kind.rawValue)
        w.put(name)
        w.put(clock)
        w.put(created)
        w.put(records)
        w.put(normCount)
        w.put(sent)
        w.put(list: contacts) { $1.write(&$0) }
        w.put(list: norms) { $1.write(&$0) }
        w.put(list: timers.heap.sorted()) { $1.write(&$0) }
        vars.write(&w)
        w.put(list: heard) { w, utterance in
            w.put(utterance.id)
            w.put(list: utterance.moved) { $0.put($1) }
        }
        w.put(list: recent.entries) { w, event in
            w.put(event.key)
            w.put(event.content)
            w.put(event.time)
        }
    }

    init(_ r: inout ByteReader, _ program: Program) throws(LaneStateError) {
        guard let kind = Kind(rawValue: try r.byte()) else { throw .damaged }
        let name = try r.text()
        let clock = try r.optionalSigned()
        let created = try r.small()
        let records = try r.small()
        let normCount = try r.small()
        let sent = try r.small()
        let contacts = try r.list { (r) throws(LaneStateError) in try ContactState(&r, program) }
        let norms = try r.list { (r) throws(LaneStateError) in try Norm(&r, program) }
        let items = try r.list { (r) throws(LaneStateError) in try DueItem(&r) }
        let vars = try Vars(&r, kind == .agent ? program.counts.agent : program.counts.customer)
        self.init(name: name, kind: kind, vars: vars)
        nextForgetting = .min
        self.clock = clock
        self.created = created
        self.records = records
        self.normCount = normCount
        self.sent = sent
        self.contacts = contacts
        self.norms = norms
        for item in items {
            guard item.isValid(in: program) else { throw .damaged }
            timers.insert(item)
        }
        heard = try r.list { (r) throws(LaneStateError) in
            ObservedUtterance(
                id: try r.text(), classes: BitSet(),
                moved: try r.list { (r) throws(LaneStateError) in try r.small() })
        }
        recent = RecentEvents(
            try r.list { (r) throws(LaneStateError) in
                RecentEvents.Entry(key: try r.unsigned(), content: try r.unsigned(), time: try r.signed())
            })
    }
}

extension DueItem {
    func write(_ w: inout ByteWriter) {
        w.put(time)
        w.put(kind.rawValue)
        w.put(creation)
        w.put(subject)
        w.put(scope)
        w.put(generation)
        w.put(extra)
    }

    init(_ r: inout ByteReader) throws(LaneStateError) {
        time = try r.signed()
        guard let kind = Kind(rawValue: try r.byte()) else { throw .damaged }
        self.kind = kind
        creation = try r.small()
        subject = try r.small()
        scope = try r.small()
        generation = try r.small()
        extra = try r.small()
    }

    /// The subject is one that the program has.
    func isValid(in program: Program) -> Bool {
        let index = Int(subject)
        switch kind {
        case .deadline, .normUntil: return true
        case .clock:
            return program.measures.indices.contains(index)
                && program.measures[index].reaches.indices.contains(Int(extra))
        case .cooling, .aging: return program.ladders.indices.contains(index)
        case .factUntil: return program.facts.indices.contains(index)
        case .statusUntil: return program.statuses.indices.contains(index)
        }
    }
}
