import SourceText

/// `overrides` that go round in a circle, or settle nothing.
struct Overrides {
    /// Which acts a source rules out, and which it asks for or allows.
    private struct Stance {
        var banned: Set<String> = []
        var wanted: Set<String> = []

        func opposes(_ other: Stance) -> Bool {
            !banned.isDisjoint(with: other.wanted) || !wanted.isDisjoint(with: other.banned)
        }
    }

    private var targets: [String: [Located<String>]] = [:]
    private var names: [String] = []
    private var stances: [String: Stance] = [:]

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = Overrides(view)
        return check.cycles() + check.idle()
    }

    private init(_ view: PolicyView) {
        for rule in view.policy.rules { add("rules.\(rule.name.value)", rule.overrides) }
        for ladder in view.policy.ladders { add("ladders.\(ladder.name.value)", ladder.overrides) }
        for status in view.policy.statuses {
            let rules = status.whileActive + status.options.flatMap(\.whileActive)
            add("statuses.\(status.name.value)", status.overrides + rules.flatMap(\.overrides))
        }
        for (source, placed) in view.acts {
            let action = placed.act.action.value
            if placed.modality == .mustNot {
                stances[source.name, default: Stance()].banned.insert(action)
            } else {
                stances[source.name, default: Stance()].wanted.insert(action)
            }
        }
    }

    private mutating func add(_ name: String, _ overridden: [Located<String>]) {
        if overridden.isEmpty { return }
        names.append(name)
        targets[name] = overridden
    }

    /// Circles, each told at its first reference in the order of the policy. Linear: what was left once leads to no
    /// circle that is not known.
    private func cycles() -> [Diagnostic] {
        var found: [Diagnostic] = []
        var done: Set<String> = []
        for start in names where !done.contains(start) {
            var way: [String] = []
            var next: [Int] = []
            var places: [String: Int] = [:]
            func enter(_ name: String) {
                places[name] = way.count
                way.append(name)
                next.append(0)
            }
            enter(start)
            while let name = way.last {
                let step = next[next.count - 1]
                guard let references = targets[name], step < references.count else {
                    done.insert(name)
                    places[name] = nil
                    way.removeLast()
                    next.removeLast()
                    continue
                }
                next[next.count - 1] += 1
                let target = references[step].value
                if let place = places[target] {
                    found.append(Overrides.cycle(Array(way[place...]), at: references[step]))
                } else if !done.contains(target) {
                    enter(target)
                }
            }
        }
        return found
    }

    private static func cycle(_ way: [String], at reference: Located<String>) -> Diagnostic {
        let shown = way.count > 8 ? way.prefix(8).map(quoted) + ["…"] : way.map(quoted)
        return .error(
            "override-cycle", reference.span,
            way.count == 1
                ? "\(quoted(way[0])) overrides itself"
                : "these override each other in a circle: \((shown + [quoted(way[0])]).joined(separator: " -> "))",
            "take one of them out: of two opposed norms one is the stronger")
    }

    /// References to what says nothing opposed.
    private func idle() -> [Diagnostic] {
        names.flatMap { name in
            (targets[name] ?? []).compactMap { target in
                if target.value == name || (stances[name] ?? Stance()).opposes(stances[target.value] ?? Stance()) {
                    return nil
                }
                return .warning(
                    "idle-override", target.span,
                    "\(quoted(name)) and \(quoted(target.value)) say nothing opposed of one act",
                    "take it out, or name what rules out an act that \(quoted(name)) asks for or allows")
            }
        }
    }
}
