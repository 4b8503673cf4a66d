/// Makes policies that are valid by construction as far as possible, small in words and rich in what they ask.
///
/// What the page of meaning leaves open stays out: acts of agents stand only in rules, conditions per customer
/// read nothing of a contact, a ladder either cools or ages. What must be done and must not is mostly settled.
struct RandomPolicy {
    var random: SplitMix64

    // In this order, so that what a missed duty sets off comes later and nothing feeds itself.
    static let actions = [
        "warn", "say", "announce", "hold", "soothe", "transfer", "end_contact", "involve_supervisor", "lock", "decide",
        "notice", "report", "notify",
    ]
    static let eventTypes = [
        "contact.started", "contact.ended", "supervisor.joined", "contact.transferred", "utterance",
        "conduct.observed", "fact.recorded", "action.done", "action.declined", "supervisor.requested",
        "status.decided", "note.made",
    ]
    static let conduct = ["rude", "insult", "threat", "abuse"]
    static let roles = ["agent", "supervisor", "manager", "system"]
    static let lengths = ["10s", "20s", "30s", "1m", "2m", "5m", "10m"]

    struct Machine {
        let name: String
        let home: String
        var steps = 0
        var isCount = true
    }

    var measures: [Machine] = []
    var ladders: [Machine] = []
    var statuses: [Machine] = []
    var rules: [String] = []
    /// Ladders, statuses and rules from the strongest to the weakest: only a stronger one overrides.
    var ranks: [String] = []
    var sources: [String: Source] = [:]
    /// The source whose acts are being made.
    var current = Source(name: "")
    var settling = Settling.overrides

    /// How opposed norms are settled. Those that are not make a policy that `check` finds fault with.
    enum Settling { case overrides, switching, none }

    /// Opposed norms are told apart by a fact, so that they can still meet.
    var hasSwitch: Bool { settling == .switching }

    /// What demands and rules out acts.
    struct Source {
        let name: String
        var demands: Set<String> = []
        var bans: Set<String> = []
    }

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func policy() -> PolicyText {
        for index in 0..<random.between(1, 3) {
            let home = random.pick(["contact", "contact", "customer", "customer", "agent"])
            measures.append(Machine(name: "m\(index)", home: home, isCount: random.chance(60)))
        }
        for index in 0..<random.between(1, 2) {
            let home = random.chance(70) ? "contact" : "customer"
            ladders.append(Machine(name: "l\(index)", home: home, steps: random.between(1, 4)))
        }
        for index in 0..<random.between(1, 2) {
            statuses.append(Machine(name: "s\(index)", home: random.pick(["contact", "contact", "customer", "agent"])))
        }
        rules = (0..<random.between(3, 8)).map { "r\($0)" }
        ranks = random.shuffled(
            rules.map { "rules.\($0)" } + ladders.map { "ladders.\($0.name)" } + statuses.map { "statuses.\($0.name)" })
        settling = random.pick([.overrides, .overrides, .switching, .none])
        var blocks = vocabulary() + machines()
        for index in blocks.indices {
            blocks[index].entries = blocks[index].entries.map { settled($0, blocks[index].name) }
        }
        return PolicyText(header: header, blocks: blocks)
    }

    /// The entry with what it overrides: one in five at random, and all that it is opposed to and stronger than.
    private mutating func settled(_ entry: String, _ block: String) -> String {
        guard let source = sources["\(block).\(entry.prefix { $0 != ":" })"],
            let rank = ranks.firstIndex(of: source.name)
        else { return entry }
        let weaker = ranks[(rank + 1)...]
        var overridden = weaker.isEmpty || !random.chance(20) ? [] : [random.pick(Array(weaker))]
        for name in weaker where settling == .overrides && !overridden.contains(name) {
            guard let other = sources[name] else { continue }
            let isOpposed =
                !source.demands.isDisjoint(with: other.bans) || !source.bans.isDisjoint(with: other.demands)
            if isOpposed { overridden.append(name) }
        }
        if overridden.isEmpty { return entry }
        return "\(entry.dropLast()), overrides: [\(overridden.joined(separator: ", "))]}"
    }

    private let header = [
        "holdline: 1", "policy: random", "company: Northwind", "languages: [en, da]",
        "roles: [agent, supervisor, manager, system]",
        "conduct: [rude, {insult: {en: insulting us, da: at svine}}, {threat: {en: threatening us}}]",
    ]

