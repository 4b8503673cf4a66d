import Foundation
import SourceText
import Testing

@testable import PolicyLanguage

@Suite struct ExamplePolicyTests {
    let example = Corpus.load("contact-safety.policy.yaml")

    @Test func theExampleLoadsCleanButForWhatIsNotBuilt() {
        let others = zip(example.diagnostics, findings(example)).filter { $0.0.code != "not-built" }.map(\.1)
        #expect(others == [])
        #expect(example.policy != nil)
    }

    @Test func whatIsNotBuiltOfTheExampleIsNamed() {
        let notBuilt = example.diagnostics.filter { $0.code == "not-built" }.map(\.message)
        #expect(notBuilt.allSatisfy { $0.hasSuffix(" is read, but this version does nothing with it") })
        #expect(
            notBuilt.compactMap { $0.components(separatedBy: " is read").first } == [
                "the calendar `default`", "`options` of a status", "`decided_by` of a status", "`lasts` of a status",
                "`review` of a status", "`notice` of a status", "`appeal` of a status", "`vary` of a status",
                "the calendar time `3 working days`", "the guarantee `nobody-is-cut-off-unwarned`",
                "the guarantee `threats-reach-a-supervisor`", "the guarantee `a-person-in-danger-is-never-cut-off`",
            ])
    }

    /// `RECORD=1` writes the form down, and fails.
    @Test func theWholeExampleReachesThePolicy() throws {
        let form = try CanonicalForm(#require(example.policy).policy).json.text.replacing("},\"", with: "},\n\"") + "\n"
        let file = Corpus.folder.appendingPathComponent("contact-safety.canonical")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(form.utf8).write(to: file)
            Issue.record("recorded")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == form)
    }
}
