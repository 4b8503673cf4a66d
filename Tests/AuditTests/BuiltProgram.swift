import Foundation
import Glibc

/// The program built beside these tests, run as people run it.
struct Holdline {
    let path: String

    /// nil where it was not built.
    static let built: Holdline? = {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let own = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        let path = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("holdline").path
        return access(path, X_OK) == 0 ? Holdline(path: path) : nil
    }()

    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs to the end with a text as standard input.
    func run(_ arguments: [String], input: String = "") throws -> Result {
        let folder = try Scratch()
        let output = try folder.write("out", "")
        let errors = try folder.write("err", "")
        let given = try folder.write("in", input)
        let process = try start(arguments, output: output, errors: errors, input: given)
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try folder.read("out"), errors: try folder.read("err"))
    }

    /// Starts it with its streams on files, at their ends.
    func start(_ arguments: [String], output: String, errors: String, input: String = "/dev/null") throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle(forReadingAtPath: input)
        let out = FileHandle(forWritingAtPath: output)
        try out?.seekToEnd()
        process.standardOutput = out
        let err = FileHandle(forWritingAtPath: errors)
        try err?.seekToEnd()
        process.standardError = err
        try process.run()
        return process
    }
}

/// Numbers that look random and come again with their seed.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
