import SourceText

/// Words that have to be said in a deed of which an event tells that carries no words.
struct UnheardWords {
    /// The event by which each of these deeds is told, and whether it carries fields.
    private static let tellers: [String: (event: BuiltInEvent, hasFields: Bool)] = [
        "notice": (.statusNotified, true), "decide": (.statusDecided, true), "transfer": (.contactTransferred, false),
        "involve_supervisor": (.supervisorJoined, false),
    ]

    static func find(in view: PolicyView) -> [Diagnostic] {
        let declared = view.policy.actions.compactMap { finding($0.name.value, $0.mustSay) }
        return declared + view.acts.compactMap { finding($0.placed.act.action.value, $0.placed.act.mustSay) }
    }

    private static func finding(_ action: String, _ words: [Located<String>]) -> Diagnostic? {
        guard let teller = tellers[action], let first = words.first else { return nil }
        let names = words.map(\.value)
        let done = "`action.done: {action: \(action), said: [\(names.joined(separator: ", "))]}`"
        return .warning(
            "unheard-words", first.span,
            "\(quoted(teller.event.rawValue)), which tells of \(quoted(action)), carries no words that were said: it would be judged "
                + "`incomplete`",
            teller.hasFields
                ? "write `fields: [\(names.joined(separator: ", "))]`, which it does carry"
                : "write it in an act of its own beside this one, such as `say: {must_say: [\(names.joined(separator: ", "))]}`; "
                    + "only \(done) carries words")
    }
}
