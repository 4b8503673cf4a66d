import SourceText

extension CanonicalForm {
    mutating func write(_ measure: Measure) {
        json.member("kind", measure.kind == .count ? "count" : "elapsed")
        write("of", measure.of)
        write(measure.guard)
        member("per", measure.per)
        member("in_last", measure.inLast)
        member("runs_while", measure.runsWhile)
    }

    mutating func write(_ ladder: Ladder) {
        write("when", ladder.when)
        write(ladder.guard)
        list("channels", ladder.channels)
        member("per", ladder.per)
        member("in_last", ladder.inLast)
        member("suspended_while", ladder.suspendedWhile)
        member("climbs", ladder.climbs)
        member("cools", ladder.coolsAfter)
        array("steps", ladder.steps) { form, step in
            form.object {
                $0.member("times", number: Int64(step.times))
                $0.write(step.norms)
            }
        }
        list("overrides", ladder.overrides)
        list("cites", ladder.cites)
    }

    mutating func write(_ status: StatusDeclaration) {
        member("about", status.about)
        array("while_active", status.whileActive) { form, rule in form.object { $0.write(rule) } }
        write("until", status.until?.value)
        list("fields", status.fields)
        list("overrides", status.overrides)
    }

    mutating func write(_ rule: Rule) {
        write("when", rule.when)
        write(rule.guard)
        list("channels", rule.channels)
        write(rule.norms)
        array("begin", rule.begins) { form, begin in
            form.object {
                $0.json.member("status", begin.status.value)
                $0.write("until", begin.until?.value)
            }
        }
        list("end", rule.ends)
        list("overrides", rule.overrides)
        list("cites", rule.cites)
    }

    // MARK: Norms

    mutating func write(_ norms: Norms) {
        for modality in Modality.allCases { write(modality.rawValue, norms[modality]) }
    }

    private mutating func write(_ key: String, _ acts: [Act]) {
        array(key, acts) { form, act in form.object { $0.write(act) } }
    }

    mutating func write(_ act: Act) {
        json.member("action", act.action.value)
        list("by", act.by)
        member("to", act.to)
        list("script", act.scripts)
        member("within", act.within)
        member("after", act.after)
        write(act.guard)
        write("until", act.until?.value)
        member("during", act.during?.value)
        list("excused_by", act.excusedBy)
        write("if_missed", act.ifMissed)
        if let confirm = act.confirm {
            json.key("confirm")
            object { form in
                form.member("every", confirm.every)
                if let until = confirm.until { form.write("until", [until]) }
            }
        }
        member("mode", act.mode?.value)
        member("status", act.status)
        member("option", act.option)
        member("minutes", number: act.minutes?.value)
        member("form", act.form)
        list("must_say", act.mustSay)
        list("fields", act.fields)
    }

    private mutating func write(_ guard: Guard) {
        member("if", `guard`.condition)
        member("unless", `guard`.exception)
    }

    // MARK: Triggers and terms

    private mutating func write(_ key: String, _ triggers: [Trigger]) {
        array(key, triggers) { form, trigger in form.object { $0.write(trigger) } }
    }

    private mutating func write(_ trigger: Trigger) {
        switch trigger.kind {
        case .event(let type): json.member("event", type.value)
        case .conduct(let name): json.member("conduct", name.value)
        case .measure(let name, let value):
            json.member("measure", name.value)
            member("reaches", number: value.value)
        case .status(let name, let phase):
            json.member("status", name.value)
            member("becomes", phase)
        case .ladder(let name, let position):
            json.member("ladder", name.value)
            member("reaches", number: Int64(position.value))
        case .duty(let action, let state):
            json.member("duty", action.value)
            member("becomes", state)
        }
    }

    private mutating func member(_ key: String, _ term: Located<Term>?) {
        switch term?.value {
        case nil: break
        case .elapsed(let milliseconds): member(key, number: milliseconds)
        case .calendar(let words): json.member(key, words)
        case .unstated: json.member(key, "unstated")
        }
    }

    private mutating func write(_ key: String, _ until: Until?) {
        switch until {
        case nil: break
        case .elapsed(let milliseconds): member(key, number: milliseconds)
        case .calendar(let words): json.member(key, words)
        case .event(let trigger): write(key, [trigger])
        }
    }
}
