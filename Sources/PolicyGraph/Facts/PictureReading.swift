import PolicyLanguage
import SourceText

extension Picture {
    /// The facts of a policy. Linear in it, but for names looked up among few.
    public init(_ checked: CheckedPolicy) {
        let reading = PictureReading(policy: checked.policy)
        self = reading.picture(checked.reference)
    }
}

/// Reads the facts out of a policy.
struct PictureReading {
    let policy: Policy

    func picture(_ reference: String) -> Picture {
        let ladders = policy.ladders.map(ladder)
        let statuses = policy.statuses.map(status)
        let groups = self.groups
        let used = Set(
            ladders.flatMap { $0.steps.flatMap(\.acts) }.flatMap(Self.roles)
                + (groups.flatMap(\.rules) + statuses.flatMap(\.rules)).flatMap(\.acts).flatMap(Self.roles))
        let known = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
        return Picture(
            title: FactText.plain(policy.title?.value ?? policy.id.value), reference: reference, notes: notes,
            roles: known.filter(used.contains), ladders: ladders, statuses: statuses, groups: groups)
    }

    private static func roles(_ act: Picture.ActFacts) -> [String] { act.by + act.missed.flatMap(roles) }

    private var notes: [String] {
        var notes: [String] = []
        if let company = policy.company { notes.append(FactText.plain(company.value)) }
        if let from = policy.effective?.from { notes.append("from \(from.value)") }
        if let until = policy.effective?.until { notes.append("until \(until.value)") }
        if !policy.languages.isEmpty { notes.append("languages: \(FactText.names(policy.languages))") }
        return notes
    }

    // MARK: Ladders and statuses

    private func ladder(_ ladder: Ladder) -> Picture.LadderFacts {
        let id = "ladders.\(ladder.name.value)"
        var facts = FactText.guards(ladder.guard)
        if !ladder.channels.isEmpty { facts.append("on \(FactText.names(ladder.channels))") }
        if ladder.per != .contact { facts.append("for each \(ladder.per.rawValue)") }
        if let suspended = ladder.suspendedWhile { facts.append("stands still while \(FactText.condition(suspended))") }
        if ladder.climbs == .always { facts.append("climbs even where the last act was not done") }
        if let cools = ladder.coolsAfter { facts.append("one step down after \(FactText.term(cools.value)) of quiet") }
        if let window = ladder.inLast { facts.append("each climb is forgotten after \(FactText.term(window.value))") }
        facts += beaten(ladder.overrides)
        let steps = ladder.steps.enumerated().map { index, step in
            Picture.StepFacts(
                id: "\(id).\(index + 1)", number: index + 1, times: step.times,
                acts: acts(step.norms, "\(id).\(index + 1)"))
        }
        return Picture.LadderFacts(
            id: id, name: ladder.name.value, triggers: ladder.when.map(trigger), facts: facts, steps: steps)
    }

    private func status(_ status: StatusDeclaration) -> Picture.StatusFacts {
        var facts = ["about the \(status.about.rawValue)"]
        if let until = status.until { facts.append("lasts \(FactText.until(until.value))") }
        if !status.options.isEmpty { facts.append("options: \(FactText.names(status.options.map(\.name)))") }
        facts += beaten(status.overrides)
        let everyRule = policy.rules + policy.statuses.flatMap(\.whileActive)
        return Picture.StatusFacts(
            id: "statuses.\(status.name.value)", name: status.name.value, facts: facts,
            begunBy: everyRule.filter { $0.begins.contains { $0.status.value == status.name.value } }.map(\.name.value),
            endedBy: everyRule.filter { $0.ends.contains { $0.value == status.name.value } }.map(\.name.value),
            rules: status.whileActive.map { rule($0, "statuses.\($0.name.value)") })
    }

    private func beaten(_ names: [Located<String>]) -> [String] {
        names.isEmpty ? [] : ["goes before \(FactText.names(names))"]
    }

    // MARK: Rules

    /// Conduct first, then events in the order of the policy, then what the policy itself brings about.
    private var groups: [Picture.RuleGroup] {
        var headings: [String] = []
        var rules: [String: [Picture.RuleFacts]] = [:]
        for rule in policy.rules {
            let heading = rule.when.first.map(Self.heading) ?? "All the while"
            if rules[heading] == nil { headings.append(heading) }
            rules[heading, default: []].append(self.rule(rule, "rules.\(rule.name.value)"))
        }
        let rank = ["When conduct is observed": 0, "When a count or clock is reached": 2]
        let ordered = headings.enumerated().sorted {
            (rank[$0.element] ?? 1, $0.offset) < (rank[$1.element] ?? 1, $1.offset)
        }
        return ordered.map { Picture.RuleGroup(heading: $0.element, rules: rules[$0.element] ?? []) }
    }

    private static func heading(_ trigger: Trigger) -> String {
        switch trigger.kind {
        case .conduct: "When conduct is observed"
        case .event(let type): heading(BuiltInEvent(rawValue: type.value))
        case .measure: "When a count or clock is reached"
        case .status: "When a status begins or ends"
        case .ladder: "When a ladder climbs"
        case .duty: "When a duty closes"
        }
    }

