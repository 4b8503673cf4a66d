import PolicyEngine
import PolicyLanguage

/// Agents' lanes: they hear, and answer once the log has moved on.
extension ReferenceInterpreter {
    mutating func receiveForAgent(_ event: Event) -> ReferenceReception {
        guard let agent = event.agent else { return .refused("no-lane") }
        let lane = lane(named: .agent(agent))
        if let refusal = refusal(of: event, in: lane) { return refusal }
        advance(event)
        remember(event, in: lane)
        sequences[agent, default: 0] += 1
        pending.append(
            Reference.Message(
                time: max(event.time, lane.clock ?? event.time), lane: agent, sequence: sequences[agent, default: 0],
                agent: agent, event: event.id, customer: nil, contact: nil, isOwn: true, kind: .event(event)))
        return .accepted
    }

    mutating func answer(before limit: Int64?) {
        let heard = pending.filter { $0.time < limit ?? .max }.sorted(by: Reference.Message.inOrder)
        pending.removeAll { $0.time < limit ?? .max }
        for message in heard { hear(message) }
    }

    mutating func hear(_ message: Reference.Message) {
        let lane = lane(named: .agent(message.agent))
        var event: Event?
        if case .event(let heard) = message.kind { event = heard }
        let time = message.isOwn ? event?.time ?? message.time : message.time
        let isLate = lane.clock.map { time < $0 } ?? false
        fallDue(lane, to: max(message.time, lane.clock ?? message.time))
        let context = Reference.Context(
            contact: message.contact, agent: message.agent, customer: message.customer, event: event)
        let step = step(lane, context, id: message.event, late: isLate)
        step.isOverheard = !message.isOwn
        if case .issue(_, let classes) = message.kind { step.classes = classes }
        step.run(event.map { .event($0) } ?? .heard(message.kind))
        _ = finish(step, lane, id: message.event)
    }
}
