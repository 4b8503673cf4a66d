import Testing

/// How many names a policy can have.
@Suite struct NameLimitsTests {
    static let cases = [
        CheckCase(
            "the first name beyond the limit is told, and nothing else",
            codes: "too-many never-used unspoken-conduct",
            policy: policy(beyond: 1),
            findings: #"""
                error too-many 3:299 a policy has at most 60 roles, and this one has 61 / leave out those that no \#
                norm names
                error too-many 4:301 a policy has at most 60 classes of conduct, and this one has 61 / treat alike \#
                classes as one
                error too-many 5:371 a policy has at most 40 actions of its own, and this one has 41 / treat alike \#
                actions as one, and tell them apart by `fields:`
                """#),
        CheckCase("as many names as there is room for are clean", codes: "too-many", policy: policy(beyond: 0)),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }

    /// A policy with so many names more than it can have; built-in actions do not count.
    private static func policy(beyond: Int) -> String {
        func names(_ letter: String, _ count: Int, _ end: String = "") -> String {
            (0..<(count + beyond)).map { "\(letter)\($0)\(end)" }.joined(separator: ", ")
        }
        return """
            roles: [\(names("r", 60))]
            conduct: [\(names("c", 60))]
            actions: {warn: {}, \(names("a", 40, ": {}"))}
            """
    }
}
