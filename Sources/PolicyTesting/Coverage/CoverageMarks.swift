import CEL
import PolicyEngine
import PolicyLanguage

/// What one test tried of a policy.
struct CoverageMarks: Sendable {
    private(set) var isTried: [Bool]
    private let list: CoverageList

    init(_ list: CoverageList) {
        self.list = list
        isTried = Array(repeating: false, count: list.items.count)
    }

    /// Takes note of what an outcome shows, and of what the interpreter looked at on the way to it.
    mutating func note(_ outcome: Outcome) {
        for change in outcome.changes { note(change) }
        for case .entry(let look) in outcome.trace.looks where look.result == .fired { mark("\(look.entry) fires") }
        noteGiven(outcome)
    }

    /// Takes note of norms and conditions only: a status that was given has not begun by itself.
    mutating func noteGiven(_ outcome: Outcome) {
        for norm in outcome.issued {
            var to: String?
            for argument in norm.arguments where argument.name == "to" {
                if case .text(let text) = argument.value { to = text }
            }
            // What stands by a status is set off by nothing else.
            mark("\(norm.rule) fires")
            mark("\(norm.rule) \(CoverageList.what(norm.modality, norm.action, to))")
        }
        for case .condition(let look) in outcome.trace.looks { note(look) }
    }

    private mutating func note(_ look: ConditionLook) {
        guard case .holds(let truth) = look.result else { return note(look, false) }
        note(look, truth)
    }

    private mutating func note(_ look: ConditionLook, _ truth: Bool) {
        var machine = CELMachine()
        for parts in list.conditions(at: ConditionSite(look)) where !parts.places.allSatisfy({ isTried[$0] }) {
            let tried = parts.tried(truth) { leaf in try? leaf.evaluateBool(look, &machine).get() }
            for place in tried { isTried[place] = true }
        }
    }

    private mutating func note(_ change: Outcome.Change) {
        switch change {
        case .ladder(let name, let from, let to):
            for step in stride(from: from + 1, through: to, by: 1) { mark("ladders.\(name).\(step) is reached") }
        case .status(let name, _, let phase):
            mark("statuses.\(name) \(phase == .active ? "begins" : "ends")")
        }
    }

    private mutating func mark(_ key: String) {
        if let place = list.place(of: key) { isTried[place] = true }
    }
}
