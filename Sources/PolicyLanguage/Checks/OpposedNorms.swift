import SourceText

/// What must be done and must not: `must` against `must_not`, and advice that is always ruled out.
struct OpposedNorms {
    /// How many pairs of norms are looked at, for a check's time must not be the square of a policy; nobody writes as
    /// many by hand.
    private static let most = 200_000

    /// An act with what has to hold for it to come about and to stand.
    private struct Place {
        let source: NormSource
        let placed: PlacedAct
        let roles: [String]
        let home: Home
        let requirements: [Requirement]

        var isOnceAContact: Bool { home == .contact && !placed.isConsequence }
    }

    private let view: PolicyView

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = OpposedNorms(view: view)
        let banned = Set(view.acts.filter { $0.placed.modality == .mustNot }.map(\.placed.act.action.value))
        let places = view.acts.filter { banned.contains($0.placed.act.action.value) }.map(check.place)
        var bans: [String: [Place]] = [:]
        for place in places where place.placed.modality == .mustNot {
            bans[place.placed.act.action.value, default: []].append(place)
        }
        var room = most
        var found: [Diagnostic] = []
        for place in places where place.placed.modality.isDuty {
            for ban in bans[place.placed.act.action.value] ?? [] {
                room -= 1
                if room < 0 { return found }
                guard check.opposes(ban, place) else { continue }
                if place.placed.modality == .must {
                    found.append(opposed(place, ban))
                    break
                }
                if check.beats(ban, place) {
                    found.append(beaten(place, ban))
                    break
                }
            }
        }
        return found
    }

    private func place(_ source: NormSource, _ placed: PlacedAct) -> Place {
        Place(
            source: source, placed: placed, roles: view.roles(of: placed.act),
            home: view.home(of: placed, in: source), requirements: requirements(source, placed))
    }

    /// Whether a prohibition and a duty or advice to do the same can stand at the same time.
    private func opposes(_ ban: Place, _ owed: Place) -> Bool {
        let (p, x) = (ban.placed.act, owed.placed.act)
        if differ(p.to, x.to) || differ(p.status, x.status) { return false }
        guard owed.roles.allSatisfy(ban.roles.contains) else { return false }
        if (ban.home == .agent) != (owed.home == .agent) { return false }
        if owed.source.overrides.contains(ban.source.name) || ban.source.overrides.contains(owed.source.name) {
            return false
        }
        let channels = (ban.source.channels.map(\.value), owed.source.channels.map(\.value))
        if !channels.0.isEmpty, !channels.1.isEmpty, Set(channels.0).isDisjoint(with: channels.1) { return false }
        // A step before the last one's act was done is not reached.
        if let ladder = ban.source.ladder, ladder.climbs == .whenDone, ban.source.name == owed.source.name,
            let banned = ban.placed.step, let step = owed.placed.step, step < banned
        {
            return false
        }
        // Of two events each can bring one; of one event what is said holds for both.
        let isSameEvent = ban.isOnceAContact && owed.isOnceAContact && isOnceAContact(ban.source, owed.source)
        return !ban.requirements.contains { one in
            (isSameEvent || !one.isOfEvent) && owed.requirements.contains { one.excludes($0) }
        }
    }

    private func differ(_ one: Located<String>?, _ other: Located<String>?) -> Bool {
        guard let one, let other else { return false }
        return one.value != other.value
    }

    /// Whether both are set off by the one beginning or the one end of a contact.
    private func isOnceAContact(_ one: NormSource, _ other: NormSource) -> Bool {
        [BuiltInEvent.contactStarted, .contactEnded].contains { type in
            (one.when + other.when).allSatisfy { $0.isEvent(type) } && !one.when.isEmpty && !other.when.isEmpty
        }
    }

    /// What has to hold for a norm to come about and to stand. What is only looked at when a rule fires is taken to
    /// last: an author who wrote it has thought of the other norm.
    private func requirements(_ source: NormSource, _ placed: PlacedAct) -> [Requirement] {
        var all = view.requirements(placed.act.guard) + view.requirements(source.guard)
        if let status = source.status {
            all.append(Requirement("status(\"\(status.name.value)\")", holds: true))
        }
        return all + view.requirements(source.ladder?.suspendedWhile, holds: false)
    }

    /// Whether advice never stands: whatever gives it brings the prohibition with it.
    private func beats(_ ban: Place, _ advice: Place) -> Bool {
        guard ban.placed.act.guard.isEmpty else { return false }
        if ban.source.id == advice.source.id { return ban.placed.step == advice.placed.step }
        guard ban.source.guard.isEmpty, ban.source.channels.isEmpty else { return false }
        if let status = ban.source.status, ban.placed.isStanding {
            return advice.source.status?.name.value == status.name.value
        }
        let keys = Set(ban.source.when.map(\.key))
        return ban.source.ladder == nil && ban.source.status == nil && !advice.source.when.isEmpty
            && advice.source.when.allSatisfy { keys.contains($0.key) }
    }

    // MARK: Findings

    private static func opposed(_ owed: Place, _ ban: Place) -> Diagnostic {
        let action = quoted(owed.placed.act.action.value)
        let place = [Diagnostic.Related(span: ban.placed.act.action.span, message: "it is ruled out here")]
        if owed.source.name == ban.source.name {
            return .error(
                "opposed-norms", owed.placed.act.action.span,
                "\(quoted(owed.source.name)) both demands \(action) and rules it out",
                "the `must_not` stands until \(end(of: ban)): keep one of the two, or give them `if` and `unless` that "
                    + "exclude each other", related: place)
        }
        let status = ban.source.status.map { "`unless: 'status(\"\($0.name.value)\")'`" } ?? "an `unless`"
        return .error(
            "opposed-norms", owed.placed.act.action.span,
            "\(quoted(owed.source.id)) demands \(action), and \(quoted(ban.source.id)) rules it out",
            "the `must_not` stands until \(end(of: ban)): add `overrides: [\(ban.source.name)]` to \(quoted(owed.source.name)), "
                + "`overrides: [\(owed.source.name)]` to \(quoted(ban.source.name)), or \(status) to \(action) in \(quoted(owed.source.name))",
            related: place)
    }

    /// When a prohibition is over, for authors who took it for a matter of the moment.
    private static func end(of ban: Place) -> String {
        if ban.placed.act.until != nil { return "its `until` comes" }
        if ban.placed.isStanding { return ban.source.ladder == nil ? "the status ends" : "the ladder comes down" }
        return ban.home == .contact ? "the contact ends" : "an `until:` that you give it"
    }

    private static func beaten(_ advice: Place, _ ban: Place) -> Diagnostic {
        let action = quoted(advice.placed.act.action.value)
        return .warning(
            "beaten-advice", advice.placed.act.action.span,
            "the advice \(action) never stands: \(quoted(ban.source.id)) rules it out whenever it is given",
            advice.source.name == ban.source.name
                ? "take one of the two out"
                : "take one of the two out, or add `overrides: [\(ban.source.name)]` to \(quoted(advice.source.name))",
            related: [Diagnostic.Related(span: ban.placed.act.action.span, message: "it is ruled out here")])
    }
}
