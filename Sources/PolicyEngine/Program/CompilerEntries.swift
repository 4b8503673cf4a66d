import CEL
import PolicyLanguage
import SourceText

/// Measures, ladders, rules and statuses' rules.
extension Compiler {
    mutating func compileMeasures() {
        let sorted = checked.policy.measures.sorted { utf8Less($0.name.value, $1.name.value) }
        for measure in sorted {
            var window: Int64?
            if case .elapsed(let milliseconds)? = measure.inLast?.value { window = milliseconds }
            measures.append(
                MeasureTable(
                    name: measure.name.value, kind: measure.kind, home: measure.per,
                    slot: measures.count { $0.home == measure.per },
                    patterns: measure.of.map { pattern($0) }, own: compile(guard: measure.guard), window: window,
                    runsWhile: compile(measure.runsWhile)))
        }
    }

    mutating func compileEntries() {
        let policy = checked.policy
        for ladder in policy.ladders { addSource("ladders.\(ladder.name.value)") }
        for rule in policy.rules { addSource("rules.\(rule.name.value)") }
        for status in policy.statuses { addSource("statuses.\(status.name.value)") }
        overrides = Array(repeating: [], count: sourceNames.count)

        var drafts: [Draft] = []
        for (index, ladder) in policy.ladders.enumerated() {
            let source = "ladders.\(ladder.name.value)"
            note(ladder.overrides, of: source)
            drafts.append(Draft(id: source, source: source, content: .ladder(index)))
        }
        for rule in policy.rules {
            let source = "rules.\(rule.name.value)"
            note(rule.overrides, of: source)
            drafts.append(Draft(id: source, source: source, content: .rule(rule, whileActive: nil)))
        }
        for (index, status) in policy.statuses.enumerated() {
            let source = "statuses.\(status.name.value)"
            note(status.overrides, of: source)
            for (number, rule) in status.whileActive.enumerated() {
                note(rule.overrides, of: source)
                drafts.append(
                    Draft(id: "\(source).\(number + 1)", source: source, content: .rule(rule, whileActive: index)))
            }
        }
        drafts.sort { utf8Less($0.id, $1.id) }
        ladders = policy.ladders.map { table(for: $0) }
        assignLadderSlots()
        for draft in drafts { compile(draft) }
    }

    /// An entry on its way: what it is called and what it is made from.
    struct Draft {
        enum Content {
            case ladder(Int)
            case rule(Rule, whileActive: Int?)
        }

        var id: String
        var source: String
        var content: Content
    }

    private mutating func addSource(_ name: String) {
        sourceIndex[name] = sourceNames.count
        sourceNames.append(name)
    }

    private mutating func note(_ targets: [Located<String>], of source: String) {
        guard let from = sourceIndex[source] else { return }
        for target in targets {
            if let to = sourceIndex[target.value] { overrides[from].insert(to) }
        }
    }

    private mutating func table(for ladder: Ladder) -> LadderTable {
        var window: Int64?
        if case .elapsed(let milliseconds)? = ladder.inLast?.value { window = milliseconds }
        var cools: Int64?
        if case .elapsed(let milliseconds)? = ladder.coolsAfter?.value { cools = milliseconds }
        return LadderTable(
            name: ladder.name.value, home: ladder.per, channels: ladder.channels.map(\.value), window: window,
            suspendedWhile: compile(ladder.suspendedWhile), always: ladder.climbs == .always, coolsAfter: cools)
    }

    private mutating func assignLadderSlots() {
        for index in ladders.indices {
            ladders[index].slot = ladders[..<index].count { $0.home == ladders[index].home }
        }
    }

    private mutating func compile(_ draft: Draft) {
        let source = sourceIndex[draft.source] ?? -1
        switch draft.content {
        case .ladder(let index):
            compileLadder(index, id: draft.id, source: source)
        case .rule(let rule, let status):
            compileRule(rule, id: draft.id, source: source, whileActive: status)
        }
    }

    private mutating func compileLadder(_ index: Int, id: String, source: Int) {
        let ladder = checked.policy.ladders[index]
        for (number, step) in ladder.steps.enumerated() {
            var table = LadderTable.Step(times: max(1, step.times), duties: [], standing: [])
            for (modality, act) in step.norms.all {
                let basis: Effect.Basis
                if modality.isDuty {
                    basis = .duty(ladder: index, step: number + 1, slot: ladders[index].dutyCount)
                    ladders[index].dutyCount += 1
                } else {
                    basis = .position(ladder: index, step: number + 1)
                }
                let effect = addEffect(
                    act, modality, rule: "\(id).\(number + 1)", source: source, basis: basis, standsAt: ladder.per)
                if modality.isDuty { table.duties.append(effect) } else { table.standing.append(effect) }
            }
            noteOrder(of: table.duties + table.standing)
            ladders[index].steps.append(table)
        }
        entries.append(
            Entry(
                id: id, body: .ladder(index), patterns: ladder.when.map { pattern($0) },
                own: compile(guard: ladder.guard), channels: ladder.channels.map(\.value)))
    }

    private mutating func compileRule(_ rule: Rule, id: String, source: Int, whileActive status: Int?) {
        let home = status.map { statuses[$0].home }
        if let status, rule.when.isEmpty {
            var list: [Int] = []
            for (modality, act) in rule.norms.all {
                let effect = addEffect(
                    act, modality, rule: id, source: source, basis: .status(status),
                    standsAt: home, guardOfRule: rule.guard)
                effects[effect].channels = rule.channels.map(\.value)
                list.append(effect)
            }
            noteOrder(of: list)
            return
        }
        let entry = Entry(
            id: id, body: .rule, patterns: rule.when.map { pattern($0) }, own: compile(guard: rule.guard),
            channels: rule.channels.map(\.value), whileActive: status ?? -1)
        for (modality, act) in rule.norms.all {
            entry.effects.append(
                addEffect(
                    act, modality, rule: id, source: source, basis: .rule, standsAt: home == .agent ? home : nil))
        }
        noteOrder(of: entry.effects)
        for begin in rule.begins {
            guard let index = statusIndex[begin.status.value] else { continue }
            if let until = begin.until {
                let own = compile(until: until.value)
                entry.begins.append(begins.count)
                begins.append(Beginning(status: index, untilElapsed: own.elapsed, untilPattern: own.pattern))
            } else {
                entry.begins.append(statuses[index].begin)
            }
        }
        entry.ends = rule.ends.compactMap { statusIndex[$0.value] }
        entries.append(entry)
    }

    /// The constants that anything waits for: what sets entries off, and what ends norms and statuses.
    mutating func compileReaches() {
        let ends = effects.flatMap { [$0.untilPattern, $0.confirmUntil] } + begins.map(\.untilPattern)
        for case .measure(let index, let value) in entries.flatMap(\.patterns) + ends.compactMap({ $0 })
        where index >= 0 {
            if !measures[index].reaches.contains(value) { measures[index].reaches.append(value) }
        }
        for index in measures.indices { measures[index].reaches.sort() }
    }
}
