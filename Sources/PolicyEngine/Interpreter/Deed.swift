import CEL
import PolicyLanguage

/// Something that somebody did and that the policy may speak of.
struct Deed {
    /// Index of the action; -1 for one the policy does not know.
    var action: Int
    var name: String
    /// The doer's role; nil where any role counts as the right one.
    var role: String?
    var norm: String?
    var to: String?
    var mode: InvolvementMode?
    var status: String?
    /// A decision that imposes its status; one that lifts or refuses it needs no grounds.
    var imposes = true
    var said: [String] = []
    var fields: [String] = []
    /// `contact.ended`, which is one deed with the `action.done` for it.
    var isEnd = false
    /// The event's own time, by which a late one is judged.
    var time: Int64

    var isEnding: Bool { name == "end_contact" }
    var isTransfer: Bool { name == "transfer" }
}

extension Step {
    /// The deed that the event is, if any.
    func deed() -> Deed? {
        guard let event, case .builtIn(let kind) = event.type else { return nil }
        switch kind {
        case .actionDone: return make(event, event.text("action") ?? "", role: event.text("by") ?? "agent")
        case .supervisorJoined: return make(event, "involve_supervisor", role: nil)
        case .contactTransferred: return make(event, "transfer", role: event.text("by") ?? "agent")
        case .statusDecided: return make(event, "decide", role: event.text("by") ?? "manager")
        case .statusNotified: return make(event, "notice", role: event.text("by") ?? "manager")
        case .contactEnded:
            guard let by = event.text("by"), by != "customer" else { return nil }
            switch event.text("reason") {
            case "completed", "dropped": return nil
            case "transferred": return make(event, "transfer", role: by, isEnd: true)
            default: return make(event, "end_contact", role: by, isEnd: true)
            }
        default: return nil
        }
    }

    private func make(_ event: EventAtHand, _ action: String, role: String?, isEnd: Bool = false) -> Deed {
        var deed = Deed(action: program.actionIndex[action] ?? -1, name: action, role: role, time: event.time)
        deed.norm = event.text("norm")
        deed.to = event.text("to")
        deed.status = event.text("status")
        deed.mode = event.text("mode").flatMap { InvolvementMode(rawValue: $0) }
        deed.said = event.texts("said")
        deed.isEnd = isEnd
        deed.imposes = event.text("decision").map { $0 == "imposed" } ?? true
        if case .map(let fields)? = event["fields"] {
            deed.fields = fields.entries.compactMap { $0.key.string }
            if deed.to == nil { deed.to = fields.text("to") }
            if deed.status == nil { deed.status = fields.text("status") }
            if deed.mode == nil { deed.mode = fields.text("mode").flatMap { InvolvementMode(rawValue: $0) } }
        }
        return deed
    }
}

extension CELMap {
    /// A text under a text key.
    fileprivate func text(_ key: String) -> String? {
        for entry in entries where entry.key.string == key { return entry.value.string }
        return nil
    }
}

extension BuiltInEvent {
    /// Events of the type may be deeds, or refusals to do one.
    var isJudged: Bool {
        switch self {
        case .actionDone, .actionDeclined, .supervisorJoined, .contactTransferred, .statusDecided, .statusNotified,
            .contactEnded:
            true
        default: false
        }
    }
}

/// How a deed and a norm go together.
extension Step {
    /// `to`, `status` and `mode` agree as far as both speak of them.
    func argumentsFit(_ deed: Deed, _ effect: Effect) -> Bool {
        if let a = deed.to, let b = effect.to, a != b { return false }
        if let a = deed.status, let b = effect.status, a != b { return false }
        if let a = deed.mode, let b = effect.mode, a < b { return false }
        return true
    }

    func roleFits(_ deed: Deed, _ effect: Effect) -> Bool {
        guard let role = deed.role else { return true }
        return effect.roles.contains(program.roleIndex[role] ?? -1)
    }

    /// Open norms of an action that a deed in this context can see, in order of creation.
    func visible(_ action: Int) -> [Norm] {
        lane.norms.filter {
            program.effects[Int($0.effect)].action == action && ($0.scope == Scope.lane || $0.scope == context)
        }
    }

    /// Something that the deed had to say or to record is missing.
    func isIncomplete(_ deed: Deed, _ effect: Effect) -> Bool {
        lacks(deed, mustSay: effect.mustSay, fields: effect.fields) || lackingStatus(deed) != nil
    }

    /// The status that a decision imposes without carrying what the status asks for.
    func lackingStatus(_ deed: Deed) -> String? {
        guard deed.name == "decide", deed.imposes, let name = deed.status,
            let status = program.statuses.first(where: { $0.name == name }),
            lacks(deed, mustSay: [], fields: status.fields)
        else { return nil }
        return name
    }

    func lacks(_ deed: Deed, mustSay: [String], fields: [String]) -> Bool {
        mustSay.contains { !deed.said.contains($0) } || fields.contains { !deed.fields.contains($0) }
    }

    /// The action that the act waits for was not done: since the norm was issued, where that was asked for along with it, else
    /// ever in the norm's home.
    func isTooEarly(_ norm: Norm, _ effect: Effect) -> Bool {
        guard effect.after >= 0 else { return false }
        if effect.isAfterItsOwn { return !norm.isPreceded }
        if let index = lane.position(ofHandle: norm.scope) {
            return !lane.contacts[index].vars.done.contains(effect.after)
        }
        return !lane.vars.done.contains(effect.after)
    }

    /// A prohibition stronger than the norm covers the deed.
    func isMasked(_ norm: Norm, _ effect: Effect, for deed: Deed, among visible: [Norm]) -> Bool {
        visible.contains { other in
            let prohibition = program.effects[Int(other.effect)]
            return prohibition.modality == .mustNot && !program.overrides[effect.source].contains(prohibition.source)
                && covers(prohibition, deed) && ownGuardHolds(other)
        }
    }

    /// Whether a prohibition speaks of this deed. One that any role may do to its credit (`supervisor.joined`) is, where it is ruled
    /// out, the supervisor's.
    func covers(_ prohibition: Effect, _ deed: Deed) -> Bool {
        if let a = deed.to, let b = prohibition.to, a != b { return false }
        if let a = deed.status, let b = prohibition.status, a != b { return false }
        if let a = deed.mode, let b = prohibition.mode, a < b { return false }
        return prohibition.roles.contains(program.roleIndex[deed.role ?? "supervisor"] ?? -1)
    }
}
