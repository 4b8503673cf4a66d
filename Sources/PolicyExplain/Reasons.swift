import AuditLog
import PolicyEngine
import PolicyLanguage

/// Finds the reasons for what one outcome says.
struct Reasons {
    let policy: Policy
    let checks: ConditionChecks
    /// What was known before the outcome.
    let memory: CaseMemory
    /// The event, where it is what the outcome is about.
    let event: Event?
    let outcome: Outcome
    /// What was looked at for the event, in all lanes that it reached.
    let looks: [Trace.Look]
    let words: PlainWords
    /// The contact's.
    let channel: String?
    /// How times are written; nil for the clock's way.
    let moments: (@Sendable (Int64) -> String)?

    var cause: CauseWords { CauseWords(words: words, event: event, policy: policy) }

    /// All that happened, in the order of reading: what is judged, what begins, what ended.
    func findings() -> [Finding] {
        let failures: Set<NormState> = [.missed, .declined]
        var found = outcome.verdicts.map(judged)
        found += outcome.closed.filter { failures.contains($0.state) }.compactMap(closed)
        found += outcome.issued.map(issued) + repeated() + joined() + unissued()
        found += outcome.changes.compactMap(changed)
        found += outcome.closed.filter { !failures.contains($0.state) }.compactMap(closed)
        found += outcome.paused.map(paused) + outcome.resumed.map(resumed)
        found += outcome.coached.map { coached in
            Finding(
                code: .coached, rule: "wording.avoid",
                sentence: "The agent used words that the policy avoids: “\(printable(coached.phrase))”.")
        }
        found += outcome.conflicts.map { conflict in
            let (duty, bar) = (life(conflict.duty)?.norm.rule, life(conflict.prohibition)?.norm.rule)
            return Finding(
                code: .conflict, rule: duty, norm: conflict.duty,
                sentence: "\((duty.map(words.reason) ?? "the policy").capitalizedFirst) asks to "
                    + "\(words.doing(conflict.action)), and \(bar.map(words.reason) ?? "the policy") rules it out; "
                    + "what rules it out holds.")
        }
        found += outcome.faults.map { fault in
            Finding(
                code: .fault, rule: fault.rule,
                sentence: "A condition of \(words.reason(fault.rule)) could not be evaluated, and counts as false: "
                    + "\(printable(fault.message)).", checks: checks(of: fault.rule, nil))
        }
        return found
    }

    // MARK: Parts of sentences

    /// The conditions looked at for a rule or ladder and, where one is named, for an act of it; of the act alone where
    /// what set the rule off lies further back.
    func checks(of rule: String, _ action: String?, onlyOfAct: Bool = false, latest: Bool = false) -> [Check] {
        let entry = Self.entry(of: rule)
        var seen: Set<String> = []
        var found: [Check] = []
        for case .condition(let look) in latest ? looks.reversed() : looks {
            let isOwn = look.action != nil && look.action == action && look.site == rule
            let isOfRule = !onlyOfAct && look.action == nil && (look.site == entry || look.site == rule)
            guard isOfRule || isOwn,
                seen.insert("\(look.site) \(look.action ?? "") \(look.role.rawValue)").inserted
            else { continue }
            found.append(checks.check(look))
        }
        // What a rule asks itself comes before what holds all the while, as one would say it.
        let roles = ConditionLook.Role.allCases.map(\.rawValue)
        func place(_ check: Check) -> Int { check.key.flatMap { roles.firstIndex(of: $0) } ?? 0 }
        return found.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            .map(\.element)
    }

    /// `ladders.abuse` of `ladders.abuse.2`; other rules without what follows a miss.
    static func entry(of rule: String) -> String {
        var parts = rule.split(separator: ".")
        while parts.last == "if_missed" { parts.removeLast() }
        if parts.first == "ladders", parts.count == 3 { parts.removeLast() }
        return parts.joined(separator: ".")
    }

    func look(at entry: String) -> EntryLook? {
        looks.reversed().lazy.compactMap { look -> EntryLook? in
            if case .entry(let look) = look, look.entry == entry { look } else { nil }
        }.first
    }

    /// The sources that the policy names for a rule.
    func cites(_ rule: String) -> [String] {
        let parts = Self.entry(of: rule).split(separator: ".").map(String.init)
        guard parts.count > 1 else { return [] }
        switch parts[0] {
        case "rules": return policy.rules.first { $0.name.value == parts[1] }?.cites.map(\.value) ?? []
        case "ladders": return policy.ladders.first { $0.name.value == parts[1] }?.cites.map(\.value) ?? []
        default:
            let name = parts.dropFirst().joined(separator: ".")
            return policy.statuses.flatMap(\.whileActive).first { $0.name.value == name }?.cites.map(\.value) ?? []
        }
    }

    /// `a, b and c`.
    static func joined(_ clauses: [String]) -> String {
        guard let last = clauses.last, clauses.count > 1 else { return clauses.first ?? "" }
        return clauses.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `first`, `second`, `12th`.
    static func ordinal(_ number: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth"]
        if (1...words.count).contains(number) { return words[number - 1] }
        let ending = (number % 100 / 10 == 1 ? nil : ["1": "st", "2": "nd", "3": "rd"]["\(number % 10)"]) ?? "th"
        return "\(number)\(ending)"
    }

    /// `10:01:40`, with its day where that is another.
    func moment(_ time: Int64) -> String {
        if let moments { return moments(time) }
        let (text, now) = (TimeText.format(time), TimeText.format(outcome.time))
        return text.prefix(10) == now.prefix(10) ? TimeText.clock(time) : "\(text.prefix(10)) \(TimeText.clock(time))"
    }
}
