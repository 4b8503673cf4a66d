import PolicyEngine
import PolicyLanguage

/// A search for scenarios that try what no test has tried: breadth first, from cases that showed something new.
///
/// Deterministic: it counts the events it plays, never time.
struct Explorer {
    /// A case that was come to, by its last step and the one before.
    private struct Node {
        var parent: Int
        var step: Scenario.Step?
        var given: GivenMove?
        var root: Int
        var depth: Int
        var time: Int64 = 0
        var contact = 1
        var isEnded = false
        /// When the contact began.
        var began: Int64 = 0
        /// The counts that can be given, as they stand.
        var counts: [Int64] = []
    }

    private(set) var runner: ScenarioRunner
    private let budget: Int
    private(set) var played = 0
    private(set) var isTried: [Bool]
    private(set) var found: [Scenario] = []
    private var left: Int
    private var nodes: [Node] = []
    private var runs: [Int: CaseRun] = [:]
    /// Cases still to go on from: those that tried something, those with something new, those new as a whole.
    private var queues: [[Int]] = [[], [], []]
    private var heads = [0, 0, 0]
    private var singles: Set<UInt64> = []
    private var wholes: Set<UInt64> = []
    /// How often each count was given to a case that made it grow, and how often that is done at most.
    private var supposed: [Int: Int] = [:]
    private static let suppositions = 24
    /// Steps of the longest scenario, and milliseconds between two events.
    private static let depth = 14
    static let pause: Int64 = 10_000

    init(_ runner: ScenarioRunner, tried: [Bool], budget: Int) {
        self.runner = runner
        self.budget = budget
        isTried = tried
        left = tried.count { !$0 }
    }

    mutating func search() {
        if left == 0 { return }
        for channel in runner.vocabulary.channels {
            for start in runner.vocabulary.starts {
                let scenario = Scenario(channel: channel, steps: [.init(move: start, time: 0, contact: 1)])
                add(scenario)
            }
        }
        goOn()
    }

    /// Tries what is left with the examples of its hints, and goes on from there.
    mutating func search(_ example: (CoverageItem) -> ExampleText?) {
        for place in isTried.indices where !isTried[place] {
            guard let scenario = example(runner.list.items[place])?.scenario(&runner.vocabulary) else { continue }
            begin(scenario, given: scenario.given.first)
        }
        goOn()
    }

    private mutating func goOn() {
        while left > 0, played < budget, let index = next() {
            guard let run = runs.removeValue(forKey: index) else { continue }
            expand(index, run)
        }
    }

    private var roots: [Scenario] = []

    /// Begins at a start, as it is and with each thing that can be given.
    private mutating func add(_ scenario: Scenario) {
        for given in [nil] + runner.vocabulary.givens.map(Optional.init) {
            var scenario = scenario
            if let given { scenario.given = [given] }
            begin(scenario, given: given)
        }
    }

    /// Plays the one step that a scenario begins with.
    private mutating func begin(_ scenario: Scenario, given: GivenMove?) {
        roots.append(scenario)
        var run = runner.begin(scenario)
        let node = Node(parent: -1, step: scenario.steps[0], given: given, root: roots.count - 1, depth: 1, time: 0)
        let (reception, outcomes) = runner.take(scenario.steps[0], number: 1, channel: scenario.channel, &run)
        played += 1
        if case .accepted = reception { judge(node, run, outcomes) }
    }

    private mutating func next() -> Int? {
        for tier in queues.indices where heads[tier] < queues[tier].count {
            heads[tier] += 1
            return queues[tier][heads[tier] - 1]
        }
        return nil
    }

    // MARK: Going on

    private mutating func expand(_ index: Int, _ run: CaseRun) {
        let node = nodes[index]
        if node.depth >= Self.depth { return }
        for time in waits(node, run) { play(.init(move: nil, time: time, contact: node.contact), after: index, run) }
        let isAfterWait = node.step.map { $0.move == nil } ?? false
        let time = node.time + (isAfterWait ? 0 : Self.pause)
        for (number, move) in runner.vocabulary.moves.prefix(runner.vocabulary.explored).enumerated() {
            let isStart = move.type == BuiltInEvent.contactStarted.rawValue
            if isStart != node.isEnded, isStart { continue }
            let contact = isStart ? node.contact + 1 : node.contact
            play(.init(move: number, time: time, contact: contact), after: index, run)
            if runner.vocabulary.isHasty, time > node.time, move.isAnswer {
                play(.init(move: number, time: node.time, contact: contact), after: index, run)
            }
        }
    }

    /// Moments worth waiting for: what falls due next, and what conditions compare times with.
    private func waits(_ node: Node, _ run: CaseRun) -> [Int64] {
        var times = run.engine.moments(atMost: 10).map { $0 - ScenarioRunner.start }
        for length in runner.vocabulary.durations {
            times += [node.began + length, node.began + length + 1, node.time + length, node.time + length + 1]
        }
        return Set(times).filter { $0 > node.time && $0 <= TestTime.longest / 100 }.sorted()
    }

