import AuditLog
import PolicyEngine
import PolicyLanguage

/// Why a rule, ladder or entry of a status did not do anything.
extension Reasons {
    /// `asked` is a full name: `rules.threat`, `ladders.abuse`, `ladders.abuse.2`, `statuses.restricted.1`.
    func whyNot(_ asked: String, _ measures: (String) -> String?) -> Finding {
        let entry = Self.entry(of: asked)
        if let step = later(than: asked, entry) { return step }
        if let status = status(of: asked) { return standing(status, asked) }
        guard let look = look(at: entry) else { return notTriggered(entry, measures) }
        let checks = checks(of: entry, nil)
        let subject = words.reason(entry).capitalizedFirst
        func finding(_ code: Finding.Code, _ why: String, _ checks: [Check] = []) -> Finding {
            Finding(
                code: code, rule: entry, sentence: "\(subject) did not do anything: \(why).", checks: checks,
                cites: cites(entry))
        }
        switch look.result {
        case .wrongChannel:
            let channels = (rule(entry)?.channels ?? ladder(entry)?.channels ?? []).map { words.named($0.value) }
            let own = channel.map { $0.utf8.count > 40 ? "another channel" : words.named($0) } ?? "no known channel"
            return finding(.wrongChannel, "it is for \(Self.joined(channels)), and this contact is on \(own)")
        case .statusNotActive:
            let status = entry.split(separator: ".").dropFirst().first.map(String.init) ?? ""
            return finding(.statusNotActive, "the status \(words.named(status)) is not active")
        case .alreadyMoved:
            return finding(
                .alreadyMoved, "an earlier observation of the same utterance set it off, and that counts once")
        case .notHere: return finding(.notHere, "the \(words.contact) has ended, and its ladders do not move any more")
        case .suspended:
            return finding(
                .suspended, "the ladder stands still while its `suspended_while` holds", suspension(entry) + checks)
        case .guardFailed:
            let failing = checks.filter { $0.isWanted == false }
            let clauses = ConditionWords.clauses(failing, passed: false)
            let why = clauses.isEmpty ? failing.map { "`\($0.key ?? "")` \(Self.came($0))" } : clauses
            let instead = WouldHave.sentence(failing, self.checks).map { "; \($0)" } ?? ""
            return finding(.guardFailed, Self.joined(why) + instead, checks)
        case .fired:
            return finding(.firedInVain, "it was set off, and \(inVain(entry))", checks)
        }
    }

    /// What a rule begins and ends may be so already.
    private func inVain(_ entry: String) -> String {
        let rule = rule(entry)
        let begun = (rule?.begins ?? []).map(\.status.value).filter { name in
            let about = policy.statuses.first { $0.name.value == name }?.about ?? .contact
            return memory.since(name, about: about, in: outcome) != nil
        }
        if !begun.isEmpty { return Self.joined(begun.map(isActive)) + " already" }
        if let ended = rule?.ends.first?.value {
            return "the status \(words.named(ended)), which it ends, is not active"
        }
        return "nothing it asks for or begins has a place here"
    }

    /// A step that a ladder has not come to.
    private func later(than asked: String, _ entry: String) -> Finding? {
        guard asked != entry, let ladder = ladder(entry), let look = look(at: entry), look.result == .fired else {
            return nil
        }
        var position = memory.position(ladder.name.value, per: ladder.per, in: outcome)
        for case .ladder(let name, _, let to) in outcome.changes where "ladders.\(name)" == entry { position = to }
        // A step with `times` waits for several, and whoever wanted the act each time writes the step as often.
        let next = position < ladder.steps.count ? ladder.steps[position].times : 1
        let several =
            next > 1
            ? " Step \(position + 1) waits for \(next) of them (`times: \(next)`): for what is to be done each time, write the step "
                + "\(next) times." : ""
        return Finding(
            code: .notTriggered, rule: asked,
            sentence:
                "\(words.reason(asked).capitalizedFirst) was not reached: the ladder stands at step \(position), and climbs one "
                + "step for each repetition, none before what the last one asks for was done.\(several)",
            cites: cites(entry))
    }

    /// The status that a name means, where it waits for nothing of its own.
    private func status(of asked: String) -> StatusDeclaration? {
        let parts = asked.split(separator: ".").map(String.init)
        guard parts.first == "statuses", parts.count > 1, rule(asked)?.when.isEmpty ?? true else { return nil }
        return policy.statuses.first { $0.name.value == parts[1] }
    }

    private func standing(_ status: StatusDeclaration, _ asked: String) -> Finding {
        let name = status.name.value
        let isActive = memory.since(name, about: status.about, in: outcome) != nil
        let beginners = policy.rules.filter { $0.begins.contains { $0.status.value == name } }.map {
            words.reason("rules.\($0.name.value)")
        }
        let how = beginners.isEmpty ? "a decision begins it" : "it begins by \(Self.joined(beginners))"
        return Finding(
            code: isActive ? .alreadyOpen : .statusNotActive, rule: asked,
            sentence: isActive
                ? "Nothing changed: \(self.isActive(name)), and what it asks for stands already."
                : "The status \(words.named(name)) is not active; \(how).")
    }

    private static func came(_ check: Check) -> String {
        switch check.result {
        case .holds: "holds"
        case .fails: "does not hold"
        case .failed: "cannot be evaluated, and counts as false"
        }
    }

    private func ladder(_ entry: String) -> Ladder? {
        policy.ladders.first { "ladders.\($0.name.value)" == entry }
    }

    private func suspension(_ entry: String) -> [Check] {
        looks.compactMap { look in
            guard case .condition(let look) = look, look.site == entry, look.role == .suspendedWhile else { return nil }
            return checks.check(look)
        }.suffix(1)
    }

    private func notTriggered(_ entry: String, _ measures: (String) -> String?) -> Finding {
        let triggers = rule(entry)?.when ?? ladder(entry)?.when ?? []
        let happened = event.map { _ in cause.words(.event) } ?? "something fell due"
        var stand: [String] = []
        for case .measure(let name, _) in triggers.map(\.kind) {
            if let value = measures(name.value) { stand.append("\(words.named(name.value)) is \(value) now") }
        }
        let now = stand.isEmpty ? "" : " (\(Self.joined(stand)))"
        return Finding(
            code: .notTriggered, rule: entry,
            sentence:
                "\(words.reason(entry).capitalizedFirst) was not set off: it waits for \(cause.awaited(triggers))\(now), and "
                + "what happened is that \(happened).", cites: cites(entry))
    }
}
