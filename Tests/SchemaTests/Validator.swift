import Foundation
import JSONSchema
import Testing

/// A JSON Schema validator that is not ours: Python's `jsonschema`, which `make test` installs.
enum Validator {
    struct Missing: Error, CustomStringConvertible {
        let description = "no python3 here can import jsonschema: install python3-jsonschema, as `make test` does"
    }

    /// A python3 that has the library: the one on the path, else the system's.
    private static let python: [String]? = [["/usr/bin/env", "python3"], ["/usr/bin/python3"]].first { command in
        (try? run(command + ["-c", "import jsonschema"]))?.status == 0
    }

    /// What is wrong with each instance; an empty text for a valid one.
    static func problems(of instances: [JSON], by schema: Schema) throws -> [String] {
        guard let python else { throw Missing() }
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        let schemaFile = desk.appendingPathComponent("schema.json")
        try Data(schema.text.utf8).write(to: schemaFile)
        let task = JSON.object([.init("schema", .string(schemaFile.path)), .init("instances", .array(instances))])
        let taskFile = desk.appendingPathComponent("task.ndjson")
        try Data("\(task.line)\n".utf8).write(to: taskFile)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("validate.py")
        let result = try run(python + [script.path, taskFile.path])
        try #require(result.status == 0, "\(result.errors)")
        let answers = try JSONDecoder().decode([String].self, from: Data(result.output.utf8))
        try #require(answers.count == instances.count)
        return answers
    }

    private static func run(_ command: [String]) throws -> (status: Int32, output: String, errors: String) {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        let streams = ["output", "errors"].map { desk.appendingPathComponent($0) }
        for stream in streams { try Data().write(to: stream) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = try FileHandle(forWritingTo: streams[0])
        process.standardError = try FileHandle(forWritingTo: streams[1])
        try process.run()
        process.waitUntilExit()
        let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return (process.terminationStatus, texts[0], texts[1])
    }
}

extension JSON {
    /// The value on one line.
    var line: String {
        switch self {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .int(let number): String(number)
        case .double(let number): "\(number)"
        case .string(let text): "\"\(text.unicodeScalars.map(JSON.escaped).joined())\""
        case .array(let items): "[\(items.map(\.line).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { JSON.string($0.name).line + ":" + $0.value.line }.joined(separator: ","))}"
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
        return scalar.value < 0x20 ? "\\u" + String(0x10000 + Int(scalar.value), radix: 16).dropFirst() : String(scalar)
    }
}
