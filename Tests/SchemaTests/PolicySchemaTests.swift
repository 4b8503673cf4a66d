import Foundation
import JSONSchema
import SourceText
import Testing
import YAMLTree

@testable import PolicyLanguage

/// The loader and the schema agree on every policy there is, good and bad, and on good ones with a mistake put in.
@Suite struct PolicySchemaTests {
    /// Of what is found in the shape of a policy, that which the schema leaves to the loader: days that do not exist,
    /// hours that end before they begin, times and settings that are too great.
    private static func isBeyondTheSchema(_ finding: Diagnostic) -> Bool {
        switch finding.code {
        case "bad-date": finding.message.contains(#/[0-9]{4}-[0-9]{2}-[0-9]{2}/#)
        case "bad-value": finding.message.contains(#/[0-9]:[0-9]{2}-[0-9]{2}:.*range of hours/#)
        case "out-of-range": finding.message.contains(#/longer than 36500 days|too great/#)
        default: false
        }
    }
    /// What is only ever found in shapes; every other code needs names, types or meaning.
    private static let onlyShapes: Set = [
        "unknown-key", "wrong-shape", "empty-value", "bad-name", "bad-date", "bad-language", "bad-time-zone",
        "language-version",
    ]

    private func shapeFindings(_ root: YAMLNode) -> [Diagnostic] {
        var check = ShapeCheck(Findings())
        check.check(policy: root)
        return check.findings.all
    }

    /// Compares loader and schema on trees, one validator run for all.
    private func expectAgreement(_ trees: [(name: String, root: YAMLNode)]) throws {
        let problems = try Validator.problems(of: trees.map { JSON($0.root) }, by: PolicySchema.schema)
        for ((name, root), problem) in zip(trees, problems) {
            expect(shapeFindings(root), problem, name)
        }
    }

    private func expect(_ findings: [Diagnostic], _ problem: String, _ name: String) {
        if findings.isEmpty {
            #expect(problem == "", "\(name): the loader takes it, the schema does not")
        } else if !findings.allSatisfy(Self.isBeyondTheSchema) {
            let all = findings.map { "\($0.code): \($0.message)" }
            #expect(problem != "", "\(name): the schema takes what the loader refuses for \(all)")
        }
    }

    private func shapeFindings(_ node: YAMLNode, _ shape: Shape) -> [Diagnostic] {
        var check = ShapeCheck(Findings())
        check.check(node, shape, .init(key: "x", part: .value, example: "x", keySpan: .none, name: nil))
        return check.findings.all
    }

    @Test func `loader and schema agree on every policy of the project`() throws {
        #expect(Documents.policies.count >= 20)
        let trees = Documents.policies.compactMap { path in
            Documents.bytes(path).flatMap(Documents.tree).map { (path, $0) }
        }
        #expect(trees.contains { shapeFindings($0.1).isEmpty })
        #expect(trees.contains { !shapeFindings($0.1).isEmpty })
        try expectAgreement(trees)
    }

    @Test func `what is about shapes is found before all else`() throws {
        for path in Documents.policies {
            guard let bytes = Documents.bytes(path), let root = Documents.tree(bytes), shapeFindings(root).isEmpty
            else {
                continue
            }
            let folder = (path as NSString).deletingLastPathComponent
            let loaded = PolicyLoader.load(path, withChecks: false) { name in
                Documents.bytes(name.hasPrefix(folder) ? name : "\(folder)/\(name)")
            }
            for finding in loaded.diagnostics {
                #expect(!Self.onlyShapes.contains(finding.code), "\(path): \(finding.code): \(finding.message)")
            }
        }
    }

    @Test(arguments: 1...2) func `a mistake in a good policy is seen by both or by none`(_ seed: Int) throws {
        var mutation = Mutation(seed: UInt64(seed))
        let good = Documents.policies.compactMap { path -> (String, YAMLNode)? in
            guard let root = Documents.bytes(path).flatMap(Documents.tree), shapeFindings(root).isEmpty else {
                return nil
            }
            return (path, root)
        }
        var trees: [(String, YAMLNode)] = []
        for (path, root) in good {
            for round in 1...6 { trees.append(("seed \(seed), \(path), \(round)", mutation.changed(root))) }
        }
        let bad = trees.count { !shapeFindings($0.1).isEmpty }
        #expect(bad > trees.count / 4)
        try expectAgreement(trees)
    }

    /// Every block with every key that it has, each as in its example, and many mistakes in each.
    @Test(arguments: 1...2) func `a mistake in any block is seen by both or by none`(_ seed: Int) throws {
        var mutation = Mutation(seed: UInt64(seed))
        let blocks = BlockName.allCases.filter { $0 != .policy }
        var cases: [(block: BlockName, node: YAMLNode)] = []
        for block in blocks {
            // A map of flow style, for an example may hold several lines.
            let entries = try block.block.keys.flatMap { key in
                try #require(Documents.tree(Array(key.example.utf8))?.entries)
            }
            let whole = YAMLNode(span: .none, content: .mapping(entries))
            cases.append((block, whole))
            for _ in 1...(8 + 6 * entries.count) { cases.append((block, mutation.changed(whole))) }
        }
        var schema = PolicySchema.schema
        for keyword in ["required", "additionalProperties"] { schema[keyword] = nil }
        schema["properties"] = .named(blocks.map { ($0.rawValue, Schema.reference($0.rawValue)) })
        let instances = cases.map { JSON.object([.init($0.block.rawValue, JSON($0.node))]) }
        let problems = try Validator.problems(of: instances, by: schema)
        var refused = 0
        for ((block, node), problem) in zip(cases, problems) {
            let findings = shapeFindings(node, .block(block))
            if !findings.isEmpty { refused += 1 }
            let name = "seed \(seed), \(block.rawValue) \(JSON(node).line)"
            expect(findings, problem, name)
        }
        #expect(refused > cases.count / 3 && refused < cases.count * 9 / 10)
    }

    @Test func `every definition has a name of its own, and every reference one to go to`() throws {
        guard case .object(let definitions)? = PolicySchema.schema["$defs"] else {
            Issue.record("no definitions")
            return
        }
        let names = Set(definitions.map(\.name))
        #expect(names.count == definitions.count)
        let references = PolicySchema.schema.text.matches(of: #/"#\/\$defs\/([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(references) == names)
    }

    @Test(arguments: BlockName.allCases) func `every key has a summary that ends as a sentence`(_ name: BlockName) {
        for key in name.block.keys { #expect(key.summary.hasSuffix(".") && key.summary.count > 5, "\(key.name)") }
    }
}
