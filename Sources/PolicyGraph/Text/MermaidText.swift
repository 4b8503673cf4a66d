import PolicyLanguage

/// The picture as a flowchart of Mermaid, which Markdown pages of many code hosts show.
public enum MermaidText {
    /// The same bytes for the same picture. Each node's name in the policy stands in a comment above it.
    public static func text(_ picture: Picture, dark: Bool = false) -> String {
        let flow = Flow(picture)
        var names: [String: String] = [:]
        for node in flow.regions.flatMap(\.nodes) { names[node.id] = "n\(names.count + 1)" }
        var text = "---\ntitle: \(yaml("\(picture.title) (\(picture.reference))"))\n---\n"
        if dark { text += "%%{init: {\"theme\": \"dark\"}}%%\n" }
        text += "flowchart LR\n"
        for (index, region) in flow.regions.enumerated() {
            text += "  subgraph g\(index + 1)[\(label([region.heading]))]\n"
            for node in region.nodes {
                let (open, close, style) = look(node.kind)
                text += "    %% \(comment(node.id))\n"
                text += "    \(names[node.id] ?? "")\(open)\(label(node.lines))\(close):::\(style)\n"
            }
            text += "  end\n"
        }
        for edge in flow.edges {
            guard let from = names[edge.from], let to = names[edge.to] else { continue }
            text += "  \(from) -->" + (edge.label.isEmpty ? "" : "|\(label([edge.label]))|") + " \(to)\n"
        }
        return text + styles(dark)
    }

    /// The modality shows in shape and colour as well as in its word.
    private static func look(_ kind: Flow.Kind) -> (open: String, close: String, style: String) {
        switch kind {
        case .trigger: (">", "]", "trigger")
        case .rule: ("[", "]", "rule")
        case .ladder: ("[/", "\\]", "ladder")
        case .step: ("[/", "/]", "ladder")
        case .status: ("[(", ")]", "status")
        case .act(.must): ("[[", "]]", "must")
        case .act(.should): ("(", ")", "should")
        case .act(.may): ("([", "])", "may")
        case .act(.mustNot): ("{{", "}}", "mustNot")
        }
    }

    private static func styles(_ dark: Bool) -> String {
        let looks: [(String, light: String, dark: String)] = [
            ("trigger", "fill:#eeeeee,stroke:#777777,color:#111111", "fill:#333333,stroke:#aaaaaa,color:#f5f5f5"),
            (
                "rule", "fill:#ffffff,stroke:#333333,stroke-width:2px,color:#111111",
                "fill:#1c1f24,stroke:#cccccc,stroke-width:2px,color:#f5f5f5"
            ),
            ("ladder", "fill:#e8eef7,stroke:#3d5a80,color:#111111", "fill:#22304a,stroke:#9db7dd,color:#f5f5f5"),
            (
                "status", "fill:#f1e8f7,stroke:#6b3fa0,stroke-width:2px,color:#111111",
                "fill:#35244a,stroke:#c5a3ea,stroke-width:2px,color:#f5f5f5"
            ),
            ("must", "fill:#ffd9a8,stroke:#8a4b00,color:#111111", "fill:#5c3300,stroke:#ffb861,color:#ffffff"),
            ("should", "fill:#d6e6ff,stroke:#1d4f91,color:#111111", "fill:#173a66,stroke:#8fbcff,color:#ffffff"),
            (
                "may", "fill:#d9f0d9,stroke:#1f6b2d,stroke-dasharray:4 3,color:#111111",
                "fill:#17431f,stroke:#8fd79b,stroke-dasharray:4 3,color:#ffffff"
            ),
            ("mustNot", "fill:#ffd0d0,stroke:#9b1c1c,color:#111111", "fill:#5e1414,stroke:#ff9c9c,color:#ffffff"),
        ]
        return looks.map { "  classDef \($0.0) \(dark ? $0.dark : $0.light)\n" }.joined()
    }

    /// Quotation marks around it, line breaks as tags; what Mermaid or HTML could take for their own becomes entities.
    private static func label(_ lines: [String]) -> String {
        "\"\(lines.flatMap { Wrapping.lines($0, 30) { $0.count } }.map(entities).joined(separator: "<br/>"))\""
    }

    private static func entities(_ line: String) -> String {
        var text = ""
        for scalar in line.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", ":", "_", "-", "'", "(", ")", "…", "=", "!", "?":
                text.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += " "
            case _ where scalar.value > 0x7F: text.unicodeScalars.append(scalar)
            default: text += "#\(scalar.value);"
            }
        }
        return text
    }

    private static func comment(_ id: String) -> String {
        String(String.UnicodeScalarView(id.unicodeScalars.filter { $0.value >= 0x20 && $0 != "{" && $0 != "}" }))
    }

    /// A title in single quotation marks, on one line.
    private static func yaml(_ text: String) -> String {
        let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
        return "'\(line.replacing("'", with: "''"))'"
    }
}
