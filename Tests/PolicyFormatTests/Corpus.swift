import Foundation
import PolicyFormat
import SourceText
import YAMLTree

/// Every YAML file of the project, and the public suite's cases where they lie beside it.
enum Corpus {
    private static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }()

    static let files = own + suite

    /// The files of the project.
    static let own: [SourceFile] = {
        var found: [SourceFile] = []
        for folder in ["Policies", "Tests", "Benchmarks"] {
            let place = root.appendingPathComponent(folder)
            let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
            for name in names.sorted() where name.hasSuffix(".yaml") {
                guard let data = try? Data(contentsOf: place.appendingPathComponent(name)) else { continue }
                found.append(SourceFile(name: "\(folder)/\(name)", bytes: Array(data)))
            }
        }
        return found
    }()

    private struct Case: Decodable {
        var id: String
        var yaml: String
    }

    private static let suite: [SourceFile] = {
        let file = root.appendingPathComponent("../shared/conformance/yaml.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            (try? JSONDecoder().decode(Case.self, from: Data(line.utf8))).map { SourceFile(name: $0.id, text: $0.yaml) }
        }
    }()
}

/// A small generator whose seed tells a failure apart.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
