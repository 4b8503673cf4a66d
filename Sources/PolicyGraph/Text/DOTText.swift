import PolicyLanguage

/// The picture in DOT, the language of Graphviz.
public enum DOTText {
    /// A digraph from left to right; the same bytes for the same picture.
    public static func text(_ picture: Picture) -> String {
        let flow = Flow(picture)
        var text = "digraph policy {\n"
        text += "  label=\(quoted([picture.title, picture.reference] + picture.notes))\n"
        text += "  labelloc=t rankdir=LR ranksep=0.6 nodesep=0.15 fontname=\"Helvetica\" fontsize=20\n"
        text += "  node [fontname=\"Helvetica\" fontsize=11 shape=box style=filled fillcolor=white]\n"
        text += "  edge [fontname=\"Helvetica\" fontsize=9 color=\"#555555\"]\n"
        for (index, region) in flow.regions.enumerated() {
            text +=
                "  subgraph cluster_\(index) {\n    label=\(quoted([region.heading])) fontsize=14 color=\"#bbbbbb\"\n"
            for node in region.nodes {
                text += "    \(name(node.id)) [label=\(quoted(node.lines.map(wrapped))) \(look(node.kind))]\n"
            }
            text += "  }\n"
        }
        for edge in flow.edges {
            let label = edge.label.isEmpty ? "" : " [label=\(quoted([edge.label]))]"
            text += "  \(name(edge.from)) -> \(name(edge.to))\(label)\n"
        }
        return text + "}\n"
    }

    /// The modality shows in shape and colour as well as in its word.
    private static func look(_ kind: Flow.Kind) -> String {
        switch kind {
        case .trigger: "shape=cds fillcolor=\"#eeeeee\""
        case .rule: "shape=box fillcolor=\"#ffffff\" penwidth=2"
        case .ladder: "shape=folder fillcolor=\"#e8eef7\""
        case .step: "shape=box3d fillcolor=\"#e8eef7\""
        case .status: "shape=box style=\"filled,rounded\" fillcolor=\"#f1e8f7\" penwidth=2"
        case .act(.must): "shape=box fillcolor=\"#ffd9a8\""
        case .act(.should): "shape=box style=\"filled,rounded\" fillcolor=\"#d6e6ff\""
        case .act(.may): "shape=ellipse style=\"filled,dashed\" fillcolor=\"#d9f0d9\""
        case .act(.mustNot): "shape=octagon fillcolor=\"#ffd0d0\""
        }
    }

    private static func name(_ id: String) -> String { quoted([id]) }

    /// Lines of at most 44 characters where there are spaces to break at.
    private static func wrapped(_ line: String) -> String {
        Wrapping.lines(line, 44) { $0.count }.joined(separator: "\n")
    }

    /// Backslashes mean something to Graphviz, so they are written twice.
    private static func quoted(_ lines: [String]) -> String {
        var text = "\""
        for scalar in lines.joined(separator: "\n").unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
