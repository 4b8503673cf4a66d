import Foundation
import PolicyLanguage
import Testing

@testable import PolicyGraph

/// Policies to draw.
enum Policies {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Paths of every policy of the project that loads.
    static let all: [String] = ["Policies", "Tests"].flatMap { folder in
        let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix("policy.yaml") }.map {
            "\(folder)/\($0)"
        }
    }.sorted().filter { (try? picture($0)) != nil }

    static func picture(_ path: String) throws -> Picture {
        let loaded = PolicyLoader.load(root.appendingPathComponent(path).path) { name in
            (try? Data(contentsOf: URL(fileURLWithPath: name))).map(Array.init)
        }
        return Picture(try #require(loaded.policy))
    }

    static func picture(yaml: String) throws -> Picture {
        let loaded = PolicyLoader.load("x.policy.yaml") { _ in Array(yaml.utf8) }
        return Picture(try #require(loaded.policy, "\(loaded.diagnostics.map(\.message))"))
    }
}

extension Picture {
    /// Every act, also those that are owed when another was missed.
    var acts: [ActFacts] {
        func all(_ act: ActFacts) -> [ActFacts] { [act] + act.missed.flatMap(all) }
        return (ladders.flatMap { $0.steps.flatMap(\.acts) } + rules.flatMap(\.acts)).flatMap(all)
    }

    /// The ids of all that a picture must show.
    var ids: [String] {
        ladders.map(\.id) + ladders.flatMap { $0.steps.map(\.id) } + statuses.map(\.id) + rules.map(\.id)
            + acts.map(\.id)
    }
}
