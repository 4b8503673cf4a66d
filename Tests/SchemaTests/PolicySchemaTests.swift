import Foundation
import JSONSchema
import SourceText
import Testing
import YAMLTree

@testable import PolicyLanguage

/// The loader and the schema agree on every policy there is, good and bad, and on good ones with a mistake put in.
@Suite struct PolicySchemaTests {
    /// Of what is found in the shape of a policy, that which the schema leaves to the loader: days that do not exist,
    /// hours that end before they begin, times and quoted numbers that are too great.
    private static let beyondTheSchema: Set = ["bad-date", "out-of-range", "bad-value"]
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
            let findings = shapeFindings(root)
            if findings.isEmpty {
                #expect(problem == "", "\(name): the loader takes it, the schema does not")
            } else if !findings.allSatisfy({ Self.beyondTheSchema.contains($0.code) }) {
                let all = findings.map { "\($0.code): \($0.message)" }
                #expect(problem != "", "\(name): the schema takes what the loader refuses for \(all)")
            }
        }
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

    @Test(arguments: 1...6) func `a mistake in a good policy is seen by both or by none`(_ seed: Int) throws {
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
