import PolicyLanguage

/// The picture as boxes and arrows, for the forms that another program lays out.
struct Flow {
    enum Kind: Equatable {
        case trigger, rule, ladder, step, status
        case act(Modality)
    }

    struct Node {
        var id: String
        /// The first line names it.
        var lines: [String]
        var kind: Kind
    }

    struct Edge {
        var from: String
        var to: String
        var label: String
    }

    /// Boxes that belong together under a heading.
    struct Region {
        var heading: String
        var nodes: [Node]
    }

    private(set) var regions: [Region] = []
    private(set) var edges: [Edge] = []
    private var triggers: [Node] = []

    init(_ picture: Picture) {
        for ladder in picture.ladders { add(ladder) }
        for status in picture.statuses { add(status) }
        for group in picture.groups {
            var nodes: [Node] = []
            for rule in group.rules { add(rule, to: &nodes) }
            regions.append(Region(heading: group.heading, nodes: nodes))
        }
        if !triggers.isEmpty { regions.insert(Region(heading: "What sets it off", nodes: triggers), at: 0) }
    }

    // MARK: Parts

    private mutating func add(_ ladder: Picture.LadderFacts) {
        var nodes = [Node(id: ladder.id, lines: ["ladder \(ladder.name)"] + ladder.facts, kind: .ladder)]
        for trigger in ladder.triggers { link(trigger, to: ladder.id) }
        var before = ladder.id
        for step in ladder.steps {
            let times = step.times > 1 ? ["after \(step.times) observations"] : []
            nodes.append(Node(id: step.id, lines: ["step \(step.number)"] + times, kind: .step))
            edges.append(Edge(from: before, to: step.id, label: before == ladder.id ? "climbs to" : "then"))
            for act in step.acts { add(act, from: step.id, "", to: &nodes) }
            before = step.id
        }
        regions.append(Region(heading: "Ladder \(ladder.name)", nodes: nodes))
    }

    private mutating func add(_ status: Picture.StatusFacts) {
        var nodes = [Node(id: status.id, lines: ["status \(status.name)"] + status.facts, kind: .status)]
        for rule in status.rules {
            add(rule, to: &nodes)
            edges.append(Edge(from: status.id, to: rule.id, label: "while active"))
        }
        regions.append(Region(heading: "Status \(status.name)", nodes: nodes))
    }

    private mutating func add(_ rule: Picture.RuleFacts, to nodes: inout [Node]) {
        nodes.append(Node(id: rule.id, lines: [rule.name] + rule.facts, kind: .rule))
        for trigger in rule.triggers { link(trigger, to: rule.id) }
        for begin in rule.begins {
            let label = "begins" + (begin.until.map { " \($0)" } ?? "")
            edges.append(Edge(from: rule.id, to: "statuses.\(begin.status)", label: label))
        }
        for end in rule.ends { edges.append(Edge(from: rule.id, to: "statuses.\(end)", label: "ends")) }
        for act in rule.acts { add(act, from: rule.id, "", to: &nodes) }
    }

    private mutating func add(_ act: Picture.ActFacts, from owner: String, _ label: String, to nodes: inout [Node]) {
        var lines = ["\(act.modality.word) \(act.action)"]
        if !act.by.isEmpty { lines.append("by \(act.by.joined(separator: ", "))") }
        nodes.append(Node(id: act.id, lines: lines + act.details, kind: .act(act.modality)))
        edges.append(Edge(from: owner, to: act.id, label: label))
        for missed in act.missed { add(missed, from: act.id, "if missed", to: &nodes) }
    }

    private mutating func link(_ trigger: Picture.TriggerFacts, to id: String) {
        switch trigger.cause {
        case .status(let name): edges.append(Edge(from: "statuses.\(name)", to: id, label: trigger.text))
        case .ladder(let name, let step):
            edges.append(Edge(from: "ladders.\(name).\(step)", to: id, label: trigger.text))
        case .event, .conduct, .measure, .duty:
            let node = "when \(trigger.text)"
            if !triggers.contains(where: { $0.id == node }) {
                triggers.append(
                    Node(id: node, lines: [trigger.text] + (trigger.detail.map { [$0] } ?? []), kind: .trigger))
            }
            edges.append(Edge(from: node, to: id, label: ""))
        }
    }
}

extension Modality {
    /// The word in capitals, as a picture shows it.
    var word: String {
        switch self {
        case .must: "MUST"
        case .should: "SHOULD"
        case .may: "MAY"
        case .mustNot: "MUST NOT"
        }
    }
}
