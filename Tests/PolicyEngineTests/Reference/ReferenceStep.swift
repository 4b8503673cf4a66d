import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    /// One step of one lane: a queue that is worked off until it is empty, and the outcome that comes of it.
    final class Step {
        let lane: Lane
        let book: Book
        let time: Int64
        /// The contact, customer and agent that the step began with.
        let origin: Context
        /// The step's event in a customer's lane, or the one an agent heard.
        let event: Event?
        /// What is older than the step was created with at most this number.
        let createdBefore: Int
        var outcome: Outcome
        var messages: [Message.Kind] = []
        private var brought: [Element] = []
        private var joined: Set<String> = []
        /// In an agent's lane: whether the event is one that a customer's lane handles too.
        var isOverheard = false
        /// The classes of conduct of the event whose step this is.
        var classes: [String]?
        /// What is older than the element at work was created with at most this number.
        private(set) var elementBegan = 0

        init(_ lane: Lane, _ book: Book, _ origin: Context, outcome: Outcome) {
            self.lane = lane
            self.book = book
            self.origin = origin
            self.outcome = outcome
            event = origin.event
            time = lane.now
            createdBefore = lane.creations
            if let event, event.type == .builtIn(.conductObserved) { classes = event.texts("conduct") }
        }

        func run(_ first: Element) {
            drain([first])
            if let event, event.type == .builtIn(.contactEnded), !lane.name.isAgent {
                end(event)
                drain(followUps())
            }
            tellPauses()
        }

        private func drain(_ elements: [Element]) {
            var queue = elements
            while !queue.isEmpty {
                perform(queue.removeFirst())
                queue += followUps()
            }
        }

        /// Notes something that this element brought about.
        func bring(_ element: Element) { brought.append(element) }

        private func followUps() -> [Element] {
            let sorted = brought.sorted(by: Element.inOrder)
            brought = []
            return sorted.filter { joined.insert($0.identity).inserted }
        }

        /// The stages of the page, in its order.
        private func perform(_ element: Element) {
            elementBegan = lane.creations
            if case .event(let event) = element { judge(event) }
            if case .event(let event) = element, isVoid(event) {
                setFields(event, context(of: element))
                if event.type == .builtIn(.factRecorded) { tellAgent(event, context(of: element)) }
            } else {
                updateVars(element)
                apply(element, touchingStatuses: true)
                lookAtConditions(context(of: element))
                apply(element, touchingStatuses: false)
                closeByUntil(element)
                lookAtConditions(context(of: element))
            }
            updateStanding(context(of: element))
            supersedeBeaten(context(of: element))
        }

        /// The context an element's rules run in: only an event's own have the event in scope.
        func context(of element: Element) -> Context {
            switch element {
            case .event, .heard: return origin
            case .due: return setOff(origin.contact)
            case .measure(let key, _), .status(let key, _), .ladder(let key, _):
                if let id = key.place.contact { return setOff(lane.contacts[id]) }
                return setOff(event == nil ? nil : origin.contact)
            case .closed(let norm, _):
                if lane.name.isAgent { return setOff(event == nil ? nil : origin.contact) }
                return setOff(norm.contact.flatMap { lane.contacts[$0] })
            }
        }

        private func setOff(_ contact: Contact?) -> Context {
            let agent = lane.name.isAgent ? lane.name.id : contact?.agent ?? origin.agent
            return Context(contact: contact, agent: agent, customer: origin.customer, event: nil)
        }

        // MARK: rules

        /// Matches every rule of a stratum on the same state, then applies what fired in order of ids.
        private func apply(_ element: Element, touchingStatuses: Bool) {
            let context = context(of: element)
            var fired: [(id: String, apply: () -> Void)] = []
            for named in book.rules where named.rule.touchesStatuses == touchingStatuses {
                guard runsHere(named, element), triggers(named, element, context) else { continue }
                fired.append((named.id, { self.apply(named, context) }))
            }
            if !touchingStatuses {
                fired += ladderEffects(element, context) + dutyEffects(element, context)
            }
            if case .heard(let kind) = element { fired += heardEffects(kind, touchingStatuses, context) }
            let inOrder = fired.enumerated().sorted { left, right in
                left.element.id == right.element.id
                    ? left.offset < right.offset : bytesBefore(left.element.id, right.element.id)
            }
            for (_, entry) in inOrder { entry.apply() }
        }

        private func runsHere(_ named: NamedRule, _ element: Element) -> Bool {
            guard !named.rule.when.isEmpty else { return false }
            if !lane.name.isAgent { return !named.readsAgent }
            if case .event = element, isOverheard { return named.readsAgent }
            return true
        }

        private func triggers(_ named: NamedRule, _ element: Element, _ context: Context) -> Bool {
            guard book.matches(named.rule.when, element), !wasMoved(named.id, element),
                covers(named.rule.channels.map(\.value), context)
            else { return false }
            if let status = named.status {
                guard let place = place(status.about, context),
                    lane.statuses[Key(name: status.name.value, place: place)]?.phase == .active
                else { return false }
            }
            guard holds(named.rule.guard, named.id, context) else { return false }
            noteMoved(named.id, element)
            return true
        }

        private func apply(_ named: NamedRule, _ context: Context) {
            for effect in named.effects { issue(effect, context) }
            for begin in named.rule.begins { self.begin(begin.status.value, until: begin.until?.value, context) }
            for end in named.rule.ends { self.end(status: end.value, context) }
        }

        // MARK: second sources

        /// An earlier observation of the same utterance already moved this measure, ladder or rule.
        func wasMoved(_ id: String, _ element: Element) -> Bool {
            guard case .event(let event) = element, let utterance = utterance(of: event) else { return false }
            if lane.name.isAgent { return lane.heardUtterances[utterance.key]?.contains(id) ?? false }
            return origin.contact?.utterances.first { $0.id == utterance.id }?.moved.contains(id) ?? false
        }

        func noteMoved(_ id: String, _ element: Element) {
            guard case .event(let event) = element, let utterance = utterance(of: event) else { return }
            if lane.name.isAgent {
                lane.heardUtterances[utterance.key, default: []].insert(id)
            } else if let contact = origin.contact {
                guard let index = contact.utterances.firstIndex(where: { $0.id == utterance.id }) else { return }
                contact.utterances[index].moved.insert(id)
            }
        }

        private func utterance(of event: Event) -> (id: String, key: String)? {
            guard event.type == .builtIn(.conductObserved), let id = event.text("of"), let contact = event.contact
            else { return nil }
            return (id, "\(contact)\u{0}\(id)")
        }
    }
}
