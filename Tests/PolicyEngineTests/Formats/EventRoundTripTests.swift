import CEL
import PolicyEngine
import PolicyLanguage
import Testing

/// A law: an event written in any of the ways that JSON allows is read as that event.
struct EventRoundTripTests {
    private struct Maker {
        var json: JSONSample

        /// Text that is not empty.
        mutating func word() -> String { json.text() + "x" }

        mutating func value(of field: EventField) -> CELValue {
            if !field.choices.isEmpty { return .string(json.random.pick(field.choices)) }
            switch field.type {
            case .bool: return .bool(json.random.once(in: 2))
            case .int: return .int(Int64(json.random.below(5)))
            case .double: return .double(Double(json.random.below(1 << 20)) / Double(1 << 20))
            case .string: return .string(word())
            case .list where field.name == "conduct":
                let classes = ["rude", "insult", "threat", word()]
                return .list(classes.prefix(1 + json.random.below(4)).map { .string($0) })
            case .list:
                var items: [CELValue] = []
                for _ in 0..<json.random.below(4) { items.append(.string(json.text())) }
                return .list(items)
            case .timestamp:
                let moment = Int64.random(in: TimeText.range, using: &json.random)
                return CELTimestamp(milliseconds: moment).map { .timestamp($0) } ?? .null
            case .map:
                let pairs = (0..<json.random.below(4)).map { (CELValue.string("k\($0)"), CELValue.int(Int64($0))) }
                return (try? CELMap(pairs)).map { .map($0) } ?? .null
            default:
                return json.random.pick([
                    .bool(true), .int(Int64(truncatingIfNeeded: json.random.next())),
                    .double(Double.random(in: -1e300...1e300, using: &json.random)), .string(json.text()),
                    .list([.string(json.text())]),
                ])
            }
        }

        mutating func event() -> Event {
            let type = json.random.pick(BuiltInEvent.allCases)
            var event = Event(
                id: word(), time: Int64.random(in: TimeText.range, using: &json.random), type: .builtIn(type))
            if json.random.once(in: 3) { event.source = word() }
            if json.random.once(in: 2) { event.contact = word() }
            if json.random.once(in: 2) { event.customer = word() }
            if json.random.once(in: 2) { event.agent = word() }
            if event.contact == nil, event.customer == nil { event.agent = "a" }
            if json.random.once(in: 2) { event.channel = word() }
            // Everything with a standard is given here; what is left out is tried elsewhere.
            for field in type.fields
            where field.presence != .optional || field.name == "by" || field.name == "reason" || json.random.once(in: 2)
            {
                event.data.append(Event.Field(name: field.name, value: value(of: field)))
            }
            return event
        }

        mutating func line(_ event: Event) -> String {
            var members = [("id", json.string(event.id)), ("time", json.string(TimeText.format(event.time)))]
            if case .builtIn(let type) = event.type { members.append(("type", json.string(type.rawValue))) }
            let attributes = [
                ("source", event.source), ("contact", event.contact), ("customer", event.customer),
                ("agent", event.agent),
                ("channel", event.channel),
            ]
            for (name, text) in attributes {
                if let text { members.append((name, json.string(text))) }
            }
            var fields: [(String, String)] = []
            for field in event.data { fields.append((field.name, json.value(field.value))) }
            if !fields.isEmpty || json.random.once(in: 2) { members.append(("data", json.object(fields))) }
            return json.space() + json.object(members) + json.space()
        }
    }

    @Test("Any event, written in any way, is read as that event")
    func roundTrip() throws {
        let seed = FormatRandom.seedOfTheRun
        var maker = Maker(json: JSONSample(random: FormatRandom(seed: seed)))
        let reader = EventReader()
        for _ in 0..<1_000 {
            let event = maker.event()
            let line = maker.line(event)
            do {
                var read = try reader.read(line)
                read.contentHash = 0
                #expect(read == event, "SEED=\(seed) \(line)")
            } catch {
                Issue.record("SEED=\(seed) \(error) \(line)")
            }
        }
    }
}
