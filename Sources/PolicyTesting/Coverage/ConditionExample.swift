import CEL
import PolicyLanguage

/// Finds values under which a condition comes out in a way that no test has tried: the fewest that differ from what is
/// usual.
struct ConditionExample {
    let policy: CheckedPolicy
    let checked: CheckedCEL
    let parts: ConditionParts
    /// What sets off the rule that the condition belongs to; empty where it is asked whenever it matters.
    let triggers: [Trigger]
    /// So many combinations of values are looked at.
    private static let most = 4_096

    /// Something that is read, with the values that conditions could tell apart; the first is the usual one.
    struct Choice {
        let reading: Reading
        let slot: Int
        let values: [CELValue?]
    }

    /// An event to send and what is to be given, as a test writes them; nil where none is found.
    func text(trying place: Int) -> String? {
        let values = ExampleValues(policy, checked, triggers)
        guard let choices = values.choices, let picks = picks(among: choices, trying: place) else { return nil }
        let found = zip(choices, picks).map { (reading: $0.reading, value: $0.values[$1], isUsual: $1 == 0) }
        return ExampleText(policy: policy, event: values.event, found: found).text
    }

    /// For each choice the position of its value.
    private func picks(among choices: [Choice], trying place: Int) -> [Int]? {
        var best: [Int]?
        var picks = Array(repeating: 0, count: choices.count)
        var machine = CELMachine()
        for _ in 0..<Self.most {
            let unusual = picks.count { $0 > 0 }
            if unusual < best.map({ $0.count { $0 > 0 } }) ?? .max {
                let view = Values(
                    values: Dictionary(
                        uniqueKeysWithValues: zip(choices, picks).map {
                            ($0.slot, $0.values[$1])
                        }))
                let truth = (try? checked.program.evaluateBool(view, &machine).get()) ?? false
                let tried = parts.tried(truth) { leaf in try? leaf.evaluateBool(view, &machine).get() }
                if tried.contains(place) { best = picks }
            }
            guard let next = choices.indices.first(where: { picks[$0] + 1 < choices[$0].values.count }) else { break }
            picks[next] += 1
            for index in 0..<next { picks[index] = 0 }
        }
        return best
    }

    private struct Values: CELBindings {
        let values: [Int: CELValue?]
        func value(at slot: Int) -> CELValue? { values[slot] ?? nil }
    }
}

/// The values that a condition's readings are tried with.
struct ExampleValues {
    /// The type of event that sets the condition's rule off, and the class it observes; nil where none does.
    private(set) var event: (type: String, conduct: String?)?
    /// nil where the condition reads what cannot be chosen.
    private(set) var choices: [ConditionExample.Choice]?
    private let policy: Policy
    private let constants: [CELValue]

    init(_ checked: CheckedPolicy, _ condition: CheckedCEL, _ triggers: [Trigger]) {
        policy = checked.policy
        var readings: [(Reading, Int)] = []
        for read in condition.reads where !readings.contains(where: { $0.1 == read.slot }) {
            if checked.readings.indices.contains(read.slot) {
                readings.append((checked.readings[read.slot], read.slot))
            }
        }
        let settings = readings.compactMap { if case .setting(let name) = $0.0 { name } else { nil } }
        constants =
            condition.literals
            + checked.policy.settings.filter { settings.contains($0.name.value) }
            .compactMap { PolicyConditions.value($0.value.value) }
        let fields = readings.compactMap { if case .event(let name) = $0.0 { name } else { nil } }
        event = triggers.lazy.compactMap(Self.event).first { [policy] event in
            let known = VocabularyField.all(of: event.type, policy).map(\.name)
            return fields.allSatisfy(known.contains)
        }
        if event == nil, !fields.isEmpty { return }
        var found: [ConditionExample.Choice] = []
        for (reading, slot) in readings {
            guard let values = values(reading), !values.isEmpty else { return }
            found.append(ConditionExample.Choice(reading: reading, slot: slot, values: values))
        }
        choices = found
    }

