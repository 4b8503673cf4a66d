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
}
