import CEL
import PolicyLanguage

/// A checked policy in the form the interpreter runs: flat tables with integer indices.
///
/// Immutable and shared; making one is linear in the policy's size.
public final class Program: Sendable {
    /// `ID@DIGEST`, as outcomes carry it.
    public let reference: String
    public let policyID: String
    /// Outcomes tell what was looked at.
    public let isTracing: Bool
    let roles: [String]
    let roleIndex: NameIndex
    let classNames: [String]
    let classIndex: NameIndex
    /// Words of each class by language.
    let classWords: [[String: String]]
    /// What `contact.conduct(…)` counts: a mask for each name used, in order of first use.
    let conductReads: [BitSet]
    let actions: [Action]
    let actionIndex: NameIndex
    let effects: [Effect]
    /// Rules and ladders, sorted by id.
    let entries: [Entry]
    let begins: [Beginning]
    let sourceNames: [String]
    /// `overrides[a]` has the sources that norms of source `a` are stronger than.
    let overrides: [Set<Int>]
    let measures: [MeasureTable]
    let ladders: [LadderTable]
    let statuses: [StatusTable]
    /// By home and slot, where a status stands among `statuses`.
    private let statusSlots: (contact: [Int], customer: [Int], agent: [Int])
    let statusIndex: NameIndex
    let facts: [FactTable]
    let factIndex: NameIndex
    let scripts: [ScriptTable]
    let settings: [CELValue]
    let conditions: [CELProgram]
    /// What each CEL slot reads.
    let readings: [SlotReading]
    let slots: SlotSources
    let fieldsRead: Set<String>
    let languages: [String]
    let company: String?
    let coach: Coach
    let declaredEvents: [EventDeclaration]
    /// Which entries and measures listen to what.
    let listeners: Listeners
    /// Effects that stand by a position or a status, in order.
    let standingEffects: [Int]
    let counts: HomeCounts
    /// Some act is a `must_not`.
    let hasProhibitions: Bool
    let pausable: Pausable
    /// Actions that some act names in `after`.
    let awaited: BitSet
    /// The `runs_while` and `suspended_while` that steps look at.
    let continuous: Continuous
    let hasUntilPatterns: Bool
    /// Something lives with agents: a norm, a fact or a measure, or what ends such a thing.
    let hasAgentMatters: Bool
    /// The patterns that end norms and statuses which live with agents.
    let agentEnds: [Pattern]

    /// The types of events that this policy declares itself, for the event reader.
    public var eventDeclarations: [EventDeclaration] { declaredEvents }

    /// With `tracing`, every outcome carries its `Trace`, at some cost in time and memory.
    /// - Throws: `ProgramRefusal` where a rule reaches a part of the language that this version does not evaluate.
    public convenience init(_ checked: CheckedPolicy, tracing: Bool = false) throws(ProgramRefusal) {
        if let refusal = ProgramRefusal(checked) { throw refusal }
        var compiler = Compiler(checked)
        compiler.compile()
        self.init(compiler, isTracing: tracing)
    }

