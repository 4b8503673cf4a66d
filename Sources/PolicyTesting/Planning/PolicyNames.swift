import CEL
import PolicyLanguage

/// The names of a policy that a test may speak of.
struct PolicyNames: Sendable {
    let actions: [String]
    /// Actions that are forbidden unless something allows them.
    let closed: Set<String>
    let conduct: [String]
    let groups: [String: [String]]
    /// Every word that some act or action has to say.
    let said: [String]
    let roles: [String]
    let scripts: [String]
    /// The full names by which norms say where they are from.
    let sources: [String]
    let ladders: [String: Int]
    let statuses: [String: Home]
    /// The channels that rules and ladders are limited to.
    let channels: [String]
    let measures: [String: (kind: Measure.Kind, home: Home)]
    let facts: [String: FactDeclaration]
    let eventTypes: [String]
    /// What a deed of an action has to say and to carry, whoever asks for it.
    let demands: [String: (said: [String], fields: [String])]
    /// What a decision that imposes a status has to carry.
    let statusFields: [String: [String]]
    /// The roles whose deed an action is, where the policy says so.
    let doers: [String: [String]]
    private let declared: [EventDeclaration]

    init(_ policy: Policy) {
        let rules = policy.rules + policy.statuses.flatMap(\.whileActive)
        let builtIn = BuiltInAction.all.map(\.name)
        actions = builtIn + policy.actions.map(\.name.value).filter { !builtIn.contains($0) }
        var closed = Set(BuiltInAction.all.filter(\.closed).map(\.name))
        for action in policy.actions {
            guard let isClosed = action.closed else { continue }
            if isClosed { closed.insert(action.name.value) } else { closed.remove(action.name.value) }
        }
        self.closed = closed
        conduct = policy.conduct.map(\.name.value)
        groups = Self.table(policy.groups.map { ($0.name.value, $0.members.map(\.value)) })
        let acts = (rules.map(\.norms) + policy.ladders.flatMap(\.steps).map(\.norms)).flatMap(\.all).map(\.act)
        said = Set((policy.actions.flatMap(\.mustSay) + acts.flatMap(\.mustSay)).map(\.value)).sorted()
        roles = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
        scripts = policy.scripts.map(\.name.value)
        sources = NormSources(policy).ids
        ladders = Self.table(policy.ladders.map { ($0.name.value, $0.steps.count) })
        statuses = Self.table(policy.statuses.map { ($0.name.value, $0.about) })
        channels = Set((rules.flatMap(\.channels) + policy.ladders.flatMap(\.channels)).map(\.value)).sorted()
        measures = Self.table(policy.measures.map { ($0.name.value, ($0.kind, $0.per)) })
        facts = Self.table(policy.facts.map { ($0.name.value, $0) })
        demands = Self.table(
            policy.actions.map { ($0.name.value, ($0.mustSay.map(\.value), $0.fields.map(\.value))) })
        statusFields = Self.table(policy.statuses.map { ($0.name.value, $0.fields.map(\.value)) })
        doers = Self.table(
            policy.actions.compactMap { action in action.by.map { (action.name.value, $0.map(\.value)) } })
        declared = policy.events
        eventTypes = BuiltInEvent.allCases.map(\.rawValue) + policy.events.map(\.name.value)
    }

    private static func table<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
        Dictionary(pairs) { first, _ in first }
    }

    /// One field of an event type's data.
    struct Field {
        var name: String
        var type: CELType
        var isRequired: Bool
        /// One of a few words.
        var isChoice: Bool

        var isList: Bool { if case .list = type { true } else { false } }
    }

    /// The fields of an event type's data; nil for a type that the policy does not know.
    func fields(of type: String) -> [Field]? {
        if let event = BuiltInEvent(rawValue: type) {
            return event.fields.map {
                Field(name: $0.name, type: $0.type, isRequired: $0.presence == .required, isChoice: !$0.choices.isEmpty)
            }
        }
        guard let event = declared.first(where: { $0.name.value == type }) else { return nil }
        return event.fields.map {
            Field(name: $0.name.value, type: $0.type.cel, isRequired: $0.required, isChoice: false)
        }
    }
}
