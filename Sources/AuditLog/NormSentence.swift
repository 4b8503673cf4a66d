import PolicyEngine
import PolicyLanguage

/// What a norm asks, allows or rules out, in a sentence.
struct NormSentence {
    let words: PlainWords

    func asked(_ norm: Outcome.Issued, at now: Int64) -> Timeline.Remark {
        let who = words.roles(norm.by).capitalizedFirst
        let what = words.doing(norm.action, norm.arguments)
        let more = conditions(norm)
        let limit = norm.until.map { ", until \(moment($0, from: now))" } ?? ""
        let due = norm.due.map { " by \(moment($0, from: now)) (within \(PlainWords.length($0 - now)))" } ?? ""
        let sayingSo = norm.script == nil ? "." : norm.modality.isDuty ? ", in these words:" : "; words for it:"
        let reason = words.reason(norm.rule)
        switch norm.modality {
        case .must:
            return .init(
                kind: .duty, sentence: "\(who) has to \(what)\(due)\(more)\(sayingSo)", script: norm.script?.text,
                reason: reason)
        case .should:
            return .init(
                kind: .advice, sentence: "\(who) should \(what)\(due)\(more)\(sayingSo)", script: norm.script?.text,
                reason: reason)
        case .may:
            return .init(
                kind: .permission, sentence: "\(who) may \(what)\(limit)\(more)\(sayingSo)",
                script: norm.script?.text, reason: reason)
        case .mustNot:
            return .init(
                kind: .prohibition, sentence: "\(who) must not \(what)\(limit)\(more).", reason: reason)
        }
    }

    private func conditions(_ norm: Outcome.Issued) -> String {
        var parts = ""
        let say = norm.arguments.texts("must_say")
        if !say.isEmpty { parts += ", and has to say: \(say.map(printable).joined(separator: ", "))" }
        let fields = norm.arguments.texts("fields")
        if !fields.isEmpty { parts += ", and has to write down: \(fields.map(printable).joined(separator: ", "))" }
        if let after = norm.arguments.text("after") { parts += ", but only after having \(perfect(after))" }
        return parts
    }

    private func perfect(_ action: String) -> String {
        let did = words.did(action)
        return did.hasPrefix("wrote ")
            ? "written " + did.dropFirst(6) : did.hasPrefix("did ") ? "done " + did.dropFirst(4) : did
    }

    /// The time of day, and the day where it is another one.
    private func moment(_ time: Int64, from now: Int64) -> String {
        TimeText.day(time) == TimeText.day(now) ? TimeText.clock(time) : "\(TimeText.day(time)) \(TimeText.clock(time))"
    }
}

extension Timeline.Remark {
    init(kind: Kind, sentence: String, reason: String?) {
        self.init(kind: kind, sentence: sentence, script: nil, reason: reason)
    }

    init(kind: Kind, sentence: String) { self.init(kind: kind, sentence: sentence, script: nil, reason: nil) }
}
