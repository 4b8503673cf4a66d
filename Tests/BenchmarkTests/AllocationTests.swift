import Foundation
import Testing

/// What an event asks of the allocator: counted, so the same on every run, unlike seconds.
@Suite(.enabled(if: Allocations.counter != nil && Bench.hasPython, "there is no C compiler, or no Python"))
struct AllocationTests {
    @Test func `an event that concerns no rule asks for no more than before`() throws {
        let lines = [Self.start] + (0..<8_000).map(Self.utterance)
        try check("quiet", Allocations.perEvent(Array(lines[...4_000]), lines))
    }

    @Test func `the events of the benchmark ask for no more than before`() throws {
        let events = try Bench.run("workload/generate.py", "6000").text
        let lines = try Bench.run("workload/translate.py", input: events).text.split(separator: "\n").map(String.init)
        try check("rules", Allocations.perEvent(Array(lines[..<3_000]), lines))
    }

    private func check(_ work: String, _ counted: Double) throws {
        let recorded = try #require(Allocations.recorded(work))
        #expect(counted <= recorded * 1.1, "\(counted) calls per event of `\(work)`, \(recorded) in allocations.txt")
        #expect(counted >= recorded * 0.5, "far fewer calls than recorded: write \(counted) into allocations.txt")
    }

    private static let start = line("start", 0, "contact.started", #"{"language":"en"}"#)

    private static func utterance(_ number: Int) -> String {
        line(
            "e\(number)", number + 1, "utterance",
            #"{"speaker":"customer","text":"I have been waiting for an answer about my invoice","language":"en"}"#)
    }

    /// A line at so many seconds after a moment.
    private static func line(_ id: String, _ second: Int, _ type: String, _ data: String) -> String {
        let clock = String(format: "%02d:%02d:%02d", 8 + second / 3_600, second / 60 % 60, second % 60)
        return #"{"id":"\#(id)","time":"2026-01-05T\#(clock)Z","type":"\#(type)","contact":"c-1","customer":"k-1","#
            + #""agent":"a-1","channel":"phone","data":\#(data)}"#
    }
}

/// Counts calls of the allocator in a run of `holdline`, by a library that is loaded before all others.
enum Allocations {
    /// The library, compiled now; nil where that cannot be done.
    static let counter: String? = {
        let path = "\(Bench.folder)/allocations.so"
        for compiler in ["cc", "clang", "gcc"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [compiler, "-shared", "-fPIC", "-O1", "-o", path, "allocations.c"]
            process.currentDirectoryURL = Bench.root.appendingPathComponent("Benchmarks")
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { continue }
            process.waitUntilExit()
            if process.terminationStatus == 0 { return path }
        }
        return nil
    }()

    /// Calls for each event that the longer file has more than the shorter.
    static func perEvent(_ shorter: [String], _ longer: [String]) throws -> Double {
        Double(try calls(longer) - calls(shorter)) / Double(longer.count - shorter.count)
    }

    private static func calls(_ lines: [String]) throws -> Int {
        let path = "\(Bench.folder)/\(UUID().uuidString)"
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Bench.holdline)
        let policy = Bench.root.appendingPathComponent("Benchmarks/abusive-contacts.policy.yaml").path
        process.arguments = ["run", policy, path, "--quiet"]
        process.environment = [
            "LD_PRELOAD": counter ?? "", "HOLDLINE_ALLOCATIONS": path + ".count", "SWIFT_DETERMINISTIC_HASHING": "1",
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: path + ".count", encoding: .utf8)
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    /// The figure in `Benchmarks/allocations.txt` for this kind of build.
    static func recorded(_ work: String) -> Double? {
        #if DEBUG
            let build = "debug"
        #else
            let build = "release"
        #endif
        let path = Bench.root.appendingPathComponent("Benchmarks/allocations.txt").path
        let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
        for line in lines {
            let words = line.split(separator: " ")
            if words.count == 3, words[0] == build, words[1] == work { return Double(words[2]) }
        }
        return nil
    }
}
