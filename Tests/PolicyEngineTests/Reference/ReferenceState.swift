import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    /// The name of a lane; the three kinds never mix.
    enum LaneName: Hashable {
        case customer(String), contact(String), agent(String)

        var id: String {
            switch self {
            case .customer(let id), .contact(let id), .agent(let id): id
            }
        }

        var isAgent: Bool { if case .agent = self { true } else { false } }

        private var kind: Int {
            switch self {
            case .customer: 0
            case .contact: 1
            case .agent: 2
            }
        }

        static func inOrder(_ left: LaneName, _ right: LaneName) -> Bool {
            left.id == right.id ? left.kind < right.kind : bytesBefore(left.id, right.id)
        }
    }

    /// Where something lives within its lane.
    enum Place: Hashable {
        case contact(String)
        /// The customer of the lane; in a contact's own lane, whoever it will turn out to be.
        case customer
        case agent

        static func inOrder(_ left: Place, _ right: Place) -> Bool { bytesBefore(left.text, right.text) }

        var contact: String? { if case .contact(let id) = self { id } else { nil } }
        var text: String {
            switch self {
            case .contact(let id): "contact \(id)"
            case .customer: "customer"
            case .agent: "agent"
            }
        }
    }

    /// One measure, ladder, status or fact at one place.
    struct Key: Hashable {
        let name: String
        let place: Place

        static func inOrder(_ left: Key, _ right: Key) -> Bool {
            left.name == right.name
                ? bytesBefore(left.place.text, right.place.text) : bytesBefore(left.name, right.name)
        }
    }

    /// A contact as its lane knows it; agents get a copy of how it was.
    final class Contact {
        let id: String
        let started: Int64
        var agent: String?
        var channel: String?
        var sawStart = false
        var startLanguage: String?
        var utteranceLanguage: String?
        var newMatter = false
        var tags: [String] = []
        var ended: Int64?
        /// The action that its end was a deed of.
        var endedBy: String?
        /// `end_contact` and `transfer`, once judged here; and those of them that were done as they may be.
        var judged: Set<String> = []
        var allowed: Set<String> = []
        /// The norm that forbade them the last time.
        var forbidden: [String: String] = [:]
        /// Each observed utterance, or observation without one, with the classes seen in it.
        var observations: [(unit: String, classes: Set<String>)] = []
        /// What observations of one utterance named and moved, by the utterance's event id; the last 64.
        var utterances: [(id: String, classes: Set<String>, confirmed: Set<String>, moved: Set<String>)] = []

        init(id: String, started: Int64) {
            self.id = id
            self.started = started
        }

        func copy() -> Contact {
            let other = Contact(id: id, started: started)
            (other.agent, other.channel, other.newMatter, other.tags) = (agent, channel, newMatter, tags)
            (other.startLanguage, other.utteranceLanguage) = (startLanguage, utteranceLanguage)
            (other.observations, other.ended) = (observations, ended)
            return other
        }

        var language: String? { startLanguage ?? utteranceLanguage }

        /// Of an utterance, as far as an observation by a person, or by a machine, has nothing to add to it.
        func classes(observedOf utterance: String, byPerson: Bool) -> Set<String> {
            let known = utterances.first { $0.id == utterance }
            return (byPerson ? known?.confirmed : known?.classes) ?? []
        }
    }

    /// A norm with its whole history.
    final class Norm {
        let id: String
        let effect: Effect
        let place: Place
        let roles: [String]
        /// The contact it was issued in.
        let contact: String?
        /// The first of a row of confirmations; nil for a norm that confirms nothing.
        let confirms: Norm?
        let due: Int64?
        let until: Int64?
        var created: Int
        var history: [NormState] = [.open]
        /// Issued in a contact's own lane for a customer not known yet.
        var isFromOwnLane = false
        /// Came along with its contact into the customer's lane, in this state.
        var movedAs: NormState?
        /// The event after which no more confirmation is asked for has come.
        var isConfirmed = false
        /// Outcomes have said that it does not stand for now.
        var isPaused = false

        init(
            id: String, effect: Effect, place: Place, roles: [String], contact: String?, confirms: Norm?, due: Int64?,
            until: Int64?, created: Int
        ) {
            (self.id, self.effect, self.place, self.roles) = (id, effect, place, roles)
            (self.contact, self.confirms) = (contact, confirms)
            (self.due, self.until, self.created) = (due, until, created)
        }

        var state: NormState { history.last ?? .open }
        var isOpen: Bool { state == .open }
        var isDuty: Bool { effect.modality.isDuty }
        var action: String { effect.act.action.value }
        var wasMissed: Bool { history.contains(.missed) }
        /// The first of the row that this norm and its confirmations make.
        var first: Norm { confirms ?? self }
    }

    /// A clock since its latest start: the stretches during which it ran.
    struct ClockRun {
        var stretches: [(from: Int64, to: Int64?)] = []
        var reached: Set<Int64> = []
        var created: Int

        var isRunning: Bool { stretches.last.map { $0.to == nil } ?? false }
        func elapsed(at time: Int64) -> Int64 { stretches.reduce(0) { $0 + ($1.to ?? time) - $1.from } }
    }

    /// A ladder at one place.
    struct LadderRun {
        var position = 0
        var counter = 0
        var lastObserved: Int64?
        /// Norms created before this are forgotten.
        var forgotten = 0
        var climbs: [(time: Int64, created: Int)] = []
        var suspensions: [(from: Int64, to: Int64?)] = []
        /// Steps gone down since the last observation.
        var cooled: Int64 = 0
        var coolingCreated = 0

        var isSuspended: Bool { suspensions.last.map { $0.to == nil } ?? false }

        /// Quiet time since the last observation, less what it was suspended.
        func quiet(at time: Int64) -> Int64? {
            guard let last = lastObserved else { return nil }
            return suspensions.reduce(time - last) { quiet, pause in
                quiet - max(0, (pause.to ?? time) - max(pause.from, last))
            }
        }
    }

    /// A status at one place.
    struct StatusRun {
        var phase: StatusPhase
        var until: Until?
        var ends: Int64?
        var created: Int
    }

    struct FactValue {
        var value: CELValue
        var until: Int64?
        var created: Int
    }
}
