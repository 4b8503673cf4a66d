import SourceText
import Testing
import YAMLTree

@testable import PolicyLanguage

@Suite struct GrammarTests {
    private func node(_ yaml: String) throws -> YAMLNode {
        try YAMLReader.read(SourceFile(name: "x", text: yaml), id: 0).get()
    }

    @Test(arguments: BlockName.allCases) func everyExampleOfAKeyIsOneOfIt(_ name: BlockName) throws {
        for key in name.block.keys {
            let example = try node(key.example)
            #expect(example.entries?.map(\.key.value) == [key.name], "\(key.example)")
            var check = ShapeCheck(Findings())
            let value = try #require(example[key.name])
            check.check(
                value, key.shape,
                ShapeCheck.Place(key: key.name, part: .value, example: key.example, keySpan: value.span, name: nil))
            #expect(check.findings.all.map(\.message) == [], "\(key.example)")
        }
    }

    @Test(arguments: BlockName.allCases) func noKeyStandsTwiceInABlock(_ name: BlockName) {
        let names = name.block.keys.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(name.block.leastOneOf.allSatisfy(names.contains))
    }

    /// A policy around one block, `…` standing for the block's keys; with the keys it needs anyway.
    private static let frames: [(block: BlockName, frame: String, base: String)] = [
        (.policy, "…", "holdline: 1\npolicy: p"),
        (.effective, "effective:\n…", "from: 2026-01-01"),
        (.fact, "facts:\n  x:\n…", "type: text"),
        (.eventField, "events:\n  own.event:\n    x:\n…", "type: int"),
        (.action, "actions:\n  own:\n…", "irreversible: false"),
        (.measure, "measures:\n  m:\n…", "count: contact.started"),
        (.ladder, "ladders:\n  l:\n…", "when: conduct.rude\nsteps: [{must: say}]\n"),
        (.step, "ladders:\n  l:\n    when: conduct.rude\n    steps:\n    -\n…", "must: say"),
        (.status, "statuses:\n  s:\n…", "about: contact"),
        (.rule, "rules:\n  r:\n…", "when: contact.started\nmust: say"),
        (.activeRule, "statuses:\n  s:\n    about: contact\n    while_active:\n…", "must: say"),
        (
            .begin, "statuses:\n  q: {about: contact}\nrules:\n  r:\n    when: contact.ended\n    begin:\n      q:\n…",
            ""
        ),
        (.act, "rules:\n  r:\n    when: contact.ended\n    must:\n      own:\n…", ""),
        (
            .confirm, "rules:\n  r:\n    when: contact.ended\n    must:\n      say:\n        confirm:\n…",
            "every: 5m"
        ),
    ]

    @Test(arguments: frames) func everyKeyReachesThePolicy(_ block: BlockName, _ frame: String, _ base: String) throws {
        let keys = Dictionary(
            base.split(separator: "\n").map { (String($0.prefix { $0 != ":" }), String($0)) }
        ) { first, _ in first }
        let without = form(frame, keys)
        for key in block.block.keys {
            var more = keys
            more[key.name] = key.example
            if keys[key.name] == key.example { more[key.name] = nil }
            if key.name == "count" || key.name == "elapsed" { more = [key.name: key.example] }
            #expect(form(frame, more) != without, "\(key.name) of \(block.block.phrase) is read and forgotten")
        }
    }

    /// The canonical form of the frame with these keys, or of whatever can be read of it, without checks of names.
    private func form(_ frame: String, _ keys: [String: String]) -> String {
        let column = String(repeating: " ", count: frame == "…" ? 0 : 12)
        let lines = keys.sorted { $0.key < $1.key }.map { column + $0.value }.joined(separator: "\n")
        let yaml = frame.replacing("…", with: lines)
        guard let root = try? node(yaml) else {
            Issue.record("not YAML: \(yaml)")
            return ""
        }
        var findings = Findings()
        let draft = Draft(root, &findings)
        var reader = PolicyReader(draft, findings)
        let policy = reader.policy()
        let header = ["holdline", "extends", "remove"].map { draft.header[$0].map(canonicalText) ?? "" }
        return CanonicalForm(policy).json.text + header.joined()
    }
}
