import CEL
import PolicyLanguage
import SourceText

/// Acts, guards and patterns.
extension Compiler {
    /// Compiles an act and what it sets off when missed; returns its index.
    ///
    /// `standsAt` is the home of norms that stand by a ladder's position or a status, and of all norms under a status about the
    /// agent.
    mutating func addEffect(
        _ act: Act, _ modality: Modality, rule: String, source: Int, basis: Effect.Basis, standsAt: Home?,
        guardOfRule: Guard = Guard()
    ) -> Int {
        let action = actionIndex[act.action.value] ?? 0
        let table = actions[action]
        var home = act.during?.value ?? table.home
        switch basis {
        case .position, .status: home = standsAt ?? table.home
        case .rule: home = standsAt ?? home
        case .duty: break
        }
        let roleNames = act.by.isEmpty ? table.roleNames : act.by.map(\.value)
        let effect = Effect(
            modality: modality, action: action, source: source, rule: rule, basis: basis,
            roles: roleSet(roleNames), roleNames: roleNames, to: act.to?.value, mode: act.mode?.value,
            status: act.status?.value, home: home)
        if case .elapsed(let milliseconds)? = act.within?.value { effect.within = milliseconds }
        let until = compile(until: act.until?.value)
        effect.untilElapsed = until.elapsed
        effect.untilPattern = until.pattern
        effect.after = act.after.flatMap { actionIndex[$0.value] } ?? -1
        effect.own = compile(guard: act.guard)
        effect.outer = compile(guard: guardOfRule)
        effect.excusedBy = act.excusedBy.map(\.value)
        effect.scripts = act.scripts.compactMap { scriptIndex[$0.value] }
        effect.mustSay = table.mustSay + act.mustSay.map(\.value).filter { !table.mustSay.contains($0) }
        effect.fields = table.fields + act.fields.map(\.value).filter { !table.fields.contains($0) }
        if let confirm = act.confirm, case .elapsed(let every) = confirm.every.value {
            effect.confirmEvery = every
            effect.confirmUntil = confirm.until.map { pattern($0) }
        }
        effect.arguments = arguments(of: act, effect)
        let index = effects.count
        effects.append(effect)
        for consequence in act.ifMissed {
            let child = addEffect(
                consequence, .must, rule: rule + ".if_missed", source: source, basis: .rule,
                standsAt: standsAt == .agent ? standsAt : nil)
            effects[index].ifMissed.append(child)
        }
        noteOrder(of: effects[index].ifMissed)
        return index
    }

    /// Finds the acts of one list that wait for another duty of it.
    mutating func noteOrder(of list: [Int]) {
        let owed = Set(list.filter { effects[$0].modality.isDuty }.map { effects[$0].action })
        for index in list where owed.contains(effects[index].after) { effects[index].isAfterItsOwn = true }
    }

    private func arguments(of act: Act, _ effect: Effect) -> [Outcome.Argument] {
        var list: [Outcome.Argument] = []
        func add(_ name: String, _ value: Outcome.Argument.Value?) {
            if let value { list.append(Outcome.Argument(name: name, value: value)) }
        }
        add("to", act.to.map { .text($0.value) })
        add("mode", act.mode.map { .text($0.value.rawValue) })
        add("status", act.status.map { .text($0.value) })
        add("option", act.option.map { .text($0.value) })
        add("minutes", act.minutes.map { .number($0.value) })
        add("form", act.form.map { .text($0.value) })
        add("must_say", effect.mustSay.isEmpty ? nil : .list(effect.mustSay))
        add("fields", effect.fields.isEmpty ? nil : .list(effect.fields))
        add("after", act.after.map { .text($0.value) })
        return list
    }

    mutating func compile(guard written: Guard) -> CompiledGuard {
        CompiledGuard(condition: compile(written.condition), exception: compile(written.exception))
    }

    /// The index of a condition; -1 where there is none.
    mutating func compile(_ condition: Condition?) -> Int32 {
        guard let condition, let typed = checked.typed(condition) else { return -1 }
        conditions.append(typed.program)
        return Int32(conditions.count - 1)
    }

    func compile(until: Until?) -> (elapsed: Int64?, pattern: Pattern?) {
        switch until {
        case nil, .calendar?: (nil, nil)
        case .elapsed(let milliseconds)?: (milliseconds, nil)
        case .event(let trigger)?: (nil, pattern(trigger))
        }
    }

    func pattern(_ trigger: Trigger) -> Pattern {
        switch trigger.kind {
        case .event(let name):
            if let builtIn = BuiltInEvent(rawValue: name.value) { return .event(.builtIn(builtIn)) }
            return .event(.declared(eventIndex[name.value] ?? -1))
        case .conduct(let name): return .conduct(conductMask(name.value))
        case .measure(let name, let value): return .measure(measureIndex[name.value] ?? -1, reaches: value.value)
        case .status(let name, let phase): return .status(statusIndex[name.value] ?? -1, phase)
        case .ladder(let name, let step): return .ladder(ladderIndex[name.value] ?? -1, step: step.value)
        case .duty(let action, let state): return .duty(action: actionIndex[action.value] ?? -1, state)
        }
    }
}
