import SourceText
import YAMLTree

/// Keys for which the language has other means than a key of the block they stand in.
extension KeyHelp {
    /// What is said in another way; nil where a key of the block will do.
    func otherwise(_ entry: YAMLEntry) -> String? {
        let key = KeyHelp.plain(entry.key.value)
        switch block.noun {
        case Grammar.act.noun: return ofAct(key, entry)
        case Grammar.measure.noun: return ofMeasure(key, entry)
        case Grammar.fact.noun: return ofFact(key)
        case Grammar.rule.noun: return ofRule(key, entry)
        case Grammar.begin.noun: return ofBeginning(key, entry)
        case Grammar.statusTrigger.noun: return ofTrigger(key, entry)
        case Grammar.status.noun: return ofStatus(key, entry)
        case Grammar.ladder.noun: return ofLadder(key, entry)
        case Grammar.step.noun: return ofStep(key, entry)
        case Grammar.action.noun: return ofAction(key, entry)
        case Grammar.policy.noun: return ofPolicy(key, entry)
        default: return nil
        }
    }

    private func ofAct(_ key: String, _ entry: YAMLEntry) -> String? {
        if let time = later(key, entry) { return time }
        if let other = ofOthers(key, entry) ?? ofWays(key, entry) { return other }
        if entry.value.isEmptyPlain, let time = MeantTime.near(entry.key.value) { return "write `within: \(time)`" }
        if owner == "offer_break", ["for", "length", "duration", "lasts", "time"].contains(key) {
            let minutes = entry.value.scalar.flatMap { MeasureExample.time($0.text) }.flatMap { time -> Int64? in
                if case .elapsed(let milliseconds) = TermText(time) { milliseconds / 60_000 } else { nil }
            }
            return "write `minutes: \(max(minutes ?? 10, 1))`"
        }
        if key == "for", let time = entry.value.scalar.flatMap({ MeasureExample.time($0.text) }) {
            return
                "write `until: \(time)` for how long it stands; what itself lasts so long is a status that somebody decides on: "
                + "`statuses: {my_status: {about: customer, until: \(time), while_active: …}}` and `{decide: {status: my_status}}`"
        }
        if ["for", "lasts", "as_long_as", "stands_for"].contains(key) {
            let event = entry.value.scalar.map(\.text).flatMap { names?.events.contains($0) == true ? $0 : nil }
            return "how long it stands is `until:` with a time or an event, such as `until: \(event ?? "8h")`"
        }
        guard ["times", "number", "count", "repeat", "repetitions"].contains(key) else { return nil }
        let number = entry.value.scalar.flatMap { wholeNumber($0.text) } ?? 3
        return
            "how often something came is asked by a rule, `when: {measure: NAME, reaches: \(number)}`, or by a step of "
            + "a ladder, `steps: [{times: \(number), may: \(owner ?? "warn")}]`"
    }

    /// What is to come after a time.
    private func later(_ key: String, _ entry: YAMLEntry) -> String? {
        guard
            [
                "at", "not_before", "wait", "wait_for", "begins", "due_after", "delay", "starts", "start", "from",
                "once", "earliest", "later",
            ].contains(key)
                || (key == "in" && entries.contains { $0.key.value == "within" }),
            let time = entry.value.scalar.flatMap({ MeasureExample.time($0.text) })
        else { return nil }
        return MeasureExample.wait(time)
    }