    private static func heading(_ event: BuiltInEvent?) -> String {
        switch event {
        case .conductObserved?: "When conduct is observed"
        case .contactStarted?, .contactEnded?, .contactTransferred?, .supervisorJoined?:
            "When a contact starts or ends"
        case .supervisorRequested?, .utterance?: "When somebody speaks or asks"
        case .actionDone?, .actionDeclined?: "When something was done"
        case .factRecorded?, .retracted?: "When a fact is recorded"
        case .statusProposed?, .statusDecided?, .statusNotified?, .statusAppealed?, .statusVaried?, .statusReviewed?,
            .statusEnded?:
            "When a status is decided on"
        case .timePassed?: "When time passes"
        case nil: "When other events come"
        }
    }

    private func rule(_ rule: Rule, _ id: String) -> Picture.RuleFacts {
        var facts = FactText.guards(rule.guard)
        if !rule.channels.isEmpty { facts.append("on \(FactText.names(rule.channels))") }
        facts += beaten(rule.overrides)
        return Picture.RuleFacts(
            id: id, name: rule.name.value, triggers: rule.when.map(trigger), facts: facts, acts: acts(rule.norms, id),
            begins: rule.begins.map {
                Picture.BeginFacts(status: $0.status.value, until: $0.until.map { FactText.until($0.value) })
            }, ends: rule.ends.map(\.value))
    }

    private func trigger(_ trigger: Trigger) -> Picture.TriggerFacts {
        switch trigger.kind {
        case .event(let type): .init(text: type.value, cause: .event(type.value))
        case .conduct(let name): .init(text: "conduct.\(name.value)", cause: .conduct(name.value))
        case .measure(let name, let value):
            measureTrigger(policy.measures.first { $0.name.value == name.value }, name.value, value.value)
        case .status(let name, _): .init(text: FactText.trigger(trigger), cause: .status(name.value))
        case .ladder(let name, let step):
            .init(text: FactText.trigger(trigger), cause: .ladder(name.value, step.value))
        case .duty(let action, _): .init(text: FactText.trigger(trigger), cause: .duty(action.value))
        }
    }

    private func measureTrigger(_ measure: Measure?, _ name: String, _ value: Int64) -> Picture.TriggerFacts {
        let reached = measure?.kind == .elapsed ? FactText.duration(value) : String(value)
        return .init(
            text: "\(name) reaches \(reached)", detail: measure.map(FactText.measure), cause: .measure(name))
    }

    // MARK: Acts

    private func acts(_ norms: Norms, _ id: String) -> [Picture.ActFacts] {
        var acts: [Picture.ActFacts] = []
        for modality in Modality.allCases {
            for (index, act) in norms[modality].enumerated() {
                acts.append(self.act(act, modality, "\(id).\(modality.rawValue).\(index + 1)"))
            }
        }
        return acts
    }

    private func act(_ act: Act, _ modality: Modality, _ id: String) -> Picture.ActFacts {
        Picture.ActFacts(
            id: id, modality: modality, action: act.action.value, by: by(act), details: details(act),
            missed: act.ifMissed.enumerated().map { self.act($1, .must, "\(id).missed.\($0 + 1)") })
    }

    private func by(_ act: Act) -> [String] {
        if !act.by.isEmpty { return act.by.map(\.value) }
        let declared = policy.actions.first { $0.name.value == act.action.value }
        return declared?.by?.map(\.value) ?? BuiltInAction.named(act.action.value)?.by ?? []
    }

    private func details(_ act: Act) -> [String] {
        var details: [String] = []
        if let to = act.to { details.append("to \(FactText.plain(to.value))") }
        if let within = act.within { details.append("within \(FactText.term(within.value))") }
        if let mode = act.mode { details.append("mode \(mode.value.rawValue)") }
        if let minutes = act.minutes { details.append("\(minutes.value) minutes") }
        if let status = act.status { details.append("on \(status.value)") }
        if let option = act.option { details.append("option \(option.value)") }
        if let form = act.form { details.append("by \(FactText.plain(form.value))") }
        if let after = act.after { details.append("after \(after.value)") }
        if let until = act.until { details.append(FactText.until(until.value)) }
        if let during = act.during { details.append("while the \(during.value.rawValue) lasts") }
        if !act.scripts.isEmpty { details.append("says \(FactText.names(act.scripts))") }
        if !act.mustSay.isEmpty { details.append("naming \(FactText.names(act.mustSay))") }
        if !act.fields.isEmpty { details.append("with \(FactText.names(act.fields))") }
        if let confirm = act.confirm {
            let end = confirm.until.map { ", until \(FactText.trigger($0))" } ?? ""
            details.append("again every \(FactText.term(confirm.every.value))\(end)")
        }
        if !act.excusedBy.isEmpty { details.append("excused by \(FactText.names(act.excusedBy))") }
        return details + FactText.guards(act.guard)
    }
}
