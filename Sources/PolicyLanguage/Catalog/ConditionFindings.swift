import SourceText

extension FindingCatalog {
    /// What can be wrong with a condition.
    static let conditions: [FindingKind] = [
        FindingKind(
            "unexpected-character", .error, "a condition holds a character that means nothing there",
            why: "The rest cannot be read.",
            remedy: "Write the operator that is meant: `==`, `!=`, `<`, `>`, `&&` for and, `||` for or, `!` for not."),
        FindingKind(
            "unexpected-token", .error, "a word or sign stands where it does not belong",
            why: "The condition could mean several things.",
            remedy: "The help line says what goes there; words such as `and` are written `&&`."),
        FindingKind(
            "unexpected-end", .error, "a condition ends too early",
            why: "Something is still missing, most often after an operator or before a `)`.",
            remedy: "Write what is missing, or take the operator out."),
        FindingKind(
            "unterminated-string", .error, "a text in a condition is opened and not closed",
            why: "Everything after it would be part of the text.",
            remedy: "Close it with the same quotation mark."),
        FindingKind(
            "bad-escape", .error, "a `\\` in a text is followed by a letter it does not go with",
            why: "Only a few escapes exist.",
            remedy: "Leave the `\\` out, or write it twice."),
        FindingKind(
            "bad-number", .error, "a number in a condition cannot be read, or is too great",
            why: "It would be another number than the one written.",
            remedy: "Write digits, with at most one point."),
        FindingKind(
            "bad-quoted-name", .error, "a name in back quotation marks does not end",
            why: "Names of this language need no such marks.",
            remedy: "Write the name as it is."),
        FindingKind(
            "empty", .error, "there is no condition between the quotation marks",
            why: "A condition that is not there neither holds nor fails.",
            remedy: "Write a condition, or take `if` out."),
        FindingKind(
            "reserved-word", .error, "a word of the expression language stands as a name",
            why: "It is kept for later versions.",
            remedy: "Use the name of a measure, a setting, or a field."),
        FindingKind(
            "bad-macro", .error, "`has`, `all`, `exists` or the like is written with the wrong arguments",
            why: "They need a field, or a variable and a condition.",
            remedy: "Write `has(event.reason)` or `contact.tags.exists(t, t == \"vip\")`."),
        FindingKind(
            "unsupported", .error, "a part of the expression language is left out here",
            why: "Patterns and messages can run for very long, or mean nothing in a policy.",
            remedy: "Use `contains`, `startsWith` or `endsWith`."),
        FindingKind(
            "unknown-function", .error, "a function is not known",
            why: "A typo would otherwise fail in the middle of a call.",
            remedy: "Take the name from the help line."),
        FindingKind(
            "unknown-field", .error, "a record has no such field",
            why: "It would never be there.",
            remedy: """
                Take the name from the help line; `contact` has `id`, `channel`, `language`, `started`, `elapsed`, \
                `new_matter` and `tags`.
                """),
        FindingKind(
            "no-such-field", .error, "something that is no record is asked for a field",
            why: "A text or a number has no fields.",
            remedy: "Compare the value itself."),
        FindingKind(
            "record-as-value", .error, "`event`, `contact`, `customer` or `agent` stands as if it were a value",
            why: "They are records: only their fields have values.",
            remedy: "Name the field that is meant."),
        FindingKind(
            "literal-argument", .error, "the name in `fact(…)`, `status(…)` or the like is not written out",
            why: "Names are checked before the policy runs.",
            remedy: "Write the name between quotation marks."),
        FindingKind(
            "wrong-arguments", .error, "a function is called with too many or too few values",
            why: "It cannot tell what is meant.",
            remedy: "Write it as in the help line."),
        FindingKind(
            "bad-literal", .error, "a duration or a time in a condition cannot be read",
            why: "It would fail whenever the rule is asked.",
            remedy: "Write it like `duration(\"90s\")` or `timestamp(\"2026-01-01T00:00:00Z\")`."),
        FindingKind(
            "type-mismatch", .error, "two things are compared or joined that have different types",
            why: "A duration and a number are never equal, so the rule would do nothing.",
            remedy: """
                Write both sides in one type: `duration("60s")` for times, numbers for counts, texts in quotation \
                marks.
                """),
        FindingKind(
            "never-equal", .error, "a value is compared with one it never has",
            why: "The condition would always fail: most often a typo.",
            remedy: "Take the word from the help line."),
        FindingKind(
            "duplicate-key", .error, "a map in a condition has one key twice",
            why: "One of the two would be lost.",
            remedy: "Take one of them out."),
        FindingKind(
            "always-true", .warning, "a condition, or a part of it, always holds",
            why: "It decides nothing, and most often something else was meant.",
            remedy: "Compare it with something, or take it out."),
        FindingKind(
            "always-false", .warning, "a condition, or a part of it, never holds",
            why: "What hangs on it never happens.",
            remedy: "Write `||` where one of two is enough, or mend the comparison."),
        FindingKind(
            "always-fails", .warning, "a condition has no value, whatever happens",
            why: "It counts as false every time.",
            remedy: "Mend it, or take it out."),
        FindingKind(
            "not-a-condition", .error, "an `if` or `unless` says a value, not a condition",
            why: "A condition holds or does not.",
            remedy: "Compare it with something."),
        FindingKind(
            "no-event", .error, "a condition speaks of `event` where there is none",
            why: "What stands for a while is asked when no event is at hand.",
            remedy: "Move the condition to the `if` of the rule, or record a fact and read it with `fact(\"…\")`."),
        FindingKind(
            "reads-agent", .error, "a rule about a customer reads something about the agent",
            why: "An agent has many customers; each answer would depend on the others.",
            remedy: "Set the rule off by something about the agent."),
        FindingKind(
            "shared-condition", .error,
            "one condition stands, by an alias, in two places that speak of different things",
            why: "`event.reason` is there after one event and not after another.",
            remedy: "Write the condition out in each place."),
        FindingKind(
            "unguarded-optional", .warning, "a condition reads a field that may be missing",
            why: "Where it is missing the condition counts as false, and the rule does nothing.",
            remedy: "Ask for it first, with `has(event.x) && …`."),
        FindingKind(
            "too-long", .error, "a condition is too long",
            why: "A limit keeps the cost of every event known.",
            remedy: "Split it: a fact or a measure with a name says more."),
        FindingKind(
            "too-deep", .error, "a condition is nested too deeply",
            why: "A limit keeps the cost of every event known.",
            remedy: "Split it into several rules."),
        FindingKind(
            "too-many-parts", .error, "a condition has too many parts",
            why: "A limit keeps the cost of every event known.",
            remedy: "Split it into several rules, or use `in [ … ]` for a list of words."),
        FindingKind(
            "too-costly", .error, "a condition can take too many steps",
            why: "Every event waits for it.",
            remedy: "Take one of the nested `all`, `exists`, `map` or `filter` out."),
    ]
}
