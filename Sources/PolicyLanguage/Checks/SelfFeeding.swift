import SourceText

/// Rules that set themselves off again, at once or for ever as time goes on.
struct SelfFeeding {
    private let graph: FeedGraph

    private static let mostFindings = 20

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = SelfFeeding(graph: FeedGraph(view))
        var told: Set<Int> = []
        var found: [Diagnostic] = []
        // Each search takes as long as the graph is big; only a policy that no hand wrote comes to the end of these.
        var searches = max(20, 500_000 / (check.graph.size + 1))
        for index in check.graph.rules.indices where check.graph.isPartOfMore(.fires(index)) {
            if told.contains(index) || found.count == mostFindings { continue }
            guard let cycle = check.cycle(through: index, &searches) else { continue }
            for case .fires(let rule) in cycle { told.insert(rule) }
            found.append(check.finding(cycle, index))
        }
        return found
    }

    /// A way from a rule back to itself on which something new happens each time round.
    private func cycle(through rule: Int, _ searches: inout Int) -> [FeedGraph.Node]? {
        var idle: Set<FeedGraph.Node> = []
        while searches > 0 {
            searches -= 1
            guard let cycle = graph.cycle(through: .fires(rule), avoiding: idle) else { return nil }
            guard let node = cycle.first(where: { isIdle($0, in: cycle) }) else { return cycle }
            idle.insert(node)
        }
        return nil
    }

    /// Whether nothing comes of a status: one that is active cannot begin, and one that is not cannot end.
    private func isIdle(_ node: FeedGraph.Node, in cycle: [FeedGraph.Node]) -> Bool {
        guard case .status(let name, let phase) = node else { return false }
        switch phase {
        case .active:
            let end = FeedGraph.Node.status(name, .ended)
            return !cycle.contains(end) && (isHeld(name, in: cycle) || !graph.leads(from: cycle, to: end))
        case .ended: return !graph.leads(from: cycle, to: .status(name, .active))
        }
    }

    /// Whether the way goes through a duty that stands by the status, so that the status is still active after it.
    private func isHeld(_ status: String, in cycle: [FeedGraph.Node]) -> Bool {
        for (index, node) in cycle.enumerated() where node == .status(status, .active) {
            if case .duty = cycle[(index + 1) % cycle.count] { return true }
        }
        return false
    }

    // MARK: The finding

    private func finding(_ cycle: [FeedGraph.Node], _ index: Int) -> Diagnostic {
        let rule = graph.rules[index]
        let shown = cycle.count > 12 ? Array(cycle.prefix(11)) : cycle
        let way = (shown.map(words) + (shown.count < cycle.count ? ["…"] : []) + [quoted(rule.id)])
            .joined(separator: " -> ")
        var related: [Diagnostic.Related] = []
        for case .fires(let other) in cycle where other != index {
            related.append(
                Diagnostic.Related(
                    span: graph.rules[other].span, message: "\(quoted(graph.rules[other].id)) is part of it"))
        }
        return .error(
            "self-feeding", rule.span, "\(quoted(rule.id)) sets itself off again without end: \(way)",
            help(cycle), related: related)
    }

    private func words(_ node: FeedGraph.Node) -> String {
        switch node {
        case .fires(let index): quoted(graph.rules[index].id)
        case .status(let name, let phase): "status \(quoted(name)) becomes \(phase.rawValue)"
        case .duty(let action, let state): "duty \(quoted(action)) becomes \(state.rawValue)"
        }
    }

    private func help(_ cycle: [FeedGraph.Node]) -> String {
        for case .duty(let action, let state) in cycle {
            if state == .missed {
                return "write what follows as `if_missed:` of \(quoted(action)), which does not come round again"
            }
            return "let the rule demand something else than \(quoted(action)), or set it off by an event"
        }
        return "set one of the rules off by an event, such as `when: contact.started`"
    }
}
