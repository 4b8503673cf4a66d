import PolicyLanguage
import SourceText
import YAMLTree

/// Holds the names that a test uses against those of the policy: a misspelt name would make a test pass for nothing.
extension TestPlan {
    mutating func checkNames(_ step: TestStep) {
        for expectation in step.expectations { check(expectation) }
    }

    private mutating func check(_ expectation: Expectation) {
        let place = expectation.nameSpan
        switch expectation.claim {
        case .stands(_, let claim):
            checkAction(claim.action, place)
            for role in claim.by { check(role, names.roles, "role", expectation.span) }
            if let script = claim.script { checkScript(script, expectation.span) }
            if let rule = claim.rule { checkRule(rule, expectation.span) }
        case .noneStandsOn(_, let action), .closed(let action, _), .due(let action, _): checkAction(action, place)
        case .script(let action, let script):
            checkAction(action, place)
            if let script { checkScript(script, expectation.span) }
        case .silent(let word) where Self.isTruth(word) && !names.actions.contains(word):
            note(
                "bad-value", place, "`silent` names acts, not \(quoted(word))",
                "write `silent: [warn]`; `none: true` says that nothing came of the step")
        case .coached(let word) where Self.isTruth(word):
            note(
                "bad-value", place, "`coached` names phrases, not \(quoted(word))",
                "write `coached: [calm down]`; `coached: []` says that nothing was coached")
        case .silent(let action), .verdict(let action, _): suspect(action, names.actions, "action", place)
        case .status(let name, _): check(name, names.statuses.keys.sorted(), "status", place)
        case .ladder(let name, let position):
            check(name, names.ladders.keys.sorted(), "ladder", place)
            if let steps = names.ladders[name], position > steps {
                note(
                    "out-of-range", expectation.span, "\(quoted(name)) has \(steps) steps",
                    "write a number from 0 to \(steps)")
            }
        case .measure(let name, let amount): checkMeasure(name, amount, expectation)
        default: break
        }
    }

    private static func isTruth(_ word: String) -> Bool { word == "true" || word == "false" }

    private mutating func checkAction(_ name: String, _ span: SourceSpan) {
        if !names.actions.contains(name), let help = meant(name) {
            return note("unknown-name", span, "the policy has no action \(quoted(name))", help)
        }
        check(name, names.actions, "action", span)
    }

    /// What is written in the place of a word that says whether acts stand, or more than an act.
    private func meant(_ name: String) -> String? {
        switch name {
        case "none", "nothing", "nobody", "false", "no", "null": return "an empty list says that none stands: `[]`"
        case "true", "yes", "any": return "name the acts that are to stand, for example `[warn]`"
        case "action", "act", "name": return "the act is the key, for example `{warn: {by: agent}}`"
        default:
            let words = name.split(separator: " ").map(String.init)
            guard words.count > 1, let act = words.first, names.actions.contains(act) else { return nil }
            return "the act is \(quoted(act)), and what else is expected of it has keys of its own: "
                + "`{\(act): {due: 100s}}`"
        }
    }

    private mutating func checkScript(_ name: String, _ span: SourceSpan) {
        if !names.scripts.contains(name), name.contains(" ") {
            return note(
                "unknown-name", span, "the policy has no script \(quoted(name))",
                "name the script, not its words; scripts: \(listed(names.scripts))")
        }
        check(name, names.scripts, "script", span)
    }

    /// The source of a norm, which is a full name: `rules.threat`, `ladders.abuse.2`.
    private mutating func checkRule(_ name: String, _ span: SourceSpan) {
        if names.sources.contains(name) { return }
        let full = names.sources.first { $0.split(separator: ".").dropFirst().first.map(String.init) == name }
        let help = full.map { "write its full name: `rule: \($0)`" }
        note(
            "unknown-name", span, "nothing in the policy that asks for something is called \(quoted(name))",
            help ?? suggestion(for: name, in: names.sources, called: "known"))
    }

    private mutating func checkMeasure(_ name: String, _ amount: Expectation.Amount, _ expectation: Expectation) {
        check(name, names.measures.keys.sorted(), "measure", expectation.nameSpan)
        switch (names.measures[name]?.kind, amount) {
        case (.count?, .time):
            note("wrong-type", expectation.span, "\(quoted(name)) is a count", "write a number such as `2`")
        case (.elapsed?, .number):
            note("wrong-type", expectation.span, "\(quoted(name)) is a clock", "write a duration such as `5m`")
        default: break
        }
    }

    /// A name that the policy must have.
    mutating func check(_ name: String, _ known: [String], _ noun: String, _ span: SourceSpan) {
        if known.contains(name) { return }
        note(
            "unknown-name", span, "the policy has no \(noun) \(quoted(name))",
            suggestion(for: name, in: known, called: "known") ?? "declare it in the policy, or take it out here")
    }

    /// A name that the policy need not have, but that looks like one of its own.
    mutating func suspect(_ name: String, _ known: [String], _ noun: String, _ span: SourceSpan) {
        guard !known.contains(name), let near = nearest(name, in: known) else { return }
        note(
            "unknown-name", span, "the policy has no \(noun) \(quoted(name))", "did you mean \(quoted(near))?",
            severity: .warning)
    }

    /// Several words where one action is named: `press_alarm by agent`.
    private mutating func noAction(_ text: String, _ span: SourceSpan) {
        let words = text.split(separator: " ").map(String.init)
        let action = words.first(where: names.actions.contains)
        let role = words.last(where: names.roles.contains)
        let help = action.map { action in
            role.map { "write `{action: \(action), by: \($0)}`" } ?? "did you mean \(quoted(action))?"
        }
        note(
            "unknown-name", span, "\(quoted(text)) is no action",
            help ?? "name one action, and what else there is in keys of its own")
    }

    /// Conduct that the policy does not know has no effect; it may be meant so, and is told.
    private mutating func checkConduct(_ name: String, _ span: SourceSpan) {
        if names.conduct.contains(name) { return }
        let help =
            names.groups[name].map { "it is a group: observe one of \(listed($0))" }
            ?? suggestion(for: name, in: names.conduct, called: "conduct of the policy")
        note("unknown-name", span, "the policy has no conduct \(quoted(name))", help, severity: .warning)
    }

    /// Values of an event's data that name something of the policy.
    mutating func checkValue(_ node: YAMLNode, _ field: PolicyNames.Field, _ type: String) {
        let texts = node.items ?? [node]
        for case let scalar? in texts.map(\.scalar) {
            switch (BuiltInEvent(rawValue: type), field.name) {
            case (.conductObserved?, "conduct"): checkConduct(scalar.text, scalar.span)
            case (.actionDone?, "said"): suspect(scalar.text, names.said, "word to say", scalar.span)
            case (.actionDone?, "action") where scalar.text.contains(" "),
                (.actionDeclined?, "action") where scalar.text.contains(" "):
                noAction(scalar.text, scalar.span)
            case (.actionDone?, "action"), (.actionDeclined?, "action"):
                suspect(scalar.text, names.actions, "action", scalar.span)
            case (.factRecorded?, "name"): check(scalar.text, names.facts.keys.sorted(), "fact", scalar.span)
            case (_?, "status"): suspect(scalar.text, names.statuses.keys.sorted(), "status", scalar.span)
            case (_?, "by") where !field.isChoice: suspect(scalar.text, names.roles, "role", scalar.span)
            default: break
            }
        }
    }
}
