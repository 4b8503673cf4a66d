import PolicyLanguage

/// Norms as they begin.
extension Step {
    /// Issues the norm of an effect at its home, unless it is open there.
    func issue(_ index: Int, in handle: Int32, dueAfter: Int64? = nil, confirms: Bool = false) {
        let effect = program.effects[index]
        let told = messages.count
        guard let scope = scope(for: effect.home, in: handle, sending: .issue(effect: index, classes: classes)) else {
            if program.isTracing { traceUnissued(effect, messages.count > told ? .agentTold : .contactEnded) }
            return
        }
        issue(index, at: scope, in: handle, dueAfter: dueAfter, confirms: confirms)
    }

    /// The home in this lane; nil if the contact has ended, or the agent's lane was told instead.
    private func scope(for home: Home, in handle: Int32, sending content: Message.Content) -> Int32? {
        let contact = lane.position(ofHandle: handle)
        switch home {
        case .customer: return Scope.lane
        case .agent:
            if lane.kind == .agent { return Scope.lane }
            if let agent = event?.agent ?? contact.flatMap({ lane.contacts[$0].agent }) {
                send(content, to: agent, in: handle)
                return nil
            }
            fallthrough
        case .contact:
            guard let contact else { return Scope.lane }
            return lane.contacts[contact].ended == nil ? handle : nil
        }
    }

    func send(_ content: Message.Content, to agent: String, in handle: Int32) {
        lane.sent += 1
        let contact = lane.position(ofHandle: handle).map { lane.contacts[$0] }
        messages.append(
            Message(
                time: now, sender: lane.name, sequence: lane.sent, agent: agent, cause: outcome.event,
                contact: contact?.id, customer: lane.kind == .customer ? lane.name : nil, language: contact?.language,
                content: content))
    }

    func issue(
        _ index: Int, at scope: Int32, in handle: Int32, dueAfter: Int64? = nil, confirms: Bool = false
    ) {
        if let open = lane.norms.first(where: { $0.effect == Int32(index) && $0.scope == scope && !$0.isMissed }) {
            noteLast(open, .open)
            if program.isTracing {
                let effect = program.effects[index]
                trace(.joined(rule: effect.rule, action: program.actions[effect.action].name, norm: open.id))
            }
            return
        }
        let effect = program.effects[index]
        if lane.norms.count >= LaneLimits.normsPerLane {
            fault(at: effect.rule, code: "norm-limit", "too many open norms; this one is left out")
            return
        }
        let owner = nextNumber(at: scope)
        var norm = Norm(
            effect: Int32(index), scope: scope, context: handle, creation: lane.nextCreation(), owner: owner.name,
            number: owner.number, issued: now)
        norm.isConfirmation = confirms
        norm.classes = classes
        norm.support = [outcome.event]
        if effect.modality.isDuty, let within = dueAfter ?? effect.within { norm.due = adding(within) }
        if let elapsed = effect.untilElapsed { norm.until = adding(elapsed) }
        // A guard of the act that fails leaves its fault now; it is asked too often to tell each time.
        if !effect.own.isEmpty { _ = ownGuardTells(norm, effect) }
        lane.norms.append(norm)
        arm(norm)
        noteLast(norm, .open)
        outcome.issued.append(announcement(of: norm, effect))
    }

    private func adding(_ milliseconds: Int64) -> Int64 {
        let (sum, overflow) = now.addingReportingOverflow(milliseconds)
        return overflow ? .max : sum
    }

    private func arm(_ norm: Norm) {
        if let due = norm.due {
            lane.timers.insert(
                DueItem(
                    time: due, kind: .deadline, creation: norm.creation, subject: norm.creation, scope: norm.context,
                    generation: 0))
        }
        if let until = norm.until {
            lane.timers.insert(
                DueItem(
                    time: until, kind: .normUntil, creation: norm.creation, subject: norm.creation,
                    scope: norm.context, generation: 0))
        }
    }

    private func nextNumber(at scope: Int32) -> (name: String, number: Int32) {
        if let index = lane.position(ofHandle: scope) ?? (lane.kind == .contact ? lane.contacts.indices.first : nil) {
            lane.contacts[index].normCount += 1
            return (lane.contacts[index].id, lane.contacts[index].normCount)
        }
        lane.normCount += 1
        return (lane.name, lane.normCount)
    }

    private func announcement(of norm: Norm, _ effect: Effect) -> Outcome.Issued {
        Outcome.Issued(
            norm: norm.id, modality: effect.modality, action: program.actions[effect.action].name,
            by: effect.roleNames, due: norm.due, until: norm.until, arguments: effect.arguments,
            script: script(for: norm, effect), rule: effect.rule)
    }

    /// The words to say, the next of several.
    private func script(for norm: Norm, _ effect: Effect) -> Outcome.Script? {
        guard !effect.scripts.isEmpty else { return nil }
        var turn = 0
        if effect.scripts.count > 1 {
            if let index = lane.position(ofHandle: norm.scope) {
                turn = lane.contacts[index].vars.nextTurn(of: Int(norm.effect))
            } else {
                turn = lane.vars.nextTurn(of: Int(norm.effect))
            }
        }
        let script = program.scripts[effect.scripts[turn % effect.scripts.count]]
        let language = lane.position(ofHandle: norm.context).flatMap { lane.contacts[$0].language } ?? heardLanguage
        return program.render(script, language: language, classes: norm.classes)
    }
}

extension Program {
    /// A script's text in a language, else in its part before `-`, else in the policy's first, else as there is.
    func render(_ script: ScriptTable, language wanted: String?, classes: BitSet) -> Outcome.Script? {
        let choices = [wanted, wanted.map { String($0.prefix { $0 != "-" }) }, languages.first, script.languages.first]
        for case let language? in choices {
            guard let index = script.languages.firstIndex(of: language) else { continue }
            let text = fill(script.texts[index], language: language, classes: classes)
            return Outcome.Script(id: script.name, language: language, text: text)
        }
        return nil
    }

    /// Fills in `{conduct}` and `{company}`; all else between braces is left for the screen.
    private func fill(_ text: [UInt8], language: String, classes: BitSet) -> String {
        guard text.contains(UInt8(ascii: "{")) else { return String(decoding: text, as: UTF8.self) }
        var filled: [UInt8] = []
        filled.reserveCapacity(text.count + 64)
        var rest = text[...]
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            filled += rest[..<brace]
            rest = rest[brace...]
            if rest.starts(with: "{conduct}".utf8), let words = words(for: classes, in: language) {
                filled += words.utf8
                rest = rest.dropFirst("{conduct}".utf8.count)
            } else if rest.starts(with: "{company}".utf8), let company {
                filled += company.utf8
                rest = rest.dropFirst("{company}".utf8.count)
            } else {
                filled.append(UInt8(ascii: "{"))
                rest = rest.dropFirst()
            }
        }
        filled += rest
        return String(decoding: filled, as: UTF8.self)
    }

    /// The words of the first of some classes, in the policy's order; its name where it has none.
    private func words(for classes: BitSet, in language: String) -> String? {
        guard let first = classNames.indices.first(where: { classes.contains($0) }) else { return nil }
        return classWords[first][language] ?? classNames[first]
    }
}
