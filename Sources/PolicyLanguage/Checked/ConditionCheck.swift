import CEL
import SourceText

/// Gives every condition of a policy its types, or says at its place what is wrong with it.
struct ConditionCheck {
    private let policy: Policy
    private let names: DeclaredNames
    private let agentMeasures: Set<String>
    private(set) var findings: Findings
    private(set) var typed: [SourceSpan: CheckedCEL] = [:]
    /// What the slots read, in the order of first use.
    private(set) var readings: [Reading] = []

    init(_ policy: Policy, _ names: DeclaredNames, _ findings: Findings) {
        self.policy = policy
        self.names = names
        self.findings = findings
        agentMeasures = AgentNames(policy).measures
    }

    mutating func check() {
        let sites = ConditionSites(policy, names).all
        let everything = ReadingTable(all: policy, names)
        let wide = ScopeNames(policy, names, everything)
        var good: [(site: ConditionSite, expression: CELExpression)] = []
        var used: [Reading] = []
        var scopes: [SourceSpan: Scope] = [:]
        for site in sites {
            if let scope = scopes[site.condition.text.span] {
                if scope != site.scope { noteShared(site) }
                continue
            }
            scopes[site.condition.text.span] = site.scope
            guard let expression = parse(site), let checked = check(expression, site, wide) else { continue }
            good.append((site, expression))
            used += checked.reads.map { everything.readings[$0.slot] }
        }
        let table = ReadingTable(used)
        readings = table.readings
        let narrow = ScopeNames(policy, names, table)
        for (site, expression) in good {
            guard case .success(let checked) = expression.check(in: narrow.environment(for: site.scope)) else {
                continue
            }
            typed[site.condition.text.span] = checked
        }
    }

    private mutating func parse(_ site: ConditionSite) -> CELExpression? {
        do throws(CELProblem) {
            return try CELExpression.parse(site.condition.text.value)
        } catch {
            note(error, site)
            return nil
        }
    }

    private mutating func check(
        _ expression: CELExpression, _ site: ConditionSite, _ scopes: ScopeNames
    ) -> CheckedCEL? {
        switch expression.check(in: scopes.environment(for: site.scope)) {
        case .failure(let problems):
            for problem in problems { note(problem, site) }
            return nil
        case .success(let checked):
            for warning in checked.warnings { note(warning, site) }
            if checked.type == .bool { return checked }
            findings.note(
                "not-a-condition", site.condition.text.span,
                "\(quoted(site.key)) wants a condition, and this is \(quoted(checked.type.description))",
                ConditionCheck.comparison(with: checked.type))
            return nil
        }
    }

    /// How something that is not a condition becomes one.
    private static func comparison(with type: CELType) -> String {
        switch type {
        case .dyn: "compare it, for example with `== true`"
        case .int, .uint, .double: "compare it, for example with `> 0`"
        case .string: "compare it, for example with `== \"…\"`"
        case .duration: "compare it, for example with `> duration(\"60s\")`"
        case .list, .map: "ask for something in it, for example with `in`"
        default: "write a comparison"
        }
    }

    // MARK: Findings

    private mutating func note(_ problem: CELProblem, _ site: ConditionSite) {
        let problem = adapted(problem, site)
        findings.add(
            Diagnostic(
                code: problem.code, severity: problem.severity == .error ? .error : .warning,
                span: site.condition.place(problem.range), message: problem.message, help: problem.help))
    }

    /// What CEL does not know, and this language does: why a name is not in scope here.
    private func adapted(_ problem: CELProblem, _ site: ConditionSite) -> CELProblem {
        let hasHint = problem.help?.hasPrefix("did you mean") ?? false
        if problem.code == "unexpected-token", !hasHint, ConditionCheck.isProse(site.condition.text.value) {
            return CELProblem(
                problem.code, "a condition is not a sentence: \(problem.message)",
                help: "compare something, as in `event.source == \"agent\"`, `ladder(\"abuse\") > 1` or "
                    + "`contact.elapsed > duration(\"5m\")`, or ask for a status: `status(\"protected\")`",
                at: problem.range)
        }
        if problem.code == "unknown-function", let name = word(problem.range, site.condition.text.value),
            ["done", "was_done", "wasDone"].contains(name)
        {
            return CELProblem(
                problem.code, problem.message, help: "an act waits for another with `after: warn`", at: problem.range)
        }
        if problem.code == "unknown-field", let name = word(problem.range, site.condition.text.value),
            names.facts.contains(name)
        {
            return CELProblem(
                problem.code, problem.message, help: "did you mean `fact(\"\(name)\")`?", at: problem.range)
        }
        guard problem.code == "unknown-name", let name = word(problem.range, site.condition.text.value) else {
            return problem
        }
        if name == "event", case .none(let reason) = site.scope.event {
            return CELProblem(
                "no-event", "there is no `event` here: \(reason.message)", help: reason.help, at: problem.range)
        }
        if !site.scope.readsAgent, agentMeasures.contains(name) {
            return ScopeNames.readsAgent("the measure", name, problem.range)
        }
        if let meant = meant(by: name, problem.range, site.condition.text.value) {
            return CELProblem(problem.code, problem.message, help: meant, at: problem.range)
        }
        if let help = problem.help, help.hasPrefix("names here") {
            return CELProblem(
                problem.code, problem.message,
                help: "\(help); a count or a clock of your own is declared under `measures:`", at: problem.range)
        }
        return problem
    }

    /// What somebody meant who wrote the bare name of something that the policy declares.
    private func meant(by name: String, _ range: Range<Int>, _ text: String) -> String? {
        if name == "conduct" {
            let after = String(decoding: Array(text.utf8)[range.upperBound...].dropFirst(), as: UTF8.self)
            let word = String(after.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
            let kind = names.observable.contains(word) ? word : names.conduct.all.first ?? "insult"
            let now = names.groups.contains(kind) ? "" : ", or `\"\(kind)\" in event.conduct` for this event alone"
            return "write `contact.conduct(\"\(kind)\") > 0` for the contact so far\(now)"
        }
        for (function, known) in [("fact", names.facts), ("status", names.statuses), ("ladder", names.ladders)]
        where known.contains(name) {
            return "did you mean `\(function)(\"\(name)\")`?"
        }
        return names.observable.contains(name) ? "conduct stands in quotation marks: `\"\(name)\"`" : nil
    }

    /// Whether a text reads as a sentence: words and nothing that compares or calls.
    private static func isProse(_ text: String) -> Bool {
        text.split(separator: " ").count > 2 && !text.contains { "=<>()[]\"!&|".contains($0) }
    }

    private func word(_ range: Range<Int>, _ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// One text in two places through an alias: it has one type only.
    private mutating func noteShared(_ site: ConditionSite) {
        findings.note(
            "shared-condition", site.condition.text.span,
            "this condition is used in two places that speak of different things", "write it out in each place")
    }
}

extension Scope.Eventless {
    var message: String {
        switch self {
        case .act: "an act's condition is looked at whenever the act's standing is asked"
        case .standing(let key): "\(quoted(key)) is looked at all the time"
        case .standingRule: "this rule stands all the while"
        case .otherTriggers: "no event sets this off"
        }
    }

    var help: String {
        switch self {
        case .act: "move it to the `if` of the rule, which is looked at when the event arrives"
        case .standing: "record a fact when the event arrives, and read it with `fact(\"…\")`"
        case .standingRule: "add `when:` with the event"
        case .otherTriggers: "speak of `contact`, measures, facts and statuses, or name an event in `when`"
        }
    }
}
