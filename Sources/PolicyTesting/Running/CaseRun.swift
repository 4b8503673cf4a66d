import PolicyEngine
import PolicyLanguage

/// A case on its way through an engine of its own, and what it has tried of the policy. A value: a copy goes its own way.
struct CaseRun: Sendable {
    private(set) var engine: Engine
    private(set) var marks: CoverageMarks
    private var issued: [String: Outcome.Issued] = [:]
    /// The agent last named for each contact: whose norms stand for it too.
    private var agents: [String: String] = [:]

    /// The program has to be one that traces, else conditions and some rules are never told of.
    init(_ program: Program, _ list: CoverageList) {
        engine = Engine(program)
        marks = CoverageMarks(list)
    }

    /// Takes something as given at a time; false where it cannot be.
    ///
    /// What is about an agent, or about a customer who is named, does not begin the contact.
    mutating func assume(
        _ assumption: Assumption, _ home: Home, of who: Participants, channel: String?, language: String?,
        at time: Int64, each: (Outcome) -> Void = { _ in }
    ) -> Bool {
        var outcomes: [Outcome] = []
        let isAboutContact = home == .contact || (home == .customer && who.customer == nil)
        let isTaken = engine.assume(
            assumption, contact: isAboutContact ? who.contact : nil, customer: home == .agent ? nil : who.customer,
            agent: who.agent, channel: isAboutContact ? channel : nil, language: language, at: time
        ) { outcomes.append($0) }
        engine.flush { outcomes.append($0) }
        note(outcomes)
        for outcome in outcomes {
            marks.noteGiven(outcome)
            each(outcome)
        }
        return isTaken
    }

    /// Takes an event; hands back the outcomes that are not empty, of what fell due before it and of agents' answers too.
    /// `each` sees the empty ones, too.
    mutating func take(
        _ event: Event, each: (Outcome) -> Void = { _ in }
    ) -> (reception: Reception, outcomes: [Outcome]) {
        var outcomes: [Outcome] = []
        let reception = engine.handle(event) { outcomes.append($0) }
        engine.flush { outcomes.append($0) }
        for outcome in outcomes {
            marks.note(outcome)
            each(outcome)
        }
        outcomes.removeAll(where: \.isEmpty)
        note(outcomes)
        if let contact = event.contact, let agent = event.agent { agents[contact] = agent }
        return (reception, outcomes)
    }

    private mutating func note(_ outcomes: [Outcome]) {
        for outcome in outcomes {
            for norm in outcome.issued { issued[norm.norm] = norm }
        }
    }

    /// Who a step is about, with the agent of its contact where it names none.
    func completed(_ who: Participants) -> Participants {
        var who = who
        who.agent = who.agent ?? who.contact.flatMap { agents[$0] }
        return who
    }

    /// What a step did and what stands after it.
    func record(_ reception: Reception, _ outcomes: [Outcome], of who: Participants) -> StepRecord {
        let who = completed(who)
        return StepRecord(
            reception: reception, outcomes: outcomes,
            standing: engine.standing(contact: who.contact, customer: who.customer, agent: who.agent), issued: issued)
    }
}
