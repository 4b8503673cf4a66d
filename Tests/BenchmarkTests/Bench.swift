import Foundation

/// Runs the programs of `Benchmarks`.
enum Bench {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let hasPython = (try? run("workload/generate.py", "1").status) == 0
    static let hasSharedPeers = FileManager.default.fileExists(
        atPath: root.appendingPathComponent("../shared/peers/gen_events.py").path)

    /// The program built beside these tests.
    static let holdline = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("holdline").path

    /// Where a run may leave files.
    static let folder: String = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-bench-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }()

    /// Runs one of the folder's Python programs to its end.
    static func run(_ arguments: String..., input: String = "") throws -> (status: Int32, text: String) {
        let desk = URL(fileURLWithPath: folder).appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        let (given, output) = (desk.appendingPathComponent("in"), desk.appendingPathComponent("out"))
        try Data(input.utf8).write(to: given)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.currentDirectoryURL = root.appendingPathComponent("Benchmarks")
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
}
