import PolicyEngine
import PolicyLanguage

/// A norm in a few words: `must notify (agent, to supervisor, due 2m0s)`.
struct NormText {
    let clock: TestClock

    /// `withRule` where a test asks which rule a norm is from.
    func text(_ norm: StandingNorm, _ issued: Outcome.Issued?, withRule: Bool = false) -> String {
        text(
            norm.modality, norm.action, norm.by, norm.to, norm.due, norm.until, issued?.script?.id,
            withRule ? norm.rule : nil)
    }

    func text(_ norm: Outcome.Issued) -> String {
        var to: String?
        for argument in norm.arguments where argument.name == "to" {
            if case .text(let text) = argument.value { to = text }
        }
        return text(norm.modality, norm.action, norm.by, to, norm.due, norm.until, norm.script?.id, nil)
    }

    private func text(
        _ modality: Modality, _ action: String, _ by: [String], _ to: String?, _ due: Int64?, _ until: Int64?,
        _ script: String?, _ rule: String?
    ) -> String {
        var parts: [String] = []
        if !by.isEmpty { parts.append(by.joined(separator: " or ")) }
        if let to { parts.append("to \(to)") }
        if let due { parts.append("due \(clock.text(due))") }
        if let until { parts.append("until \(clock.text(until))") }
        if let script { parts.append("script \(script)") }
        if let rule { parts.append("from \(rule)") }
        return "\(modality.rawValue) \(action)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
}

/// An expectation as its author could have written it.
struct ClaimText {
    let clock: TestClock

    func text(_ claim: Expectation.Claim) -> String {
        switch claim {
        case .stands(let modality, let claim): "\(modality.rawValue): \(standing(claim))"
        case .noneStands(let modality): "\(modality.rawValue): []"
        case .noneStandsOn(let modality, let action): "\(modality.rawValue): {\(action): none}"
        case .silent(let action): "silent: \(action)"
        case .closed(let action, let state): "closed: {\(action): \(state?.rawValue ?? "none")}"
        case .nothingClosed: "closed: {}"
        case .verdict(let action, let verdict): "verdict: {\(action): \(verdict?.rawValue ?? "none")}"
        case .nothingJudged: "verdict: {}"
        case .status(let name, let phase): "status: {\(name): \(phase?.rawValue ?? "none")}"
        case .ladder(let name, let position): "ladder: {\(name): \(position)}"
        case .measure(let name, .number(let number)): "measure: {\(name): \(number)}"
        case .measure(let name, .time(let time)): "measure: {\(name): \(TestTime.text(time))}"
        case .script(let action, let script): "script: {\(action): \(script ?? "none")}"
        case .due(let action, let moment): "due: {\(action): \(clock.text(moment))}"
        case .coached(let phrase): "coached: \(phrase)"
        case .nothingCoached: "coached: []"
        case .fault(let code): "faults: \(code)"
        case .noFaults: "faults: []"
        case .noEffect: "none: true"
        case .refused(let code): "refused: \(code)"
        case .duplicate: "duplicate: true"
        }
    }

    private func standing(_ claim: StandingClaim) -> String {
        var parts: [String] = []
        if claim.by.count == 1 { parts.append("by: \(claim.by[0])") }
        if claim.by.count > 1 { parts.append("by: [\(claim.by.joined(separator: ", "))]") }
        if let due = claim.due { parts.append("due: \(clock.text(due))") }
        if let until = claim.until { parts.append("until: \(clock.text(until))") }
        if let to = claim.to { parts.append("to: \(to)") }
        if let script = claim.script { parts.append("script: \(script)") }
        if let rule = claim.rule { parts.append("rule: \(rule)") }
        return parts.isEmpty ? claim.action : "{\(claim.action): {\(parts.joined(separator: ", "))}}"
    }
}
