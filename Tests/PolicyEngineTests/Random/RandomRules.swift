/// Rules, their triggers and conditions.
extension RandomPolicy {
    mutating func rule(_ name: String) -> String {
        current = Source(name: "rules.\(name)")
        let (triggers, first, isAgents, isStatus) = ruleTriggers()
        var parts = ["when: \(list(triggers))"]
        if !isAgents { parts += conditions(triggers, home: "contact", percent: 40) }
        if !isAgents, random.chance(10) { parts.append("channels: [phone]") }
        if isAgents {
            parts.append(agentAct())
        } else {
            let touches = !isStatus && random.chance(35)
            parts += norms(least: touches ? 0 : 1, from: first)
            if touches { parts += changes() }
        }
        if hasSwitch, !isAgents, !current.demands.isEmpty { switchOff(&parts) }
        sources[current.name] = current
        return "\(name): {\(parts.joined(separator: ", "))}"
    }

    private mutating func changes() -> [String] {
        let name = random.pick(statuses).name
        let begin = random.chance(50) ? "begin: {\(name): {until: \(until())}}" : "begin: [\(name)]"
        switch random.below(10) {
        case 0..<7: return [begin]
        case 7: return [begin, "end: [\(random.pick(statuses).name)]"]
        default: return ["end: [\(name)]"]
        }
    }

    /// Triggers, the first action their effects may name, and whether they are an agent's or a status's.
    private mutating func ruleTriggers() -> ([String], first: Int, isAgents: Bool, isStatus: Bool) {
        switch random.below(20) {
        case 0..<10: return (eventTriggers(), 0, false, false)
        case 10..<14:
            let measure = random.pick(measures)
            let value = measure.isCount ? "\(random.between(1, 3))" : random.pick(["pause", "20s", "30s", "2m", "5m"])
            let triggers = ["{measure: \(measure.name), reaches: \(value)}"]
            return (triggers, 0, measure.home == "agent", false)
        case 14..<16:
            let status = random.pick(statuses)
            let triggers = ["{status: \(status.name), becomes: \(random.pick(["active", "ended"]))}"]
            return (triggers, 0, status.home == "agent", true)
        case 16:
            let ladder = random.pick(ladders)
            return (["{ladder: \(ladder.name), reaches: \(random.between(1, ladder.steps))}"], 0, false, false)
        case 17: return (eventTriggers() + ["{ladder: \(random.pick(ladders).name), reaches: 1}"], 0, false, false)
        default:
            // Only what comes later in the list of actions, so that no miss brings itself about.
            let action = random.below(Self.actions.count - 3)
            let state = random.pick(["missed", "missed", "fulfilled", "declined", "late", "released", "superseded"])
            return (["{duty: \(Self.actions[action]), becomes: \(state)}"], action + 1, false, false)
        }
    }

    mutating func conductTriggers() -> [String] { random.some(Self.conduct).map { "conduct.\($0)" } }

    mutating func eventTriggers() -> [String] {
        if random.chance(45) { return conductTriggers() }
        var triggers = [random.pick(Self.eventTypes)]
        if random.chance(20) { triggers.append("conduct.\(random.pick(Self.conduct))") }
        return triggers
    }

    func list(_ items: [String]) -> String { items.count == 1 ? items[0] : "[\(items.joined(separator: ", "))]" }

    /// Duties come about only while the fact does not hold under which prohibitions stand.
    func switchOff(_ parts: inout [String]) {
        parts.removeAll { $0.hasPrefix("unless: ") }
        parts.append("unless: 'fact(\"vip\")'")
    }

    mutating func until() -> String {
        if random.chance(50) { return random.pick(Self.lengths) }
        return random.chance(30) ? machineTrigger() ?? eventTriggers()[0] : eventTriggers()[0]
    }

    /// What a measure, a ladder or a duty brings about.
    private mutating func machineTrigger() -> String? {
        switch random.below(3) {
        case 0 where !measures.isEmpty:
            let measure = random.pick(measures)
            let value = measure.isCount ? "\(random.between(1, 3))" : random.pick(["20s", "30s", "2m"])
            return "{measure: \(measure.name), reaches: \(value)}"
        case 1 where !ladders.isEmpty: return "{ladder: \(random.pick(ladders).name), reaches: 1}"
        case 2: return "{duty: \(random.pick(Self.actions)), becomes: \(random.pick(["missed", "fulfilled"]))}"
        default: return nil
        }
    }

    // MARK: conditions

    mutating func conditions(_ triggers: [String], home: String, percent: Int) -> [String] {
        var parts: [String] = []
        if random.chance(percent) { parts.append("if: '\(condition(triggers, home))'") }
        if random.chance(percent / 3) { parts.append("unless: '\(condition(triggers, home))'") }
        return parts
    }

    private mutating func condition(_ triggers: [String], _ home: String) -> String {
        if random.chance(50), let own = eventCondition(triggers) { return own }
        return standingCondition(home)
    }

    private mutating func eventCondition(_ triggers: [String]) -> String? {
        if triggers.allSatisfy({ $0.hasPrefix("conduct.") }) {
            return random.pick([
                #"event.directed_at != "situation""#, "event.confidence > 0.5",
                "has(event.severity) && event.severity >= 2", #"event.conduct == ["rude"]"#,
                #"event.conduct.exists(c, c == "threat")"#, #"event.source == "classifier""#,
            ])
        }
        switch triggers {
        case ["contact.ended"]: return random.pick([#"event.by == "customer""#, #"event.by != "agent""#])
        case ["fact.recorded"]: return #"event.name == "calm""#
        case ["note.made"]: return #"has(event.score) && event.score > 1"#
        case ["action.done"]: return #"event.action == "warn""#
        case ["utterance"]: return #"event.speaker == "customer""#
        default: return nil
        }
    }

    /// A condition without event; per customer, it reads nothing of a contact.
    mutating func standingCondition(_ home: String) -> String {
        var all = [#"fact("vip")"#, #"!fact("vip")"#]
        for measure in measures where measure.home == "customer" || measure.home == home && home != "agent" {
            let limits = measure.isCount ? ["> 0", "< limit"] : [#"< duration("60s")"#, "> pause"]
            all.append("\(measure.name) \(random.pick(limits))")
        }
        for status in statuses where status.home == "customer" || status.home == home && home != "agent" {
            all.append("\(random.chance(50) ? "!" : "")status(\"\(status.name)\")")
        }
        for ladder in ladders where ladder.home == "customer" || ladder.home == home {
            all.append("ladder(\"\(ladder.name)\") >= \(random.between(1, 2))")
        }
        if home == "contact" {
            all += [
                #"fact("calm")"#, #"!fact("calm")"#, #"fact("level") > 1"#, #"contact.channel == "phone""#,
                #"contact.conduct("abuse") > 1"#, #"contact.elapsed < duration("60s")"#, "contact.new_matter",
                #"contact.conduct("rude") == 0"#, #"contact.language == "da""#,
            ]
        }
        return random.pick(all)
    }
}
