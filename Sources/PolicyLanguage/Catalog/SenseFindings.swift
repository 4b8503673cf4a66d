import SourceText

extension FindingCatalog {
    /// What a policy says and its author hardly meant.
    static let sense: [FindingKind] = [
        FindingKind(
            "count-without-window", .warning, "a count never forgets, and the author did not say so",
            why: "What somebody did ten years ago would still count.",
            remedy: "Add `in_last:` with a time, or `in_last: ever` if that is meant."),
        FindingKind(
            "never-forgets", .warning, "a ladder kept for the customer has no way down",
            why: "One bad day would count for ever.",
            remedy: "Add `in_last:` or `cools:`, or `in_last: ever` if that is meant."),
        FindingKind(
            "any-fact", .warning, "a measure or a rule over facts does not ask which fact was recorded",
            why: "Every other fact would start the clock again, count, or set the rule off.",
            remedy: "Ask for `event.name` in its `if`; let `runs_while` stop a clock."),
        FindingKind(
            "either-value", .warning, "something waits for a fact that is true or false, and does not ask which it is",
            why: "Whoever takes the fact back by recording it as false sets the rule off once more.",
            remedy: "Ask for the value beside the name: `fact(\"NAME\")`, or `!fact(\"NAME\")`."),
        FindingKind(
            "unstarted-clock", .warning, "a condition asks whether a clock is short that may not have started",
            why:
                "Before its first event a clock is at 0, which is less than anything: the condition holds where nothing has come yet.",
            remedy: "Count what came of late, with `in_last`, and ask whether there was any."),
        FindingKind(
            "outlives-status", .warning, "an act that outlives the contact asks for a status about the contact",
            why:
                "The status ends with the contact; from then on a condition of the act that reads it says the opposite.",
            remedy: "Ask for what was seen in the contact, or ask in the rule, once, when it is set off."),
        FindingKind(
            "unheard-words", .warning,
            "something has to be said in a deed of which an event tells that carries no words",
            why: "Whoever did it well would be judged `incomplete` every time.",
            remedy: "Demand `fields`, which decisions and notices carry, or ask for the words in an act of its own."),
        FindingKind(
            "owed-again", .warning, "a duty comes again each time it was done",
            why: "Whoever does it owes it at once again, and the case never comes to rest.",
            remedy: "Say which deed is meant, or ask for another action."),
        FindingKind(
            "time-as-event", .warning, "something waits for `time.passed`, which comes at no certain time",
            why: """
                That event only says that nothing happened, so that what is due falls due. Nobody has to send it, and not at \
                the moment that was meant.
                """,
            remedy: "Let a clock set the rule off: a measure with `elapsed`, and a trigger with the time it reaches."),
        FindingKind(
            "by-anybody", .warning,
            "something follows a deed that only some may do, and does not ask who did it",
            why: """
                A deed by the wrong role, or one that lacks what it has to carry, is judged so; it would set the rule off \
                and count all the same. A status about a customer would begin by anybody's decision.
                """,
            remedy: """
                Ask for `event.by` in its `if`, and for what the deed has to carry; say under `actions` who decides.
                """),
        FindingKind(
            "never-used", .warning, "something is declared and nothing speaks of it",
            why: "Most often a rule was forgotten, or a name was misspelt.",
            remedy: "Use it, or take it out."),
        FindingKind(
            "unspoken-conduct", .warning, "nothing happens when a class of conduct is observed",
            why: "People would record it for nothing.",
            remedy: "Name it in the `when` of a rule or ladder, or put it into a group."),
        FindingKind(
            "never-begun", .warning, "nothing in the policy begins a status",
            why: "What stands under it would never be in force.",
            remedy: "Add `begin:` to a rule."),
        FindingKind(
            "idle-status", .warning, "a status begins and nothing follows from it",
            why: "It changes nothing for anybody.",
            remedy: "Add `while_active:`, or read it with `status(\"…\")`."),
        FindingKind(
            "never-fires", .warning, "a rule, a ladder or an act can never come about",
            why: "It protects nobody.",
            remedy: "Mend the condition, the channels or the trigger."),
        FindingKind(
            "never-becomes", .warning, "a rule waits for a duty that nobody has, or for a state it never comes to",
            why: "It would wait for ever.",
            remedy: "Name a duty that some rule asks for, and a state it can come to."),
        FindingKind(
            "unreached-step", .warning, "a step of a ladder is never reached",
            why: "What it says never comes about.",
            remedy: "Take the step out, or mend what keeps the ladder from climbing."),
        FindingKind(
            "says-the-same", .warning, "a rule, ladder or measure says the same as another one",
            why: "The copy does everything twice, or was meant to differ.",
            remedy: "Take one of the two out, or change what was meant to differ."),
        FindingKind(
            "misspelt-channel", .warning, "a channel looks like a well-known one misspelt, or under another name",
            why: "The rule would never apply.",
            remedy: "Take the channel from the help line."),
        FindingKind(
            "single-score", .warning, "an act that cannot be taken back rests on one observation by a machine",
            why: "A classifier that errs once would cost somebody their call.",
            remedy: "Ask who says so with `event.source`, or ask for a second observation."),
        FindingKind(
            "stays-true", .warning, "a rule fires again on every later contact",
            why: "The same decision would be asked for each time.",
            remedy: "Let the rule wait for the measure with `reaches`, which happens once."),
        FindingKind(
            "no-way-in", .warning, "a status turns people away and lets no emergency through",
            why: "Somebody in need would be sent away with everybody else.",
            remedy: "Add `unless:` with a new matter, or with a fact that says it is an emergency."),
        FindingKind(
            "bare-restriction", .warning,
            "a status turns people away without a reason, an end, a review or an appeal",
            why: "Whoever is restricted must learn why and for how long, and be able to object.",
            remedy: """
                Add what the help line names. A review and an appeal are rules: the guide page on limiting a \
                customer has all of them together. Where they are kept elsewhere, allow the finding, and say where.
                """),
        FindingKind(
            "unexplained-allowance", .warning, "a finding is allowed without a reason",
            why: "Whoever reads the policy later cannot tell whether it was thought about.",
            remedy: "Write `because` and the reason."),
        FindingKind(
            "unknown-allowance", .warning,
            "a comment allows a finding that there is not, or an error, which cannot be allowed",
            why: "It would look as if something were allowed that is not.",
            remedy: "Take the code from the finding, or mend the error."),
        FindingKind(
            "idle-allowance", .warning, "a comment allows a finding that is not found there",
            why: "It would hide the finding if it came back.",
            remedy: "Delete the comment, or move it to the line above the finding."),
    ]
}
