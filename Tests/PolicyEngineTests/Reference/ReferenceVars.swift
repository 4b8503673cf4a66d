import CEL
import PolicyEngine
import PolicyLanguage

/// Stage 2: facts, the contact's fields, observed conduct, measures, decisions on statuses.
extension Reference.Step {
    typealias Element = Reference.Element
    typealias Context = Reference.Context
    typealias Key = Reference.Key
    typealias Place = Reference.Place

    func updateVars(_ element: Element) {
        let context = context(of: element)
        switch element {
        case .event(let event):
            recordFact(event, context)
            if !lane.name.isAgent {
                setFields(event, context)
                countConduct(event)
            }
            coach(event, context)
            tellAgent(event, context)
        case .due(let due): fallDue(due, context)
        default: break
        }
        moveMeasures(element, context)
        endStatuses(by: element, context)
        if case .event(let event) = element { decide(event, context) }
    }

    // MARK: facts and fields

    private func recordFact(_ event: Event, _ context: Context) {
        guard event.type == .builtIn(.factRecorded), let name = event.text("name"), let value = event["value"],
            let declared = book.fact(name)
        else { return }
        // A fact about an agent is recorded in the agent's lane, which hears the event.
        guard let place = place(declared.about, context) else { return }
        guard declared.type.holds(value) else { return }
        var until: Int64?
        if case .timestamp(let end)? = event["until"], end.milliseconds > time { until = end.milliseconds }
        lane.facts[Key(name: name, place: place)] =
            Reference.FactValue(value: value, until: until, created: lane.creation())
    }

    /// A fact that is not taken, or a decision that does not count: it is on record, and nothing comes of it.
    func isVoid(_ event: Event) -> Bool {
        switch event.type {
        case .builtIn(.statusDecided): return !isOverheard && wasWronglyDone
        case .builtIn(.factRecorded):
            guard let declared = event.text("name").flatMap({ book.fact($0) }) else { return false }
            var code: String?
            if let value = event["value"], !declared.type.holds(value) { code = "fact-type" }
            if let by = event.text("by"), !declared.by.isEmpty, !declared.by.contains(where: { $0.value == by }) {
                code = "fact-role"
            }
            guard let code else { return false }
            if place(declared.about, origin) != nil || declared.about != .agent && !lane.name.isAgent {
                fault("facts.\(declared.name.value)", code, "the fact is not taken")
            }
            return true
        default: return false
        }
    }

    func setFields(_ event: Event, _ context: Context) {
        guard let contact = context.contact else { return }
        if let agent = event.agent { contact.agent = agent }
        if contact.channel == nil { contact.channel = event.channel }
        if event.type == .builtIn(.contactStarted), !contact.sawStart {
            contact.sawStart = true
            contact.startLanguage = event.text("language")
            contact.newMatter = event["new_matter"]?.bool ?? false
            contact.tags = event.texts("tags")
        }
        if event.type == .builtIn(.utterance), contact.utteranceLanguage == nil {
            contact.utteranceLanguage = event.text("language")
        }
    }

    private func countConduct(_ event: Event) {
        guard event.type == .builtIn(.conductObserved), let contact = origin.contact else { return }
        let classes = Set(event.texts("conduct"))
        var unit = "observation \(event.id)"
        if let utterance = event.text("of") {
            unit = "of \(utterance)"
            let confirmed = ReferenceInterpreter.isByPerson(event) ? classes : []
            if let index = contact.utterances.firstIndex(where: { $0.id == utterance }) {
                contact.utterances[index].classes.formUnion(classes)
                contact.utterances[index].confirmed.formUnion(confirmed)
            } else {
                contact.utterances.append((id: utterance, classes: classes, confirmed: confirmed, moved: []))
                if contact.utterances.count > 64 { contact.utterances.removeFirst() }
            }
        }
        if contact.ended != nil { return }
        if let index = contact.observations.firstIndex(where: { $0.unit == unit && unit.hasPrefix("of ") }) {
            contact.observations[index].classes.formUnion(classes)
        } else {
            contact.observations.append((unit: unit, classes: classes))
        }
    }

    // MARK: measures

    /// The events a count counts now.
    func count(_ measure: Measure, _ key: Key) -> Int {
        let all = lane.counted.filter { $0.key == key }
        guard case .elapsed(let window)? = measure.inLast?.value else { return all.count }
        return all.filter { $0.time > time - window }.count
    }

    /// All guards see the other measures as they were; then what matched moves.
    private func moveMeasures(_ element: Element, _ context: Context) {
        var moved: [(Measure, Key)] = []
        for measure in book.measures {
            let id = "measures.\(measure.name.value)"
            guard book.matches(measure.of, element), let place = place(measure.per, context),
                !isEnded(place), !wasMoved(id, element), holds(measure.guard, id, context)
            else { continue }
            noteMoved(id, element)
            moved.append((measure, Key(name: measure.name.value, place: place)))
        }
        for (measure, key) in moved {
            switch measure.kind {
            case .count: countUp(measure, key)
            case .elapsed: startClock(measure, key, context)
            }
        }
    }

    private func countUp(_ measure: Measure, _ key: Key) {
        let before = Int64(count(measure, key))
        lane.counted.append((key, time))
        for value in book.reachValues(of: key.name) where before < value && before + 1 >= value {
            bring(.measure(key, reached: value))
        }
    }

    private func startClock(_ measure: Measure, _ key: Key, _ context: Context) {
        var run = Reference.ClockRun(created: lane.creation())
        if runs(measure, context) { run.stretches = [(time, nil)] }
        lane.clocks[key] = run
    }

    private func runs(_ measure: Measure, _ context: Context) -> Bool {
        guard let condition = measure.runsWhile else { return true }
        return holds(condition, "measures.\(measure.name.value)", context)
    }

    func isEnded(_ place: Place) -> Bool {
        place.contact.map { lane.contacts[$0]?.ended != nil } ?? false
    }

    /// Stages 4 and 6: clocks stop and go on, ladders are suspended and released.
    func lookAtConditions(_ context: Context) {
        for measure in book.measures where measure.runsWhile != nil {
            guard let place = place(measure.per, context), !isEnded(place) else { continue }
            let key = Key(name: measure.name.value, place: place)
            guard let run = lane.clocks[key] else { continue }
            let runs = runs(measure, context)
            if runs, !run.isRunning {
                lane.clocks[key]?.stretches.append((time, nil))
                lane.clocks[key]?.created = lane.creation()
            } else if !runs, run.isRunning {
                lane.clocks[key]?.stretches[run.stretches.count - 1].to = time
            }
        }
        lookAtSuspensions(context)
    }

    // MARK: what falls due

    private func fallDue(_ due: Reference.Due, _ context: Context) {
        switch due.kind {
        case .deadline(let norm):
            close(
                norm, guardHolds(norm, context) ? .missed : .released)
        case .expiry(let norm): close(norm, norm.isDuty ? .released : .expired)
        case .reach(let key, let value):
            lane.clocks[key]?.reached.insert(value)
            bring(.measure(key, reached: value))
        case .cooling(let key): cool(key)
        case .aging(let key): age(key)
        case .status(let key): end(key)
        case .fact(let key): lane.facts[key] = nil
        }
    }
}

extension ValueType {
    /// Whether a recorded value is of this type.
    func holds(_ value: CELValue) -> Bool {
        switch (self, value) {
        case (.bool, .bool), (.int, .int), (.double, .double), (.double, .int), (.text, .string): true
        case (.duration, .duration), (.timestamp, .timestamp), (.list, .list): true
        default: false
        }
    }
}
