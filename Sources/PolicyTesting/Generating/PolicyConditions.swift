import CEL
import PolicyLanguage

/// A policy's conditions with the events at which they are looked at, for finding events that decide them.
struct PolicyConditions {
    struct Site {
        let checked: CheckedCEL
        /// What sets off that which the condition belongs to; empty where it is asked whenever it matters.
        let triggers: [Trigger]
        /// What it reads, each once, in the order of their places.
        let readings: [Reading]
        /// Its constants, and the settings that it reads.
        let constants: [CELValue]
    }

    private(set) var sites: [Site] = []
    private let policy: CheckedPolicy
    private let settings: [String: CELValue]

    init(_ checked: CheckedPolicy) {
        policy = checked
        settings = Dictionary(
            checked.policy.settings.compactMap { setting in
                PolicyConditions.value(setting.value.value).map { (setting.name.value, $0) }
            }
        ) { first, _ in first }
        for measure in checked.policy.measures {
            add(measure.guard, measure.of)
            add(measure.runsWhile, [])
        }
        for ladder in checked.policy.ladders {
            add(ladder.guard, ladder.when)
            add(ladder.suspendedWhile, [])
            for step in ladder.steps { add(step.norms) }
        }
        for rule in checked.policy.everyRule {
            add(rule.guard, rule.when)
            add(rule.norms)
        }
    }

    private mutating func add(_ norms: Norms) {
        for (_, act) in norms.all { add(act) }
    }

    private mutating func add(_ act: Act) {
        add(act.guard, [])
        for missed in act.ifMissed { add(missed) }
    }

    private mutating func add(_ guard: Guard, _ triggers: [Trigger]) {
        add(`guard`.condition, triggers)
        add(`guard`.exception, triggers)
    }

    private mutating func add(_ condition: Condition?, _ triggers: [Trigger]) {
        guard let checked = condition.flatMap({ policy.typed($0) }) else { return }
        var readings: [Reading] = []
        var constants = checked.literals
        for read in checked.reads where policy.readings.indices.contains(read.slot) {
            let reading = policy.readings[read.slot]
            if case .setting(let name) = reading, let value = settings[name] { constants.append(value) }
            if !readings.contains(reading) { readings.append(reading) }
        }
        sites.append(Site(checked: checked, triggers: triggers, readings: readings, constants: constants))
    }

    static func value(_ setting: SettingValue) -> CELValue? {
        switch setting {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .duration(let value): CELDuration(milliseconds: value).map { .duration($0) }
        case .text(let value): .string(value)
        }
    }

    /// The constants of all conditions that read something.
    func constants(beside reading: Reading) -> [CELValue] {
        var found: [CELValue] = []
        for site in sites where site.readings.contains(reading) {
            for value in site.constants where !found.contains(value) { found.append(value) }
        }
        return found
    }
}

extension PolicyConditions.Site {
    /// The fields of its event that the condition reads.
    var eventFields: [String] { readings.compactMap { if case .event(let name) = $0 { name } else { nil } } }

    /// The texts among its constants.
    var texts: [String] { constants.compactMap(\.string) }
}

extension Policy {
    /// The rules of the policy and those of its statuses.
    var everyRule: [Rule] { rules + statuses.flatMap(\.whileActive) }

    /// Every act with its modality, those owed when another was missed among them.
    var everyAct: [Act] {
        func all(_ act: Act) -> [Act] { [act] + act.ifMissed.flatMap(all) }
        let norms = ladders.flatMap(\.steps).map(\.norms) + everyRule.map(\.norms)
        return norms.flatMap(\.all).flatMap { all($0.act) }
    }

    /// Every trigger: of rules, ladders and measures, and of what ends a norm or a status.
    var everyTrigger: [Trigger] {
        var untils = everyRule.flatMap(\.begins).map(\.until) + statuses.map(\.until) + everyAct.map(\.until)
        untils.removeAll { $0 == nil }
        let ends = untils.compactMap { until -> Trigger? in
            if case .event(let trigger)? = until?.value { trigger } else { nil }
        }
        return everyRule.flatMap(\.when) + ladders.flatMap(\.when) + measures.flatMap(\.of) + ends
            + everyAct.compactMap { $0.confirm?.until }
    }
}
