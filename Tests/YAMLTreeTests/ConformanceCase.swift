import Foundation

/// One case of the public YAML suite, from a data folder beside the package that need not be there.
struct ConformanceCase: Decodable {
    var id: String
    var yaml: String
    var fail: Bool
    var json: String?

    /// The package's root, found from this file.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let file = root.appending(path: "../shared/conformance/yaml.jsonl").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func all() throws -> [ConformanceCase] {
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
        return try lines.map { try JSONDecoder().decode(ConformanceCase.self, from: Data($0)) }
    }
}
