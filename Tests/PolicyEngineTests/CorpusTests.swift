import Foundation
import PolicyEngine
import PolicyLanguage
import Testing

/// Cases as files: `Tests/Corpus/NAME/{policy.yaml,events.ndjson,expected.ndjson}`.
///
/// `RECORD=1` writes what the engine says now into `expected.ndjson`, and fails, so that nobody forgets to read it.
@Suite struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Corpus")

    static let cases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
        .sorted()

    @Test func `there are cases`() { #expect(Self.cases.count >= 6) }

    @Test(arguments: cases)
    func `a case says what was read and kept`(_ name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appendingPathComponent(file)))
        }
        let yaml = try bytes("policy.yaml")
        let loaded = PolicyLoader.load("corpus.policy.yaml") { _ in yaml }
        #expect(loaded.diagnostics.filter { $0.severity == .error }.isEmpty)
        let policy = try #require(loaded.policy)
        let reader = EventReader(declared: policy.policy.events)
        let events = try bytes("events.ndjson").split(separator: 10).map { try reader.read($0) }

        let found = try Self.outcomes(policy, events)
        let expected = folder.appendingPathComponent("expected.ndjson")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(found).write(to: expected)
            Issue.record("recorded \(name); read it, then run without RECORD")
            return
        }
        #expect(
            String(decoding: found, as: UTF8.self) == String(decoding: try Data(contentsOf: expected), as: UTF8.self))
        #expect(firstDifference(EngineUnderTest.self, ReferenceInterpreter.self, policy, events) == nil)
    }

    /// The outcomes as lines; a refusal as a line of its own.
    private static func outcomes(_ policy: CheckedPolicy, _ events: [Event]) throws -> [UInt8] {
        // The digest changes with every word of the policy, which is not what a case is about.
        let writer = OutcomeWriter(policy: "corpus")
        var engine = Engine(try Program(policy))
        var bytes: [UInt8] = []
        for event in events {
            let reception = engine.handle(event) { if !$0.isEmpty { writer.write($0, to: &bytes) } }
            if case .refused(let refusal) = reception { bytes += Array("\(event.id) \(refusal.code.rawValue)\n".utf8) }
        }
        engine.flush { if !$0.isEmpty { writer.write($0, to: &bytes) } }
        return bytes
    }
}
