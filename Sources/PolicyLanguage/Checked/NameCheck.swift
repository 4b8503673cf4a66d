import SourceText

/// Finds names that are used and not declared, and names that stand for two things.
struct NameCheck {
    let policy: Policy
    let names: DeclaredNames
    private let observable: NameSet
    private let stepCounts: [String: Int]
    var findings: Findings

    init(_ policy: Policy, _ names: DeclaredNames, _ findings: Findings) {
        self.policy = policy
        self.names = names
        self.findings = findings
        observable = names.observable
        stepCounts = Dictionary(policy.ladders.map { ($0.name.value, $0.steps.count) }) { first, _ in first }
    }

    mutating func check() {
        checkDeclarations()
        for measure in policy.measures {
            for trigger in measure.of { check(trigger) }
        }
        for ladder in policy.ladders {
            for trigger in ladder.when { check(trigger) }
            for step in ladder.steps { check(step.norms) }
            for reference in ladder.overrides { check(reference: reference) }
        }
        for status in policy.statuses {
            for rule in status.whileActive + status.options.flatMap(\.whileActive) { check(rule) }
            check(status.until)
            for reference in status.overrides { check(reference: reference) }
        }
        for rule in policy.rules { check(rule) }
    }

    /// Notes a name that is not declared.
    mutating func need(_ name: Located<String>, in known: NameSet) {
        if known.contains(name.value) || !known.couldHold(name.value) { return }
        findings.note(
            "unknown-name", name.span, "unknown \(known.noun) \(quoted(name.value))", known.help(for: name.value))
    }

    // MARK: Rules and triggers

    private mutating func check(_ rule: Rule) {
        for trigger in rule.when { check(trigger) }
        check(rule.norms)
        for begin in rule.begins {
            need(begin.status, in: names.statuses)
            check(begin.until)
        }
        for status in rule.ends { need(status, in: names.statuses) }
        for reference in rule.overrides { check(reference: reference) }
    }

    mutating func check(_ trigger: Trigger, isEnd: Bool = false) {
        switch trigger.kind {
        case .event(let type):
            if names.events.contains(type.value) { return }
            guard let help = meant(by: type.value, isEnd) else { return need(type, in: names.events) }
            findings.note(
                "unknown-name", type.span, "unknown \(names.events.noun) \(quoted(type.value))", help)
        case .conduct(let name): need(name, in: observable)
        case .measure(let measure, _): need(measure, in: names.measures)
        case .status(let status, _): need(status, in: names.statuses)
        case .duty(let action, _): need(action, in: names.actions)
        case .ladder(let name, let position):
            need(name, in: names.ladders)
            guard let count = stepCounts[name.value], count > 0, position.value > count else { return }
            findings.note(
                "out-of-range", position.span,
                "the ladder \(quoted(name.value)) has \(count == 1 ? "one step" : "\(count) steps") and never reaches "
                    + quoted(String(position.value)),
                "write a number from 1 to \(count)")
        }
    }

    /// What an author meant who named something else of the policy where an event belongs.
    private func meant(by word: String, _ isEnd: Bool) -> String? {
        // Conduct without its prefix is the slip that everybody makes once.
        if observable.contains(word) { return "did you mean \(quoted("conduct.\(word)"))?" }
        return TriggerHelp(names, isEnd: isEnd).help(forName: word)
    }

    mutating func check(_ until: Located<Until>?) {
        if case .event(let trigger) = until?.value { check(trigger, isEnd: true) }
    }

    private mutating func check(reference: Located<String>) {
        let words = reference.value.split(separator: ".", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return }
        let known: NameSet
        switch words[0] {
        case "rules": known = names.rules
        case "ladders": known = names.ladders
        case "statuses": known = names.statuses
        default: return
        }
        if known.contains(words[1]) { return }
        let near = nearest(words[1], in: known.all).map { "did you mean \(quoted("\(words[0]).\($0)"))?" }
        findings.note(
            "unknown-name", reference.span, "unknown \(known.noun) \(quoted(words[1]))",
            near ?? known.help(for: words[1]))
    }

    // MARK: Acts

    private mutating func check(_ norms: Norms) {
        for (_, act) in norms.all { check(act) }
    }

    private mutating func check(_ act: Act) {
        need(act.action, in: names.actions)
        for role in act.by { need(role, in: names.roles) }
        for script in act.scripts { need(script, in: names.scripts) }
        if let after = act.after { need(after, in: names.actions) }
        check(act.until)
        if let trigger = act.confirm?.until { check(trigger, isEnd: true) }
        if let status = act.status {
            need(status, in: names.statuses)
            if let option = act.option, let options = names.options[status.value] {
                let known = NameSet("option", in: "statuses.\(status.value).options", options)
                need(option, in: known)
            }
        } else if let option = act.option {
            findings.note(
                "missing-key", option.span, "an `option` is of a status, and this act names none",
                "add `status:` with the status it is an option of")
        }
        for act in act.ifMissed { check(act) }
    }
}
