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
            let isOne = ConditionCheck.isOne(problems.all, in: site.condition.text.value)
            for problem in problems.prefix(isOne ? 1 : problems.count) { note(problem, site) }
            return nil
        case .success(let checked):
            for warning in checked.warnings { note(warning, site) }
            if checked.type == .bool { return checked }
            // A fact whose declaration could not be read was told of there.
            if checked.type == .dyn, names.facts.all.count > policy.facts.count { return nil }
            let help = conductHelp(site)
            findings.note(
                "not-a-condition", site.condition.text.span,
                "\(quoted(site.key)) wants a condition, and this is \(quoted(checked.type.description))",
                help ?? ConditionCheck.comparison(with: checked.type))
            return nil
        }
    }

    /// For a class of conduct in quotation marks, and nothing else.
    private func conductHelp(_ site: ConditionSite) -> String? {
        let text = site.condition.text.value.filter { !"\"' ".contains($0) }
        guard names.observable.contains(text) else { return nil }
        if let switched = ConditionHelp.switched(text, names, site) { return switched }
        if case .none = site.scope.event { return "write `contact.conduct(\"\(text)\") > 0` for the contact so far" }
        return "write `\"\(text)\" in event.conduct`"
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

    /// Whether two unknown names are one slip, as in `restricted == active`.
    private static func isOne(_ problems: [CELProblem], in text: String) -> Bool {
        guard problems.count > 1, problems[1...].allSatisfy({ $0.code == "unknown-name" }) else { return false }
        let bytes = Array(text.utf8)
        let (first, second) = (problems[0].range, problems[1].range)
        if problems[0].code == "unknown-function" { return second.lowerBound > first.upperBound }
        guard problems[0].code == "unknown-name" else { return false }
        guard first.upperBound <= second.lowerBound, second.upperBound <= bytes.count else { return false }
        let between = String(decoding: bytes[first.upperBound..<second.lowerBound], as: UTF8.self)
        return ["==", "!=", "in[", "in(", ","].contains(between.filter { $0 != " " })
    }

    private mutating func note(_ problem: CELProblem, _ site: ConditionSite) {
        let problem = adapted(problem, site)
        findings.add(
            Diagnostic(
                code: problem.code, severity: problem.severity == .error ? .error : .warning,
                span: site.condition.place(problem.range), message: problem.message, help: problem.help))
    }

    /// What CEL does not know, and this language does: why a name is not in scope here, and what was meant by it.
    private func adapted(_ problem: CELProblem, _ site: ConditionSite) -> CELProblem {
        if problem.code == "unknown-name" {
            let name = words(of: site.condition.text.value, problem.range)
            if name == "event", case .none(let reason) = site.scope.event {
                let after = words(
                    of: site.condition.text.value, problem.range.upperBound..<site.condition.text.value.utf8.count)
                let field = after.prefixMatch(of: /\.([a-z_]+)/).map { String($0.output.1) }
                let time =
                    field == "time"
                    ? "`contact.started + contact.elapsed` is the time now, as in "
                        + "`(contact.started + contact.elapsed).getHours(\"Europe/London\") >= 22`" : nil
                let known =
                    time
                    ?? field.flatMap { Reading.ContactField(rawValue: $0) }.map {
                        "`contact.\($0.rawValue)` is what is known of the contact all the while; "
                    }
                return CELProblem(
                    "no-event", "there is no `event` here: \(reason.message)",
                    help: time ?? (known ?? "") + reason.help,
                    at: problem.range)
            }
            if !site.scope.readsAgent, agentMeasures.contains(name) {
                return ScopeNames.readsAgent("the measure", name, problem.range)
            }
        }
        return ConditionHelp(names, site, problem).told
    }

    private func words(of text: String, _ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
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
        case .act:
            "move it to the `if` of the rule, which is looked at when the event arrives; the `if` of a ladder is for all its steps, so "
                + "what only some of them ask of the event is a rule of its own"
        case .standing:
            "what is asked of each event stands in the `if` of the ladder, the rule or the measure; what lasts is recorded "
                + "as a fact, and read with `fact(\"…\")`"
        case .standingRule: "add `when:` with the event"
        case .otherTriggers: "speak of `contact`, measures, facts and statuses, or name an event in `when`"
        }
    }
}
