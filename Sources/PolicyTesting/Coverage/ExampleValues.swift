import CEL
import PolicyEngine
import PolicyLanguage

/// The values that a condition's readings are tried with.
struct ExampleValues {
    /// The type of event that sets the condition's rule off, and the class it observes; nil where none does.
    private(set) var event: (type: String, conduct: String?)?
    /// nil where the condition reads what cannot be chosen.
    private(set) var choices: [ConditionExample.Choice]?
    private let policy: Policy
    private let constants: [CELValue]
    /// The facts that the condition reads, by name.
    private let facts: [String]
    /// The fields of its event that the condition reads.
    private let fields: [String]

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
        facts = readings.compactMap { if case .fact(let name) = $0.0 { name } else { nil } }
        fields = readings.compactMap { if case .event(let name) = $0.0 { name } else { nil } }
        event = triggers.lazy.compactMap(Self.event).first { [policy, fields] event in
            let known = VocabularyField.all(of: event.type, policy).map(\.name)
            return fields.allSatisfy(known.contains)
        }
        if event == nil, !fields.isEmpty { return }
        var found: [ConditionExample.Choice] = []
        for (reading, slot) in readings {
            guard var values = values(reading), !values.isEmpty else { return }
            if case .event(let name) = reading, isMap(name) { values = MapValues.all(of: slot, condition) }
            found.append(ConditionExample.Choice(reading: reading, slot: slot, values: values))
        }
        if isRecording, !fields.contains("name"), let names = fieldValues("name"), !names.isEmpty {
            // Which fact it is decides what is so when the condition is asked.
            found.append(ConditionExample.Choice(reading: .event("name"), slot: nil, values: names))
        }
        choices = found
    }

    /// Whether values can be so together when the condition is asked: what the event records is so by then, and what
    /// it adds to a count is counted.
    func canMeet(_ picks: [Int]) -> Bool {
        guard let choices else { return false }
        let isUncounted = zip(choices, picks).contains { choice, pick in
            choice.values[pick] == .int(0) && isCounted(choice.reading, picks)
        }
        if isUncounted { return false }
        // Only an end by the customer may go without a reason.
        if event?.type == BuiltInEvent.contactEnded.rawValue, case .some(nil) = value(.event("reason"), picks),
            case .string(let by)?? = value(.event("by"), picks), by != "customer"
        {
            return false
        }
        guard isRecording, case .string(let name)?? = value(.event("name"), picks) else { return true }
        let recorded = value(.event("value"), picks)
        if let recorded {
            let fact = policy.facts.first { $0.name.value == name }
            guard fact.map({ factValues($0).contains(recorded) }) ?? false else { return false }
        }
        guard let fact = value(.fact(name), picks) else { return true }
        return fact != nil && (recorded == nil || recorded == fact)
    }

    /// What has to be so before the event: less by one of what the event itself counts.
    func before(_ place: Int, _ picks: [Int]) -> CELValue? {
        guard let choice = choices?[place] else { return nil }
        let value = choice.values[picks[place]]
        guard case .int(let number)? = value, isCounted(choice.reading, picks) else { return value }
        return .int(number - 1)
    }

    /// Whether the event is one of those that a count counts.
    private func isCounted(_ reading: Reading, _ picks: [Int]) -> Bool {
        guard let event else { return false }
        func isObserved(_ name: String) -> Bool {
            guard event.type == BuiltInEvent.conductObserved.rawValue else { return false }
            var observed = [event.conduct.map(policy.member) ?? policy.conduct.first?.name.value ?? ""]
            if case .list(let names)?? = value(.event("conduct"), picks) { observed = names.compactMap(\.string) }
            let members = policy.groups.first { $0.name.value == name }?.members.map(\.value) ?? [name]
            return observed.contains(where: members.contains)
        }
        switch reading {
        case .conduct(let name): return isObserved(name)
        case .measure(let name):
            guard let measure = policy.measures.first(where: { $0.name.value == name }), measure.kind == .count,
                measure.guard.isEmpty
            else { return false }
            return measure.of.contains { trigger in
                switch trigger.kind {
                case .event(let type): type.value == event.type
                case .conduct(let name): isObserved(name.value)
                default: false
                }
            }
        default: return false
        }
    }

    private func isMap(_ field: String) -> Bool {
        let known = event.map { VocabularyField.all(of: $0.type, policy) } ?? []
        return known.contains { if case .map = $0.type { $0.name == field } else { false } }
    }

    /// Whether somebody does what is not theirs to do.
    func isByTheWrongRole(_ picks: [Int]) -> Bool {
        guard event?.type == BuiltInEvent.actionDone.rawValue, let role = value(.event("by"), picks),
            case .string(let action)?? = value(.event("action"), picks)
        else { return false }
        return !policy.doers(of: action).contains(role?.string ?? "agent")
    }

    private var isRecording: Bool { event?.type == BuiltInEvent.factRecorded.rawValue }

    /// An outer nil where the condition does not read it.
    private func value(_ reading: Reading, _ picks: [Int]) -> CELValue?? {
        guard let choices, let place = choices.firstIndex(where: { $0.reading == reading }) else { return nil }
        return .some(choices[place].values[picks[place]])
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
        case (.factRecorded?, "name"):
            let names = policy.facts.map(\.name.value)
            all = (names.filter(facts.contains) + names.filter { !facts.contains($0) }).map { .string($0) }
        case (_?, "by") where field.choices.isEmpty:
            // What stands for it where it is left out comes first.
            let isDecision = builtIn == .statusDecided || builtIn == .statusNotified
            let roles = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
            let usual = isDecision ? policy.doers(of: "decide").first ?? "manager" : "agent"
            // Left out, a decision is the manager's; where it is not theirs to make, it sets nothing off.
            all = (isDecision && usual != "manager" ? [] : [nil]) + texts([usual] + roles.filter { $0 != usual })
        case (_?, "status"):
            let known = policy.statuses.map(\.name.value)
            all = (known + (known.count < 2 ? ["another"] : [])).map { .string($0) }
        case (.actionDone?, "action"), (.actionDeclined?, "action"):
            // A note of something is the deed that carries fields.
            all = texts(fields.contains("fields") ? ["record", "hold", "warn"] : ["hold", "warn"])
        case (.factRecorded?, "value"):
            all = policy.facts.contains { $0.type == .bool } ? [.bool(true), .bool(false)] : []
            for value in policy.facts.flatMap(factValues) where value != nil && !all.contains(value) {
                all.append(value)
            }
        case (.conductObserved?, "confidence"): all = [.double(1), .double(0.5)] + all
        case _ where field.type == .list(.string): all += lists
        default: break
        }
        // What is filled in where it is left out is never missing.
        if builtIn?.fields.first(where: { $0.name == name })?.presence == .defaulted { all.removeAll { $0 == nil } }
        return all
    }

    /// All the texts at once, and all but one of them.
    private var lists: [CELValue?] {
        let texts = constants.filter { $0.string != nil }
        if texts.count < 2 || texts.count > 8 { return [] }
        return [.list(texts)] + texts.map { text in .list(texts.filter { $0 != text }) }
    }

    private func factValues(_ fact: FactDeclaration) -> [CELValue?] {
        if fact.type == .bool { return [.bool(false), .bool(true)] }
        let known = constants.flatMap { FieldValues.around($0, as: fact.type.cel) }
        // A text that is none of those asked for can be recorded too.
        return [nil] + known + (known.isEmpty || fact.type == .text ? [FieldValues.plain(fact.type.cel)] : [])
    }

    private func texts(_ usual: [String]) -> [CELValue?] {
        var all = usual
        for text in constants.compactMap(\.string) where !all.contains(text) { all.append(text) }
        return all.map { .string($0) }
    }

    private var numbers: [CELValue?] {
        var all: Set<Int64> = [0, 1]
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
