import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    /// What a step's queue holds.
    enum Element {
        case event(Event)
        case due(Due)
        /// In an agent's lane: what a customer's lane brought about for the agent.
        case heard(Message.Kind)
        case measure(Key, reached: Int64)
        case status(Key, StatusPhase)
        case ladder(Key, step: Int)
        case closed(Norm, NormState)

        /// The order in which what one element brought about joins the queue.
        private var rank: (kind: Int, name: String, detail: String, number: Int64) {
            switch self {
            case .event, .due, .heard: (0, "", "", 0)
            case .closed(let norm, let state): (1, norm.action, state.rawValue, Int64(norm.created))
            case .ladder(let key, let step): (2, key.name, key.place.text, Int64(step))
            case .measure(let key, let value): (3, key.name, key.place.text, value)
            case .status(let key, let phase): (4, key.name, key.place.text, phase == .active ? 0 : 1)
            }
        }

        static func inOrder(_ left: Element, _ right: Element) -> Bool {
            let (a, b) = (left.rank, right.rank)
            if a.kind != b.kind { return a.kind < b.kind }
            if a.name != b.name { return bytesBefore(a.name, b.name) }
            if a.detail != b.detail { return bytesBefore(a.detail, b.detail) }
            return a.number < b.number
        }

        /// The same thing joins a step only once.
        var identity: String {
            switch self {
            case .closed(let norm, let state): "closed \(norm.id) \(state)"
            case .event, .due, .heard: "first"
            default: "\(rank)"
            }
        }
    }

    /// Something that falls due in a lane.
    struct Due {
        enum Kind {
            case deadline(Norm)
            case expiry(Norm)
            case reach(Key, Int64)
            case cooling(Key)
            case aging(Key)
            case status(Key)
            case fact(Key)
        }

        let time: Int64
        let created: Int
        let kind: Kind

        var isDeadline: Bool { if case .deadline = kind { true } else { false } }

        static func inOrder(_ left: Due, _ right: Due) -> Bool {
            if left.time != right.time { return left.time < right.time }
            if left.isDeadline != right.isDeadline { return right.isDeadline }
            return left.created < right.created
        }
    }

    /// What a customer's lane has to say to an agent.
    struct Message {
        enum Kind {
            case event(Event)
            /// The classes are those of the event that set the norm off.
            case issue(Effect, classes: [String]?)
            case begin(status: String, until: Until?)
            case end(status: String)
        }

        let time: Int64
        let lane: String
        let sequence: Int
        let agent: String
        let event: String
        let customer: String?
        let contact: Contact?
        /// The event names no contact and no customer: it is the agent lane's own.
        let isOwn: Bool
        let kind: Kind

        static func inOrder(_ left: Message, _ right: Message) -> Bool {
            if left.time != right.time { return left.time < right.time }
            // What an agent says comes after what others say.
            if left.isOwn != right.isOwn { return right.isOwn }
            if left.lane != right.lane { return bytesBefore(left.lane, right.lane) }
            return left.sequence < right.sequence
        }
    }

    /// What conditions and homes are looked up in.
    struct Context {
        var contact: Contact?
        var agent: String?
        var customer: String?
        var event: Event?
    }
}

extension Reference.Book {
    /// The name of an event's type on the wire.
    func typeName(_ event: Event) -> String {
        switch event.type {
        case .builtIn(let type): type.rawValue
        case .declared(let index): policy.events[index].name.value
        }
    }

    func matches(_ trigger: Trigger, _ element: Reference.Element) -> Bool {
        switch (trigger.kind, element) {
        case (.event(let name), .event(let event)):
            typeName(event) == name.value
        case (.conduct(let name), .event(let event)):
            event.type == .builtIn(.conductObserved)
                && !classes(name.value).isDisjoint(with: event.texts("conduct"))
        case (.measure(let name, let value), .measure(let key, let reached)):
            key.name == name.value && reached == value.value
        case (.status(let name, let wanted), .status(let key, let phase)):
            key.name == name.value && phase == wanted
        case (.ladder(let name, let wanted), .ladder(let key, let step)):
            key.name == name.value && step == wanted.value
        case (.duty(let action, let wanted), .closed(let norm, let state)):
            norm.isDuty && norm.action == action.value && state == wanted
        default: false
        }
    }

    func matches(_ triggers: [Trigger], _ element: Reference.Element) -> Bool {
        triggers.contains { matches($0, element) }
    }
}
