import PolicyEngine
import PolicyLanguage

extension Reference.Step {
    typealias Run = Reference.LadderRun

    /// Stage 5: ladders for which this element is an observation that counts.
    func ladderEffects(_ element: Element, _ context: Context) -> [(id: String, apply: () -> Void)] {
        if lane.name.isAgent { return [] }
        var fired: [(id: String, apply: () -> Void)] = []
        for ladder in book.ladders {
            let id = "ladders.\(ladder.name.value)"
            guard book.matches(ladder.when, element), let place = place(ladder.per, context), !isEnded(place)
            else { continue }
            let key = Key(name: ladder.name.value, place: place)
            guard !wasMoved(id, element), covers(ladder.channels.map(\.value), context),
                holds(ladder.guard, id, context), !(lane.ladders[key]?.isSuspended ?? false)
            else { continue }
            noteMoved(id, element)
            fired.append((id, { self.observe(ladder, key, context) }))
        }
        return fired
    }

    private func observe(_ ladder: Ladder, _ key: Key, _ context: Context) {
        var run = lane.ladders[key] ?? Run()
        run.lastObserved = time
        run.cooled = 0
        run.coolingCreated = lane.creation()
        lane.ladders[key] = run
        let position = run.position
        let isLast = position == ladder.steps.count
        let isDone = position == 0 || ladder.climbs == .always || isDone(ladder, position, key)
        if isDone, !isLast {
            lane.ladders[key]?.counter += 1
            if run.counter + 1 >= ladder.steps[position].times { climb(ladder, key, context) }
        } else if !isDone || ladder.climbs == .always {
            let again = duties(ladder, position).filter { effect in
                guard ladder.climbs == .whenDone, let last = lastIssued(effect, key) else { return true }
                return !last.isOpen && !isMet(last)
            }
            for effect in again { issue(effect, context) }
        }
    }

    private func climb(_ ladder: Ladder, _ key: Key, _ context: Context) {
        var run = lane.ladders[key] ?? Run()
        run.position += 1
        run.counter = 0
        run.climbs.append((time, lane.creation()))
        lane.ladders[key] = run
        outcome.changes.append(.ladder(key.name, from: run.position - 1, to: run.position))
        for effect in duties(ladder, run.position) { issue(effect, context) }
        bring(.ladder(key, step: run.position))
    }

    private func duties(_ ladder: Ladder, _ step: Int) -> [Reference.Effect] {
        book.effects(of: ladder, step: step).filter(\.modality.isDuty)
    }

    private func isMet(_ norm: Reference.Norm) -> Bool { norm.state == .fulfilled || norm.state == .late }

    /// Every duty of the step, as last issued, was fulfilled or done late.
    private func isDone(_ ladder: Ladder, _ step: Int, _ key: Key) -> Bool {
        duties(ladder, step).allSatisfy { effect in
            // What an agent owes is known in the agent's lane only.
            book.home(of: effect) == .agent || lastIssued(effect, key).map { isMet($0) } ?? false
        }
    }

    private func lastIssued(_ effect: Reference.Effect, _ key: Key) -> Reference.Norm? {
        let forgotten = lane.ladders[key]?.forgotten ?? 0
        return lane.norms.last {
            $0.effect.key == effect.key && belongs($0, key) && $0.created > forgotten
                && ($0.movedAs == nil || key.place.contact != nil)
        }
    }

    /// A norm of a ladder per contact belongs to the contact it was issued in.
    private func belongs(_ norm: Reference.Norm, _ key: Key) -> Bool {
        key.place.contact.map { norm.contact == $0 } ?? true
    }

    // MARK: suspension

    func lookAtSuspensions(_ context: Context) {
        if lane.name.isAgent { return }
        for ladder in book.ladders {
            guard let condition = ladder.suspendedWhile, let place = place(ladder.per, context), !isEnded(place)
            else { continue }
            let key = Key(name: ladder.name.value, place: place)
            let suspends = holds(condition, "ladders.\(key.name)", context)
            let run = lane.ladders[key] ?? Run()
            if suspends, !run.isSuspended {
                lane.ladders[key, default: Run()].suspensions.append((time, nil))
                release(ladder, key, stepsAbove: 0)
            } else if !suspends, run.isSuspended {
                lane.ladders[key]?.suspensions[run.suspensions.count - 1].to = time
                lane.ladders[key]?.coolingCreated = lane.creation()
            }
        }
    }

