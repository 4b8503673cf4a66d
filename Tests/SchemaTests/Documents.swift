import Foundation
import SourceText
import YAMLTree

/// The files of the project that the schemas speak of.
enum Documents {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Paths below the project, sorted, of files whose names end so.
    static func paths(in folders: [String], endingIn suffixes: [String]) -> [String] {
        folders.flatMap { folder in
            let base = root.appendingPathComponent(folder)
            let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
            return names.filter { name in suffixes.contains { name.hasSuffix($0) } }.map { "\(folder)/\($0)" }
        }.sorted()
    }

    static let policies = paths(in: ["Policies", "Tests"], endingIn: [".policy.yaml", "/policy.yaml"])
    static let tests = paths(in: ["Policies", "Tests"], endingIn: [".test.yaml"])
    static let events = paths(in: ["Policies", "Tests"], endingIn: [".events.ndjson", "/events.ndjson"])
    static let outcomes = paths(in: ["Tests/Corpus"], endingIn: ["/expected.ndjson"])

    static func bytes(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: root.appendingPathComponent(path))).map(Array.init)
    }

    static func lines(_ path: String) -> [String] {
        String(decoding: bytes(path) ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The tree of a text; nil where it is not YAML.
    static func tree(_ bytes: [UInt8]) -> YAMLNode? {
        try? YAMLReader.read(SourceFile(name: "x", bytes: bytes), id: 0).get()
    }
}
