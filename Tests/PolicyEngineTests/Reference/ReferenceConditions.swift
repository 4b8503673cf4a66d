import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    /// The values a condition reads, by the names it reads them under.
    final class Bindings: CELBindings {
        private let step: Step
        private let context: Context
        /// A fact of a type other than bool was asked for and not known.
        private(set) var missesFact = false

        init(_ step: Step, _ context: Context) {
            self.step = step
            self.context = context
        }

        private var lane: Lane { step.lane }
        private var book: Book { step.book }

        func secondsEast(ofZone name: String, at second: Int64) -> Int? {
            TimeZones.secondsEast(ofZone: name, at: second)
        }

        func value(at slot: Int) -> CELValue? {
            switch book.checked.readings[slot] {
            case .event(let field): return context.event?[field]
            case .contact(let field): return contact(field)
            case .conduct(let name): return context.contact.map { .int(conduct(name, $0)) }
            case .customerID: return context.customer.map { .string($0) }
            case .agentID: return context.agent.map { .string($0) }
            case .measure(let name): return measure(name)
            case .setting(let name): return setting(name)
            case .fact(let name): return fact(name)
            case .status(let name):
                guard let about = book.status(name)?.about, let place = step.place(about, context) else { return nil }
                return .bool(lane.statuses[Key(name: name, place: place)]?.phase == .active)
            case .ladder(let name):
                guard let per = book.ladder(name)?.per, let place = step.place(per, context) else { return nil }
                return .int(Int64(lane.ladders[Key(name: name, place: place)]?.position ?? 0))
            }
        }

        private func contact(_ field: Reading.ContactField) -> CELValue? {
            guard let contact = context.contact else { return nil }
            switch field {
            case .id: return .string(contact.id)
            case .channel: return contact.channel.map { .string($0) }
            case .language: return (contact.language ?? book.firstLanguage).map { .string($0) }
            case .started: return CELTimestamp(milliseconds: contact.started).map { .timestamp($0) }
            case .elapsed:
                // An ended contact's clocks stand still.
                let end = contact.ended ?? step.time
                return CELDuration(milliseconds: end - contact.started).map { .duration($0) }
            case .newMatter: return .bool(contact.newMatter)
            case .tags: return .list(contact.tags.map { .string($0) })
            }
        }

        private func conduct(_ name: String, _ contact: Contact) -> Int64 {
            let wanted = book.classes(name)
            return Int64(contact.observations.filter { !$0.classes.isDisjoint(with: wanted) }.count)
        }

        private func measure(_ name: String) -> CELValue? {
            guard let measure = book.measure(name), let place = step.place(measure.per, context) else { return nil }
            let key = Key(name: name, place: place)
            switch measure.kind {
            case .count: return .int(Int64(step.count(measure, key)))
            case .elapsed:
                let elapsed = lane.clocks[key]?.elapsed(at: step.time) ?? 0
                return CELDuration(milliseconds: elapsed).map { .duration($0) }
            }
        }

        private func setting(_ name: String) -> CELValue? {
            switch book.policy.settings.first(where: { $0.name.value == name })?.value.value {
            case .bool(let value): .bool(value)
            case .int(let value): .int(value)
            case .duration(let value): CELDuration(milliseconds: value).map { .duration($0) }
            case .text(let value): .string(value)
            case nil: nil
            }
        }

        private func fact(_ name: String) -> CELValue? {
            // Without a contact, what is known of contacts is not there at all.
            guard let declared = book.fact(name), let place = step.place(declared.about, context) else { return nil }
            if let known = lane.facts[Key(name: name, place: place)] { return known.value }
            if declared.type == .bool { return .bool(false) }
            missesFact = true
            return nil
        }
    }
}

extension Reference.Book {
    var firstLanguage: String? { policy.languages.first?.value }
}

extension Reference.Step {
    /// Where something per contact, customer or agent is found in this context; nil where it cannot be.
    func place(_ home: Home, _ context: Reference.Context) -> Reference.Place? {
        switch home {
        case .contact: lane.name.isAgent ? nil : context.contact.map { .contact($0.id) }
        case .customer: lane.name.isAgent ? nil : .customer
        case .agent: lane.name.isAgent ? .agent : nil
        }
    }

    /// Whether a condition is true; one that fails is not, and leaves a fault.
    func holds(
        _ condition: Condition, _ rule: String, _ context: Reference.Context, silently: Bool = false,
        isOfAct: Bool = false
    ) -> Bool {
        guard let typed = book.checked.typed(condition) else { return false }
        let bindings = Reference.Bindings(self, context)
        var machine = CELMachine()
        switch typed.program.evaluateBool(bindings, &machine) {
        case .success(let truth): return truth
        case .failure(let error):
            let unknown = bindings.missesFact && error.code == "no-such-field"
            // What an act asks of the contact is not told where there is none.
            let isAbsent = isOfAct && error.code == "no-such-field" && context.contact == nil && !lane.name.isAgent
            if silently || isAbsent && !unknown { return false }
            fault(rule, unknown ? "unknown-fact" : error.code, error.message)
            return false
        }
    }

    func holds(
        _ guarded: Guard, _ rule: String, _ context: Reference.Context, silently: Bool = false,
        isOfAct: Bool = false
    ) -> Bool {
        func holds(_ condition: Condition) -> Bool {
            self.holds(condition, rule, context, silently: silently, isOfAct: isOfAct)
        }
        if let condition = guarded.condition, !holds(condition) { return false }
        if let exception = guarded.exception, holds(exception) { return false }
        return true
    }

    /// The channels of a rule or ladder include that of the contact in context, or none are named.
    func covers(_ channels: [String], _ context: Reference.Context) -> Bool {
        if channels.isEmpty { return true }
        guard let channel = context.contact?.channel else { return false }
        return channels.contains(channel)
    }

    func fault(_ rule: String, _ code: String, _ message: String) {
        let fault = Outcome.Fault(rule: rule, code: code, message: message)
        if !outcome.faults.contains(fault) { outcome.faults.append(fault) }
    }
}
