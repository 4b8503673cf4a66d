import Foundation
import PolicyLanguage
import Testing

@testable import PolicyGraph

/// All three forms of a picture carry the same facts, each once.
@Suite struct PictureTests {
    private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

    @Test func `there are policies to draw`() { #expect(Policies.all.count >= 6) }

    @Test(arguments: Policies.all)
    func `every rule, step, status and act stands in every form exactly once`(_ path: String) throws {
        let picture = try Policies.picture(path)
        #expect(Set(picture.ids).count == picture.ids.count)
        let svg = Poster(picture).svg()
        let dot = DOTText.text(picture)
        let mermaid = MermaidText.text(picture)
        for id in picture.ids {
            #expect(count(" id=\"\(id)\"", in: svg) == 1, "\(id)")
            #expect(count("    \"\(id)\" [label=", in: dot) == 1, "\(id)")
            #expect(count("    %% \(id)\n", in: mermaid) == 1, "\(id)")
        }
    }

    @Test(arguments: Policies.all) func `words to say stand with their act`(_ path: String) throws {
        let picture = try Policies.picture(path)
        let policy = try #require(
            PolicyLoader.load(Policies.root.appendingPathComponent(path).path) { name in
                (try? Data(contentsOf: URL(fileURLWithPath: name))).map(Array.init)
            }.policy
        ).policy
        func scripts(_ act: Act) -> Int { (act.scripts.isEmpty ? 0 : 1) + act.ifMissed.reduce(0) { $0 + scripts($1) } }
        let norms =
            policy.rules.map(\.norms) + policy.statuses.flatMap { $0.whileActive.map(\.norms) }
            + policy.ladders.flatMap { $0.steps.map(\.norms) }
        let written = norms.flatMap { $0.all.map(\.act) }.reduce(0) { $0 + scripts($1) }
        #expect(picture.acts.count { $0.details.contains { $0.hasPrefix("says ") } } == written)
        let texts = [
            DOTText.text(picture).replacing("\\n", with: " "), MermaidText.text(picture).replacing("<br/>", with: " "),
        ]
        for text in texts { #expect(count("says ", in: text) == written) }
    }

    @Test(arguments: Policies.all) func `the same policy has the same picture`(_ path: String) throws {
        let (one, two) = (try Policies.picture(path), try Policies.picture(path))
        #expect(one == two)
        #expect(Poster(one).svg() == Poster(two).svg())
    }

    @Test func `what leads to what is an arrow`() throws {
        let flow = Flow(try Policies.picture("Tests/PolicyGraphTests/Golden/one-of-everything.policy.yaml"))
        let arrows = Set(flow.edges.map { "\($0.from) \($0.label.isEmpty ? "" : "[\($0.label)] ")\($0.to)" })
        #expect(
            arrows.isSuperset(of: [
                "when conduct.abuse ladders.abuse", "ladders.abuse [climbs to] ladders.abuse.1",
                "ladders.abuse.1 [then] ladders.abuse.2", "ladders.abuse.1 ladders.abuse.1.must.1",
                "ladders.abuse.1.must.1 [if missed] ladders.abuse.1.must.1.missed.1",
                "rules.threat [begins until contact.ended] statuses.protected", "rules.calm [ends] statuses.protected",
                "statuses.protected [while active] statuses.protected.1",
                "when length reaches 1h30m rules.calm", "ladders.abuse.2 [abuse reaches step 2] rules.calm",
                "when endings reaches 3 rules.often", "when a duty to warn is missed rules.unsaid",
                "statuses.protected [protected becomes ended] rules.ended",
            ]))
        let ids = Set(flow.regions.flatMap(\.nodes).map(\.id))
        for edge in flow.edges { #expect(ids.contains(edge.from) && ids.contains(edge.to), "\(edge)") }
    }

    private static let golden = ["one-of-everything", "nothing"]

    @Test(arguments: golden, ["svg", "dot", "mermaid"])
    func `small policies look as they did`(_ name: String, _ form: String) throws {
        var picture = try Policies.picture("Tests/PolicyGraphTests/Golden/\(name).policy.yaml")
        // The digest changes with the language's own version, which is not what a picture is about.
        picture.reference = name
        let found =
            switch form {
            case "svg": Poster(picture).svg()
            case "dot": DOTText.text(picture)
            default: MermaidText.text(picture)
            }
        let file = Policies.root.appendingPathComponent("Tests/PolicyGraphTests/Golden/\(name).\(form)")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(found.utf8).write(to: file)
            Issue.record("recorded \(name).\(form); look at it, then run without RECORD")
            return
        }
        #expect(found == (try String(contentsOf: file, encoding: .utf8)))
    }
}