    private mutating func vocabulary() -> [PolicyText.Block] {
        var actions = ["soothe: \(random.chance(50) ? "{during: customer}" : "{by: [agent, supervisor]}")"]
        actions.append("lock: {closed: true, by: [agent, manager]\(random.chance(50) ? ", during: customer" : "")}")
        if random.chance(40) { actions.append("warn: {by: [agent], must_say: [why]}") }
        if random.chance(20) { actions.append("end_contact: {by: [agent, supervisor], closed: true}") }
        if random.chance(20) { actions.append("transfer: {fields: [reason]}") }
        return [
            .init(name: "groups", entries: ["abuse: [insult, threat]"]),
            .init(
                name: "facts",
                entries: [
                    "calm: {type: bool, about: contact\(random.chance(30) ? ", by: [agent]" : "")}",
                    "vip: {type: bool, about: customer}", "level: {type: int, about: contact}",
                    "tired: {type: bool, about: agent}",
                ]),
            .init(name: "events", entries: ["note.made: {kind: {type: text, required: true}, score: int}"]),
            .init(name: "settings", entries: ["pause: 1m", "limit: 2"]),
            .init(name: "actions", entries: actions),
            .init(
                name: "scripts",
                entries: [
                    "x: {en: \"{company}: please stop {conduct}.\", da: \"{company}: hold op med {conduct}.\"}",
                    "y: {en: Last time., da: Sidste gang.}",
                ]),
            .init(name: "wording", entries: ["avoid: {en: [calm down, not our policy], da: [slap af]}"]),
        ]
    }

    private mutating func machines() -> [PolicyText.Block] {
        [
            .init(name: "measures", entries: measures.map { measure($0) }),
            .init(name: "ladders", entries: ladders.map { ladder($0) }),
            .init(name: "statuses", entries: statuses.indices.map { status($0) }),
            .init(name: "rules", entries: rules.map { rule($0) }),
        ]
    }

    // MARK: measures, ladders, statuses

    private mutating func measure(_ measure: Machine) -> String {
        let triggers = eventTriggers()
        var parts = ["\(measure.isCount ? "count" : "elapsed"): \(list(triggers))", "per: \(measure.home)"]
        // A measure's guard sees the others as they were before; one about agents is looked at in their lane.
        if measure.home != "agent" { parts += conditions(triggers, home: measure.home, percent: 25) }
        if measure.isCount {
            parts.append("in_last: \(random.chance(20) ? "ever" : random.pick(Self.lengths))")
        } else if measure.home != "agent", random.chance(60) {
            parts.append("runs_while: '\(standingCondition(measure.home))'")
        }
        return "\(measure.name): {\(parts.joined(separator: ", "))}"
    }

    private mutating func ladder(_ ladder: Machine) -> String {
        current = Source(name: "ladders.\(ladder.name)")
        let triggers = random.chance(85) ? conductTriggers() : eventTriggers()
        var parts = ["when: \(list(triggers))", "per: \(ladder.home)"]
        parts += conditions(triggers, home: "contact", percent: 20)
        if random.chance(15) { parts.append("channels: [phone, chat]") }
        if random.chance(35) { parts.append("suspended_while: '\(standingCondition(ladder.home))'") }
        if random.chance(25) { parts.append("climbs: always") }
        if ladder.home == "customer", random.chance(60) {
            parts.append("in_last: \(random.pick(["1m", "2m", "5m", "10m"]))")
        } else if random.chance(50) {
            parts.append("cools: {after: \(random.pick(["30s", "1m", "2m", "5m"]))}")
        }
        let steps = (0..<ladder.steps).map { _ in step() }
        if hasSwitch, !current.demands.isEmpty { switchOff(&parts) }
        sources[current.name] = current
        return "\(ladder.name): {\(parts.joined(separator: ", ")), steps: [\(steps.joined(separator: ", "))]}"
    }

    private mutating func step() -> String {
        var parts: [String] = []
        if random.chance(25) { parts.append("times: \(random.between(2, 3))") }
        if random.chance(75) {
            let modality = random.chance(75) ? "must" : "should"
            parts.append("\(modality): \(act(modality))")
        }
        if random.chance(50) || parts.allSatisfy({ $0.hasPrefix("times") }) {
            parts.append("may: \(act("may", on: ["end_contact", "transfer", "lock", "hold"]))")
        }
        if random.chance(20) { parts.append("must_not: \(act("must_not"))") }
        return "{\(parts.joined(separator: ", "))}"
    }

    private mutating func status(_ index: Int) -> String {
        let status = statuses[index]
        current = Source(name: "statuses.\(status.name)")
        var entries: [String] = []
        for _ in 0..<random.between(1, 2) {
            if status.home == "agent" {
                entries.append("{\(agentAct())}")
            } else if random.chance(55) {
                entries.append("{\(norms(least: 1, from: 0).joined(separator: ", "))}")
            } else {
                let triggers = eventTriggers()
                var parts = ["when: \(list(triggers))"] + conditions(triggers, home: "contact", percent: 25)
                if hasSwitch { switchOff(&parts) }
                entries.append("{\((parts + norms(least: 1, from: 0)).joined(separator: ", "))}")
            }
        }
        var parts = ["about: \(status.home)", "while_active: [\(entries.joined(separator: ", "))]"]
        if random.chance(40) { parts.append("until: \(until())") }
        if random.chance(30) { parts.append("fields: [reason]") }
        sources[current.name] = current
        return "\(status.name): {\(parts.joined(separator: ", "))}"
    }
}
