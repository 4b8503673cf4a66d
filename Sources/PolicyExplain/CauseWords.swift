import AuditLog
import PolicyEngine
import PolicyLanguage

/// What set something off, for the middle of a sentence: "`insult` was observed".
struct CauseWords {
    let words: PlainWords
    let event: Event?
    let policy: Policy

    func words(_ cause: EntryLook.Cause) -> String {
        switch cause {
        case .event: event.map(happened) ?? "something fell due"
        case .measure(let name, let reached):
            "\(words.named(name)) came to \(amount(name, reached))"
        case .status(let name, let phase):
            "the status \(words.named(name)) \(phase == .active ? "began" : "ended")"
        case .ladder(let name, let step): "the ladder \(words.named(name)) came to step \(step)"
        case .duty(let action, let state): "the duty to \(words.doing(action)) \(Self.became(state))"
        }
    }

    private func amount(_ measure: String, _ value: Int64) -> String {
        let isClock = policy.measures.first { $0.name.value == measure }?.kind == .elapsed
        return isClock ? PlainWords.length(value) : "\(value)"
    }

    static func became(_ state: NormState) -> String {
        switch state {
        case .open: "is open"
        case .fulfilled: "was met"
        case .late: "was met too late"
        case .missed: "was missed"
        case .declined: "was declined"
        case .excused: "was excused"
        case .released: "went away"
        case .superseded: "gave way to something stronger"
        case .expired: "ran out"
        }
    }

    private func happened(_ event: Event) -> String {
        if case .declared(let index) = event.type { return "\(words.named(policy.events[index].name.value)) came in" }
        guard case .builtIn(let type) = event.type else { return "something came in" }
        switch type {
        case .contactStarted: return "the \(words.contact) began"
        case .contactEnded: return "the \(words.contact) ended"
        case .conductObserved:
            let classes = event.texts("conduct").map(words.named)
            return "\(classes.joined(separator: " and ")) \(classes.count == 1 ? "was" : "were") observed"
        case .supervisorRequested: return "the customer asked for a supervisor"
        case .supervisorJoined: return "a supervisor joined"
        case .contactTransferred: return "the \(words.contact) was transferred"
        case .utterance: return "\(words.role(event.text("speaker") ?? "somebody")) spoke"
        case .factRecorded: return "the fact \(words.named(event.text("name") ?? "")) was recorded"
        case .actionDone:
            return "\(words.role(event.text("by") ?? "agent")) \(words.did(event.text("action") ?? "something"))"
        case .actionDeclined:
            return "\(words.role(event.text("by") ?? "agent")) declined to \(words.doing(event.text("action") ?? "it"))"
        case .timePassed: return "time passed"
        default: return "\(words.named(type.rawValue)) came in"
        }
    }

    /// What a rule waits for, for "it waits for …".
    func awaited(_ triggers: [Trigger]) -> String {
        let all = triggers.map { trigger -> String in
            switch trigger.kind {
            case .event(let type): words.named(type.value)
            case .conduct(let name): words.named("conduct.\(name.value)")
            case .measure(let name, let value):
                "\(words.named(name.value)) to come to \(amount(name.value, value.value))"
            case .status(let name, let phase):
                "the status \(words.named(name.value)) to \(phase == .active ? "begin" : "end")"
            case .ladder(let name, let step): "the ladder \(words.named(name.value)) to come to step \(step.value)"
            case .duty(let action, let state): "a duty to \(words.doing(action.value)) that \(Self.became(state))"
            }
        }
        guard let last = all.last else { return "nothing of its own: it stands while its status is active" }
        return all.count == 1 ? last : all.dropLast().joined(separator: ", ") + " or " + last
    }
}
