import Foundation
import Testing

@testable import PolicyGraph

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Whatever an author writes stays text.
@Suite struct HostileTests {
    private static let nasty =
        #"</text><script>alert(1)</script> ]]> "quoted" 'single' \n \" %%{init}%% --> |x| [a] {b} <br/> `c` &amp; #35; "#
        + "\u{202E}turned\u{2066} ünï 漢字 🙂"

    private func picture() throws -> Picture {
        let text = Self.nasty.replacing("'", with: "''")
        return try Policies.picture(
            yaml: """
                holdline: 1
                policy: hostile
                title: '\(text)'
                company: '\(text)'
                conduct: [rude]
                rules:
                  r:
                    when: conduct.rude
                    if: 'contact.channel == "</text><script> -->\\"|]"'
                    channels: ['\(text)']
                    must: {notify: {who: '\(text)', within: 1m, excused_by: ['\(text)']}}

                """)
    }

    /// Notes the names of elements.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: Set<String> = []
        var text = ""
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { elements.insert(name) }
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    private func expectSound(_ svg: String) {
        let parser = XMLParser(data: Data(svg.utf8))
        let reader = Reader()
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.elements.isSubset(of: ["svg", "title", "desc", "style", "rect", "g", "text", "path", "circle"]))
        #expect(!reader.text.unicodeScalars.contains { [0x202E, 0x2066].contains($0.value) })
    }

    @Test func `a poster is sound XML, and holds nothing that runs or is fetched`() throws {
        let svg = Poster(try picture()).svg()
        expectSound(svg)
        #expect(!svg.contains("<script") && !svg.contains("url(") && !svg.contains("href"))
        for path in Policies.all { expectSound(Poster(try Policies.picture(path)).svg(theme: .dark)) }
    }

    @Test func `quotation marks of DOT are closed where they should be`() throws {
        for picture in [try picture()] + (try Policies.all.map { try Policies.picture($0) }) {
            for line in DOTText.text(picture).split(separator: "\n") {
                let bare = line.replacing("\\\\", with: "").replacing("\\\"", with: "")
                #expect(bare.count { $0 == "\"" } % 2 == 0, "\(line)")
            }
        }
    }

    /// Graphviz itself, where it is installed.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot"), "no Graphviz here"))
    func `Graphviz draws it`() throws {
        for picture in [try picture(), try Policies.picture("Policies/contact-safety/contact-safety.policy.yaml")] {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(
                "holdline-\(UUID().uuidString).dot")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(DOTText.text(picture).utf8).write(to: file)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
            process.arguments = ["-Tcanon", file.path]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test func `a label of Mermaid holds nothing that Mermaid would read`() throws {
        for line in MermaidText.text(try picture()).split(separator: "\n").dropFirst(3) {
            guard let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\"") else { continue }
            let label = line[line.index(after: start)..<end].replacing("<br/>", with: "")
            #expect(!label.contains { "\"<>[]{}|`&\\%".contains($0) }, "\(line)")
        }
    }
}
