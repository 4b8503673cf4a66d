import PolicyLanguage

/// Cards for rules and statuses, and the words on ladders.
struct CardDrawing {
    let acts: ActDrawing
    static let padding = 10.0

    func rule(_ rule: Picture.RuleFacts, width: Double) -> Block {
        var card = Block(width: width - 2 * Self.padding)
        card.gap(6)
        card.paragraph(rule.name, .name, x: 0)
        triggers(rule.triggers, "when", &card)
        body(rule, &card)
        return frame(card, "card", radius: 3, id: rule.id)
    }

    func status(_ status: Picture.StatusFacts, width: Double) -> Block {
        var card = Block(width: width - 2 * Self.padding)
        card.gap(6)
        card.path("statusSign", "M5 \(number(card.height + 5))l6 6l-6 6l-6 -6z")
        card.paragraph(status.name, .name, x: 18)
        card.paragraph(status.facts.joined(separator: " · "), .fact, x: 0)
        if !status.begunBy.isEmpty { card.paragraph("begun by \(status.begunBy.joined(separator: ", "))", .fact, x: 0) }
        if !status.endedBy.isEmpty { card.paragraph("ended by \(status.endedBy.joined(separator: ", "))", .fact, x: 0) }
        for rule in status.rules {
            var part = Block(width: card.width)
            part.gap(5)
            part.line("while active", .when, x: 0)
            triggers(rule.triggers, "and when", &part)
            body(rule, &part)
            card.place(part, x: 0, y: card.height, attributes: " id=\"\(XML.text(rule.id))\"")
            card.height += part.height
        }
        return frame(card, "card statusCard", radius: 12, id: status.id)
    }

    func triggers(_ triggers: [Picture.TriggerFacts], _ word: String, _ card: inout Block) {
        for (index, trigger) in triggers.enumerated() {
            card.paragraph("\(index == 0 ? word : "or") \(trigger.text)", .when, x: 0)
            if let detail = trigger.detail { card.paragraph(detail, .fact, x: 0) }
        }
    }

    func facts(_ facts: [String], _ card: inout Block) {
        for fact in facts { card.paragraph(fact, .fact, x: 0) }
    }

    private func body(_ rule: Picture.RuleFacts, _ card: inout Block) {
        facts(rule.facts, &card)
        for begin in rule.begins {
            card.gap(3)
            card.path("statusSign", "M5 \(number(card.height + 2))l5 5l-5 5l-5 -5z")
            card.paragraph("begins \(begin.status)" + (begin.until.map { " \($0)" } ?? ""), .link, x: 16)
        }
        if !rule.ends.isEmpty {
            card.gap(3)
            card.path("statusEnd", "M5 \(number(card.height + 2))l5 5l-5 5l-5 -5z")
            card.paragraph("ends \(rule.ends.joined(separator: ", "))", .link, x: 16)
        }
        for act in rule.acts {
            card.gap(5)
            acts.add(act, to: &card, x: 0)
        }
    }

    private func frame(_ inner: Block, _ style: String, radius: Double, id: String) -> Block {
        var card = Block(width: inner.width + 2 * Self.padding)
        card.height = (inner.height + 9).rounded()
        card.rectangle(
            style, x: 0.5, y: 0.5, width: card.width - 1, height: card.height - 1, radius: radius)
        card.place(inner, x: Self.padding, y: 0)
        var named = Block(width: card.width)
        named.height = card.height
        named.place(card, x: 0, y: 0, attributes: " id=\"\(XML.text(id))\"")
        return named
    }
}
