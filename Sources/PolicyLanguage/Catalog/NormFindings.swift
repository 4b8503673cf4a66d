import SourceText

extension FindingCatalog {
    /// What can be wrong with what must, should, may and must not be done.
    static let norms: [FindingKind] = [
        FindingKind(
            "opposed-norms", .error, "something must be done and must not be done at the same time",
            why: "Whatever the agent does would be wrong.",
            remedy: "Say with `overrides` which is the stronger, or keep them apart with `if` and `unless`."),
        FindingKind(
            "beaten-advice", .warning, "a `should` is always ruled out by a `must_not`",
            why: "The advice never stands, so nobody hears it.",
            remedy: "Take one of the two out, or add `overrides`."),
        FindingKind(
            "idle-prohibition", .warning, "a `must_not` forbids what is closed already and nowhere allowed",
            why: "Where the `must_not` is lifted, the act is forbidden all the same.",
            remedy: "Allow the act somewhere with `may`, or open it with `closed: false` under `actions:`."),
        FindingKind(
            "override-cycle", .error, "entries override each other in a circle",
            why: "None of them would be the stronger.",
            remedy: "Take one of the `overrides` out."),
        FindingKind(
            "idle-override", .warning, "an `overrides` names an entry that says nothing opposed",
            why: "It settles nothing, most often because the wrong entry is named.",
            remedy: "Name the entry that rules out what this one asks for, or take it out."),
        FindingKind(
            "self-feeding", .error, "a rule sets itself off again without end",
            why: "Nothing else would ever happen.",
            remedy: "Set one of the rules off by an event, or write what follows as `if_missed`."),
        FindingKind(
            "must-without-deadline", .warning, "a `must` does not say by when",
            why: "It is never missed, so nobody hears when it is not done.",
            remedy: """
                Add `within:` with a time, or `within: unstated` where the source gives none: it then ends with the \
                contact, and nobody is told when it was not done.
                """),
        FindingKind(
            "missed-at-once", .warning, "a duty is missed in the instant in which it is owed",
            why: "Nobody does anything in no time, so every one of them would be a miss.",
            remedy: """
                Write the time it may take, such as `within: 30s`, or `within: unstated` where the source gives none. \
                What only the system does is not told of.
                """),
        FindingKind(
            "unheard-miss", .warning, "nobody hears when a `must` is missed",
            why: "A miss would stand in the log and nowhere else.",
            remedy: "Add `if_missed:` with whom to tell, or a rule that waits for the miss."),
        FindingKind(
            "tells-nobody", .warning, "a `notify` does not say whom",
            why: "Nobody would be told.",
            remedy: "Add `who:`."),
        FindingKind(
            "tells-itself", .warning, "a miss is told only to the one who missed it",
            why: "Nobody else would hear of it.",
            remedy: "Name another role in `who:`, or tell a second one too."),
        FindingKind(
            "unknown-recipient", .warning, "a `notify` names somebody whom `roles` does not list",
            why: "The message would reach nobody.",
            remedy: "Take the role from the help line, or list the name under `roles`."),
        FindingKind(
            "unlisted-role", .warning, "an act falls to a role that `roles` does not list",
            why: "Nobody in the company would do it.",
            remedy: "Say who does it under `actions:`, or add the role to `roles`."),
        FindingKind(
            "owed-after-the-end", .warning, "a duty lives no longer than a contact that is over before it can be done",
            why: "It is missed or released in the moment the contact ends.",
            remedy: "Write `during: customer` or `during: agent`, or set the rule off earlier."),
        FindingKind(
            "duty-without-contact", .warning, "a duty towards a customer begins with a status, not with a contact",
            why: "Nobody is on the line when the status is decided: it is missed, and does not come again.",
            remedy: "Add `when: contact.started` beside it."),
        FindingKind(
            "own-ending", .warning, "an action of the policy's own stands for ending a contact",
            why: "The end is judged as `end_contact`, so what is said of the other action has no effect on it.",
            remedy: "Write `end_contact` in its place."),
        FindingKind(
            "ungated-step", .warning, "a ladder's step only allows an act, and the next one is irreversible",
            why: "Somebody is cut off at the next step though nothing was said to them.",
            remedy: "Write `must` or `should` in place of `may`, or `after:` in the next step."),
        FindingKind(
            "stands-on", .warning, "a permission stands on when the fact that its clock rests on is no longer true",
            why: "The rule asks once, when the clock comes to its time; what it allows then stands to the end.",
            remedy: "Write the condition into the act as well, where it is asked all the while."),
        FindingKind(
            "idle-argument", .warning, "an act has an argument that says nothing about it",
            why: "It changes nothing, so something else was meant.",
            remedy: "Take it out, or write what the help line says."),
        FindingKind(
            "deadline-of-nothing", .error, "a `may` or `must_not` has a deadline",
            why: "It owes nothing, so there is nothing to be late with.",
            remedy: "Write `until:` for how long it stands."),
        FindingKind(
            "duty-only", .error, "a `may` or `must_not` has an argument that only duties have",
            why: "What is not owed cannot be missed, excused or confirmed.",
            remedy: "Take it out, or write `must` or `should`."),
        FindingKind(
            "never-missed", .warning, "an act has `if_missed` and no deadline",
            why: "Only a refusal would set it off.",
            remedy: "Add `within:`, or `within: unstated` if that is meant."),
        FindingKind(
            "until-before-deadline", .warning, "an act is released before its deadline",
            why: "It is never missed.",
            remedy: "Write a longer `until:` than `within:`, or take one of the two out."),
        FindingKind(
            "after-nothing", .warning, "an act waits for another one that nothing asks for or allows",
            why: "Nobody would know that the other act comes first.",
            remedy: "Ask for or allow the other act, or take `after` out."),
        FindingKind(
            "endless-confirm", .warning, "a duty is confirmed again without end",
            why: "It comes back every few minutes until the contact is over.",
            remedy: "Add `until:` with the event that says it took effect."),
    ]
}
