import AuditLog
import PolicyEngine
import PolicyLanguage

/// Replays a log up to one event and tells why it had the consequences it had.
///
/// A value without clock or I/O: feed it the events of a log in order, then `finish`.
public struct Explainer: Sendable {
    private let target: String
    private let checked: CheckedPolicy
    private let checks: ConditionChecks
    private let withTexts: Bool
    private let moments: (@Sendable (Int64) -> String)?
    /// Whom measures are read of, where the event itself does not say.
    private let subject: Subject
    private var engine: Engine
    private var memory = CaseMemory()
    private var channels: [String: String] = [:]
    /// The event at hand, and that of the target once it came.
    private var current: Event?
    private var event: Event?
    private var outcomes: [(outcome: Outcome, memory: CaseMemory)] = []
    /// Values of measures when the target's step was over.
    private var measures: [String: String] = [:]
    /// Ids of events and of what fell due, for "did you mean".
    public private(set) var ids: [String] = []

    package struct Subject: Sendable {
        var contact: String?
        var customer: String?
        var agent: String?

        package init(contact: String? = nil, customer: String? = nil, agent: String? = nil) {
            self.contact = contact
            self.customer = customer
            self.agent = agent
        }
    }

    /// What people said stands in the answer only `withTexts`.
    ///
    /// - Throws: `ProgramRefusal` where the policy cannot be run.
    public init(_ policy: CheckedPolicy, event target: String, withTexts: Bool = false) throws(ProgramRefusal) {
        self.target = target
        self.withTexts = withTexts
        checked = policy
        moments = nil
        subject = Subject()
        checks = ConditionChecks(policy, withTexts: withTexts)
        engine = Engine(try Program(policy, tracing: true))
    }

    /// Goes on from an engine whose program traces, as a case does that began with something given. `moments` writes
    /// times down in another way than by the clock.
    package init(
        _ policy: CheckedPolicy, event target: String, of subject: Subject, from engine: Engine,
        moments: @escaping @Sendable (Int64) -> String
    ) {
        self.target = target
        self.moments = moments
        self.subject = subject
        self.engine = engine
        withTexts = false
        checked = policy
        checks = ConditionChecks(policy, withTexts: false)
    }

    /// Takes the next event of the log.
    @discardableResult
    public mutating func take(_ event: Event) -> Reception {
        current = event
        ids.append(event.id)
        if let contact = event.contact, let channel = event.channel, channels[contact] == nil {
            channels[contact] = channel
        }
        if event.id == target, self.event == nil { self.event = event }
        var found: [Outcome] = []
        let reception = engine.handle(event) { found.append($0) }
        for outcome in found { note(outcome) }
        if event.id == target { readMeasures(event) }
        return reception
    }

    /// Agents answer what they have heard.
    public mutating func finish() {
        var found: [Outcome] = []
        engine.flush { found.append($0) }
        for outcome in found { note(outcome) }
    }

    private mutating func note(_ outcome: Outcome) {
        if outcome.event == target { outcomes.append((outcome, memory)) }
        if outcome.event != current?.id { ids.append(outcome.event) }
        memory.note(outcome)
    }

    private mutating func readMeasures(_ event: Event) {
        for measure in checked.policy.measures {
            let contact = event.contact ?? subject.contact
            let customer = event.customer ?? subject.customer
            let agent = event.agent ?? subject.agent
            // A measure of nobody in particular has no value.
            let owner =
                switch measure.per {
                case .contact: contact
                case .customer: customer ?? contact
                case .agent: agent
                }
            let value = engine.measure(measure.name.value, contact: contact, customer: customer, agent: agent)
            guard owner != nil, let value else { continue }
            measures[measure.name.value] = measure.kind == .elapsed ? PlainWords.length(value) : "\(value)"
        }
    }

    // MARK: The answer

