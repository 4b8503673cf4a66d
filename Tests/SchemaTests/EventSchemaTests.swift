import Foundation
import JSONSchema
import PolicyLanguage
import Testing
import YAMLTree

@testable import PolicyEngine

/// The reader of events and the schema agree on every line there is, and on mistakes in good ones.
@Suite struct EventSchemaTests {
    /// Refusals that bytes, other events or a policy decide.
    private static let beyondTheSchema: Set<EventRefusal.Code> = [
        .badJSON, .badUTF8, .tooLong, .tooDeep, .tooMany, .duplicateMember, .unknownType, .otherCustomer, .otherContent,
        .tooLate, .tooEarly, .outOfRange, .badTime,
    ]

    private func refusal(_ line: String) -> EventRefusal? {
        do throws(EventRefusal) {
            _ = try EventReader().read(line)
            return nil
        } catch {
            return error
        }
    }

    /// JSON is YAML, near enough for lines of ours; nil for what is not JSON.
    private func json(_ line: String) -> JSON? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)), object is [String: Any] else {
            return nil
        }
        return Documents.tree(Array(line.utf8)).map { JSON($0) }
    }

    private func expectAgreement(_ lines: [String]) throws {
        let read = lines.compactMap { line in json(line).map { (line, $0) } }
        let problems = try Validator.problems(of: read.map(\.1), by: EventSchema.schema)
        for ((line, _), problem) in zip(read, problems) {
            if let refusal = refusal(line) {
                if Self.beyondTheSchema.contains(refusal.code) { continue }
                #expect(problem != "", "the schema takes what is refused as \(refusal): \(line)")
            } else {
                #expect(problem == "", "the reader takes it, the schema does not: \(line)")
            }
        }
    }

    @Test func `reader and schema agree on every event of the project`() throws {
        let lines = Documents.events.flatMap(Documents.lines)
        #expect(lines.count > 500)
        #expect(lines.contains { refusal($0) != nil })
        try expectAgreement(lines)
    }

    private static let head = "\"id\":\"e\",\"time\":\"2026-11-21T10:00:00Z\",\"contact\":\"c\""
    private static let samples: [String] = [
        "{\(head),\"type\":\"contact.started\",\"data\":{\"language\":\"en\",\"new_matter\":true,\"tags\":[\"a\"]}}",
        "{\(head),\"type\":\"contact.started\"}",
        "{\(head),\"type\":\"contact.started\",\"data\":null,\"channel\":null}",
        "{\(head),\"type\":\"contact.ended\",\"data\":{\"by\":\"customer\"}}",
        "{\(head),\"type\":\"contact.ended\",\"data\":{\"by\":\"agent\"}}",
        "{\(head),\"type\":\"contact.ended\",\"data\":{\"by\":\"agent\",\"reason\":\"abuse\"}}",
        "{\(head),\"type\":\"contact.ended\",\"data\":{\"by\":\"agent\",\"reason\":null}}",
        "{\(head),\"type\":\"contact.ended\",\"data\":null}", "{\(head),\"type\":\"contact.ended\"}",
        "{\(head),\"type\":\"conduct.observed\",\"data\":{\"conduct\":[\"a\",\"b\"],\"confidence\":0.5,\"severity\":2}}",
        "{\(head),\"type\":\"conduct.observed\",\"data\":{\"conduct\":\"a\",\"severity\":2.0,\"quote\":\"x\"}}",
        "{\(head),\"type\":\"conduct.observed\",\"data\":{\"conduct\":[]}}",
        "{\(head),\"type\":\"conduct.observed\",\"data\":{\"conduct\":\"\"}}",
        "{\(head),\"type\":\"conduct.observed\",\"data\":{\"conduct\":\"a\",\"directed_at\":\"nobody\"}}",
        "{\(head),\"type\":\"fact.recorded\",\"data\":{\"name\":\"a\",\"value\":[\"x\"],\"until\":\"2026-11-22T10:00:00Z\"}}",
        "{\(head),\"type\":\"fact.recorded\",\"data\":{\"name\":\"a\",\"value\":null}}",
        "{\(head),\"type\":\"fact.recorded\",\"data\":{\"name\":\"a\",\"value\":{\"b\":1}}}",
        "{\(head),\"type\":\"action.done\",\"data\":{\"action\":\"warn\",\"fields\":{\"a\":[1,{}]},\"said\":[]}}",
        "{\(head),\"type\":\"utterance\",\"data\":{\"speaker\":\"agent\",\"text\":\"\"}}",
        "{\(head),\"type\":\"status.decided\",\"data\":{\"status\":\"s\",\"decision\":\"imposed\"}}",
        "{\(head),\"type\":\"status.decided\",\"data\":{\"status\":\"s\"}}",
        "{\"id\":\"e\",\"time\":\"2026-11-21T10:00:00Z\",\"type\":\"time.passed\"}",
        "{\"id\":\"e\",\"time\":\"2026-11-21T10:00:00Z\",\"type\":\"supervisor.requested\"}",
        "{\"id\":\"e\",\"time\":\"2026-11-21T10:00:00Z\",\"type\":\"supervisor.requested\",\"agent\":\"a\"}",
        "{\(head),\"type\":\"supervisor.requested\",\"specversion\":\"1.0\",\"source\":\"x\",\"subject\":3,\"more\":[]}",
        "{\(head),\"type\":\"supervisor.requested\",\"specversion\":\"0.3\"}",
        "{\(head),\"type\":\"supervisor.requested\",\"data_base64\":\"AA\"}",
        "{\(head),\"type\":\"supervisor.requested\",\"data\":[]}",
        "{\(head),\"type\":\"supervisor.requested\",\"source\":\"\"}",
        "{\"id\":\"\",\"time\":\"2026-11-21T10:00:00Z\",\"type\":\"time.passed\"}",
        "{\"id\":\"e\",\"time\":\"2026-11-21 10:00\",\"type\":\"time.passed\"}", "{}",
    ]

    @Test func `reader and schema agree on one of everything`() throws { try expectAgreement(Self.samples) }

    @Test(arguments: 1...2) func `a mistake in a good event is seen by both or by none`(_ seed: Int) throws {
        var mutation = Mutation(seed: UInt64(seed))
        var lines: [String] = []
        for line in Self.samples where refusal(line) == nil {
            guard let root = Documents.tree(Array(line.utf8)) else { continue }
            for _ in 1...40 { lines.append(JSON(mutation.changed(root)).line) }
        }
        try expectAgreement(lines)
    }
}
