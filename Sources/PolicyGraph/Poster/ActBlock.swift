import PolicyLanguage

/// Acts as a card shows them: the word in the shape of its modality, what is done, by whom, by when, in which words.
struct ActDrawing {
    /// The policy's roles, whose places decide their colours.
    let roles: [String]
    static let badgeWidth = 62.0
    private static let badgeHeight = 16.0

    func add(_ act: Picture.ActFacts, to block: inout Block, x: Double) {
        var one = Block(width: block.width - x)
        let text = Self.badgeWidth + 8
        Self.badge(act.modality, in: &one, x: 0, y: 1)
        let action = act.action
        let lines = Wrapping.lines(action, one.width - text, TextStyle.action.width)
        for line in lines { one.line(line, .action, x: text) }
        let used = text + TextStyle.action.width(lines.last ?? "") + 10
        addRoles(act.by, to: &one, after: used, x: text)
        if !act.details.isEmpty { one.paragraph(act.details.joined(separator: " · "), .detail, x: text) }
        one.height = max(one.height, Self.badgeHeight + 3)
        for missed in act.missed {
            one.gap(3)
            let top = one.height
            one.line("if missed", .fact, x: 14)
            add(missed, to: &one, x: 14)
            one.path("missed", "M6 \(number(top + 2))V\(number(one.height - 3))")
        }
        block.place(one, x: x, y: block.height, attributes: " id=\"\(XML.text(act.id))\"")
        block.height += one.height
    }

    /// Dots and names of roles: behind the action where they fit, else below it.
    private func addRoles(_ by: [String], to block: inout Block, after used: Double, x: Double) {
        if by.isEmpty { return }
        let total = by.reduce(0) { $0 + 13 + TextStyle.role.width($1) + 8 }
        var left = used
        if used + total - 8 > block.width {
            left = x
            block.gap(TextStyle.role.leading)
        }
        for role in by {
            let width = 13 + TextStyle.role.width(role) + 8
            if left > x, left + width - 8 > block.width {
                left = x
                block.gap(TextStyle.role.leading)
            }
            let baseline = block.height - 4.5
            mark(role, in: &block, x: left + 4, y: baseline - 4)
            block.write(role, .role, x: left + 12, y: baseline)
            left += width
        }
    }

    /// The role's sign: its colour, and a shape for those who see no colours.
    func mark(_ role: String, in block: inout Block, x: Double, y: Double) {
        let index = roles.firstIndex(of: role) ?? roles.count
        let style = "r\(index % 6)"
        switch index % 3 {
        case 0: block.add("<circle class=\"\(style)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"4\"/>")
        case 1: block.rectangle(style, x: x - 3.5, y: y - 3.5, width: 7, height: 7)
        default: block.path(style, "M\(number(x)) \(number(y - 5))l5 5l-5 5l-5 -5z")
        }
    }

    static func badge(_ modality: Modality, in block: inout Block, x: Double, y: Double) {
        let (width, height) = (badgeWidth, badgeHeight)
        switch modality {
        case .must: block.rectangle("must", x: x, y: y, width: width, height: height, radius: 1)
        case .should: block.rectangle("should", x: x, y: y, width: width, height: height, radius: height / 2)
        case .may: block.rectangle("may", x: x, y: y, width: width, height: height, radius: height / 2)
        case .mustNot:
            block.path(
                "mustNot",
                "M\(number(x + 5)) \(number(y))h\(number(width - 10))l5 5v\(number(height - 10))l-5 5"
                    + "h-\(number(width - 10))l-5 -5v-\(number(height - 10))z")
        }
        let style = modality == .must || modality == .mustNot ? " badgeOnDark" : ""
        block.add(
            "<text class=\"badge\(style)\" x=\"\(number(x + width / 2))\" y=\"\(number(y + 11.5))\" "
                + "text-anchor=\"middle\">\(modality.word)</text>")
    }
}