    init(_ c: Compiler, isTracing: Bool = false) {
        self.isTracing = isTracing
        reference = c.checked.reference
        policyID = c.checked.policy.id.value
        roles = c.roles
        roleIndex = NameIndex(c.roleIndex)
        classNames = c.classNames
        classIndex = NameIndex(c.classIndex)
        classWords = c.classWords
        conductReads = c.conductReads
        actions = c.actions
        actionIndex = NameIndex(c.actionIndex)
        effects = c.effects
        entries = c.entries
        begins = c.begins
        sourceNames = c.sourceNames
        overrides = c.overrides
        measures = c.measures
        ladders = c.ladders
        statuses = c.statuses
        func places(_ home: Home) -> [Int] { c.statuses.indices.filter { c.statuses[$0].home == home } }
        statusSlots = (places(.contact), places(.customer), places(.agent))
        statusIndex = NameIndex(c.statusIndex)
        facts = c.facts
        factIndex = NameIndex(c.factIndex)
        scripts = c.scripts
        settings = c.settings
        conditions = c.conditions
        readings = c.readings
        slots = SlotSources(c)
        fieldsRead = Set(c.fieldNames)
        languages = c.languages
        company = c.checked.policy.company?.value
        coach = Coach(c.checked.policy.avoidedWording)
        declaredEvents = c.checked.policy.events
        listeners = Listeners(c)
        standingEffects = c.effects.indices.filter {
            switch c.effects[$0].basis {
            case .position, .status: true
            case .rule, .duty: false
            }
        }
        counts = HomeCounts(c)
        hasProhibitions = c.effects.contains { $0.modality == .mustNot }
        pausable = Pausable(c)
        awaited = c.effects.reduce(into: BitSet()) { $0.insert($1.after) }
        continuous = Continuous(c)
        agentEnds =
            c.effects.filter { $0.home == .agent }.flatMap { [$0.untilPattern, $0.confirmUntil] }
            .compactMap { $0 } + c.begins.filter { c.statuses[$0.status].home == .agent }.compactMap(\.untilPattern)
        hasAgentMatters =
            c.actions.contains { $0.livesWithAgent } || c.facts.contains { $0.home == .agent }
            || c.measures.contains { $0.home == .agent } || c.statuses.contains { $0.home == .agent }
            || !agentEnds.isEmpty
        hasUntilPatterns =
            c.effects.contains { $0.untilPattern != nil || $0.confirmUntil != nil }
            || c.begins.contains { $0.untilPattern != nil }
    }
}

extension Program {
    /// The status that has a slot of a home.
    func status(_ home: Home, slot: Int) -> Int {
        switch home {
        case .contact: statusSlots.contact[slot]
        case .customer: statusSlots.customer[slot]
        case .agent: statusSlots.agent[slot]
        }
    }
}

/// What one CEL slot reads, by index.
enum SlotReading: Sendable {
    /// A field of the event, by its position among the program's `fieldNames`.
    case event(Int)
    /// The classes of the observation that are new.
    case eventConduct
    case contact(Reading.ContactField)
    case conduct(Int)
    case customerID
    case agentID
    case measure(Int)
    case setting(Int)
    case fact(Int)
    case status(Int)
    case ladder(Int)
}

/// How many of each kind of variable a contact, a customer and an agent have.
struct HomeCounts: Sendable {
    struct Counts: Sendable, Equatable {
        var facts = 0
        var measures = 0
        var ladders = 0
        var statuses = 0
    }

    var contact = Counts()
    var customer = Counts()
    var agent = Counts()

    init(_ c: Compiler) {
        for home in Home.allCases {
            self[home] = Counts(
                facts: c.facts.count { $0.home == home },
                measures: c.measures.count { $0.home == home },
                ladders: c.ladders.count { $0.home == home },
                statuses: c.statuses.count { $0.home == home })
        }
    }

    subscript(home: Home) -> Counts {
        get {
            switch home {
            case .contact: contact
            case .customer: customer
            case .agent: agent
            }
        }
        set {
            switch home {
            case .contact: contact = newValue
            case .customer: customer = newValue
            case .agent: agent = newValue
            }
        }
    }
}

/// A policy cannot be run because a rule reaches something that this version does not evaluate.
public struct ProgramRefusal: Error, Sendable {
    public var reached: [NotBuilt]

    /// nil where nothing stands in the way.
    init?(_ checked: CheckedPolicy) {
        reached = checked.notBuilt.filter { part in
            if part.owner.hasPrefix("statuses.") {
                return checked.policy.reaches(status: String(part.owner.dropFirst("statuses.".count)))
            }
            return ["rules.", "ladders.", "measures."].contains { part.owner.hasPrefix($0) }
        }
        if reached.isEmpty { return nil }
    }
}

extension Policy {
    /// Whether some rule, ladder or status begins the status or has somebody decide on it.
    fileprivate func reaches(status: String) -> Bool {
        let rules = self.rules + statuses.flatMap(\.whileActive)
        if rules.contains(where: { $0.begins.contains { $0.status.value == status } }) { return true }
        let norms = rules.flatMap(\.norms.all) + ladders.flatMap(\.steps).flatMap(\.norms.all)
        return norms.contains { $0.act.names(status: status) }
    }
}

extension Act {
    fileprivate func names(status name: String) -> Bool {
        status?.value == name || ifMissed.contains { $0.names(status: name) }
    }
}
