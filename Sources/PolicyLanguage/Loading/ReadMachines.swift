import SourceText
import YAMLTree

extension PolicyReader {
    mutating func measure(_ name: Located<String>, _ node: YAMLNode) -> Measure? {
        if node["count"] != nil, node["elapsed"] != nil {
            findings.note(
                "excluding-keys", name.span, "the measure \(quoted(name.value)) has both `count` and `elapsed`",
                "keep one, or make two measures of it")
        }
        guard let kind = measureKinds[name.value], let of = node[kind == .count ? "count" : "elapsed"] else {
            return nil
        }
        var measure = Measure(
            name: name, span: node.span, kind: kind, of: triggers(of), guard: node.guards,
            per: node["per"]?.choice()?.value ?? .contact)
        for trigger in measure.of {
            noteNoEvent(
                trigger, "a measure counts events or runs from one", key: kind == .count ? "count" : "elapsed",
                "name an event type such as `contact.ended`, or conduct such as `conduct.insult`")
        }
        measure.inLast = term(node["in_last"], "in_last", .window)
        measure.runsWhile = node["runs_while"]?.condition
        if kind == .elapsed, let window = measure.inLast {
            findings.note(
                "excluding-keys", window.span, "a clock has no `in_last`",
                "remove it, or use `count` in place of `elapsed`")
        }
        if kind == .count, let condition = measure.runsWhile {
            findings.note(
                "excluding-keys", condition.text.span, "a count has no `runs_while`",
                "put the condition into `if`, or use `elapsed` in place of `count`")
        }
        return measure
    }

    mutating func ladder(_ name: Located<String>, _ node: YAMLNode) -> Ladder? {
        guard node.entries != nil else { return nil }
        var ladder = Ladder(name: name, span: node.span)
        ladder.when = triggers(node["when"])
        ladder.guard = guards(node, ladder.when)
        ladder.channels = unique(node["channels"]?.texts ?? [], in: "channels")
        ladder.per = node["per"]?.choice()?.value ?? .contact
        ladder.inLast = term(node["in_last"], "in_last", .window)
        ladder.suspendedWhile = node["suspended_while"]?.condition
        ladder.climbs = node["climbs"]?.choice()?.value ?? .whenDone
        ladder.coolsAfter = term(node["cools"]?["after"], "after", .length)
        for step in node["steps"]?.items ?? [] where step.entries != nil {
            let times = step["times"]?.number.flatMap { Int(exactly: $0.value) } ?? 1
            ladder.steps.append(Ladder.Step(span: step.span, times: max(times, 1), norms: norms(step)))
        }
        ladder.overrides = node["overrides"]?.texts ?? []
        ladder.cites = node["cites"]?.texts ?? []
        checkWindow(of: ladder)
        return ladder
    }

    private mutating func checkWindow(of ladder: Ladder) {
        for trigger in ladder.when {
            noteNoEvent(
                trigger, "a ladder climbs by events", key: "when",
                "name conduct such as `conduct.insult`, or an event type; or use a rule")
        }
        guard let window = ladder.inLast else { return }
        if ladder.per == .contact {
            findings.note(
                "excluding-keys", window.span, "a ladder per contact has no `in_last`",
                "remove it, or write `per: customer`")
        } else if let cools = ladder.coolsAfter {
            findings.note(
                "excluding-keys", cools.span, "a ladder with `in_last` does not cool: each climb ages by itself",
                "keep one of `in_last` and `cools`")
        }
    }

    mutating func rule(_ name: Located<String>, _ node: YAMLNode) -> Rule? {
        guard node.entries != nil else { return nil }
        var rule = Rule(name: name, span: node.span)
        rule.when = triggers(node["when"])
        rule.guard = guards(node, rule.when)
        rule.channels = unique(node["channels"]?.texts ?? [], in: "channels")
        rule.norms = norms(node)
        rule.begins = begins(node["begin"])
        rule.ends = unique(node["end"]?.texts ?? [], in: "end")
        rule.overrides = node["overrides"]?.texts ?? []
        rule.cites = node["cites"]?.texts ?? []
        return rule
    }

    /// The conditions of what triggers set off; none where the triggers could not be read, for it is not known then
    /// what the conditions speak of.
    private func guards(_ node: YAMLNode, _ when: [Trigger]) -> Guard {
        node["when"] != nil && when.isEmpty ? Guard() : node.guards
    }

    private mutating func begins(_ node: YAMLNode?) -> [Begin] {
        guard let entries = node?.entries else {
            return unique(node?.texts ?? [], in: "begin").map { Begin(status: $0, until: nil) }
        }
        var begins: [Begin] = []
        // Another shape of its value was told; what the key names is not known then.
        for entry in entries where entry.value.isEmptyPlain || entry.value.entries != nil {
            begins.append(Begin(status: entry.key, until: until(entry.value["until"])))
        }
        return begins
    }

    private mutating func whileActive(_ node: YAMLNode, _ name: String) -> [Rule] {
        var rules: [Rule] = []
        for (index, entry) in (node["while_active"]?.nodes ?? []).enumerated() {
            if let rule = rule(Located("\(name).\(index + 1)", entry.headSpan), entry) { rules.append(rule) }
        }
        return rules
    }

    mutating func status(_ name: Located<String>, _ node: YAMLNode) -> StatusDeclaration? {
        guard node.entries != nil else { return nil }
        // Where `about` is missing or wrong, that was told; contact stands in for it.
        let about: Home = node["about"]?.choice()?.value ?? .contact
        var status = StatusDeclaration(name: name, span: node.span, about: about)
        status.whileActive = whileActive(node, name.value)
        for option in node["options"]?.entries ?? [] {
            let rules = whileActive(option.value, "\(name.value).\(option.key.value)")
            status.options.append(StatusOption(name: option.key, whileActive: rules))
        }
        status.until = until(node["until"])
        let fields = node["fields"]
        status.fields = unique(fields?.entries?.map(\.key) ?? fields?.texts ?? [], in: "fields")
        status.overrides = node["overrides"]?.texts ?? []
        for entry in node.entries ?? [] where !entry.value.isEmptyPlain {
            if let key = Grammar.status[entry.key.value], !key.isBuilt {
                leave(
                    "\(quoted(key.name)) of a status", entry.key, entry.value,
                    instead: instead.status(key.name, name.value, entry.value))
            }
        }
        return status
    }
}