    private mutating func play(_ step: Scenario.Step, after parent: Int, _ before: CaseRun) {
        if left == 0 || played >= budget { return }
        played += 1
        var run = before
        let scenario = roots[nodes[parent].root]
        let (reception, outcomes) = runner.take(
            step, number: nodes[parent].depth + 1, channel: scenario.channel, &run)
        guard case .accepted = reception else { return }
        var node = nodes[parent]
        node.parent = parent
        node.step = step
        node.depth += 1
        node.time = step.time
        if let move = step.move {
            let type = runner.vocabulary.moves[move].type
            if type == BuiltInEvent.contactEnded.rawValue { node.isEnded = true }
            if type == BuiltInEvent.contactStarted.rawValue { (node.isEnded, node.began) = (false, step.time) }
        }
        node.contact = step.contact
        judge(node, run, outcomes)
    }

    /// Keeps a case that shows something new.
    private mutating func judge(_ node: Node, _ run: CaseRun, _ outcomes: [Outcome]) {
        var tier: Int?
        let marks = run.marks.isTried
        if isTried.indices.contains(where: { marks[$0] && !isTried[$0] }) {
            for place in isTried.indices where marks[place] && !isTried[place] {
                isTried[place] = true
                left -= 1
            }
            found.append(scenario(node))
            tier = 0
        }
        // What is new is new for a channel and a way to start.
        let root = roots[node.root]
        let channel = "\(root.channel) \(root.steps.first?.move ?? 0)"
        let who = Participants(contact: "c-\(node.contact)", customer: "cu-1", agent: "a-1")
        let glance = run.engine.glance(contact: who.contact, customer: who.customer, agent: who.agent)
        let features = Features(
            outcomes, glance,
            run.engine.standing(contact: who.contact, customer: who.customer, agent: who.agent), runner.vocabulary,
            in: channel, age: node.time - node.began)
        let counts = runner.vocabulary.givens.map { given in glance.value(of: given) }
        let grown = node.counts.isEmpty ? [] : counts.indices.filter { counts[$0] > node.counts[$0] }
        let isNew = features.singles.count { singles.insert($0).inserted } > 0
        let isNewWhole = wholes.insert(features.whole).inserted
        if isNew { tier = tier ?? 1 } else if isNewWhole { tier = tier ?? 2 }
        guard let tier else { return }
        keep(node, run, counts, tier)
        for given in grown where isNewWhole { supposeMore(runner.vocabulary.givens[given], before: node, given) }
    }

    private mutating func keep(_ node: Node, _ run: CaseRun, _ counts: [Int64], _ tier: Int) {
        var node = node
        node.counts = counts
        nodes.append(node)
        runs[nodes.count - 1] = run
        queues[tier].append(nodes.count - 1)
    }

    /// Plays a case that made a count grow once more, with as much of it given as lets it come to what is waited for.
    private mutating func supposeMore(_ given: GivenMove, before node: Node, _ index: Int) {
        if node.given != nil || supposed[index, default: 0] >= Self.suppositions { return }
        supposed[index, default: 0] += 1
        var scenario = scenario(node)
        scenario.given = [given]
        var run = runner.begin(scenario)
        var outcomes: [Outcome] = []
        roots.append(scenario)
        var copy = Node(parent: -1, step: nil, given: given, root: roots.count - 1, depth: 0)
        for (number, step) in scenario.steps.enumerated() {
            played += 1
            let taken = runner.take(step, number: number + 1, channel: scenario.channel, &run)
            guard case .accepted = taken.reception else { return }
            outcomes = taken.outcomes
            copy.step = step
            copy.depth = number + 1
            copy.time = step.time
            if number + 1 < scenario.steps.count {
                nodes.append(copy)
                copy.parent = nodes.count - 1
            }
        }
        (copy.contact, copy.isEnded, copy.began) = (node.contact, node.isEnded, node.began)
        judge(copy, run, outcomes)
    }

    private func scenario(_ node: Node) -> Scenario {
        var scenario = roots[node.root]
        var steps: [Scenario.Step] = []
        var current = node
        while let step = current.step {
            steps.append(step)
            if current.parent < 0 { break }
            current = nodes[current.parent]
        }
        scenario.steps = steps.reversed()
        return scenario
    }
}

extension Glance {
    /// The count that an assumption speaks of; 0 for any other.
    fileprivate func value(of given: GivenMove) -> Int64 {
        guard case .count(let name, _) = given.assumption else { return 0 }
        return measures.first { $0.name == name }?.value ?? 0
    }
}

extension Move {
    /// What a duty can be answered with.
    fileprivate var isAnswer: Bool {
        switch BuiltInEvent(rawValue: type) {
        case .actionDone?, .actionDeclined?, .supervisorJoined?: true
        default: false
        }
    }
}
