import PolicyTesting

/// The test files that the paths of a command line mean: for a policy those beside it that name it.
enum TestSearch {
    static func files(in paths: [String]) throws(CommandFailure) -> [String] {
        var found: [String] = []
        for path in paths {
            let tests = try files(of: path)
            found += tests.filter { !found.contains($0) }
        }
        return found
    }

    private static func files(of path: String) throws(CommandFailure) -> [String] {
        guard path.hasSuffix(".policy.yaml"), Files.kind(of: path) == .file else {
            return try FileSearch.files(in: [path], endingIn: ".test.yaml")
        }
        var tests: [String] = []
        for test in try FileSearch.files(besides: path, endingIn: ".test.yaml") {
            let policy = TestFile.read(test, try Files.read(test)).policy?.value
            if policy.map({ TestSession.path($0, besides: test) }) == path { tests.append(test) }
        }
        if tests.isEmpty {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let file = name.replacing(".policy.yaml", with: ".test.yaml")
            throw CommandFailure(
                "no test file beside `\(path)` names it: write `\(file)`, which begins with `policy: \(name)`, or let "
                    + "`holdline test --generate \(path)` write one")
        }
        return tests
    }
}
