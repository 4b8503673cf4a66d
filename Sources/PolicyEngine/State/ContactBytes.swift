import PolicyLanguage

/// Contacts and norms as bytes.
extension ContactState {
    func write(_ w: inout ByteWriter) {
        w.put(id)
        w.put(handle)
        w.put(started)
        w.put(ended)
        w.put(channel)
        w.put(language)
        w.put(agent)
        w.put(newMatter)
        w.put(list: tags) { $0.put($1) }
        w.put(isGreeted)
        w.put(judgedEnding)
        w.put(judgedTransfer)
        w.put(endedByDeed)
        w.put(list: conductCounts) { $0.put($1) }
        w.put(list: utterances) { w, utterance in
            w.put(utterance.id)
            w.put(utterance.classes.bits)
            w.put(list: utterance.otherClasses) { $0.put($1) }
            w.put(utterance.confirmed.bits)
            w.put(list: utterance.otherConfirmed) { $0.put($1) }
            w.put(list: utterance.moved) { $0.put($1) }
        }
        w.put(normCount)
        vars.write(&w)
    }

    init(_ r: inout ByteReader, _ program: Program) throws(LaneStateError) {
        self.init(id: try r.text(), handle: try r.small(), started: try r.signed(), vars: Vars())
        ended = try r.optionalSigned()
        channel = try r.optionalText()
        language = try r.optionalText()
        agent = try r.optionalText()
        newMatter = try r.bool()
        tags = try r.list { (r) throws(LaneStateError) in try r.text() }
        isGreeted = try r.bool()
        judgedEnding = try r.small()
        judgedTransfer = try r.small()
        endedByDeed = try r.small()
        conductCounts = try r.list { (r) throws(LaneStateError) in try r.small() }
        guard conductCounts.isEmpty || conductCounts.count == program.conductReads.count else { throw .damaged }
        utterances = try r.list { (r) throws(LaneStateError) in
            ObservedUtterance(
                id: try r.text(), classes: BitSet(bits: try r.unsigned()),
                otherClasses: try r.list { (r) throws(LaneStateError) in try r.text() },
                confirmed: BitSet(bits: try r.unsigned()),
                otherConfirmed: try r.list { (r) throws(LaneStateError) in try r.text() },
                moved: try r.list { (r) throws(LaneStateError) in try r.small() })
        }
        normCount = try r.small()
        vars = try Vars(&r, program.counts.contact)
        looks = .due
    }
}

extension Norm {
    func write(_ w: inout ByteWriter) {
        w.put(effect)
        w.put(scope)
        w.put(context)
        w.put(creation)
        w.put(owner)
        w.put(number)
        w.put(issued)
        w.put(due)
        w.put(until)
        w.put(isMissed)
        w.put(isConfirmed)
        w.put(isConfirmation)
        w.put(isStranded)
        w.put(isMoved)
        w.put(isPaused)
        w.put(isPreceded)
        w.put(classes.bits)
        w.put(list: support) { $0.put($1) }
    }

    init(_ r: inout ByteReader, _ program: Program) throws(LaneStateError) {
        self.init(
            effect: try r.small(), scope: try r.small(), context: try r.small(), creation: try r.small(),
            owner: try r.text(), number: try r.small(), issued: try r.signed())
        guard program.effects.indices.contains(Int(effect)) else { throw .damaged }
        due = try r.optionalSigned()
        until = try r.optionalSigned()
        isMissed = try r.bool()
        isConfirmed = try r.bool()
        isConfirmation = try r.bool()
        isStranded = try r.bool()
        isMoved = try r.bool()
        isPaused = try r.bool()
        isPreceded = try r.bool()
        classes = BitSet(bits: try r.unsigned())
        support = try r.list { (r) throws(LaneStateError) in try r.text() }
    }
}
