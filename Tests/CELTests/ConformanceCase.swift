import CEL
import Foundation
import Testing

/// One public case of the language: an expression, what it may read, and what has to come out.
struct ConformanceCase: Sendable, CustomStringConvertible {
    let name: String
    let expression: String
    let container: String
    let isChecked: Bool
    let types: [String: CELType]
    let values: [String: CELValue]
    /// Nil where an error has to come out, at the check or at run time.
    let expected: CELValue?

    var description: String { "\(name): \(expression)" }

    /// The folder of public cases beside the package; nil where it is absent.
    static let file: URL? = {
        let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let package = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = package.appendingPathComponent("../shared/conformance/cel.jsonl").standardizedFileURL
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()

    static func all() throws -> [ConformanceCase] {
        guard let file else { return [] }
        let text = try String(contentsOf: file, encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let json = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try ConformanceCase(#require(json as? [String: Any]))
        }
    }

    private init(_ json: [String: Any]) throws {
        let parts = ["file", "section", "name"].compactMap { json[$0] as? String }
        name = parts.joined(separator: "/")
        expression = try #require(json["expr"] as? String)
        container = json["container"] as? String ?? ""
        isChecked = try !#require(json["disable_check"] as? Bool)
        var types: [String: CELType] = [:]
        for declaration in json["type_env"] as? [String] ?? [] {
            let colon = try #require(declaration.firstIndex(of: ":"))
            types[String(declaration[..<colon])] = try Self.type(
                String(declaration[declaration.index(after: colon)...]))
        }
        self.types = types
        values = try (json["bindings"] as? [String: [String: Any]] ?? [:]).mapValues(Self.value)
        let expect = try #require(json["expect"] as? [String: Any])
        expected = try (expect["value"] as? [String: Any]).map(Self.value)
        try #require((expected == nil) == (expect["error"] as? Bool ?? false))
    }

    /// A type in protobuf's text form, of the few shapes that the cases use.
    private static func type(_ text: String) throws -> CELType {
        let words = text.split { " :{}".contains($0) }.map(String.init)
        var position = 0
        return try type(words, &position)
    }

    private static func type(_ words: [String], _ position: inout Int) throws -> CELType {
        let word = words[position]
        position += 1
        switch word {
        case "primitive":
            position += 1
            let names: [String: CELType] = [
                "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string, "BYTES": .bytes,
            ]
            return try #require(names[words[position - 1]])
        case "null": return .null
        case "list_type":
            position += 1
            return .list(try type(words, &position))
        case "map_type":
            position += 1
            let key = try type(words, &position)
            position += 1
            return .map(key, try type(words, &position))
        default: throw CocoaError(.formatting)
        }
    }

    private static func value(_ json: [String: Any]) throws -> CELValue {
        let (kind, content) = try #require(json.first)
        switch kind {
        case "null": return .null
        case "bool": return .bool(try #require(content as? Bool))
        case "int": return .int(try #require((content as? String).flatMap { Int64($0) }))
        case "uint": return .uint(try #require((content as? String).flatMap { UInt64($0) }))
        case "double": return .double(try #require((content as? String).flatMap { Double($0) }))
        case "string": return .string(try #require(content as? String))
        case "bytes": return .bytes(Array(try #require((content as? String).flatMap { Data(base64Encoded: $0) })))
        case "list": return .list(try #require(content as? [[String: Any]]).map(value))
        case "map":
            let pairs = try #require(content as? [[[String: Any]]])
            return .map(try CELMap(try pairs.map { (try value($0[0]), try value($0[1])) }))
        case "duration": return .duration(try #require((content as? String).flatMap { CELDuration($0) }))
        case "timestamp": return .timestamp(try #require((content as? String).flatMap { CELTimestamp($0) }))
        case "type":
            let name = try #require(content as? String)
            let types: [CELType] = [
                .bool, .int, .uint, .double, .string, .bytes, .null, .timestamp, .duration, .list(.dyn),
                .map(.dyn, .dyn), .type(.dyn),
            ]
            return .type(try #require(types.first { $0.runtimeName == name }))
        default: throw CocoaError(.formatting)
        }
    }
}
