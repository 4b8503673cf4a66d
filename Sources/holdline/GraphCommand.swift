import ArgumentParser
import PolicyGraph
import PolicyLanguage
import SourceText

/// `holdline graph`: a policy as a picture.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a policy as a picture: ladders, statuses, rules and who acts.",
        discussion: """
            The picture goes to standard output, so send it to a file: SVG for a browser or a wall, DOT for Graphviz, \
            Mermaid for Markdown pages.

            Example:
              holdline init my-policy
              holdline graph my-policy/my-policy.policy.yaml --out my-policy.svg
              holdline graph my-policy/my-policy.policy.yaml --format mermaid
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case svg, dot, mermaid
    }

    @Argument(help: "The policy, or a folder with one policy in it.")
    var policy: String

    @Option(help: "The form of the picture. Left out, it goes by the name of the file, else it is svg.")
    var format: Format?

    @Option(help: "Colours: auto follows the reader's own setting (svg), else light or dark (svg, mermaid).")
    var theme = Theme.auto

    @Option(help: ArgumentHelp("The file to write, in place of one that is there.", valueName: "file"))
    var out: String?

    func validate() throws {
        guard format == nil, let out, let ending = GraphCommand.ending(of: out), GraphCommand.formats[ending] == nil
        else { return }
        throw ValidationError(
            "`\(out)` cannot be written: pictures are `.svg`, `.dot` or `.mmd`; a browser shows the `.svg` and prints it"
        )
    }

    /// The form that a file's name ends in, such as `mmd`.
    private static func ending(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        return name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } : nil
    }

    private static let formats: [String: Format] = [
        "svg": .svg, "dot": .dot, "gv": .dot, "mmd": .mermaid, "mermaid": .mermaid, "md": .mermaid,
    ]

    func run() throws {
        let file = try PolicyFile.load(PolicyFolder.onlyPolicy(policy))
        guard let checked = file.policy else {
            _ = try file.runnable()
            throw ExitCode.policy
        }
        let picture = Picture(checked)
        let form = format ?? out.flatMap(GraphCommand.ending).flatMap { GraphCommand.formats[$0] } ?? .svg
        let text =
            switch form {
            case .svg: Poster(picture).svg(theme: theme)
            case .dot: DOTText.text(picture)
            case .mermaid: MermaidText.text(picture, dark: theme == .dark)
            }
        guard let out else {
            Terminal.write(text)
            return
        }
        try Files.replace(out, text)
        Terminal.write("wrote \(out)\n")
    }
}

extension Theme: ExpressibleByArgument {}
