/// A policy as text in parts, so that parts can be left out when a failure is made smaller.
struct PolicyText {
    /// One block such as `rules`, with its entries as `name: value`.
    struct Block {
        let name: String
        var entries: [String]
    }

    var header: [String]
    var blocks: [Block]

    var yaml: String {
        var lines = header
        for block in blocks where !block.entries.isEmpty {
            lines.append("\(block.name):")
            lines += block.entries.map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same policy without one of its entries, for every entry. Events keep their types, for streams name them.
    var smaller: [PolicyText] {
        blocks.indices.filter { blocks[$0].name != "events" }.flatMap { block in
            blocks[block].entries.indices.map { entry in
                var copy = self
                copy.blocks[block].entries.remove(at: entry)
                return copy
            }
        }
    }
}
