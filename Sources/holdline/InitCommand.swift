import ArgumentParser
import Glibc
import JSONSchema
import PolicyLanguage
import PolicyTesting
import SourceText

/// `holdline init`: a small policy to start from, with its tests.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a starter policy with its tests.",
        discussion: """
            The policy is named after the folder. Nothing that exists is overwritten.

            Example:
              holdline init my-policy
              holdline test my-policy
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("The folder to write into; made if it does not exist.", valueName: "dir"))
    var folder: String

    @Option(help: "How to tell what was written.")
    var format = Format.text

    func run() throws {
        let name = try Self.name(for: folder)
        let base = folder.hasSuffix("/") ? folder : "\(folder)/"
        let files = [
            ("\(base)\(name).policy.yaml", Starter.policy(name)),
            ("\(base)\(name).test.yaml", Starter.tests(name)),
            ("\(base)events.ndjson", Starter.events),
            ("\(base)README.md", Starter.readme(name)),
            ("\(base)\(SchemaCommand.Kind.policy.fileName)", PolicySchema.schema.text),
            ("\(base)\(SchemaCommand.Kind.test.fileName)", TestSchema.schema.text),
        ]
        for (path, _) in files where Files.kind(of: path) != .nothing {
            throw CommandFailure(
                "`\(path)` exists already, and nothing was written", help: "name a new folder, or move the file away")
        }
        if Files.kind(of: folder) == .file { throw CommandFailure("`\(folder)` is a file, not a folder") }
        try Files.makeFolder(folder)
        for (path, text) in files { try Files.create(path, text) }
        tell(files.map(\.0), base)
    }

    private func tell(_ paths: [String], _ base: String) {
        switch format {
        case .text:
            var text = paths.map { "wrote \($0)\n" }.joined()
            text += "\nnext:\n  holdline check \(folder)\n  holdline test \(folder)\n"
            text += "  holdline run \(paths[0]) \(base)events.ndjson\n"
            Terminal.write(text)
        case .json: Terminal.write(Self.json(paths))
        }
    }

    /// What was written, as a line of JSON.
    static func json(_ paths: [String]) -> String {
        var json = JSONText()
        json.beginObject()
        json.key("written")
        json.beginArray()
        for path in paths { json.string(path) }
        json.endArray()
        json.endObject()
        return json.text + "\n"
    }

    /// The folder's own name as a policy's id: small letters, digits and hyphens.
    private static func name(for folder: String) throws(CommandFailure) -> String {
        var last = folder.split(separator: "/").last.map(String.init) ?? ""
        if last.isEmpty || last == "." || last == ".." {
            guard let path = realpath(folder, nil) else {
                throw CommandFailure("`\(folder)` has no name for a policy", help: "name a folder, such as `my-policy`")
            }
            defer { free(path) }
            last = String(cString: path).split(separator: "/").last.map(String.init) ?? ""
        }
        var name = ""
        for scalar in last.lowercased().unicodeScalars {
            let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isKept { name.unicodeScalars.append(scalar) } else if !name.isEmpty, name.last != "-" { name += "-" }
            if name.utf8.count >= 60 { break }
        }
        while name.last == "-" { name.removeLast() }
        guard let first = name.unicodeScalars.first else { return "contact-policy" }
        return first.properties.isAlphabetic ? name : "policy-\(name)"
    }
}