    private func ofMeasure(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if let asked = ofEvent(key, entry) { return asked }
        let isCount = entries.contains { $0.key.value == "count" }
        if isCount, let time = MeasureExample.time(value),
            ["within", "during", "since", "for", "last", "over", "past", "window", "period", "in"].contains(key)
        {
            return "write `in_last: \(time)`"
        }
        switch key {
        case "clock", "timer", "stopwatch", "time", "duration", "since", "length", "runs":
            return clock(value)
        case "type" where ["count", "elapsed", "clock", "counter", "timer"].contains(value):
            let event =
                entries.first { ["event", "events", "of"].contains($0.key.value) }?.value.scalar?.text
                ?? "contact.ended"
            return "the key says which it is: `\(["count", "counter"].contains(value) ? "count" : "elapsed"): \(event)`"
        case "distinct", "unique", "different", "once_per", "each", "every", "count_once", "by_day", "per_day",
            "at_most", "on", "days":
            let kind = entries.first { $0.key.value == "count" }?.value.scalar?.text ?? "conduct.insult"
            let seen = kind.split(separator: ".").last.map { $0.replacing("-", with: "_") } ?? "insult"
            return "a count takes every one; to take one for each day count those with none shortly before: "
                + "`measures: {\(seen)_today: {count: \(kind), per: customer, in_last: 12h}, \(seen)_days: {count: \(kind), "
                + "if: '\(seen)_today == 0', per: customer, in_last: 180d}}`"
        case "channel", "channels":
            return
                "write `if: 'contact.channel == \"\(Name.isID(value) ? value : entry.value.texts.first?.value ?? "phone")\"'`"
        case "reset", "resets", "restart", "restarts", "reset_by":
            let first = entries.first { $0.key.value == "elapsed" }?.value.scalar?.text ?? "contact.started"
            let again = entry.value.scalar.flatMap { Name.isEventType($0.text) ? $0.text : nil } ?? "conduct.insult"
            let example = again == first ? first : "[\(first), \(again)]"
            return "a clock starts again at every event that `elapsed` names, such as `elapsed: \(example)`"
        case "from", "start", "starts", "begins", "begin":
            let event = entry.value.scalar.map { inBraces($0.text) } ?? "contact.started"
            return "`elapsed` names the event since which time runs: `elapsed: \(event)`"
        case "until", "to", "end", "ends", "stop", "stops", "stop_when", "pause", "paused_while":
            return "a clock stands still while its `runs_while` does not hold, such as "
                + "`runs_while: 'fact(\"stalemate\")'`; a time that it comes to stands in a rule, `reaches: 30m`"
        default: return nil
        }
    }

    /// A clock by another name: it runs from an event on, and conduct has no end.
    private func clock(_ value: String) -> String? {
        if value.hasPrefix("conduct.") || names?.observable.contains(value) == true {
            let kind = value.hasPrefix("conduct.") ? String(value.dropFirst("conduct.".count)) : value
            return
                "for the time since the last of them write `elapsed: conduct.\(kind)`; for how long it goes on in all, somebody "
                + "notes when it begins and ends: `facts: {\(kind)_goes_on: {type: bool, by: [agent]}}` and "
                + "`elapsed: contact.started, runs_while: 'fact(\"\(kind)_goes_on\")'`"
        }
        let isContact = ["contact", "contact.started", "call", "chat", "conversation", "visit", "session", "true"]
            .contains(value)
        if isContact { return "write `elapsed: contact.started`" }
        return Name.isEventType(value) ? "write `elapsed: \(value)`, which begins again with every such event" : nil
    }

    private func ofFact(_ key: String) -> String? {
        if ["reset", "resets", "until", "expires", "lasts", "forgotten", "cleared"].contains(key) {
            return "take it out: a fact about a contact ends with it, and one that holds for a time is recorded so, "
                + "`fact.recorded: {…, until: …}`"
        }
        if ["default", "initial", "value", "initially", "starts"].contains(key) {
            return
                "take it out: a `bool` that nobody recorded is false, and a condition on another fact does not hold until it is recorded"
        }
        guard ["values", "options", "choices", "enum", "one_of", "allowed"].contains(key) else { return nil }
        return "the values of a fact are not listed: write `type: text`, and compare them in a condition, such as "
            + "`fact(\"\(owner ?? "name")\") == \"…\"`"
    }

    private func ofRule(_ key: String, _ entry: YAMLEntry) -> String? {
        if let time = later(key, entry) { return time }
        if let other = ofRuleWays(key, entry) { return other }
        switch key {
        case "should_not", "shouldnt", "should_never": return "did you mean `must_not`? there is no weaker one"
        case "set", "sets", "fact", "facts":
            guard let name = entry.value.entries?.first?.key.value, Name.isID(name) else { return nil }
            return "a rule records no fact; what it can begin is a status: `statuses: {\(name): {about: contact}}` and "
                + "`begin: \(name)`, which conditions read with `status(\"\(name)\")`"
        default: return nil
        }
    }
}
