import PolicyEngine
import PolicyLanguage

/// What a step did, written as what a test expects of it.
struct PresentExpectation {
    let record: StepRecord
    /// The norms that stood before.
    let before: [StandingNorm]
    let run: CaseRun
    let who: Participants
    /// Counts that some trigger waits for, with their values before the step.
    let counts: [(name: String, value: Int64)]

    /// Nothing but time has passed: then what stands is worth saying.
    let isWait: Bool

    /// Keys of `expect` with their values; empty where there is nothing to say.
    var entries: [(String, String)] {
        if record.outcomes.isEmpty { return (isWait ? standing : []) + changedCounts + [("none", "true")] }
        var entries: [(String, String)] = []
        for modality in Modality.allCases {
            let now = record.standing.filter { $0.modality == modality }
            let then = before.filter { $0.modality == modality }
            if Set(now.map(\.norm)) == Set(then.map(\.norm)) { continue }
            entries.append((modality.rawValue, FlowText.list(acts(now))))
        }
        entries += grouped("closed", record.closed.map { ($0.action, $0.state.rawValue) })
        entries += grouped("verdict", record.verdicts.map { ($0.action, $0.verdict.rawValue) })
        return entries + changes + changedCounts
    }

    private var standing: [(String, String)] {
        Modality.allCases.compactMap { modality in
            let now = acts(record.standing.filter { $0.modality == modality })
            return now.isEmpty ? nil : (modality.rawValue, FlowText.list(now))
        }
    }

    /// Those that began in this step with what they say, the others by name.
    private func acts(_ norms: [StandingNorm]) -> [String] {
        let begun = Set(record.begun.map(\.norm))
        var found: [String] = []
        for norm in norms {
            var details: [(String, String)] = []
            if begun.contains(norm.norm) {
                if let due = norm.due { details.append(("due", FlowText.moment(due - ScenarioRunner.start))) }
                if let to = norm.to { details.append(("to", FlowText.scalar(to))) }
                if let script = record.issued[norm.norm]?.script?.id {
                    details.append(("script", FlowText.scalar(script)))
                }
            }
            let name = FlowText.scalar(norm.action)
            let text = details.isEmpty ? name : FlowText.map([(name, FlowText.map(details))])
            if !found.contains(text) { found.append(text) }
        }
        return found
    }

    private func grouped(_ key: String, _ pairs: [(String, String)]) -> [(String, String)] {
        var names: [String] = []
        var values: [String: [String]] = [:]
        for (name, value) in pairs {
            if values[name] == nil { names.append(name) }
            if values[name]?.contains(value) != true { values[name, default: []].append(value) }
        }
        if names.isEmpty { return [] }
        let entries = names.map { name in
            let all = values[name] ?? []
            return (FlowText.scalar(name), all.count == 1 ? all[0] : FlowText.list(all))
        }
        return [(key, FlowText.map(entries))]
    }

    private var changes: [(String, String)] {
        var statuses: [String] = []
        var ladders: [String] = []
        for change in record.outcomes.flatMap(\.changes) {
            switch change {
            case .status(let name, _, _): if !statuses.contains(name) { statuses.append(name) }
            case .ladder(let name, _, _): if !ladders.contains(name) { ladders.append(name) }
            }
        }
        let glance = run.engine.glance(contact: who.contact, customer: who.customer, agent: who.agent)
        let phases = statuses.map { name in
            (name, (glance.statuses.first { $0.name == name }?.phase).map(\.rawValue) ?? "none")
        }
        let positions = ladders.map { name in
            (name, String(glance.ladders.first { $0.name == name }?.position ?? 0))
        }
        return (phases.isEmpty ? [] : [("status", FlowText.map(phases))])
            + (positions.isEmpty ? [] : [("ladder", FlowText.map(positions))])
    }

    private var changedCounts: [(String, String)] {
        let glance = run.engine.glance(contact: who.contact, customer: who.customer, agent: who.agent)
        let changed = counts.compactMap { (name, old) -> (String, String)? in
            let now = glance.measures.first { $0.name == name }?.value ?? 0
            return now == old ? nil : (name, String(now))
        }
        return changed.isEmpty ? [] : [("measure", FlowText.map(changed))]
    }
}
