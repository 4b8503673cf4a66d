import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    static let day: Int64 = 86_400_000

    /// Everything one lane knows, nothing of it worked out beforehand.
    final class Lane {
        struct Received {
            let source: String?
            let id: String
            let time: Int64
            let content: UInt64
        }

        let name: LaneName
        var clock: Int64?
        var contacts: [String: Contact] = [:]
        var norms: [Norm] = []
        /// Every event a count counted, by measure and place.
        var counted: [(key: Key, time: Int64)] = []
        var clocks: [Key: ClockRun] = [:]
        var ladders: [Key: LadderRun] = [:]
        var statuses: [Key: StatusRun] = [:]
        var facts: [Key: FactValue] = [:]
        /// Acts that were done, and where.
        var done: [(action: String, contact: String?, created: Int)] = []
        /// Acts that stand now by a position or a status: the act's key, and the place of the ladder or status.
        var standing: Set<Key> = []
        /// Norms that stood by something per customer that was dropped when their contact moved.
        var orphans: [Norm] = []
        var received: [Received] = []
        var numbers: [LaneName: Int] = [:]
        /// What observations of one utterance moved in an agent's lane, by contact and utterance.
        var heardUtterances: [String: Set<String>] = [:]
        var dueRecords = 0
        var creations = 0

        init(_ name: LaneName) {
            self.name = name
        }

        var now: Int64 { clock ?? 0 }
        var customer: String? { if case .customer(let id) = name { id } else { nil } }

        func creation() -> Int {
            creations += 1
            return creations
        }

        func number(for owner: LaneName) -> Int {
            numbers[owner, default: 0] += 1
            return numbers[owner, default: 0]
        }

        func repeats(_ event: Event) -> Received? {
            received.last {
                $0.id == event.id && $0.source == event.source && (clock ?? $0.time) - $0.time <= Reference.day
            }
        }

        /// A missed norm is remembered until another of the same act and home was missed.
        func isRemembered(_ norm: Norm) -> Bool {
            guard norm.state == .missed, let index = norms.firstIndex(where: { $0 === norm }) else { return false }
            return !norms[(index + 1)...].contains {
                $0.effect.key == norm.effect.key && $0.place == norm.place && $0.wasMissed
                    // What was answered before it came along displaces nothing that was here.
                    && (norm.movedAs != nil || [nil, .open, .missed].contains($0.movedAs))
            }
        }

        /// As an event comes: drops contacts that ended more than a day ago and left nothing open behind.
        func forget(at time: Int64? = nil) {
            for id in contacts.keys.sorted(by: bytesBefore) where forgets(id, at: time ?? now) { drop(contact: id) }
        }

        /// Whether a contact ended long enough before a time, with no norm issued in it open.
        func forgets(_ id: String, at time: Int64) -> Bool {
            guard let end = contacts[id]?.ended, max(time, now) - end > Reference.day else { return false }
            return !norms.contains { $0.contact == id && $0.isOpen }
        }

        private func drop(contact id: String) {
            let place = Place.contact(id)
            contacts[id] = nil
            norms.removeAll { $0.place == place }
            counted.removeAll { $0.key.place == place }
            clocks = clocks.filter { $0.key.place != place }
            ladders = ladders.filter { $0.key.place != place }
            statuses = statuses.filter { $0.key.place != place }
            facts = facts.filter { $0.key.place != place }
            standing = standing.filter { $0.place != place }
            done = done.map { $0.contact == id ? ($0.action, nil, $0.created) : $0 }
            numbers[.contact(id)] = nil
        }

        /// Takes in a contact that lived in its own lane: what is the contact's, and the norms of the lane.
        func take(_ id: String, from own: Lane) {
            let place = Place.contact(id)
            contacts[id] = own.contacts[id]
            for norm in own.norms {
                norm.created += creations
                norm.isFromOwnLane = norm.place == .customer
                // A miss that another has displaced already is remembered no more.
                norm.movedAs = norm.state == .missed && !own.isRemembered(norm) ? .late : norm.state
            }
            norms += own.norms
            counted += own.counted.filter { $0.key.place == place }
            for (key, value) in own.clocks where key.place == place {
                clocks[key] = value
                clocks[key]?.created += creations
            }
            for (key, value) in own.ladders where key.place == place {
                var run = value
                run.coolingCreated += creations
                run.climbs = run.climbs.map { ($0.time, $0.created + creations) }
                ladders[key] = run
            }
            for (key, value) in own.statuses where key.place == place {
                statuses[key] = value
                statuses[key]?.created += creations
            }
            for (key, value) in own.facts where key.place == place {
                facts[key] = value
                facts[key]?.created += creations
            }
            standing.formUnion(own.standing.filter { $0.place == place })
            orphans += own.norms.filter { $0.isOpen && $0.effect.standing == .customer }
            done += own.done.map { ($0.action, $0.contact, $0.created + creations) }
            received += own.received
            numbers[.contact(id)] = own.numbers[.contact(id)]
            creations += own.creations
        }
    }
}
