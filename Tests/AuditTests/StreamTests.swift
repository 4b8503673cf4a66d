import Foundation
import Testing

/// A live stream: what an event brings about is told before the next one comes, on one core and on two.
@Suite(.enabled(if: Holdline.built != nil, "the program is not built"))
struct StreamTests {
    @Test(arguments: [["--cores", "1"], ["--cores", "2"], ["--cores", "2", "--live"]])
    func anOutcomeDoesNotWaitForMoreLines(options: [String]) throws {
        guard let holdline = Holdline.built else { return }
        let scratch = try Scratch()
        let policy = try scratch.write("small.policy.yaml", SmallPolicy.text)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: holdline.path)
        process.arguments = ["run", policy, "--quiet"] + options
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let now = Int64(Date().timeIntervalSince1970) - Samples.start / 1_000
        for number in 1...3 {
            let line = Samples.line("e\(number)", at: now, "conduct.observed", "{\"conduct\":[\"insult\"]}")
                .replacingOccurrences(of: "\"c-1\"", with: "\"c-\(number)\"")
            input.fileHandleForWriting.write(Data("\(line)\n".utf8))
            // Blocks until something comes; nothing would, ever, if it waited for more lines.
            let told = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(told.contains("\"event\":\"e\(number)\""))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test(arguments: ["1", "2"])
    func aReaderThatGoesEndsTheRunQuietly(cores: String) throws {
        guard let holdline = Holdline.built else { return }
        let scratch = try Scratch()
        let policy = try scratch.write("small.policy.yaml", SmallPolicy.text)
        let events = try scratch.write("events", EventLines.make(20_000, seed: 6))
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let run = #""$0" run "$1" "$2" --quiet --cores "$4" 2> "$3" | head -1; ! grep -q cannot "$3""#
        shell.arguments = ["-c", run, holdline.path, policy, events, scratch.path("errors"), cores]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(told.filter { $0 == 0x0A }.count == 1)
    }
}
