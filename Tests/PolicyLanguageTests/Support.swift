import Foundation
import SourceText

@testable import PolicyLanguage

/// A policy of one file in memory, with the header that every file needs.
func loaded(_ text: String, _ others: [String: String] = [:], header: Bool = true) -> LoadedPolicy {
    let main = header ? "holdline: 1\npolicy: p\n" + text : text
    var files = others
    files["p.policy.yaml"] = main
    return PolicyLoader.load("p.policy.yaml", withChecks: false) { files[$0].map { Array($0.utf8) } }
}

/// Findings as `code line:col message / help`, with the file where it is not the first.
func findings(_ loaded: LoadedPolicy) -> [String] {
    loaded.diagnostics.map { finding in
        var text = finding.code
        if let file = loaded.sources[finding.span.file] {
            let position = file.position(at: finding.span.start)
            if finding.span.file != 0 { text += " \(file.name)" }
            text += " \(position.line):\(position.column)"
        }
        text += " \(finding.message)"
        if let help = finding.help { text += " / \(help)" }
        return text
    }
}

func findings(_ text: String, _ others: [String: String] = [:]) -> [String] { findings(loaded(text, others)) }

/// The cases kept as files.
enum Corpus {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

    static func bytes(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
    }

    static func load(_ name: String) -> LoadedPolicy { PolicyLoader.load(name, withChecks: false, read: bytes) }
}
