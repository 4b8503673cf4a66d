import CEL
import SourceText

/// Turns scopes into the names that CEL checks conditions against.
struct ScopeNames: Sendable {
    private let base: CELEnvironment
    private let agentless: CELEnvironment
    private let table: ReadingTable

    init(_ policy: Policy, _ names: DeclaredNames, _ table: ReadingTable) {
        self.table = table
        var shared = CELEnvironment()
        var contact: [String: CELSlot] = [:]
        for field in Reading.ContactField.allCases {
            contact[field.rawValue] = CELSlot(ScopeNames.type(of: field), table.slot(.contact(field)))
        }
        shared.declare(record: "contact", fields: contact)
        shared.declare(record: "customer", fields: ["id": CELSlot(.string, table.slot(.customerID))])
        shared.declare(record: "agent", fields: ["id": CELSlot(.string, table.slot(.agentID))])
        let observable = names.observable
        shared.declare(function: "conduct", on: "contact") { call in
            ScopeNames.slot(call, observable, .int) { table.slot(.conduct($0)) }
        }
        shared.declare(function: "ladder") { [ladders = names.ladders] call in
            ScopeNames.slot(call, ladders, .int) { table.slot(.ladder($0)) }
        }
        // A setting or measure whose declaration could not be read has been told of; nothing is said of its type.
        for name in names.settings.all { shared.declare(name, CELSlot(.dyn, table.slot(.setting(name)))) }
        for setting in policy.settings {
            let name = setting.name.value
            shared.declare(name, CELSlot(setting.value.value.cel, table.slot(.setting(name))))
        }
        base = ScopeNames.adding(policy, names, table, withAgent: true, to: shared)
        agentless = ScopeNames.adding(policy, names, table, withAgent: false, to: shared)
    }

    func environment(for scope: Scope) -> CELEnvironment {
        var environment = scope.readsAgent ? base : agentless
        guard case .fields(let fields) = scope.event else { return environment }
        var slots: [String: CELSlot] = [:]
        for field in fields {
            slots[field.name] = CELSlot(
                field.type, table.slot(.event(field.name)), isOptional: field.presence == .optional,
                choices: field.choices.isEmpty ? nil : field.choices)
        }
        environment.declare(record: "event", fields: slots)
        return environment
    }

    // MARK: Machines and facts

    private static func adding(
        _ policy: Policy, _ names: DeclaredNames, _ table: ReadingTable, withAgent: Bool, to shared: CELEnvironment
    ) -> CELEnvironment {
        var environment = shared
        let agents = AgentNames(policy)
        var unread = Set(names.measures.all)
        for measure in policy.measures {
            unread.remove(measure.name.value)
            if !withAgent, agents.measures.contains(measure.name.value) { continue }
            let type: CELType = measure.kind == .count ? .int : .duration
            environment.declare(measure.name.value, CELSlot(type, table.slot(.measure(measure.name.value))))
        }
        for name in unread.sorted() { environment.declare(name, CELSlot(.dyn, table.slot(.measure(name)))) }
        var types: [String: CELType] = [:]
        for fact in policy.facts { types[fact.name.value] = fact.type.cel }
        environment.declare(function: "fact") { [facts = names.facts, hidden = agents.facts, types] call in
            if !withAgent, hidden.contains(call.argument) {
                return .failure(readsAgent("the fact", call.argument, call.range))
            }
            return slot(call, facts, types[call.argument] ?? .dyn) { table.slot(.fact($0)) }
        }
        environment.declare(function: "status") { [statuses = names.statuses, hidden = agents.statuses] call in
            if !withAgent, hidden.contains(call.argument) {
                return .failure(readsAgent("the status", call.argument, call.range))
            }
            return slot(call, statuses, .bool) { table.slot(.status($0)) }
        }
        return environment
    }

    private static func slot(
        _ call: CELCall, _ known: NameSet, _ type: CELType, _ number: (String) -> Int
    ) -> Result<CELSlot, CELProblem> {
        if known.contains(call.argument) { return .success(CELSlot(type, number(call.argument))) }
        return .failure(
            CELProblem(
                "unknown-name", "unknown \(known.noun) \(quoted(call.argument))", help: known.help(for: call.argument),
                at: call.range))
    }

    /// The finding for what is known of an agent and read where the agent's lane is not at hand.
    static func readsAgent(_ noun: String, _ name: String, _ range: Range<Int>) -> CELProblem {
        CELProblem(
            "reads-agent", "\(noun) \(quoted(name)) is about the agent, and this is looked at for a customer",
            help: "read it in a rule that `{measure: …}` or `{status: …}` of the agent sets off", at: range)
    }

    private static func type(of field: Reading.ContactField) -> CELType {
        switch field {
        case .id, .channel, .language: .string
        case .started: .timestamp
        case .elapsed: .duration
        case .newMatter: .bool
        case .tags: .list(.string)
        }
    }
}

extension SettingValue {
    /// The type a condition reads the setting as.
    var cel: CELType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .duration: .duration
        case .text: .string
        }
    }
}
