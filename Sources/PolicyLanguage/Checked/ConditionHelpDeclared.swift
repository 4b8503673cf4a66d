import CEL
import SourceText

/// What the policy declares, read in a way that conditions do not have: `customer.calls`, `status("x") == "ended"`.
extension ConditionHelp {
    // MARK: By name

    /// How a fact, a measure, a status or a ladder is read that stands behind `customer.` or in a function's place.
    func declaredHelp(_ name: String, of owner: String) -> String? {
        if names.agents.contains(name), !site.scope.readsAgent {
            let isMeasure = names.measures.contains(name)
            return isMeasure
                ? "what is known of an agent sets a rule off: `when: {measure: \(name), reaches: "
                    + "\(comparison?.reached ?? 3)}`"
                : ScopeNames.readsAgent("", name, problem.range).help
        }
        if names.facts.contains(name) { return "did you mean `fact(\"\(name)\")`?" }
        if names.statuses.contains(name) { return "did you mean `status(\"\(name)\")`?" }
        if names.measures.contains(name) || names.settings.contains(name) { return "did you mean `\(name)`?" }
        if names.ladders.contains(name) { return "did you mean `ladder(\"\(name)\")`?" }
        if name == "status", let one = spoken(of: names.statuses) {
            return "write `status(\"\(one)\")`, which is true while it is active"
        }
        for prefix in ConditionHelp.past where name.hasPrefix(prefix) {
            let bare = String(name.dropFirst(prefix.count))
            if names.statuses.contains(bare) { return remembered(bare) }
        }
        return nil
    }

    /// `was("restricted")`, `ended("restricted")`: a status that was active once.
    func before(_ status: String, _ function: String) -> String? {
        guard names.statuses.contains(status) else { return nil }
        let words = Spoken.words(of: function)
        return words.contains(where: ConditionHelp.over.contains) ? remembered(status) : nil
    }

    // MARK: A status that was

    /// A status where something other than true and false is asked of it.
    var statusHelp: String? {
        if problem.code == "type-mismatch", words(problem.range)?.contains("status(") == false { return nil }
        let name = names.statuses.all.first { text.contains("status(\"\($0)\")") || text.contains("status('\($0)')") }
        guard let name else { return nil }
        if problem.code == "no-such-field" {
            guard let word else { return nil }
            if ConditionHelp.over.contains(word) { return remembered(name) }
            return ConditionHelp.ages.contains(word) ? since(name) : alone(name)
        }
        let value = text.split { "\"'".contains($0) }.last { $0 != name[...] && Name.isID(String($0)) }
        guard let value else { return nil }
        let isDenied = text.contains("!=")
        if ConditionHelp.over.contains(String(value)) { return isDenied ? alone(name) : remembered(name) }
        return isDenied ? alone(name, "!") : alone(name)
    }

    /// `restricted was active before`: a sentence about a status.
    var statusSentence: String? {
        let words = text.split { " \t.,".contains($0) }.map(String.init)
        guard words.count < 12, let name = words.first(where: names.statuses.contains) else { return nil }
        if words.contains(where: ConditionHelp.over.contains) { return remembered(name) }
        return alone(name, words.contains { ["not", "no", "never", "isn't"].contains($0) } ? "!" : "")
    }

    /// `restricted == active`: a bare status that is compared with its phase.
    func compared(_ status: String) -> String? {
        let after = String(decoding: Array(text.utf8)[problem.range.upperBound...], as: UTF8.self)
        guard let found = after.prefixMatch(of: /\s*(==|!=)\s*["']?([a-z_]+)/) else { return nil }
        let phase = meantPhase(String(found.output.2), in: ["active", "ended"]) ?? String(found.output.2)
        if ConditionHelp.over.contains(phase) { return found.output.1 == "==" ? remembered(status) : alone(status) }
        return alone(status, found.output.1 == "==" ? "" : "!")
    }

    /// `restricted is active`.
    var plainStatus: String? {
        if let found = text.firstMatch(of: /status\(["']([^"']+)["']\)\s+(was|is|has|had|ended|before|not)\b(.*)/) {
            let name = String(found.output.1)
            let said = ([String(found.output.2)] + found.output.3.split(separator: " ").map(String.init))
            guard names.statuses.contains(name) else { return nil }
            if said.contains(where: ConditionHelp.over.contains) { return remembered(name) }
            return alone(name, said.contains("not") ? "!" : "")
        }
        let words = text.split(separator: " ").map(String.init)
        guard words.count < 6, words.contains(where: names.statuses.contains), ConditionHelp.isProse(text) else {
            return nil
        }
        return statusSentence
    }

    /// `status.decided_by`, `status.restricted`, `status.since`.
    func partOfStatus(_ part: String) -> String? {
        if names.statuses.contains(part) { return alone(part) }
        if hasField("status"), part == "name" { return "did you mean `event.status`?" }
        guard !hasField("status") || !["by", "decision"].contains(part) else { return "did you mean `event.\(part)`?" }
        guard let one = names.statuses.all.first else { return nil }
        if ConditionHelp.ages.contains(part) { return since(one) }
        guard part == "by" || part.hasSuffix("_by") else { return nil }
        return
            "a condition asks of a status whether it is active, `status(\"\(one)\")`; who decided on it is not kept, and "
            + Prose.whichOfThem(names.leader, names.roles.all)
    }

    private func alone(_ status: String, _ not: String = "") -> String {
        "write `\(not)status(\"\(status)\")` alone: a status is true while it is active, and false otherwise"
    }

    /// That a status was active before: kept by a second one that a rule begins and nothing ends.
    private func remembered(_ status: String) -> String {
        let past = "was_\(status)"
        if names.statuses.contains(past) { return "did you mean `status(\"\(past)\")`?" }
        return
            "`status(\"\(status)\")` is true while it is active; that it was so before is kept by a status of its own: "
            + "`statuses: {\(past): {about: \(names.homes[status] ?? "customer")}}`, "
            + "`rules: {\(past): {when: {status: \(status), becomes: ended}, begin: \(past)}}` and "
            + "`status(\"\(past)\")`"
    }

    /// How long a status has been active: a clock from its decision.
    private func since(_ status: String) -> String {
        let name = "time_" + status.replacing("-", with: "_")
        return "how long it is active is told by a clock: `measures: {\(name): {elapsed: status.decided, "
            + "if: 'event.status == \"\(status)\" && event.decision == \"imposed\"', per: "
            + "\(names.homes[status] ?? "customer")}}` and `\(name) > duration(\"5m\")`; "
            + "where a rule begins it, `elapsed` names the event of that rule"
    }

    private static let past = ["was_", "had_", "previously_", "formerly_", "ever_", "has_been_"]
    private static let over: Set = [
        "was", "had", "been", "ended", "over", "expired", "lifted", "previously", "previous", "past", "former",
        "formerly", "before", "ever", "inactive", "closed", "once",
    ]
    private static let ages: Set = ["since", "started", "elapsed", "age", "duration", "from", "begun", "time"]
}