    private func release(_ ladder: Ladder, _ key: Key, stepsAbove position: Int) {
        for step in ladder.steps.indices.map({ $0 + 1 }) where step > position {
            for effect in duties(ladder, step) {
                for norm in lane.norms where norm.isOpen && norm.effect.key == effect.key && belongs(norm, key) {
                    close(norm, .released)
                }
            }
        }
    }

    // MARK: going down

    func cool(_ key: Key) {
        lane.ladders[key]?.cooled += 1
        lane.ladders[key]?.coolingCreated = lane.creation()
        if lane.ladders[key]?.position == 0 {
            lane.ladders[key]?.counter = 0
            lane.ladders[key]?.lastObserved = nil
            lane.ladders[key]?.forgotten = lane.creation()
        } else {
            lane.ladders[key]?.climbs.removeLast()
            goDown(key)
        }
    }

    /// The oldest climb left the window.
    func age(_ key: Key) {
        lane.ladders[key]?.climbs.removeFirst()
        goDown(key)
    }

    private func goDown(_ key: Key) {
        guard let ladder = book.ladder(key.name), var run = lane.ladders[key] else { return }
        run.position -= 1
        outcome.changes.append(.ladder(key.name, from: run.position + 1, to: run.position))
        if run.position == 0 {
            run.counter = 0
            run.climbs = []
            run.lastObserved = nil
        }
        lane.ladders[key] = run
        release(ladder, key, stepsAbove: run.position)
        if run.position == 0 { lane.ladders[key]?.forgotten = lane.creation() }
    }

    // MARK: what stands by a position or a status

    /// Stage 6: permissions and prohibitions of steps, and all acts of entries without `when`, begin and end.
    func updateStanding(_ context: Context) {
        for ladder in book.ladders {
            let steps = ladder.steps.indices.map { ($0 + 1, book.effects(of: ladder, step: $0 + 1)) }
            releaseOrphans { $0.effect.source == "ladders.\(ladder.name.value)" }
            let places = Set(lane.ladders.keys.filter { $0.name == ladder.name.value }.map(\.place))
            for place in places.sorted(by: Place.inOrder) where !isEnded(place) {
                let run = lane.ladders[Key(name: ladder.name.value, place: place)] ?? Run()
                for (step, effects) in steps {
                    for effect in effects where !effect.modality.isDuty {
                        update(effect, stands: run.position >= step && !run.isSuspended, place, context)
                    }
                }
            }
        }
        for named in book.rules where named.rule.when.isEmpty {
            guard let status = named.status?.name.value else { continue }
            releaseOrphans { $0.effect.rule == named.id }
            let places = Set(lane.statuses.keys.filter { $0.name == status }.map(\.place))
            for place in places.sorted(by: Place.inOrder) {
                let isActive = lane.statuses[Key(name: status, place: place)]?.phase == .active
                for effect in named.effects { update(effect, stands: isActive, place, context) }
            }
        }
    }

    private func releaseOrphans(_ isOne: (Norm) -> Bool) {
        for norm in lane.orphans where isOne(norm) && norm.isOpen { close(norm, .released) }
        lane.orphans.removeAll(where: isOne)
    }

    private func update(_ effect: Reference.Effect, stands: Bool, _ place: Place, _ context: Context) {
        let mark = Key(name: effect.key, place: place)
        let stood = lane.standing.contains(mark)
        if stands, !stood {
            lane.standing.insert(mark)
            var own = context
            if let id = place.contact { own.contact = lane.contacts[id] }
            issue(effect, own)
        } else if !stands, stood {
            lane.standing.remove(mark)
            for norm in lane.norms where norm.isOpen && norm.effect.key == effect.key {
                if place.contact == nil || norm.contact == place.contact { close(norm, .released) }
            }
        }
    }
}
