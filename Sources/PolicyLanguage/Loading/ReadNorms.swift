import SourceText
import YAMLTree

extension PolicyReader {
    /// What stands under `must`, `should`, `may` and `must_not` of a map.
    mutating func norms(_ node: YAMLNode) -> Norms {
        var norms = Norms()
        for modality in Modality.allCases { norms[modality] = acts(node[modality.rawValue]) }
        return norms
    }

    /// Acts in the order written: names, and the entries of maps.
    mutating func acts(_ node: YAMLNode?) -> [Act] {
        guard let node else { return [] }
        var acts: [Act] = []
        for node in node.nodes {
            if let action = node.located {
                acts.append(Act(action: action, span: node.span))
            } else {
                for entry in node.entries ?? [] where entry.value.isEmptyPlain || entry.value.entries != nil {
                    acts.append(act(entry.key, entry.value))
                }
            }
        }
        return acts
    }

    private mutating func act(_ action: Located<String>, _ node: YAMLNode) -> Act {
        var act = Act(action: action, span: action.span.joined(with: node.span))
        act.by = unique(node["by"]?.texts ?? [], in: "by")
        act.to = node["to"]?.located ?? node["who"]?.located
        act.scripts = node["script"]?.texts ?? []
        act.within = term(node["within"], "within", .deadline)
        act.after = node["after"]?.located
        act.guard = node.guards
        act.until = until(node["until"])
        act.during = node["during"]?.choice()
        act.excusedBy = unique(node["excused_by"]?.texts ?? [], in: "excused_by")
        act.ifMissed = acts(node["if_missed"])
        act.confirm = confirm(node["confirm"])
        act.mode = node["mode"]?.choice()
        act.status = node["status"]?.located
        act.option = node["option"]?.located
        act.minutes = node["minutes"]?.number
        act.form = node["form"]?.located
        act.mustSay = unique(node["must_say"]?.texts ?? [], in: "must_say")
        act.fields = unique(node["fields"]?.texts ?? [], in: "fields")
        if node["to"] != nil, let who = node["who"] {
            findings.note("excluding-keys", who.span, "`to` and `who` mean the same", "keep one of the two")
        }
        return act
    }

    private mutating func confirm(_ node: YAMLNode?) -> Confirm? {
        guard let node, let every = term(node["every"], "every", .length) else { return nil }
        return Confirm(every: every, until: node["until"].flatMap { trigger($0) })
    }

    // MARK: Triggers

    mutating func triggers(_ node: YAMLNode?) -> [Trigger] {
        guard let node else { return [] }
        var triggers: [Trigger] = []
        for node in node.nodes { if let trigger = trigger(node) { triggers.append(trigger) } }
        return triggers
    }

    private mutating func trigger(_ node: YAMLNode) -> Trigger? {
        if let word = node.located {
            return Name.isEventType(word.value) ? Trigger(span: word.span, kind: PolicyReader.kind(of: word)) : nil
        }
        return kind(of: node).map { Trigger(span: node.headSpan.joined(with: node.span), kind: $0) }
    }

    /// `conduct.NAME` but for `conduct.observed` is a class or group; all else is an event type.
    private static func kind(of word: Located<String>) -> Trigger.Kind {
        let prefix = "conduct."
        guard word.value.hasPrefix(prefix), word.value != BuiltInEvent.conductObserved.rawValue else {
            return .event(word)
        }
        let name = String(word.value.dropFirst(prefix.count))
        let length = prefix.utf8.count
        let span = word.span.sub(offset: Int(word.span.length) - name.utf8.count, length: name.utf8.count)
        return .conduct(Located(name, Int(word.span.length) == length + name.utf8.count ? span : word.span))
    }

    private mutating func kind(of node: YAMLNode) -> Trigger.Kind? {
        if let measure = node["measure"]?.located {
            return reached(node["reaches"], of: measure).map { .measure(measure, reaches: $0) }
        }
        if let status = node["status"]?.located {
            guard let phase: Located<StatusPhase> = node["becomes"]?.choice() else { return nil }
            return .status(status, becomes: phase.value)
        }
        if let ladder = node["ladder"]?.located {
            guard let step = node["reaches"]?.number, let position = Int(exactly: step.value) else { return nil }
            return .ladder(ladder, reaches: Located(position, step.span))
        }
        if let duty = node["duty"]?.located {
            guard let state: Located<NormState> = node["becomes"]?.choice() else { return nil }
            return .duty(duty, becomes: state.value)
        }
        return nil
    }
}
