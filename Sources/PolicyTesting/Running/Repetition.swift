import PolicyEngine
import PolicyLanguage

/// What was asked for or begun once more while it stood, and so changed nothing.
struct Repetition {
    enum Subject: Equatable {
        case norm(String, action: String)
        /// `end`: when it ends all the same, where a length of time ends it.
        case status(String, end: Int64?)
    }

    /// `rules.threat`, `ladders.abuse.2`.
    var rule: String
    var subject: Subject
    var time: Int64
    var step: Int

    /// A line in the life of the case.
    func line(_ clock: TestClock) -> String {
        switch subject {
        case .norm(_, let action):
            let verb = rule.hasPrefix("ladders.") ? "asked" : "fired"
            return "\(rule) \(verb) again; `\(action)` stood already and stands once"
        case .status(let name, let end):
            return "\(rule) began `\(name)` again while it was active" + Self.stays(end, clock)
        }
    }

    /// A clause that says why something ended before its author thought.
    func clause(_ clock: TestClock) -> String {
        switch subject {
        case .norm(_, let action):
            let verb = rule.hasPrefix("ladders.") ? "asked" : "fired"
            return
                "\(rule) \(verb) again at \(clock.text(time)); `\(action)` stood already and stands once (one for each: count what asks "
                + "for it and what was done, and ask again while there is more of the first, `if: 'asked > done'`)"
        case .status(_, let end):
            return "\(rule) began it again at \(clock.text(time)) while it was active" + Self.stays(end, clock)
        }
    }

    private static func stays(_ end: Int64?, _ clock: TestClock) -> String {
        end.map { "; its end stays at \(clock.text($0))" } ?? "; that changed nothing"
    }
}

/// Watches rules begin statuses that are active.
struct StatusRepetitions {
    private let statuses: [StatusDeclaration]
    private let begins: [String: [Begin]]
    /// Those that were active before the step at hand.
    private var active: Set<String> = []
    /// What began each in the step at hand, if it was not active.
    private var beginning: [String: Begin] = [:]
    private var ends: [String: Int64] = [:]
    /// When each last began.
    private(set) var began: [String: Int64] = [:]

    init(_ policy: Policy) {
        statuses = policy.statuses
        begins = Dictionary(policy.rules.map { ("rules.\($0.name.value)", $0.begins) }) { first, _ in first }
    }

    mutating func begin(_ isActive: (String) -> Bool) {
        active = Set(statuses.map(\.name.value).filter(isActive))
        beginning = [:]
    }

    /// What an outcome began again, added to those before; one that began anew after all is taken out.
    mutating func note(_ outcome: Outcome, step: Int, _ found: inout [Repetition]) {
        for case .entry(let look) in outcome.trace.looks where look.result == .fired {
            for begin in begins[look.entry] ?? [] {
                let name = begin.status.value
                if beginning[name] == nil { beginning[name] = begin }
                guard active.contains(name) else { continue }
                let subject = Repetition.Subject.status(name, end: ends[name])
                found.append(Repetition(rule: look.entry, subject: subject, time: outcome.time, step: step))
            }
        }
        for case .status(let name, _, let phase) in outcome.changes {
            ends[name] = phase == .active ? end(name, at: outcome.time) : nil
            if phase == .active { began[name] = outcome.time }
            if phase == .active { found.removeAll { $0.step == step && $0.isOf(status: name) } }
        }
    }

    private func end(_ name: String, at time: Int64) -> Int64? {
        let until = beginning[name]?.until ?? statuses.first { $0.name.value == name }?.until
        guard case .elapsed(let length)? = until?.value else { return nil }
        return time + length
    }

    /// What to write for an end that moves with each time a rule fires; nil where no length of time ends the status.
    func renewal(_ name: String, by rule: String, _ policy: Policy) -> String? {
        guard let status = statuses.first(where: { $0.name.value == name }),
            let until = (begins[rule]?.first { $0.status.value == name }?.until ?? status.until)?.value,
            case .elapsed(let length) = until,
            let event = policy.rules.first(where: { "rules.\($0.name.value)" == rule })?.when.lazy.compactMap(\.event)
                .first
        else { return nil }
        let clock = "since_" + (event.split(separator: ".").last.map(String.init) ?? event)
        return "for an end that moves, write `until: {measure: \(clock), reaches: \(TestTime.text(length))}` and "
            + "`measures: {\(clock): {elapsed: \(event), per: \(status.about.rawValue)}}`"
    }
}

extension Repetition {
    func isOf(status: String) -> Bool {
        if case .status(status, _) = subject { true } else { false }
    }

    func isOf(norm: String) -> Bool {
        if case .norm(norm, _) = subject { true } else { false }
    }
}

extension Trigger {
    /// The event it waits for, as a policy names it.
    var event: String? {
        switch kind {
        case .event(let name): name.value
        case .conduct(let name): "conduct.\(name.value)"
        default: nil
        }
    }
}
