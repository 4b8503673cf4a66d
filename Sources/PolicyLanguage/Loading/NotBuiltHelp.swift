import SourceText
import YAMLTree

/// What to write today in place of a part of the language that this version reads and does not evaluate.
///
/// Whoever follows it must not run into the next finding about that part: nothing here names another such part.
struct NotBuiltHelp {
    /// The roles of the policy, and the one of them that decides.
    let roles: [String]
    let leader: String
    /// The zone that the policy names.
    let zone: String?

    init(_ names: DeclaredNames) {
        roles = names.roles.all
        leader = names.leader
        zone = names.timeZone
    }

    /// For a key of a status, or a word that stands for one; nil where nothing is known of it.
    func status(_ key: String, _ name: String, _ node: YAMLNode) -> String? {
        switch key {
        case "options":
            let option = (node.entries?.first?.key.value ?? node.texts.first?.value).flatMap {
                Name.isID($0) ? $0 : nil
            }
            return "write each as a status of its own: `statuses: {\(option ?? "\(name)_by_phone"): {about: customer, "
                + "while_active: …}}`"
        case "decided_by": return decided(name, node)
        case "lasts":
            let time = node.allTexts.lazy.compactMap(NotBuiltHelp.time).first
            if time == nil, node.allTexts.contains(where: MeantTime.isEndless) {
                return "take it out: without `until:` it lasts until a decision or a rule ends it"
            }
            return "write `until: \(time ?? "365d")`"
        case "review": return review(name, node)
        case "notice":
            return "write a rule: `when: {status: \(name), becomes: active}` and "
                + "`must: {notice: {form: letter, by: \(role(node)), within: \(time(node, or: "7d"))}}`"
        case "appeal": return appeal(name, node)
        case "vary":
            return "take it out: who changes it ends it and decides anew; what follows a change is a rule with "
                + "`when: status.varied`"
        case "active_from": return "take it out: it holds from the decision, or from where a rule begins it"
        default: return nil
        }
    }

    private func decided(_ name: String, _ node: YAMLNode) -> String {
        var known: [String] = []
        for word in node.allTexts.flatMap({ [$0] + $0.split(separator: " ").map(String.init) })
        where roles.contains(word) && !known.contains(word) { known.append(word) }
        let isJoint = node["joint"] != nil || node["all"] != nil || node.allTexts.contains { $0.contains(" and ") }
        if isJoint, known.count < 2 {
            let parts = node.allTexts.flatMap { $0.split(separator: " ").map(String.init) }
            known = parts.filter { Name.isID($0) && $0 != "and" && $0 != "or" && $0 != "the" }
        }
        guard isJoint, known.count > 1 else {
            let by = known.isEmpty ? [role(node)] : known
            return "say whose deed it is: `actions: {decide: {by: [\(by.joined(separator: ", "))]}}`"
        }
        return NotBuiltHelp.together(known, "decide", "status: \(name), ")
    }

    /// Several people who decide together: one agrees first, and until then nothing comes of the decision.
    static func together(_ roles: [String], _ act: String, _ argument: String = "") -> String {
        "a list means any one of them; where both have to, one agrees first: "
            + "`actions: {agree: {by: [\(roles[1])], during: customer}}` and `must: [{agree: {within: 3d}}, "
            + "{\(act): {\(argument)by: \(roles[0]), after: agree, within: 3d}}]`"
    }

    private func appeal(_ name: String, _ node: YAMLNode) -> String {
        let answer = node["answer_within"].map { time($0, or: "28d") } ?? "28d"
        let words = node.allTexts.flatMap { $0.split(separator: " ").map(String.init) }
        let decider = words.first(where: roles.contains) ?? leader
        let isOther =
            node["not"] != nil || node["decided_by"]?["not"] != nil
            || words.contains { ["another", "other", "different", "else"].contains($0) }
        let other = isOther ? "; \(Prose.whichOfThem(decider, roles))" : ""
        let inTime =
            node["within"] == nil
            ? ""
            : "; how long the customer has stands in the notice, and an appeal that comes later is answered all the same"
        return "write a rule: `when: status.appealed`, `if: 'event.status == \"\(name)\"'` and "
            + "`must: {answer: {by: \(decider), within: \(answer)}}`\(inTime)\(other)"
    }

    private func review(_ name: String, _ node: YAMLNode) -> String {
        "write a clock and a rule that it sets off: \(NotBuiltHelp.clock(name, time(node, or: "90d"))), "
            + "`if: 'status(\"\(name)\")'` and "
            + "`must: {decide: {status: \(name), by: \(role(node)), within: 7d}}`"
    }

    /// A clock that runs since a status was imposed, and the trigger for when it comes to a time.
    static func clock(_ status: String, _ time: String) -> String {
        let name = "time_" + status.replacing("-", with: "_")
        return "`measures: {\(name): {elapsed: status.decided, if: 'event.status == \"\(status)\" && "
            + "event.decision == \"imposed\"', per: customer}}` and `when: {measure: \(name), reaches: \(time)}`"
    }

    // MARK: The file

    /// For a key of the file, or a word that stands for one.
    func file(_ key: String) -> String? {
        switch key {
        case "calendars", "calendar", "holidays", "working_days", "working_hours", "opening_hours", "office_hours",
            "business_hours", "hours":
            let hours = "contact.started.getHours(\"\(zone ?? "Europe/London")\")"
            return "write times that run on every day, such as `7d` for five working days; whether a contact began in "
                + "opening hours is a condition: `\(hours) >= 9 && \(hours) < 17`"
        case "guarantees", "guarantee":
            return
                "write a test of it, in a `.test.yaml` file beside the policy, with what is expected in that case, such "
                + "as `expect: {verdict: {end_contact: premature}}`"
        default: return nil
        }
    }

    // MARK: Times and people

    /// The first time in a node, as elapsed time.
    private func time(_ node: YAMLNode, or other: String) -> String {
        node.allTexts.lazy.compactMap(NotBuiltHelp.time).first ?? other
    }

    /// The time that a text is, or the first one in its words: `after 12 months by a director`.
    private static func time(_ text: String) -> String? {
        if let whole = one(text) { return whole }
        let words = text.split(separator: " ").prefix(20).map(String.init)
        return zip(words, words.dropFirst()).lazy.compactMap { one("\($0) \($1)") }.first
    }

    private static func one(_ text: String) -> String? { MeantTime.near(text) ?? MeasureExample.time(text) }

    /// The first role of the policy that a node names, else one that decides.
    private func role(_ node: YAMLNode) -> String {
        node.allTexts.first(where: roles.contains) ?? leader
    }
}

extension YAMLNode {
    /// All texts below a node, keys left out.
    var allTexts: [String] {
        switch content {
        case .scalar(let scalar): [scalar.text]
        case .sequence(let items): items.flatMap(\.allTexts)
        case .mapping(let entries): entries.flatMap(\.value.allTexts)
        }
    }
}
