import PolicyEngine
import PolicyLanguage

extension Outcome {
    /// The moment that times in tests are counted from: 2026-11-21T10:00:00Z.
    static let testStart: Int64 = 1_795_255_200_000

    /// The outcome in one line, times in seconds from the start of the test; all lists, in their order.
    var brief: String {
        let who = [contact, customer, agent].map { $0 ?? "-" }.joined(separator: " ")
        let head = "\(event) @\(Self.seconds(time))\(late ? " late" : "") [\(who)]"
        return ([head] + briefParts).joined(separator: "; ")
    }

    /// What the outcome says, without the event, the time and whom it is about.
    var briefParts: [String] {
        issued.map { Self.brief($0) }
            + closed.map { "close \($0.norm) \($0.action) \($0.state.rawValue)" }
            + paused.map { "pause \($0.norm) \($0.action) \($0.prohibition ?? "-")" }
            + resumed.map { "resume \($0.norm) \($0.action)" }
            + verdicts.map { "verdict \($0.action) \($0.verdict.rawValue) \($0.norm ?? "-") \($0.rule ?? "-")" }
            + changes.map { Self.brief($0) }
            + coached.map { "coach \($0.language) \($0.phrase)" }
            + conflicts.map { "conflict \($0.action) \($0.duty) \($0.prohibition)" }
            // The words of a fault are the interpreter's own; its code is not.
            + faults.map { "fault \($0.rule) \($0.code)" }
    }

    private static func brief(_ norm: Issued) -> String {
        var parts = ["issue", norm.norm, norm.modality.rawValue, norm.action, "by", norm.by.joined(separator: ",")]
        if let due = norm.due { parts += ["due", seconds(due)] }
        if let until = norm.until { parts += ["until", seconds(until)] }
        for argument in norm.arguments {
            switch argument.value {
            case .text(let text): parts.append("\(argument.name)=\(text)")
            case .number(let number): parts.append("\(argument.name)=\(number)")
            case .list(let items): parts.append("\(argument.name)=\(items.joined(separator: ","))")
            }
        }
        if let script = norm.script { parts.append("says \(script.id)/\(script.language) \"\(script.text)\"") }
        return (parts + [norm.rule]).joined(separator: " ")
    }

    private static func brief(_ change: Change) -> String {
        switch change {
        case .ladder(let name, let from, let to): "ladder \(name) \(from)>\(to)"
        case .status(let name, let from, let to): "status \(name) \(from?.rawValue ?? "none")>\(to.rawValue)"
        }
    }

    static func seconds(_ time: Int64) -> String {
        let (whole, rest) = (time - testStart).quotientAndRemainder(dividingBy: 1_000)
        return rest == 0 ? "\(whole)" : "\(whole)s\(rest)ms"
    }
}
