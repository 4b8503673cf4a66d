import CEL
import PolicyLanguage

/// Variables as bytes.
extension Vars {
    func write(_ w: inout ByteWriter) {
        w.put(list: facts.dense) { w, fact in
            w.put(optional: fact.value) { $0.put($1) }
            w.put(fact.generation)
        }
        w.put(list: measures.dense) { $1.write(&$0) }
        w.put(list: ladders.dense) { $1.write(&$0) }
        w.put(list: statuses.dense) { $1.write(&$0) }
        w.put(done.bits)
        w.put(list: raised) { $0.put($1) }
        w.put(list: turns) { w, turn in
            w.put(turn.effect)
            w.put(turn.count)
        }
    }

    init(_ r: inout ByteReader, _ counts: HomeCounts.Counts) throws(LaneStateError) {
        self.init()
        facts = try r.slots(counts.facts) { (r) throws(LaneStateError) in
            FactState(value: try r.bool() ? try r.value() : nil, generation: try r.small())
        }
        measures = try r.slots(counts.measures) { (r) throws(LaneStateError) in try MeasureState(&r) }
        ladders = try r.slots(counts.ladders) { (r) throws(LaneStateError) in try LadderState(&r) }
        statuses = try r.slots(counts.statuses) { (r) throws(LaneStateError) in try StatusState(&r) }
        done = BitSet(bits: try r.unsigned())
        raised = try r.list { (r) throws(LaneStateError) in try r.small() }
        turns = try r.list { (r) throws(LaneStateError) in Turn(effect: try r.small(), count: try r.small()) }
    }
}

extension ByteReader {
    /// States from slot 0 on, at most so many.
    fileprivate mutating func slots<State: Initial>(
        _ count: Int, _ state: (inout ByteReader) throws(LaneStateError) -> State
    ) throws(LaneStateError) -> Slots<State> {
        let states = try list(state)
        guard states.count <= count else { throw .damaged }
        return Slots(states)
    }
}

extension MeasureState {
    func write(_ w: inout ByteWriter) {
        w.put(list: Array(current)) { $0.put($1) }
        w.put(total)
        w.put(started)
        w.put(runningSince)
        w.put(accumulated)
        w.put(reached)
        w.put(generation)
    }

    init(_ r: inout ByteReader) throws(LaneStateError) {
        restore(try r.list { (r) throws(LaneStateError) in try r.signed() })
        total = try r.signed()
        started = try r.bool()
        runningSince = try r.optionalSigned()
        accumulated = try r.signed()
        reached = try r.small()
        generation = try r.small()
    }
}

extension LadderState {
    func write(_ w: inout ByteWriter) {
        w.put(position)
        w.put(counter)
        w.put(list: last) { $0.put($1.rawValue) }
        w.put(suspended)
        w.put(quietSince)
        w.put(quietBefore)
        w.put(generation)
        w.put(list: climbs) { $0.put($1) }
    }

    init(_ r: inout ByteReader) throws(LaneStateError) {
        position = try r.small()
        counter = try r.small()
        last = try r.list { (r) throws(LaneStateError) in
            guard let last = Last(rawValue: try r.byte()) else { throw .damaged }
            return last
        }
        suspended = try r.bool()
        quietSince = try r.optionalSigned()
        quietBefore = try r.signed()
        generation = try r.small()
        climbs = try r.list { (r) throws(LaneStateError) in try r.signed() }
    }
}

extension StatusState {
    func write(_ w: inout ByteWriter) {
        w.put(optional: phase) { $0.put($1 == .active) }
        w.put(generation)
        w.put(begin)
    }

    init(_ r: inout ByteReader) throws(LaneStateError) {
        phase = try r.bool() ? (try r.bool() ? .active : .ended) : nil
        generation = try r.small()
        begin = try r.small()
    }
}

extension ByteWriter {
    mutating func put(_ value: CELValue) {
        switch value {
        case .bool(let truth):
            put(UInt8(1))
            put(truth)
        case .int(let number):
            put(UInt8(2))
            put(number)
        case .double(let number):
            put(UInt8(3))
            put(number.bitPattern)
        case .string(let text):
            put(UInt8(4))
            put(text)
        case .duration(let duration):
            put(UInt8(5))
            put(duration.nanoseconds)
        case .timestamp(let time):
            put(UInt8(6))
            put(time.seconds)
            put(time.nanoseconds)
        case .list(let items):
            put(UInt8(7))
            put(list: items) { $0.put($1) }
        case .null, .uint, .bytes, .map, .type:
            put(UInt8(0))
        }
    }
}

extension ByteReader {
    /// A fact's value. Lists are as deep as facts allow: one level of texts.
    mutating func value(isItem: Bool = false) throws(LaneStateError) -> CELValue {
        switch try byte() {
        case 0: return .null
        case 1: return .bool(try bool())
        case 2: return .int(try signed())
        case 3: return .double(Double(bitPattern: try unsigned()))
        case 4: return .string(try text())
        case 5: return .duration(CELDuration(nanoseconds: try signed()))
        case 6:
            guard let time = CELTimestamp(seconds: try signed(), nanoseconds: try small()) else { throw .damaged }
            return .timestamp(time)
        case 7 where !isItem:
            return .list(try list { (r) throws(LaneStateError) in try r.value(isItem: true) })
        default: throw .damaged
        }
    }
}
