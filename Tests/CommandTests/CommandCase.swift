import Testing

/// One line of the table: a command as it is typed, and what comes of it.
struct CommandCase: Sendable, CustomTestStringConvertible {
    /// What the case shows.
    var law: String
    /// Arguments, separated by single spaces; an argument in `'…'` may hold spaces.
    var command: String
    var input = ""
    /// Files that are there before, by path.
    var files: [String: String] = [:]
    /// Commands to run before; each must end with exit status 0.
    var before: [String] = []
    var environment: [String: String] = [:]
    var status: Int32 = 0
    /// Fragments of standard output; a single one that ends with a line break is all of it.
    var output: [String] = []
    /// Fragments of standard error.
    var errors: [String] = []
    /// What must stand in neither.
    var absent: [String] = []
    /// Files that must be there after, with a fragment of each.
    var leaves: [String: String] = [:]

    init(_ law: String, _ command: String) {
        self.law = law
        self.command = command
    }

    var testDescription: String { "\(law): holdline \(command)" }

    /// The arguments of a command line.
    static func arguments(_ line: String) -> [String] {
        var arguments: [String] = []
        var current = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "'": isQuoted.toggle()
            case " " where !isQuoted:
                arguments.append(current)
                current = ""
            default: current.append(character)
            }
        }
        return line.isEmpty ? [] : arguments + [current]
    }
}

/// Sets what differs from a plain case: `one("…", "check x") { $0.status = 3 }`.
func one(_ law: String, _ command: String, _ change: (inout CommandCase) -> Void) -> CommandCase {
    var result = CommandCase(law, command)
    change(&result)
    return result
}
