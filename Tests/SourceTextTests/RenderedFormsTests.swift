import Foundation
import SourceText
import Testing

@Suite struct RenderedFormsTests {
    private let renderer = DiagnosticRenderer(
        sources: SourceMap([SourceFile(name: "a b/p:q,r.yaml", text: "æ: \"1\"\nb: 2\n")]), color: true)

    private let finding = Diagnostic(
        code: "some-code", severity: .warning, span: SourceSpan(file: 0, offset: 4, length: 5),
        message: "100% \"wrong\"\nindeed", help: "do: this",
        related: [.init(span: SourceSpan(file: 0, offset: 8, length: 1), message: "and here")])

    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test("JSON holds every part of a finding, with lines and columns, on one line")
    func json() throws {
        #expect(
            renderer.json(finding)
                == #"{"code":"some-code","severity":"warning","file":"a b/p:q,r.yaml","line":1,"column":4,"endLine":2,"#
                + #""endColumn":2,"message":"100% \"wrong\"\nindeed","help":"do: this","related":[{"file":"#
                + #""a b/p:q,r.yaml","line":2,"column":1,"endLine":2,"endColumn":2,"message":"and here"}]}"#)
        let placeless = try object(renderer.json(Diagnostic(code: "c", span: .none, message: "m")))
        #expect(placeless["file"] is NSNull)
        #expect(placeless["line"] is NSNull)
        #expect(placeless["help"] is NSNull)
    }

    @Test("a workflow command escapes what would end it or one of its properties")
    func github() {
        #expect(
            renderer.github(finding)
                == "::warning file=a b/p%3Aq%2Cr.yaml,line=1,col=4,endLine=2,endColumn=2,title=some-code"
                + "::100%25 \"wrong\"%0Aindeed%0Ahelp: do: this")
        let note = Diagnostic(code: "c", severity: .note, span: .none, message: "m")
        #expect(renderer.github(note) == "::notice title=c::m")
    }

    @Test("SARIF 2.1.0 names each rule once and gives each result its rule, level and places")
    func sarif() throws {
        let other = Diagnostic(code: "a-code", span: .none, message: "m")
        let log = try object(renderer.sarif([finding, other, finding]))
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect((driver["rules"] as? [[String: String]])?.map { $0["id"] } == ["a-code", "some-code"])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["some-code", "a-code", "some-code"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0, 1])
        #expect(results.map { $0["level"] as? String } == ["warning", "error", "warning"])
        #expect((results[1]["locations"] as? [Any])?.isEmpty == true)
        let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        #expect((physical["artifactLocation"] as? [String: String])?["uri"] == "a%20b/p%3Aq%2Cr.yaml")
        let region = ["startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 2]
        #expect(physical["region"] as? [String: Int] == region)
        #expect((results[0]["relatedLocations"] as? [Any])?.count == 1)
    }

    @Test("SARIF says in general what codes mean, and what comments let stand is suppressed")
    func sarifKinds() throws {
        let kind = FindingKind("some-code", .warning, "a title", why: "A reason.", remedy: "Do this.")
        let comment = SourceSpan(file: 0, offset: 0, length: 1)
        let allowed = [
            AllowedFinding(finding: finding, reason: "it is meant", comment: comment),
            AllowedFinding(finding: finding, reason: "", comment: comment),
        ]
        let run = try #require(
            (try object(renderer.sarif([], allowed: allowed, kinds: [kind]))["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rule = try #require((driver["rules"] as? [[String: Any]])?.first)
        #expect(rule["shortDescription"] as? [String: String] == ["text": "a title"])
        #expect(rule["help"] as? [String: String] == ["text": "Do this."])
        #expect(rule["defaultConfiguration"] as? [String: String] == ["level": "warning"])
        let results = try #require(run["results"] as? [[String: Any]])
        let suppressions = results.compactMap { ($0["suppressions"] as? [[String: Any]])?.first }
        #expect(suppressions.map { $0["kind"] as? String } == ["inSource", "inSource"])
        #expect(suppressions.map { $0["justification"] as? String } == ["it is meant", nil])
        #expect(suppressions.allSatisfy { $0["location"] != nil })
    }

    @Test("a log without findings is still a whole log")
    func emptyLog() throws {
        let run = try #require((try object(renderer.sarif([]))["runs"] as? [[String: Any]])?.first)
        #expect((run["results"] as? [Any])?.isEmpty == true)
    }
}
