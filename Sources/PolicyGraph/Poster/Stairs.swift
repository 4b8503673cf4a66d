import PolicyLanguage

/// A ladder as stairs: what makes it climb on the left, then one stair a step, each higher than the one before.
struct StairsDrawing {
    let cards: CardDrawing
    let columnWidth: Double
    let gap: Double
    private static let rise = 30.0

    func columns(_ ladder: Picture.LadderFacts, atMost most: Int) -> Int { min(ladder.steps.count + 1, most) }

    /// As many flights as the columns ask for, one below the other.
    func block(_ ladder: Picture.LadderFacts, columns: Int) -> Block {
        let perFlight = max(1, columns - 1)
        var all = Block(width: Double(columns) * (columnWidth + gap) - gap)
        var start = 0
        repeat {
            let end = min(start + perFlight, ladder.steps.count)
            let flight = flight(ladder, Array(ladder.steps[start..<end]), isFirst: start == 0)
            all.place(flight, x: 0, y: all.height)
            all.height += flight.height + (end < ladder.steps.count ? gap : 0)
            start = end
        } while start < ladder.steps.count
        var named = Block(width: all.width)
        named.height = all.height
        named.place(all, x: 0, y: 0, attributes: " id=\"\(XML.text(ladder.id))\"")
        return named
    }

    private func flight(
        _ ladder: Picture.LadderFacts, _ steps: [Picture.StepFacts], isFirst: Bool
    ) -> Block {
        let info = isFirst ? head(ladder) : goesOn(ladder)
        let stairs = steps.map(stair)
        let base = stairs.enumerated().map { $1.height - Double($0) * Self.rise }.max() ?? 0
        let height = max(info.height, base + Double(stairs.count - 1) * Self.rise)
        var block = Block(width: columnWidth)
        block.place(info, x: 0, y: 0)
        for (index, stair) in stairs.enumerated() {
            let top = height - max(base, 0) - Double(index) * Self.rise
            var one = Block(width: columnWidth)
            one.rectangle(
                "stair", x: 0.5, y: 0.5, width: columnWidth + (index + 1 < stairs.count ? gap : 0) - 1,
                height: height - top - 1)
            one.path("stairEdge", "M0 1.5h\(number(columnWidth + (index + 1 < stairs.count ? gap : 0)))")
            one.place(stair, x: CardDrawing.padding, y: 0)
            block.place(
                one, x: Double(index + 1) * (columnWidth + gap), y: top,
                attributes: " id=\"\(XML.text(steps[index].id))\"")
        }
        block.height = height
        return block
    }

    private func head(_ ladder: Picture.LadderFacts) -> Block {
        var block = Block(width: columnWidth - CardDrawing.padding)
        block.line("Ladder \(ladder.name)", .heading, x: 0)
        block.gap(2)
        cards.triggers(ladder.triggers, "climbs with", &block)
        cards.facts(ladder.facts, &block)
        return block
    }

    private func goesOn(_ ladder: Picture.LadderFacts) -> Block {
        var block = Block(width: columnWidth - CardDrawing.padding)
        block.line("… \(ladder.name), going on", .heading, x: 0)
        return block
    }

    private func stair(_ step: Picture.StepFacts) -> Block {
        var block = Block(width: columnWidth - 2 * CardDrawing.padding)
        block.gap(7)
        block.line("Step \(step.number)" + (step.times > 1 ? ", after \(step.times) observations" : ""), .when, x: 0)
        for act in step.acts {
            block.gap(5)
            cards.acts.add(act, to: &block, x: 0)
        }
        block.gap(8)
        return block
    }
}
