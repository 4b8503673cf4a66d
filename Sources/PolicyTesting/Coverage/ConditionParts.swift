import CEL

/// A condition as a tree of what `&&`, `||` and `!` make it of, for telling which part decided it.
struct ConditionParts: Sendable {
    /// The whole, or one part of it.
    struct Node: Sendable {
        let text: String
        let range: Range<Int>
        /// The outcomes worth a test: those that are possible and that can be decided here.
        let wanted: [Bool]
        let program: CELProgram?
        fileprivate let role: CELSubcondition.Role
        fileprivate(set) var children: [Int] = []
        private var places: [Bool: Int] = [:]

        fileprivate init(_ part: CELSubcondition, impossible: Set<Bool>) {
            text = part.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            range = part.range
            role = part.role
            program = part.hasParts ? nil : part.program
            let candidates: [Bool] =
                switch part.role {
                case .whole: [true, false]
                case .conjunct: [false]
                case .disjunct: [true]
                case .negated: []
                }
            wanted = candidates.filter { !impossible.contains($0) }
        }

        fileprivate mutating func note(_ place: Int, for truth: Bool) { places[truth] = place }
        /// The item of an outcome of this node.
        func place(of truth: Bool) -> Int? { places[truth] }
    }

    /// The whole first; each before its parts.
    private(set) var nodes: [Node] = []
    /// All its items.
    private(set) var places: [Int] = []

    init(_ checked: CheckedCEL) {
        var path: [Int] = []
        for part in checked.subconditions {
            var impossible: Set<Bool> = []
            for warning in checked.warnings where warning.range == part.range {
                if warning.code == "always-true" { impossible.insert(false) }
                if warning.code == "always-false" || warning.code == "always-fails" { impossible.insert(true) }
            }
            path.removeLast(path.count - min(path.count, part.depth))
            if let parent = path.last { nodes[parent].children.append(nodes.count) }
            path.append(nodes.count)
            nodes.append(Node(part, impossible: impossible))
        }
    }

    /// Takes note of the item of an outcome of a node.
    mutating func note(_ place: Int, for truth: Bool, of node: Int) {
        nodes[node].note(place, for: truth)
        places.append(place)
    }

    /// The items that an evaluation tried: the outcome of the whole, and of each part that alone decided it.
    ///
    /// `leaf` gives the truth of a part without parts; nil where it has none.
    func tried(_ truth: Bool, _ leaf: (CELProgram) -> Bool?) -> [Int] {
        var found = [nodes[0].place(of: truth)].compactMap { $0 }
        if nodes.count == 1 { return found }
        let leaves = nodes.map { $0.program.flatMap(leaf) }
        for index in nodes.indices.dropFirst() {
            guard let own = value(index, leaves, flipped: nil), let place = nodes[index].place(of: own) else {
                continue
            }
            if value(0, leaves, flipped: index) != truth { found.append(place) }
        }
        return found
    }

    /// A node's truth; a part that has none leaves it open unless another decides.
    private func value(_ index: Int, _ leaves: [Bool?], flipped: Int?) -> Bool? {
        let node = nodes[index]
        var truth: Bool?
        if let first = node.children.first {
            let parts = node.children.map { value($0, leaves, flipped: flipped) }
            switch nodes[first].role {
            case .conjunct: truth = parts.contains(false) ? false : parts.contains(nil) ? nil : true
            case .disjunct: truth = parts.contains(true) ? true : parts.contains(nil) ? nil : false
            case .negated, .whole: truth = parts[0].map { !$0 }
            }
        } else {
            truth = leaves[index]
        }
        return index == flipped ? truth.map { !$0 } : truth
    }
}
