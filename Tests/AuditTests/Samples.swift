import AuditLog
import PolicyEngine
import PolicyLanguage

/// Small records to make logs and cases from.
enum Samples {
    static let policy = PolicyRecord(
        reference: "small@0123456789ab", digest: "0123456789abcdef", id: "small", title: "A small policy",
        conduct: ["threat", "insult", "rude"],
        files: [PolicyRecord.File(name: "small.policy.yaml", text: "holdline: 1\n")])

    static let start: Int64 = 1_795_255_200_000
    private static let reader = EventReader()

    static func event(_ number: Int64, id: String? = nil, contact: String = "c-1") throws -> EventRecord {
        let id = id ?? "e-\(number)"
        let line = Array(
            ("{\"id\":\"\(id)\",\"time\":\"\(TimeText.format(start + number * 1_000))\",\"type\":\"utterance\","
                + "\"contact\":\"\(contact)\",\"customer\":\"cu-1\",\"agent\":\"a-1\",\"channel\":\"phone\",\"data\":{\"speaker\":\"customer\"}}")
                .utf8)
        return EventRecord(number: number, event: try reader.read(line), type: "utterance", line: line)
    }

    static func outcome(_ event: String, at seconds: Int64, contact: String? = "c-1") -> Outcome {
        Outcome(event: event, time: start + seconds * 1_000, contact: contact, customer: "cu-1", agent: "a-1")
    }

    static func record(_ number: Int64, _ outcome: Outcome, with event: Int64 = 1) -> OutcomeRecord {
        var line: [UInt8] = []
        OutcomeWriter(policy: policy.reference).write(outcome, to: &line)
        line.removeLast()
        return OutcomeRecord(number: number, recordedWith: event, outcome: outcome, line: line)
    }

    static func issued(_ norm: String, _ modality: Modality = .must, _ action: String = "warn", due: Int64? = 30)
        -> Outcome.Issued
    {
        Outcome.Issued(
            norm: norm, modality: modality, action: action, by: ["agent"], due: due.map { start + $0 * 1_000 },
            until: nil, arguments: [], script: nil, rule: "ladders.abuse.1")
    }

    /// A case from lines of events and outcomes by the id of their event, as a log would hand it over.
    static func records(_ lines: [String], _ outcomes: [Outcome] = [], norms: [NormRecord] = []) throws -> Case {
        var records = Case(contact: "c-1", policy: policy, norms: norms)
        for (index, line) in lines.enumerated() {
            let event = try reader.read(line)
            guard case .builtIn(let type) = event.type else { continue }
            records.events.append(
                Case.Happening(
                    number: Int64(index) + 1, time: event.time, type: type.rawValue, id: event.id,
                    customer: event.customer, agent: event.agent, channel: event.channel, event: event))
        }
        for (index, outcome) in outcomes.enumerated() {
            let with =
                records.events.first { $0.id == outcome.event } ?? records.events.first { $0.time >= outcome.time }
            records.outcomes.append(
                Case.Finding(
                    number: Int64(index) + 1, recordedWith: with?.number ?? Int64(lines.count), outcome: outcome))
        }
        return records
    }

    /// One line of an event of `c-1`, so many seconds after the start.
    static func line(_ id: String, at seconds: Int64, _ type: String, _ data: String) -> String {
        "{\"id\":\"\(id)\",\"time\":\"\(TimeText.format(start + seconds * 1_000))\",\"type\":\"\(type)\","
            + "\"contact\":\"c-1\",\"customer\":\"cu-1\",\"agent\":\"a-1\",\"channel\":\"phone\",\"data\":\(data)}"
    }
}
