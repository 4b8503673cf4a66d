import ArgumentParser
import JSONSchema
import PolicyEngine
import PolicyLanguage
import PolicyTesting
import SourceText

/// `holdline schema`: what editors and other programs need to know of our files.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schemas of policies, tests, events and outcomes.",
        discussion: """
            One kind goes to standard output, or all four with --out to files of a folder: holdline.schema.json for \
            policies, holdline.test.schema.json, holdline.event.schema.json and holdline.outcome.schema.json. Files of \
            these names are written anew.

            Example:
              holdline schema policy
              holdline schema --out schemas
            """)

    /// The kinds of files that have a schema.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case policy, test, event, outcome

        var schema: Schema {
            switch self {
            case .policy: PolicySchema.schema
            case .test: TestSchema.schema
            case .event: EventSchema.schema
            case .outcome: OutcomeSchema.schema
            }
        }

        /// The name of its file.
        var fileName: String { self == .policy ? "holdline.schema.json" : "holdline.\(rawValue).schema.json" }
    }

    @Argument(help: "policy, test, event or outcome; left out with --out, all four.")
    var kind: Kind?

    @Option(help: ArgumentHelp("The folder to write files into; made if it does not exist.", valueName: "dir"))
    var out: String?

    @Option(help: "How to tell what was written.")
    var format = InitCommand.Format.text

    func run() throws {
        guard let out else {
            guard let kind else {
                throw CommandFailure(
                    "which schema: policy, test, event or outcome?", help: "name one, or write all with `--out DIR`")
            }
            Terminal.write(kind.schema.text)
            return
        }
        if Files.kind(of: out) == .file { throw CommandFailure("`\(out)` is a file, not a folder") }
        try Files.makeFolder(out)
        let base = out.hasSuffix("/") ? out : "\(out)/"
        var paths: [String] = []
        for kind in kind.map({ [$0] }) ?? Kind.allCases {
            let path = base + kind.fileName
            try Files.replace(path, kind.schema.text)
            paths.append(path)
        }
        Terminal.write(format == .json ? InitCommand.json(paths) : paths.map { "wrote \($0)\n" }.joined())
    }
}