    private static func event(_ trigger: Trigger) -> (type: String, conduct: String?)? {
        switch trigger.kind {
        case .event(let name): (name.value, nil)
        case .conduct(let name): (BuiltInEvent.conductObserved.rawValue, name.value)
        case .measure, .status, .ladder, .duty: nil
        }
    }

    private func values(_ reading: Reading) -> [CELValue?]? {
        switch reading {
        case .event(let name): return fieldValues(name)
        case .contact(.channel): return texts(["phone", "email"])
        case .contact(.language): return texts(policy.languages.map(\.value))
        case .contact(.newMatter), .status: return [.bool(false), .bool(true)]
        case .contact(.elapsed): return lengths
        case .contact(.tags): return [.list([])] + constants.filter { $0.string != nil }.map { .list([$0]) }
        case .conduct: return numbers
        case .measure(let name):
            return policy.measures.first { $0.name.value == name }?.kind == .elapsed ? lengths : numbers
        case .ladder(let name):
            let steps = policy.ladders.first { $0.name.value == name }?.steps.count ?? 0
            return (0...steps).map { .int(Int64($0)) }
        case .fact(let name): return policy.facts.first { $0.name.value == name }.map(factValues)
        case .setting(let name):
            return policy.settings.first { $0.name.value == name }.flatMap { PolicyConditions.value($0.value.value) }
                .map { [$0] }
        case .contact(.id), .contact(.started), .customerID, .agentID: return nil
        }
    }

    private func fieldValues(_ name: String) -> [CELValue?]? {
        guard let event, let field = VocabularyField.all(of: event.type, policy).first(where: { $0.name == name })
        else { return nil }
        if name == "conduct", let conduct = event.conduct {
            let members = policy.groups.first { $0.name.value == conduct }?.members.map(\.value) ?? [conduct]
            return members.map { .list([.string($0)]) }
        }
        if field.type == .duration { return (field.isRequired ? [] : [nil]) + lengths }
        let builtIn = BuiltInEvent(rawValue: event.type)
        var all = FieldValues.all(field, constants)
        switch (builtIn, name) {
        case (.factRecorded?, "name"): all = policy.facts.map { .string($0.name.value) }
        case (_?, "by") where field.choices.isEmpty:
            // What stands for it where it is left out comes first.
            let isDecision = builtIn == .statusDecided || builtIn == .statusNotified
            let roles = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
            let usual = isDecision ? "manager" : "agent"
            all = [nil] + texts([usual] + roles.filter { $0 != usual })
        case (.actionDone?, "action"), (.actionDeclined?, "action"):
            all = texts(["hold", "warn"])
        case (.factRecorded?, "value"): all = [.bool(true), .bool(false)]
        case (.conductObserved?, "confidence"): all = [.double(1), .double(0.5)] + all
        default: break
        }
        // What is filled in where it is left out is never missing.
        if builtIn?.fields.first(where: { $0.name == name })?.presence == .defaulted { all.removeAll { $0 == nil } }
        return all
    }

    private func factValues(_ fact: FactDeclaration) -> [CELValue?] {
        if fact.type == .bool { return [.bool(false), .bool(true)] }
        return [nil] + constants.flatMap { FieldValues.around($0, as: fact.type.cel) }
    }

    private func texts(_ usual: [String]) -> [CELValue?] {
        var all = usual
        for text in constants.compactMap(\.string) where !all.contains(text) { all.append(text) }
        return all.map { .string($0) }
    }

    private var numbers: [CELValue?] {
        var all: Set<Int64> = [0]
        for case .int(let number) in constants { all.formUnion([number - 1, number, number + 1].filter { $0 >= 0 }) }
        return all.sorted().map { .int($0) }
    }

    private var lengths: [CELValue?] {
        var all: Set<Int64> = [0]
        for case .duration(let length) in constants {
            all.formUnion([-1_000, 0, 1_000].map { length.milliseconds + $0 }.filter { $0 >= 0 })
        }
        return all.sorted().map { CELDuration(milliseconds: $0).map { .duration($0) } }
    }
}