    /// Why; of one rule alone, or why not, where one is asked about. nil where the log has no such event.
    public func explanation(rule: String? = nil) -> Explanation? {
        guard let first = outcomes.first else { return event.map { bare($0, rule) } }
        var explanation = Explanation(
            event: target, time: first.outcome.time, contact: first.outcome.contact, customer: first.outcome.customer,
            agent: first.outcome.agent, policy: checked.reference, sentence: sentence, findings: [])
        for (outcome, memory) in outcomes {
            let found = reasons(outcome, memory).findings()
            explanation.findings += found.filter { finding in
                guard let rule else { return true }
                return finding.rule.map { Self.covers(rule, $0) } ?? false
            }
        }
        if rule == nil, explanation.findings.isEmpty { explanation.findings = waiting(first) }
        if let rule, explanation.findings.isEmpty {
            explanation.findings = [reasons(first.outcome, first.memory).whyNot(rule) { measures[$0] }]
        }
        if rule == nil || explanation.findings.contains(where: { $0.code == .notTriggered }) {
            explanation.findings += unknownNames
        }
        return explanation
    }

    /// What the event names and the policy does not have.
    private var unknownNames: [Finding] {
        guard let event else { return [] }
        let names = KnownNames(checked.policy)
        return names.unknown(in: event).map { unknown in
            let name = unknown.name.map { " `\($0)`" } ?? " by the name that the event gives"
            let hint = names.hint(for: unknown).map { "; \($0)" } ?? "."
            return Finding(
                code: .unknownName, sentence: "The policy has no \(unknown.kind.rawValue)\(name)\(hint)")
        }
    }

    /// Of an event from which nothing came: why not, for each rule and ladder that it set off.
    private func waiting(_ first: (outcome: Outcome, memory: CaseMemory)) -> [Finding] {
        var entries: [String] = []
        for case .entry(let look) in outcomes.flatMap(\.outcome.trace.looks) where !entries.contains(look.entry) {
            entries.append(look.entry)
        }
        return entries.map { entry in reasons(first.outcome, first.memory).whyNot(entry) { measures[$0] } }
    }

    private func reasons(_ outcome: Outcome, _ memory: CaseMemory) -> Reasons {
        let channel = outcome.contact.flatMap { channels[$0] }
        return Reasons(
            policy: checked.policy, checks: checks, memory: memory, event: event, outcome: outcome,
            looks: outcomes.flatMap(\.outcome.trace.looks), words: PlainWords(channel: channel), channel: channel,
            moments: moments)
    }

    /// An event that was not taken, or that had no outcome at all.
    private func bare(_ event: Event, _ rule: String?) -> Explanation {
        let nothing = Outcome(
            event: target, time: event.time, contact: event.contact, customer: event.customer, agent: event.agent)
        return Explanation(
            event: target, time: event.time, contact: event.contact, customer: event.customer, agent: event.agent,
            policy: checked.reference, sentence: sentence,
            findings: rule.map { rule in [reasons(nothing, memory).whyNot(rule) { measures[$0] }] } ?? [])
    }

    private var sentence: String {
        guard let event else { return "Something fell due." }
        let words = PlainWords(channel: event.contact.flatMap { channels[$0] })
        let type: String
        switch event.type {
        case .builtIn(let known): type = known.rawValue
        case .declared(let index): type = checked.policy.events[index].name.value
        }
        let happening = Case.Happening(
            number: 0, time: event.time, type: type, id: event.id, customer: event.customer, agent: event.agent,
            channel: event.channel, event: event)
        return HappeningSentence(words: words, withTexts: withTexts).sentence(happening)
    }

    // MARK: Rules by name

    /// The full name of a rule as an author gives it: `threat` is `rules.threat`; nil where there is none.
    public func rule(named name: String) -> String? {
        let known = ruleNames
        if known.contains(name) { return name }
        return ["rules.", "ladders.", "statuses."].map { $0 + name }.first { known.contains($0) }
    }

    /// Everything that can be asked about.
    public var ruleNames: [String] {
        let policy = checked.policy
        return policy.rules.map { "rules.\($0.name.value)" }
            + policy.ladders.flatMap { ladder in
                ["ladders.\(ladder.name.value)"]
                    + ladder.steps.indices.map { "ladders.\(ladder.name.value).\($0 + 1)" }
            }
            + policy.statuses.flatMap { status in
                ["statuses.\(status.name.value)"] + status.whileActive.map { "statuses.\($0.name.value)" }
            }
    }

    /// Whether a finding about one rule answers a question about another: a ladder covers its steps.
    private static func covers(_ asked: String, _ found: String) -> Bool {
        found == asked || found.hasPrefix(asked + ".")
    }
}
