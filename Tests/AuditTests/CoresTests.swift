import Foundation
import GRDB
import Testing

/// `holdline run` on more cores than one writes what it writes on one, to the last byte.
@Suite(.enabled(if: Holdline.built != nil, "the program is not built"))
struct CoresTests {
    private let scratch: Scratch
    private let small: String

    init() throws {
        scratch = try Scratch()
        small = try scratch.write("small.policy.yaml", SmallPolicy.text)
    }

    /// Everything a run leaves, once on one core and once on several.
    private func compare(_ arguments: [String], input: String = "", cores: String = "2") throws {
        guard let holdline = Holdline.built else { return }
        func run(_ more: [String]) throws -> (result: Holdline.Result, refused: String) {
            let refused = scratch.path("refused")
            let result = try holdline.run(["run"] + arguments + ["--refused", refused] + more, input: input)
            return (result, try scratch.read("refused"))
        }
        let (one, several) = (try run([]), try run(["--cores", cores]))
        #expect(!one.result.output.isEmpty)
        // Plain values in the expectations: a failure should not print thousands of lines.
        let isSame = one.result.output == several.result.output
        #expect(isSame, "the outcomes of \(arguments) differ")
        let isToldTheSame = one.result.errors == several.result.errors
        #expect(isToldTheSame, "what was told of \(arguments) differs")
        let isRefusedTheSame = one.refused == several.refused
        #expect(isRefusedTheSame, "the refused lines of \(arguments) differ")
        #expect(one.result.status == several.result.status)
    }

    @Test(arguments: [1, 2, 3] as [UInt64], ["1", "3", "256", "1000"])
    func brokenLateAndRepeatedLinesComeOutTheSame(seed: UInt64, batch: String) throws {
        let input = EventLines.make(1_500, seed: seed)
        try compare([small, "--batch", batch], input: input)
        try compare([small, "--batch", batch, "--all", "--keep-refused"], input: input, cores: "3")
        try compare([small, "--batch", batch, "--format", "text"], input: input)
        try compare([small, "--batch", batch, "--until", "2026-12-31T00:00:00Z"], input: input, cores: "16")
    }

    @Test(arguments: [0, 1, 255, 256, 257, 512])
    func anyNumberOfLinesFitsIntoBatches(count: Int) throws {
        let lines = EventLines.make(512, seed: 4).split(separator: "\n", omittingEmptySubsequences: false)
        let insult = Samples.line("first", at: 0, "conduct.observed", "{\"conduct\":[\"insult\"]}")
        try compare([small], input: insult + "\n" + lines[..<count].joined(separator: "\n"))
    }

    @Test func longLinesComeOutTheSame() throws {
        let long = "{\"id\":\"" + String(repeating: "x", count: 3 << 20) + "\"}"
        let insult = { Samples.line($0, at: 0, "conduct.observed", "{\"conduct\":[\"insult\"]}") }
        let most = insult("m").dropLast() + ",\"more\":\"" + String(repeating: "x", count: 1_000_000) + "\"}"
        try compare([small], input: "\(long)\n\(insult("a"))\n\(most)\n\(most)x\n\(insult("b"))\r\n\(long)")
    }

    @Test(arguments: ["contact-safety", "help-desk", "crisis-line"])
    func shippedPoliciesSayTheSame(name: String) throws {
        let policies = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Policies")
        let logs = ["demo/working-day", "demo/broken", "crisis-line/crisis-line", "help-desk/help-desk"]
        let policy = policies.appendingPathComponent("\(name)/\(name).policy.yaml").path
        for log in logs {
            try compare([policy, policies.appendingPathComponent("\(log).events.ndjson").path, "--all"])
        }
    }

    @Test func aFileThatCannotBeReadFailsTheSame() throws {
        guard let holdline = Holdline.built else { return }
        let one = try holdline.run(["run", small, scratch.folder.path])
        let two = try holdline.run(["run", small, scratch.folder.path, "--cores", "2"])
        #expect(one.status == 3 && one.errors.contains("cannot read"))
        #expect(two.status == one.status && two.errors == one.errors)
    }

    @Test(arguments: ["7", "1000"])
    func recordedAndTakenUpAgainTheLogIsTheSame(batch: String) throws {
        guard let holdline = Holdline.built else { return }
        let lines = EventLines.make(900, seed: 5).split(separator: "\n")
        let whole = try scratch.write("events.ndjson", lines.joined(separator: "\n"))
        var tables: [[String]] = []
        var printed: [String] = []
        for cores in ["1", "2"] {
            let log = scratch.path("\(cores).db")
            let command = ["run", small, whole, "--audit", log, "--batch", batch, "--cores", cores]
            // The same file, once as it was when half of the day had come.
            _ = try scratch.write("events.ndjson", lines[..<450].joined(separator: "\n"))
            let half = try holdline.run(command)
            _ = try scratch.write("events.ndjson", lines.joined(separator: "\n"))
            let rest = try holdline.run(command)
            let again = try holdline.run(command + ["--reprint"])
            printed.append([half, rest, again].map { "\($0.status)\n\($0.output)\($0.errors)" }.joined())
            #expect(!half.output.isEmpty && !rest.output.isEmpty)
            #expect(rest.errors.contains("were already recorded"))
            let isWhole = again.output == half.output + rest.output
            #expect(isWhole, "what is printed again is not what was printed")
            tables.append(try ["events", "outcomes", "norms", "pauses", "refused"].flatMap { try rows($0, log) })
        }
        let isPrintedTheSame = printed[0] == printed[1]
        #expect(isPrintedTheSame, "what was printed differs")
        let isRecordedTheSame = tables[0] == tables[1]
        #expect(isRecordedTheSame && tables[0].count > 900, "what was recorded differs")
    }

    private func rows(_ table: String, _ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { connection in
            try Row.fetchAll(connection, sql: "SELECT * FROM \(table) ORDER BY 1").map { row in
                row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: "|")
            }
        }
    }
}
