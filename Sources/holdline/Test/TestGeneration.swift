import ArgumentParser
import PolicyEngine
import PolicyTesting

/// `holdline test --generate`: tests for what no test of a policy tries.
struct TestGeneration {
    let paths: [String]
    let out: String?

    func run() throws {
        let policies = try find(".policy.yaml")
        guard let path = policies.first else {
            throw CommandFailure("there is no `*.policy.yaml` in \(paths.map { "`\($0)`" }.joined(separator: ", "))")
        }
        if policies.count > 1 {
            throw CommandFailure(
                "there are \(policies.count) policies here, and tests are written for one at a time",
                help: "name one of them, such as `\(path)`")
        }
        if let out, Files.kind(of: out) != .nothing {
            throw CommandFailure("`\(out)` exists already, and nothing was written", help: "name a new file")
        }
        let file = try PolicyFile.load(path)
        _ = try file.runnable()
        guard let policy = file.policy else { throw ExitCode.policy }
        let tried = try coverage(of: path)
        let generation = try Generation(policy, policyPath: name(of: path), tried: tried)
        let report = CoverageReport(name: path, sources: file.sources, coverage: tried ?? Coverage(policy))
        try write(generation, report)
    }

    /// What the tests that are there already try; nil where there are none.
    private func coverage(of path: String) throws -> Coverage? {
        var session = TestSession(TestOptions())
        for test in try find(".test.yaml") { try session.add(test) }
        return session.coverages.first { TestGeneration.isSame($0.name, path) }?.coverage
    }

    private func write(_ generation: Generation, _ report: CoverageReport) throws {
        if generation.testCount > 0 {
            if let out { try Files.create(out, generation.text) } else { Terminal.write(generation.text) }
        }
        let count = generation.testCount == 1 ? "1 test" : "\(generation.testCount) tests"
        let place = generation.testCount > 0 ? out.map { " in \($0)" } ?? "" : ""
        if generation.testCount == 0, generation.unreached.isEmpty {
            return Terminal.writeError("the tests try all of it already; nothing was written\n")
        }
        let left = TestGeneration.things(generation.unreached.count)
        if generation.testCount == 0 {
            Terminal.writeError("no test could be written for \(left) that no test tries\n")
        } else {
            let rest = generation.unreached.isEmpty ? "" : "; none could be written for \(left)"
            Terminal.writeError(
                "\(count)\(place) for \(TestGeneration.things(generation.reached)) that no test tried\(rest)\n")
        }
        for item in generation.unreached {
            let hint = report.coverage.hint(for: item)
            Terminal.writeError("  \(report.place(of: item)): not reached: \(item.key)\n    to try it, \(hint)\n")
        }
    }

    private static func things(_ count: Int) -> String { count == 1 ? "1 thing" : "\(count) things" }

    /// The files meant by the paths; a folder may have none.
    private func find(_ suffix: String) throws -> [String] {
        var found: [String] = []
        for path in paths {
            switch Files.kind(of: path) {
            case .nothing: throw CommandFailure("cannot read `\(path)`: no such file or directory")
            case .file:
                if path.hasSuffix(suffix) {
                    found.append(path)
                } else if path.hasSuffix(".policy.yaml") {
                    // The tests beside a policy that was named by itself.
                    found += (try? FileSearch.files(in: [TestGeneration.folder(of: path)], endingIn: suffix)) ?? []
                }
            case .folder: found += (try? FileSearch.files(in: [path], endingIn: suffix)) ?? []
            }
        }
        return found
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
        return plain(left) == plain(right)
    }

    /// The policy as the new file names it, relative to itself.
    private func name(of policy: String) -> String {
        let from = TestGeneration.parts(out.map(TestGeneration.folder) ?? TestGeneration.folder(of: policy))
        let to = TestGeneration.parts(policy)
        if policy.hasPrefix("/") != (out ?? policy).hasPrefix("/") { return policy }
        let shared = zip(from, to).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared)).joined(separator: "/")
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init).filter { $0 != "." }
    }
}
