import SourceText
import YAMLTree

/// Maps that begin with no key of a trigger: `{endings: 3}`, `{action: escalate, becomes: done}`, `{any: [a, b]}`.
extension TriggerHelp {
    // MARK: Maps

    /// For a map whose key is the name of something: `{endings: 3}`, `{warn: done}`, `{action.done: warn}`.
    func help(forName key: String, _ value: YAMLNode) -> String? {
        let word = value.scalar?.text ?? value.entries?.first?.value.scalar?.text ?? ""
        if names.measures.contains(key) {
            return
                "write `{measure: \(key), reaches: \(MeasureExample.time(word) ?? wholeNumber(word).map(String.init) ?? "3")}`"
        }
        if names.statuses.contains(key) {
            return "write `{status: \(key), becomes: \(meantPhase(word, in: ["ended"]) ?? "active")}`"
        }
        if names.ladders.contains(key) { return "write `{ladder: \(key), reaches: \(wholeNumber(word) ?? 1)}`" }
        if names.facts.contains(key) { return fact(key) }
        if key == "action.done" || key == "action", let help = deed(word) { return help }
        if key == "fact.recorded", names.facts.contains(word) { return fact(word) }
        if names.events.contains(key) || key.hasPrefix("conduct."), let count = wholeNumber(word), count > 0 {
            return TriggerHelp.counted(key, Int(count))
        }
        if names.events.contains(key) || key.hasPrefix("conduct.") {
            return "write \(quoted(key)) alone, and what else must hold beside it, with `if:`"
        }
        if let several = several(key, value) { return several }
        return MeasureExample(names).action(spokenAs: key).flatMap { _ in deed(key) }
    }

    /// `{any: [a, b]}`, `{all: [a, b]}`.
    private func several(_ key: String, _ value: YAMLNode) -> String? {
        let events = (value.items ?? []).compactMap(trigger)
        guard events.count > 1, events.count == value.items?.count else { return nil }
        switch key {
        case "any", "or", "any_of", "one_of", "either", "anyOf":
            return "any of several is a list: `[\(events.joined(separator: ", "))]`"
        case "all", "and", "all_of", "both", "allOf":
            let other = events[1].hasPrefix("conduct.") ? String(events[1].dropFirst(8)) : nil
            let before = other.map { "if: 'contact.conduct(\"\($0)\") > 0'" }
            let counted = before ?? "a measure that counts the other, and `if: 'its_name > 0'`"
            return "one event sets a rule off; that the other came before is asked beside it: `when: \(events[0])`, "
                + (before == nil ? counted : "`\(counted)`")
        default: return nil
        }
    }

    /// One of several triggers as it is written.
    private func trigger(_ node: YAMLNode) -> String? {
        if let word = node.scalar?.text {
            return names.observable.contains(word) ? "conduct.\(word)" : Name.isEventType(word) ? word : nil
        }
        let parts = node.entries?.map { ($0.key.value, $0.value.scalar?.text ?? "…") } ?? []
        guard ["measure", "status", "ladder", "duty"].contains(parts.first?.0) else { return nil }
        return "{\(parts.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
    }

    /// How often something came: a count, and the trigger that waits for it.
    static func counted(_ event: String, _ number: Int) -> String {
        let name = "\(event.split(separator: ".").last ?? "insult")_count".replacing("-", with: "_")
        // Contacts are counted of a customer; the rest most often of the contact.
        let kept = event.hasPrefix("contact.") ? "per: customer, in_last: 365d" : "per: contact, in_last: ever"
        return "a count comes to a number: `measures: {\(name): {count: \(event), \(kept)}}` and "
            + "`{measure: \(name), reaches: \(number)}`; what follows step by step is a ladder"
    }

    /// For a map that begins with no key of a trigger: `{action: escalate, becomes: done}`, `{conduct: threat}`.
    func help(forKey key: String, _ value: String, beside others: [String: String] = [:]) -> String? {
        if ["count", "measure", "counter"].contains(key), names.events.contains(value) || value.hasPrefix("conduct.") {
            return TriggerHelp.counted(value, others.values.lazy.compactMap { Int($0) }.first ?? 3)
        }
        if ["every", "each", "date", "on", "at", "schedule", "cron", "calendar"].contains(key), !value.isEmpty {
            return TriggerHelp.recurring
        }
        if let time = others.values.sorted().lazy.compactMap(MeasureExample.time).first {
            let event = ([value] + others.values.sorted()).first(where: names.events.contains)
            return MeasureExample.wait(time, since: event ?? "contact.started")
        }
        return switch key {
        case "action", "done", "act", "deed": deed(value)
        case "fact": names.facts.contains(value) ? fact(value) : nil
        case "conduct": names.observable.contains(value) ? "write `conduct.\(value)`" : nil
        case "event", "type":
            names.events.contains(value)
                ? "write \(quoted(value)) alone, and what else must hold beside it, with `if:`" : nil
        default: nil
        }
    }

    static let rounds: Set = [
        "daily", "weekly", "monthly", "quarterly", "yearly", "annually", "midnight", "morning", "evening", "weekend",
        "month", "quarter", "year", "day", "week",
    ]

    /// What comes round by the calendar.
    static let recurring =
        "dates come from outside, as an event of your own that some other system sends: "
        + "`events: {period.ended: {}}` and `when: period.ended`"
}
