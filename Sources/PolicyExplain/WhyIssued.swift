import AuditLog
import PolicyEngine
import PolicyLanguage

/// Why norms began, why a ladder counted without climbing, and what was open already.
extension Reasons {
    func issued(_ norm: Outcome.Issued) -> Finding {
        let checks = norm.rule.hasSuffix(".if_missed") ? [] : checks(of: norm.rule, norm.action)
        let heads = because(norm)
        // That a fact is recorded needs no saying where its recording set this off.
        let clauses = ConditionWords.clauses(checks, passed: true).filter { clause in
            !heads.contains("the fact \(clause.replacing("is recorded", with: "was recorded"))")
        }
        let because = Self.joined(heads + clauses.prefix(3))
        let verb =
            switch norm.modality {
            case .must: "must"
            case .should: "should"
            case .may: "may"
            case .mustNot: "must not"
            }
        let due = norm.due.map { " by \(moment($0)) (within \(PlainWords.length($0 - outcome.time)))" } ?? ""
        let until = norm.until.map { " until \(moment($0))" } ?? ""
        let what =
            "\(words.roles(norm.by).capitalizedFirst) \(verb) \(words.doing(norm.action, norm.arguments))\(due)\(until)"
        return Finding(
            code: .issued, rule: norm.rule, norm: norm.norm,
            sentence: because.isEmpty ? "\(what)." : "\(what), because \(because).", script: norm.script?.text,
            checks: checks, cites: cites(norm.rule))
    }

    private func because(_ norm: Outcome.Issued) -> [String] {
        if norm.rule.hasSuffix(".if_missed") { return missed(before: norm) }
        let entry = Self.entry(of: norm.rule)
        let parts = norm.rule.split(separator: ".").map(String.init)
        if parts[0] == "ladders", parts.count == 3, let step = Int(parts[2]) { return climbed(parts[1], step, entry) }
        if let look = look(at: entry), look.result == .fired { return [cause.words(look.cause)] }
        if parts[0] == "statuses" { return [isActive(parts[1])] }
        if let life = memory.latest(of: norm.rule, in: nil), let end = life.end,
            end.state == .fulfilled || end.state == .late
        {
            return ["it was done at \(moment(end.time)), and has to be confirmed again"]
        }
        return []
    }

    /// What was missed or declined, so that this is asked now.
    private func missed(before norm: Outcome.Issued) -> [String] {
        let rule = String(norm.rule.dropLast(".if_missed".count))
        for closed in outcome.closed where closed.state == .missed || closed.state == .declined {
            guard let life = memory.lives[closed.norm], life.norm.rule == rule else { continue }
            let who = words.roles(life.norm.by)
            let doing = words.doing(life.norm.action, life.norm.arguments)
            if closed.state == .declined { return ["\(who) declined to \(doing)"] }
            return ["\(who) had to \(doing)\(life.norm.due.map { " by \(moment($0))" } ?? "") and nobody did"]
        }
        return ["what was asked before was not done"]
    }

    private func climbed(_ name: String, _ step: Int, _ entry: String) -> [String] {
        guard let ladder = policy.ladders.first(where: { $0.name.value == name }) else { return [] }
        guard let look = look(at: entry), look.result == .fired else {
            return ["the ladder \(words.named(name)) stands at step \(step) or past it"]
        }
        let times = memory.times(name, per: ladder.per, in: outcome) + 1
        var clauses = [
            "\(cause.words(look.cause)), the \(Self.ordinal(times)) time that the ladder \(words.named(name)) counts"
        ]
        if step > 1, ladder.climbs == .whenDone,
            let life = memory.latest(of: "\(entry).\(step - 1)", in: ladder.per == .contact ? outcome.contact : nil),
            let end = life.end, end.state == .fulfilled || end.state == .late
        {
            clauses.append(
                "step \(step - 1) (to \(words.doing(life.norm.action, life.norm.arguments))) was done at \(moment(end.time))"
            )
        }
        return clauses
    }

    func isActive(_ status: String) -> String {
        let about = policy.statuses.first { $0.name.value == status }?.about ?? .contact
        let since = memory.since(status, about: about, in: outcome).map { " since \(moment($0))" } ?? ""
        return "the status \(words.named(status)) is active\(since)"
    }

    // MARK: What did not begin anew

    /// Ladders that counted and stayed where they were.
    func repeated() -> [Finding] {
        outcome.trace.looks.compactMap { look in
            guard case .entry(let look) = look, look.result == .fired, look.entry.hasPrefix("ladders.") else {
                return nil
            }
            let name = String(look.entry.dropFirst("ladders.".count))
            let hasClimbed = outcome.changes.contains {
                if case .ladder(name, _, _) = $0 { true } else { false }
            }
            guard !hasClimbed, let ladder = policy.ladders.first(where: { $0.name.value == name }) else { return nil }
            let open = memory.latest { life in
                Self.entry(of: life.norm.rule) == look.entry && life.norm.modality.isDuty && life.end == nil
                    && (ladder.per != .contact || life.contact == outcome.contact)
            }
            let why =
                open.map { life in
                    "to \(words.doing(life.norm.action, life.norm.arguments)) was asked at \(moment(life.at)) and is still open, "
                        + "and nobody climbs past what was not done"
                } ?? "it has not counted often enough for the next step, or stands on its last"
            return Finding(
                code: .repeated, rule: look.entry, norm: open?.norm.norm,
                sentence: "The ladder \(words.named(name)) counts this and stays where it is: \(why).",
                checks: checks(of: look.entry, nil), cites: cites(look.entry))
        }
    }

    /// Acts that can have no norm any more.
    func unissued() -> [Finding] {
        outcome.trace.looks.compactMap { look in
            guard case .unissued(let rule, let action, .contactEnded) = look else { return nil }
            return Finding(
                code: .firedInVain, rule: rule,
                sentence:
                    "\(words.reason(rule).capitalizedFirst) asks to \(words.doing(action)), and nothing comes of it: "
                    + "the \(words.contact) has ended.", checks: checks(of: rule, action), cites: cites(rule))
        }
    }

    /// Acts whose norm is open already.
    func joined() -> [Finding] {
        outcome.trace.looks.compactMap { look in
            guard case .joined(let rule, let action, let norm) = look, !rule.hasPrefix("ladders.") else { return nil }
            let due = memory.lives[norm]?.norm.due.map { " It keeps its time: \(moment($0))." } ?? ""
            let asked = memory.lives[norm].map { " since \(moment($0.at))" } ?? ""
            return Finding(
                code: .alreadyOpen, rule: rule, norm: norm,
                sentence:
                    "\(words.reason(rule).capitalizedFirst) asks once more to \(words.doing(action)), which stands"
                    + " already\(asked).\(due)", checks: checks(of: rule, action), cites: cites(rule))
        }
    }
}
