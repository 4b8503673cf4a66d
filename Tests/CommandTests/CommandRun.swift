import Foundation

/// What a run of the built binary left.
struct CommandRun {
    var status: Int32
    var output: String
    var errors: String

    /// The binary beside the running tests, else in the package's own build folder.
    static let binary: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let candidates = [
            tests.deletingLastPathComponent().appendingPathComponent("holdline"),
            root.appendingPathComponent(".build/debug/holdline"),
            root.appendingPathComponent(".build/release/holdline"),
        ]
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    /// Runs the binary in a folder; what it writes goes to files, so that no pipe can fill up.
    init(_ arguments: [String], input: String, in folder: URL, environment: [String: String]) throws {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        variables.merge(environment) { _, new in new }
        process.environment = variables
        let desk = folder.deletingLastPathComponent()
        let streams = ["input", "output", "errors"].map { desk.appendingPathComponent($0) }
        try Data(input.utf8).write(to: streams[0])
        for stream in streams[1...] { try Data().write(to: stream) }
        process.standardInput = try FileHandle(forReadingFrom: streams[0])
        process.standardOutput = try FileHandle(forWritingTo: streams[1])
        process.standardError = try FileHandle(forWritingTo: streams[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    }
}
