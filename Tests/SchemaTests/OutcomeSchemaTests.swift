import Foundation
import JSONSchema
import PolicyLanguage
import Testing
import YAMLTree

@testable import PolicyEngine

/// What the writer writes is valid, and all that the schema knows is written by it.
@Suite struct OutcomeSchemaTests {
    /// One of everything.
    private static let full: Outcome = {
        var outcome = Outcome(event: "e", time: 1_795_255_240_250, contact: "c", customer: "cu", agent: "a")
        outcome.late = true
        outcome.issued = [
            .init(
                norm: "c/1", modality: .must, action: "warn", by: ["agent"], due: 1_795_255_300_000,
                until: 1_795_255_400_000,
                arguments: [
                    .init(name: "to", value: .text("x")), .init(name: "minutes", value: .number(5)),
                    .init(name: "fields", value: .list(["a"])),
                ], script: .init(id: "s", language: "en", text: "…"), rule: "rules.x")
        ]
        outcome.closed = NormState.allCases.filter { $0 != .open }.map { .init(norm: "c/1", action: "warn", state: $0) }
        outcome.paused = [
            .init(norm: "c/1", action: "warn", prohibition: "c/2"),
            .init(norm: "c/3", action: "hold", prohibition: nil),
        ]
        outcome.resumed = [.init(norm: "c/1", action: "warn")]
        outcome.verdicts = [
            .init(action: "warn", verdict: .fulfilled, norm: "c/1", rule: "rules.x"),
            .init(action: "hold", verdict: .silent, norm: nil, rule: nil),
        ]
        outcome.changes = [
            .ladder("abuse", from: 0, to: 1), .status("s", from: nil, to: .active),
            .status("s", from: .active, to: .ended),
        ]
        outcome.coached = [.init(phrase: "calm down", language: "en")]
        outcome.conflicts = [.init(action: "warn", duty: "rules.x", prohibition: "rules.y")]
        outcome.faults = [.init(rule: "rules.x", code: "no-such-key", message: "…")]
        return outcome
    }()

    private func line(_ outcome: Outcome) -> String {
        var bytes: [UInt8] = []
        OutcomeWriter(policy: "p@0123").write(outcome, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func tree(_ line: String) throws -> YAMLNode { try #require(Documents.tree(Array(line.utf8))) }

    @Test func `every recorded outcome is valid`() throws {
        let lines = Documents.outcomes.flatMap(Documents.lines).filter { $0.hasPrefix("{") }
        #expect(lines.count > 30)
        let problems = try Validator.problems(of: lines.map { JSON(try tree($0)) }, by: OutcomeSchema.schema)
        for (line, problem) in zip(lines, problems) { #expect(problem == "", "\(line)") }
    }

    @Test func `one of everything is valid, and so is nothing at all`() throws {
        let empty = Outcome(event: "e", time: 0, contact: nil, customer: nil, agent: nil)
        let all = try [line(Self.full), line(empty)].map { JSON(try tree($0)) }
        #expect(try Validator.problems(of: all, by: OutcomeSchema.schema) == ["", ""])
    }

    /// The names of members at any depth of what is written.
    private func members(_ value: JSON) -> Set<String> {
        switch value {
        case .object(let members):
            members.reduce(into: []) {
                $0.formUnion([$1.name]); $0.formUnion(self.members($1.value))
            }
        case .array(let items): items.reduce(into: []) { $0.formUnion(members($1)) }
        default: []
        }
    }

    /// The names of properties at any depth of a schema.
    private func properties(_ value: JSON) -> Set<String> {
        switch value {
        case .object(let members):
            members.reduce(into: []) { all, member in
                if member.name == "properties", case .object(let known) = member.value {
                    all.formUnion(known.map(\.name))
                }
                all.formUnion(properties(member.value))
            }
        case .array(let items): items.reduce(into: []) { $0.formUnion(properties($1)) }
        default: []
        }
    }

    @Test func `the writer writes every member of the schema, and no other`() throws {
        var written = members(JSON(try tree(line(Self.full))))
        written.subtract(["minutes"])
        #expect(written.subtracting(["to", "fields"]).isSubset(of: properties(OutcomeSchema.schema.json)))
        #expect(properties(OutcomeSchema.schema.json).isSubset(of: written))
    }

    @Test(arguments: 1...2) func `a member left out, misspelt or of another form is refused`(_ seed: Int) throws {
        var mutation = Mutation(seed: UInt64(seed))
        let root = try tree(line(Self.full))
        let whole = JSON(root)
        var changed: [JSON] = []
        for _ in 1...40 { changed.append(JSON(mutation.changed(root))) }
        let problems = try Validator.problems(of: changed, by: OutcomeSchema.schema)
        let refused = problems.count { $0 != "" }
        // What is optional may be left out, names and texts are free.
        #expect(refused > 20, "seed \(seed): \(refused) of \(changed.count { $0 != whole })")
    }
}
