import Foundation
import Testing

/// The benchmark's own programs: small, and for correctness alone.
@Suite struct WorkloadTests {
    @Test(.enabled(if: Bench.hasPython))
    func `holdline asks for what the oracle requires`() throws {
        let result = try Bench.run(
            "bench.py", "--holdline", Bench.holdline, "--events", "3000", "--only", "by hand in Python", "--check",
            "--folder", Bench.folder)
        #expect(result.status == 0, "\(result.text)")
        #expect(result.text.contains("Holdline: checked"))
        if ProcessInfo.processInfo.activeProcessorCount > 1 {
            #expect(result.text.contains("Holdline, two cores: checked"))
        }
        #expect(result.text.contains("by hand in Python: checked"))
    }

    @Test(.enabled(if: Bench.hasPython))
    func `another answer is told from the right one`() throws {
        let events = try Bench.run("workload/edges.py").text
        let path = "\(Bench.folder)/wrong-edges"
        try events.write(toFile: path, atomically: true, encoding: .utf8)
        let outcomes = #"{"event":"e","time":"2026-01-05T08:00:10Z","contact":"transfer0","issued":[]}"#
        try outcomes.write(toFile: path + ".out", atomically: true, encoding: .utf8)
        #expect(try Bench.run("workload/compare.py", path, path + ".out").status == 1)
    }

    @Test(.enabled(if: Bench.hasPython && Bench.hasSharedPeers), arguments: ["700", "12000"])
    func `generator, oracle and translation give the bytes of the shared ones`(count: String) throws {
        let events = try Bench.run("workload/generate.py", count).text
        #expect(try Bench.run("../../shared/peers/gen_events.py", count).text == events)
        for (own, shared) in [("oracle.py", "oracle.py"), ("translate.py", "to_holdline.py")] {
            let ours = try Bench.run("workload/\(own)", input: events)
            let theirs = try Bench.run("../../shared/peers/\(shared)", input: events)
            #expect(ours.text == theirs.text && !ours.text.isEmpty, "\(own)")
        }
    }
}
