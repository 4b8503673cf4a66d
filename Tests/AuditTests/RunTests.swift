import AuditSQLite
import Foundation
import Testing

/// `holdline run`, as people run it.
@Suite(.enabled(if: Holdline.built != nil, "the program is not built"))
struct RunTests {
    private let scratch: Scratch
    private let policy: String

    init() throws {
        scratch = try Scratch()
        policy = try scratch.write("small.policy.yaml", SmallPolicy.text)
    }

    private func run(_ arguments: [String], input: String = "") throws -> Holdline.Result? {
        try Holdline.built?.run(arguments, input: input)
    }

    private let insult = Samples.line("1", at: 0, "conduct.observed", "{\"conduct\":[\"insult\"]}")

    @Test func linesEndInAnyWayAndEmptyOnesDoNotCount() throws {
        let second = Samples.line("2", at: 5, "conduct.observed", "{\"conduct\":[\"threat\"]}")
        guard let plain = try run(["run", policy], input: insult + "\n" + second + "\n") else { return }
        #expect(plain.status == 0)
        #expect(plain.output.split(separator: "\n").count == 2)
        for input in ["\u{FEFF}\(insult)\r\n\r\n\(second)\r\n", "\n  \n\(insult)\n\n\(second)"] {
            #expect(try run(["run", policy, "-"], input: input)?.output == plain.output)
        }
    }

    @Test func aLineThatIsTooLongIsRefusedAndTheNextIsTaken() throws {
        let long = "{\"id\":\"" + String(repeating: "x", count: 3 << 20) + "\"}"
        let edge =
            insult.dropLast() + ",\"more\":\"" + String(repeating: "x", count: (1 << 20) - insult.utf8.count - 10)
            + "\"}"
        #expect(edge.utf8.count == 1 << 20)
        guard let result = try run(["run", policy], input: "\(long)\n\(insult)\n\(long)") else { return }
        #expect(result.status == 3)
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.errors.contains("line 1: too-long:") && result.errors.contains("line 3: too-long:"))
        #expect(try run(["run", policy], input: "\(edge)\r\n")?.status == 0)
        #expect(try run(["run", policy], input: "\(edge) x")?.errors.contains("too-long") == true)
    }

    @Test func refusedLinesAreToldTwentyTimesAndAllAreWritten() throws {
        let input = (1...30).map { _ in "{\"secret\":1\n" }.joined() + insult
        let file = scratch.path("refused.ndjson")
        guard let result = try run(["run", policy, "--refused", file], input: input) else { return }
        #expect(result.status == 3)
        #expect(result.errors.split(separator: "\n").filter { $0.hasPrefix("line ") }.count == 20)
        #expect(result.errors.contains("and 10 more lines were refused"))
        #expect(!result.errors.contains("secret"))
        let lines = try scratch.read("refused.ndjson").split(separator: "\n")
        #expect(lines.count == 30)
        #expect(lines.last?.hasPrefix("{\"line\":30,") == true)
        #expect(!lines.contains { $0.contains("secret") })
    }

    @Test func anEventToldTwiceChangesNothingAndIsCounted() throws {
        guard let result = try run(["run", policy], input: "\(insult)\n\(insult)\n") else { return }
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.errors.contains("1 event came twice and changed nothing (line 2)"))
    }

    @Test func timeRunsOnOnceAfterTheLastEvent() throws {
        guard let short = try run(["run", policy], input: insult) else { return }
        let long = try run(["run", policy, "--until", "2026-11-22T00:00:00Z"], input: insult)
        #expect(!short.output.contains("\"missed\""))
        #expect(long?.output.contains("\"state\":\"missed\"") == true)
        #expect(try run(["run", policy, "--until", "tomorrow"], input: insult)?.status == 3)
    }

    @Test func aPolicyThatCannotBeLoadedEndsWithTwoAndAFolderOfSeveralWithThree() throws {
        guard Holdline.built != nil else { return }
        let broken = try scratch.write("broken.yaml", "holdline: 1\npolicy: x\nrulez: {}\n")
        let result = try run(["run", broken], input: insult)
        #expect(result?.status == 2)
        #expect(result?.output.isEmpty == true)
        #expect(try run(["run", scratch.folder.path], input: insult)?.status == 0)
        _ = try scratch.write("second.policy.yaml", SmallPolicy.text)
        let several = try run(["run", scratch.folder.path], input: insult)
        #expect(several?.status == 3)
        #expect(several?.errors.contains("versions side by side are not built yet") == true)
    }

    @Test func aSecondRunOnALogSkipsWhatIsThereAndPrintsItOnlyWhenAsked() throws {
        let log = ["--audit", scratch.path("log.db")]
        let input = EventLines.make(300, seed: 9)
        guard let first = try run(["run", policy] + log, input: input) else { return }
        let second = try run(["run", policy] + log, input: input)
        #expect(second?.output == "")
        #expect(second?.errors.contains("were already recorded") == true)
        #expect(second?.status == first.status)
        #expect(try run(["run", policy, "--reprint"] + log, input: input)?.output == first.output)
        let more = Samples.line("new", at: 1, "conduct.observed", "{\"conduct\":[\"threat\"]}")
        #expect(try run(["run", policy] + log, input: input + more)?.output.split(separator: "\n").isEmpty == false)
    }

    @Test func aLogOfAnotherPolicyIsNotGoneOnWith() throws {
        let log = ["--audit", scratch.path("log.db")]
        guard try run(["run", policy] + log, input: insult) != nil else { return }
        let other = try scratch.write(
            "other.yaml", SmallPolicy.text.replacingOccurrences(of: "within: 30s", with: "within: 31s"))
        let result = try run(["run", other] + log, input: insult)
        #expect(result?.status == 3)
        #expect(result?.errors.contains("was written under `small@") == true)
    }

    @Test func whatIsRecordedCanBeListedAndShown() throws {
        let log = scratch.path("log.db")
        guard try run(["run", policy, "--audit", log], input: insult) != nil else { return }
        #expect(try run(["audit", "cases", log])?.output.contains("c-1") == true)
        #expect(try run(["audit", "show", log, "c-1"])?.output.contains("The agent has to warn the customer") == true)
        let unknown = try run(["audit", "show", log, "c-2"])
        #expect(unknown?.status == 3)
        #expect(unknown?.errors.contains("did you mean `c-1`?") == true)
    }
}
