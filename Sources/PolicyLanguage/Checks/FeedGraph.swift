import SourceText

/// What brings about what in a policy without any further event: within one step, or by time alone.
///
/// Ladders climb and measures move by events only, and a deed is an event, so none of them is here. Conditions are
/// not looked at: they may hold.
struct FeedGraph {
    enum Node: Hashable {
        /// The rule of this index fires.
        case fires(Int)
        case status(String, StatusPhase)
        /// A duty to do this closes in this state.
        case duty(String, NormState)
    }

    let rules: [NormSource]
    private var edges: [Node: [Node]] = [:]
    private var known: Set<[Node]> = []

    init(_ view: PolicyView) {
        rules = view.sources.filter { $0.rule != nil }
        let banned = Set(view.acts.filter { $0.placed.modality == .mustNot }.map(\.placed.act.action.value))
        let lasting = Dictionary(view.policy.statuses.map { ($0.name.value, $0.until?.value) }) { first, _ in first }
        for (index, source) in rules.enumerated() {
            let node = Node.fires(index)
            for trigger in source.when {
                if let cause = FeedGraph.node(of: trigger) { add(cause, node) }
            }
            for begin in source.rule?.begins ?? [] {
                let status = begin.status.value
                add(node, .status(status, .active))
                end(status, begin.until?.value ?? lasting[status] ?? nil, begunBy: node)
            }
            for status in source.rule?.ends ?? [] { add(node, .status(status.value, .ended)) }
            for placed in source.acts { add(placed, of: source, node, banned) }
        }
        keepCycles()
    }

    /// Takes away what nothing brings about, again and again: what is left are cycles and what they lead to.
    private mutating func keepCycles() {
        var counts: [Node: Int] = [:]
        for targets in edges.values { for target in targets { counts[target, default: 0] += 1 } }
        var roots = edges.keys.filter { counts[$0] == nil }
        while let root = roots.popLast() {
            for target in edges.removeValue(forKey: root) ?? [] {
                counts[target, default: 0] -= 1
                if counts[target] == 0 { roots.append(target) }
            }
        }
    }

    /// The end that a beginning sets by time, or by what is not an event.
    private mutating func end(_ status: String, _ until: Until?, begunBy node: Node) {
        switch until {
        case .elapsed, .calendar: add(node, .status(status, .ended))
        case .event(let trigger):
            if let cause = FeedGraph.node(of: trigger) { add(cause, .status(status, .ended)) }
        case nil: break
        }
    }

    private mutating func add(_ placed: PlacedAct, of source: NormSource, _ fires: Node, _ banned: Set<String>) {
        let act = placed.act
        let action = act.action.value
        // What stands while a status is active comes with its beginning.
        var cause = fires
        if let status = source.status, source.when.isEmpty { cause = .status(status.name.value, .active) }
        if placed.modality == .mustNot { add(cause, .duty(action, .superseded)) }
        guard placed.modality.isDuty else { return }
        if act.hasDeadline { add(cause, .duty(action, .missed)) }
        if banned.contains(action) { add(cause, .duty(action, .superseded)) }
        if act.hasDeadline, !act.guard.isEmpty || (placed.isStanding && !source.guard.isEmpty) {
            add(cause, .duty(action, .released))
        }
        if placed.isStanding, let status = source.status {
            add(.status(status.name.value, .ended), .duty(action, .released))
        }
        switch act.until?.value {
        case .elapsed, .calendar: add(cause, .duty(action, .released))
        case .event(let trigger):
            if let closing = FeedGraph.node(of: trigger) { add(closing, .duty(action, .released)) }
        case nil: break
        }
    }

    private mutating func add(_ from: Node, _ to: Node) {
        if known.insert([from, to]).inserted { edges[from, default: []].append(to) }
    }

    private static func node(of trigger: Trigger) -> Node? {
        switch trigger.kind {
        case .event, .conduct, .measure, .ladder: nil
        case .status(let name, let phase): .status(name.value, phase)
        case .duty(let action, let state): .duty(action.value, state)
        }
    }

    // MARK: Ways

    /// How many edges were found.
    var size: Int { known.count }

    /// Whether a node is on a cycle, or follows from one, and brings something about.
    func isPartOfMore(_ node: Node) -> Bool { edges[node] != nil }

    /// A shortest way from a node back to itself past none of others, the node first and not repeated; nil where there
    /// is none.
    func cycle(through start: Node, avoiding others: Set<Node>) -> [Node]? {
        var before: [Node: Node] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for target in edges[node] ?? [] {
                if target == start {
                    var way = [node]
                    while let last = way.last, last != start, let earlier = before[last] { way.append(earlier) }
                    return way.reversed()
                }
                if before[target] == nil, !others.contains(target) {
                    before[target] = node
                    queue.append(target)
                }
            }
        }
        return nil
    }

    /// Whether one node can bring about another.
    func leads(from starts: [Node], to goal: Node) -> Bool {
        var seen = Set(starts)
        var queue = starts
        while let node = queue.popLast() {
            if node == goal { return true }
            for target in edges[node] ?? [] where seen.insert(target).inserted { queue.append(target) }
        }
        return false
    }
}
