import SourceText

/// Statuses that turn a customer away: whether there is a way in for an emergency, and a way out.
struct Refusals {
    private let view: PolicyView
    /// What is read and not evaluated, by its owner.
    private let unevaluated: [String: [NotBuilt]]
    private let exception: String

    private init(_ view: PolicyView) {
        self.view = view
        unevaluated = Dictionary(grouping: view.policy.notBuilt, by: \.owner)
        let emergency = view.policy.facts.map(\.name.value).first { $0.contains("emergency") }
        exception = "unless: 'contact.new_matter\(emergency.map { " || fact(\"\($0)\")" } ?? "")'"
    }

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = Refusals(view)
        var bare: Set<String> = []
        var found: [Diagnostic] = []
        for (source, placed) in view.acts {
            guard let status = check.status(of: source), status.about == .customer, check.turnsAway(placed, source)
            else {
                continue
            }
            if !check.letsIn(source.guard), !check.letsIn(placed.act.guard) {
                found.append(
                    .warning(
                        "no-way-in", placed.act.action.span,
                        "\(quoted(status.name.value)) turns the customer away, and lets no emergency through",
                        "add \(quoted(check.exception)) to the rule"))
            }
            if bare.insert(status.name.value).inserted, let finding = check.bare(status) { found.append(finding) }
        }
        return found
    }

    /// The status behind a norm: its own, or the one that a rule asks for at the beginning of a contact.
    private func status(of source: NormSource) -> StatusDeclaration? {
        if let status = source.status { return status }
        guard source.when.contains(where: { $0.isEvent(.contactStarted) }) else { return nil }
        let asked = Set(view.requirements(source.guard).filter(\.holds).map(\.text))
        return view.policy.statuses.first { asked.contains("status(\"\($0.name.value)\")") }
    }

    private static let channels: Set = ["email", "mail", "post", "letter", "writing", "portal", "web", "chat", "phone"]
    private static let doors: Set<String> = ["answer", "route_to", "call_back", "transfer"]

    private func turnsAway(_ placed: PlacedAct, _ source: NormSource) -> Bool {
        if placed.isConsequence { return false }
        let action = placed.act.action.value
        switch placed.modality {
        case .mustNot: return Refusals.doors.contains(action)
        case .must, .should, .may:
            if action == "end_contact" { return true }
            // To send everybody on to one person is no refusal; to send them to another channel is.
            let isByChannel =
                !source.channels.isEmpty || view.reads(source.guard).contains("contact.channel")
                || view.reads(placed.act.guard).contains("contact.channel")
                || placed.act.to.map { Refusals.channels.contains($0.value) } ?? false
            return action == "redirect" && placed.modality != .may && isByChannel
        }
    }

    /// Whether a guard speaks of a new matter, or of something that somebody recorded.
    private func letsIn(_ guard: Guard) -> Bool {
        let opens = ["contact.new_matter", "contact.tags"]
        return view.reads(`guard`).contains {
            opens.contains($0) || $0.hasPrefix("fact(") || $0.hasPrefix("contact.conduct(")
        }
            || view.reads(`guard`.exception).contains { $0.hasPrefix("status(") }
    }

    /// What a restriction owes the person it is about.
    private func bare(_ status: StatusDeclaration) -> Diagnostic? {
        let parts = (unevaluated["statuses.\(status.name.value)"] ?? []).map(\.what)
        func has(_ key: String) -> Bool { parts.contains { $0.contains("`\(key)`") } }
        let ways = WaysOut(status, in: view)
        var missing: [String] = []
        var keys: [String] = []
        var rules: [String] = []
        if !status.fields.contains(where: { $0.value == "reason" }) {
            missing.append("a reason")
            keys.append("`fields: {reason: text}`")
        }
        if status.until == nil, !has("lasts") {
            missing.append("an end")
            keys.append("`until: 180d`")
        }
        if !has("review"), !ways.hasReview {
            missing.append("a review")
            rules.append(ways.review)
        }
        if !has("appeal"), !ways.hasAppeal {
            missing.append("an appeal")
            rules.append(ways.appeal)
        }
        if missing.isEmpty { return nil }
        let add = keys.isEmpty ? [] : ["add " + keys.joined(separator: ", ")]
        let some = missing.dropLast().joined(separator: ", ")
        let said = (some.isEmpty ? "" : some + " or ") + missing[missing.count - 1]
        return .warning(
            "bare-restriction", status.name.span,
            "\(quoted(status.name.value)) turns the customer away without \(said)",
            (add + rules).joined(separator: "; ")
                + "; if your source has none, write `# holdline: allow bare-restriction because …` on the line above")
    }
}
