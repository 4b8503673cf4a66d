import SourceText

/// Actions of the policy's own by which somebody would hang up: a contact's end is judged as `end_contact`, never as
/// another action, so that a rule about the other one forbids and allows nothing.
struct OwnEndings {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.actions.map(\.name).compactMap { name in
            guard BuiltInAction.named(name.value) == nil, isEnding(name.value) else { return nil }
            return .warning(
                "own-ending", name.span,
                "\(quoted(name.value)) is an action of your own, and the end of a contact is judged as `end_contact`",
                "write `end_contact` in its place, which is closed and irreversible already")
        }
    }

    /// Two or three words that say nothing but that the contact ends: `end_call`, `hang_up`, and not `review_ending`.
    private static func isEnding(_ name: String) -> Bool {
        let words = Spoken.words(of: name)
        return words.count <= 3 && Spoken.action(in: Array(words.prefix(2))) == "end_contact"
    }
}
