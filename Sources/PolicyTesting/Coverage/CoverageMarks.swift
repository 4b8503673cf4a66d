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

    /// Takes note of what the outcomes of a step show.
    mutating func note(_ outcomes: [Outcome]) {
        noteGiven(outcomes)
        for change in outcomes.flatMap(\.changes) { note(change) }
    }

    /// Takes note of norms only: a status that was given has not begun by itself.
    mutating func noteGiven(_ outcomes: [Outcome]) {
        for norm in outcomes.flatMap(\.issued) {
            var to: String?
            for argument in norm.arguments where argument.name == "to" {
                if case .text(let text) = argument.value { to = text }
            }
            mark("\(norm.rule) fires")
            mark("\(norm.rule) \(CoverageList.what(norm.modality, norm.action, to))")
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
