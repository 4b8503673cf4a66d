import PolicyLanguage

/// The picture as a poster in SVG: ladders as stairs, then statuses and rules as cards in columns.
///
/// The layout is ours and the same every time; the file needs nothing beside it.
public struct Poster {
    private let picture: Picture
    private static let columnWidth = 316.0
    private static let gap = 14.0
    private static let margin = 28.0
    /// The proportion of a sheet of A4 or A3 on its side.
    private static let proportion = 1.414

    public init(_ picture: Picture) { self.picture = picture }

    /// The poster as a document of its own. About quadratic in the number of cards at worst, which are few.
    public func svg(theme: Theme = .auto) -> String {
        let widest = picture.ladders.map(\.steps.count).max() ?? 0
        let least = min(max(widest + 1, 2), 8)
        let all = (least...10).map { page(columns: $0) }
        let best = all.min { Self.distance($0) < Self.distance($1) } ?? Block(width: 0)
        return document(best, theme)
    }

    /// How far a page is from the proportion of a sheet.
    private static func distance(_ page: Block) -> Double {
        let ratio = page.width / max(page.height, 1) / proportion
        return ratio > 1 ? ratio : 1 / ratio
    }

    private func document(_ page: Block, _ theme: Theme) -> String {
        let (width, height) = (number(page.width), number(page.height))
        let description =
            [
                Self.count(picture.ladders.count, "ladder", "ladders"),
                Self.count(picture.statuses.count, "status", "statuses"),
                Self.count(picture.groups.reduce(0) { $0 + $1.rules.count }, "rule", "rules"),
            ].joined(separator: ", ") + ": who must, should, may and must not do what, and when."
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
            + "viewBox=\"0 0 \(width) \(height)\" aria-labelledby=\"poster-title poster-description\">\n"
        text += "<title id=\"poster-title\">\(XML.text(picture.title))</title>\n"
        text += "<desc id=\"poster-description\">\(description)</desc>\n"
        text += "<style>\n\(StyleSheet.text(theme))</style>\n"
        text += "<rect class=\"page\" width=\"\(width)\" height=\"\(height)\"/>\n"
        return text + page.elements.joined(separator: "\n") + "\n</svg>\n"
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    // MARK: Parts

    private var acts: ActDrawing { ActDrawing(roles: picture.roles) }

    private func page(columns: Int) -> Block {
        let inner = Double(columns) * (Self.columnWidth + Self.gap) - Self.gap
        var page = Block(width: inner + 2 * Self.margin)
        page.height = Self.margin
        for block in [head(inner), ladders(columns, inner), cards(columns, inner)] where block.height > 0 {
            page.place(block, x: Self.margin, y: page.height)
            page.height += block.height + 20
        }
        page.height += Self.margin - 20
        return page
    }

    private func head(_ width: Double) -> Block {
        var head = Block(width: width)
        head.paragraph(picture.title, .title, x: 0)
        head.gap(4)
        head.paragraph(([picture.reference] + picture.notes).joined(separator: "  ·  "), .note, x: 0)
        head.gap(8)
        legend(&head)
        return head
    }

    /// What the badges and the signs of roles mean.
    private func legend(_ head: inout Block) {
        var x = 0.0
        let top = head.height
        for (modality, meaning) in [
            (Modality.must, "owed in time"), (.should, "advised"), (.may, "allowed"), (.mustNot, "forbidden"),
        ] {
            ActDrawing.badge(modality, in: &head, x: x, y: top)
            head.write(meaning, .note, x: x + ActDrawing.badgeWidth + 6, y: top + 12)
            x += ActDrawing.badgeWidth + 6 + TextStyle.note.width(meaning) + 16
        }
        var y = top
        for role in picture.roles {
            let width = 14 + TextStyle.note.width(role) + 14
            if x + width > head.width {
                x = 0
                y += 20
            }
            acts.mark(role, in: &head, x: x + 5, y: y + 8)
            head.write(role, .note, x: x + 14, y: y + 12)
            x += width
        }
        head.height = y + 20
    }

    /// Ladders beside each other where there is room.
    private func ladders(_ columns: Int, _ width: Double) -> Block {
        let stairs = StairsDrawing(
            cards: CardDrawing(acts: acts), columnWidth: Self.columnWidth, gap: Self.gap)
        var all = Block(width: width)
        var used = 0
        var row: [(Block, Int)] = []
        func close() {
            let height = row.map(\.0.height).max() ?? 0
            if height == 0 { return }
            for (block, column) in row {
                all.place(
                    block, x: Double(column) * (Self.columnWidth + Self.gap), y: all.height + height - block.height)
            }
            all.height += height + 20
            row = []
            used = 0
        }
        for ladder in picture.ladders {
            let needed = stairs.columns(ladder, atMost: columns)
            if used + needed > columns { close() }
            row.append((stairs.block(ladder, columns: needed), used))
            used += needed
        }
        close()
        all.height = max(0, all.height - 20)
        return all
    }

    private func cards(_ count: Int, _ width: Double) -> Block {
        let drawing = CardDrawing(acts: acts)
        var items: [Columns.Item] = []
        func add(_ heading: String, _ blocks: [Block]) {
            if blocks.isEmpty { return }
            items.append(Columns.Item(block: self.heading(heading), isHeading: true))
            items += blocks.map { Columns.Item(block: $0, isHeading: false) }
        }
        add("Statuses", picture.statuses.map { drawing.status($0, width: Self.columnWidth) })
        for group in picture.groups {
            add(group.heading, group.rules.map { drawing.rule($0, width: Self.columnWidth) })
        }
        let layout = Columns(gap: 9)
        var all = Block(width: width)
        for (index, column) in layout.columns(items, count: count).enumerated() {
            var y = 0.0
            for item in column {
                all.place(item.block, x: Double(index) * (Self.columnWidth + Self.gap), y: y)
                y += item.block.height + 9
            }
            all.height = max(all.height, y - 9)
        }
        return all
    }

    private func heading(_ text: String) -> Block {
        var block = Block(width: Self.columnWidth)
        block.gap(4)
        block.paragraph(text, .heading, x: 0)
        block.gap(3)
        block.path("headingLine", "M0 \(number(block.height))h\(number(block.width))")
        return block
    }
}
