import Foundation

/// A page of the documentation as something that can be done: its files are written, its commands run, in order.
///
/// A fence ```` ```yaml PATH ```` is a file; ```` ```yaml PATH adds ```` goes into the file that is there, each top-level
/// key's lines at the end of that key's; ```` ```diff PATH ```` takes lines out of it and puts others in their place.
/// ```` ```console ```` holds commands after `$ `, each with all it prints.
struct DocumentationPage {
    enum Step {
        case file(path: String, text: String)
        case edit(path: String, lines: [String])
        case addition(path: String, text: String)
        case command(Command)
    }

    /// `$ holdline check desk   # exit status 2`, and the lines that follow it.
    struct Command {
        var line: String
        var status: Int32 = 0
        var output: [String] = []
    }

    let steps: [Step]

    init(_ markdown: String) {
        var steps: [Step] = []
        var info: [String]?
        var lines: [String] = []
        for line in markdown.components(separatedBy: "\n") {
            if let words = info {
                if line == "```" {
                    steps += Self.steps(words, lines)
                    info = nil
                } else {
                    lines.append(line)
                }
            } else if line.hasPrefix("```") {
                info = line.dropFirst(3).split(separator: " ").map(String.init)
                lines = []
            }
        }
        self.steps = steps
    }

    private static func steps(_ info: [String], _ lines: [String]) -> [Step] {
        let text = lines.joined(separator: "\n") + "\n"
        switch info.count {
        case 1 where info[0] == "console": return commands(lines).map { .command($0) }
        case 2 where info[0] == "diff": return [.edit(path: info[1], lines: lines)]
        case 2: return [.file(path: info[1], text: text)]
        case 3 where info[2] == "adds": return [.addition(path: info[1], text: text)]
        default: return []
        }
    }

    private static func commands(_ lines: [String]) -> [Command] {
        var commands: [Command] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                let parts = line.dropFirst(2).components(separatedBy: "# exit status ")
                var command = Command(line: parts[0].trimmingCharacters(in: .whitespaces))
                if parts.count > 1 { command.status = Int32(parts[1]) ?? -1 }
                commands.append(command)
            } else if !commands.isEmpty {
                commands[commands.count - 1].output.append(line)
            }
        }
        return commands
    }

    // MARK: Additions

    /// A YAML text with another's top-level keys merged in: lines of a key that is there go to the end of it.
    static func adding(_ addition: String, to text: String) -> String {
        var sections = sections(of: text)
        for section in self.sections(of: addition) {
            if let known = sections.firstIndex(where: { $0.key == section.key && !section.key.isEmpty }) {
                sections[known].lines += section.lines.dropFirst()
            } else {
                sections.append(section)
            }
        }
        return sections.flatMap(\.lines).joined(separator: "\n") + "\n"
    }

    /// A text with the lines after `-` taken out and those after `+` in their place; nil where they are not in it once.
    static func editing(_ lines: [String], in text: String) -> String? {
        let parts = ["-", "+"].map { sign in
            lines.filter { $0.hasPrefix(sign) }.map { $0.dropFirst() + "\n" }.joined()
        }
        let pieces = text.components(separatedBy: parts[0])
        return pieces.count == 2 ? pieces.joined(separator: parts[1]) : nil
    }

    private static func sections(of text: String) -> [(key: String, lines: [String])] {
        var sections: [(key: String, lines: [String])] = []
        for line in text.components(separatedBy: "\n") where !line.isEmpty {
            let isKey = line.first.map { $0.isLetter } ?? false
            if isKey {
                sections.append((String(line.prefix { $0 != ":" }), [line]))
            } else if sections.isEmpty || line.hasPrefix("#") {
                sections.append(("", [line]))
            } else {
                sections[sections.count - 1].lines.append(line)
            }
        }
        return sections
    }

    // MARK: Output

    /// Whether printed lines are those of a page, in which `…` stands for any text, alone on a line for any lines.
    static func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
        guard let first = shown.first else { return printed.isEmpty }
        if first == "…" {
            return (printed.startIndex...printed.endIndex).contains { matches(printed[$0...], shown.dropFirst()) }
        }
        guard let line = printed.first, fits(line[...], first.components(separatedBy: "…")[...]) else { return false }
        return matches(printed.dropFirst(), shown.dropFirst())
    }

    /// Whether a line begins with the first part, has the others in order and ends with the last.
    private static func fits(_ line: Substring, _ parts: ArraySlice<String>) -> Bool {
        guard let first = parts.first, line.hasPrefix(first) else { return false }
        var rest = line.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() {
            guard let place = rest.range(of: part) else { return false }
            rest = rest[place.upperBound...]
        }
        guard parts.count > 1, let last = parts.last else { return rest.isEmpty }
        return rest.hasSuffix(last)
    }
}
