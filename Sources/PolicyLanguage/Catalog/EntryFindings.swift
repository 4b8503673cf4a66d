import SourceText

extension FindingCatalog {
    /// What can be wrong with a key, a name or a value.
    static let entries: [FindingKind] = [
        FindingKind(
            "unreadable-file", .error, "the file cannot be read",
            why: "There is no policy to check.",
            remedy: "Look at the path and at who may read the file."),
        FindingKind(
            "unknown-key", .error, "a key is not a word of the language here",
            why: "What stands under it would be overlooked.",
            remedy: "Take the word from the help line, or move the key to where it belongs."),
        FindingKind(
            "missing-key", .error, "something that is needed is not there",
            why: "Without it the entry says nothing, or not enough.",
            remedy: "Add it, as in the help line."),
        FindingKind(
            "empty-value", .error, "a key has nothing after it",
            why: "An empty value could mean \"none\" or \"forgotten\".",
            remedy: "Write the value, or take the key out."),
        FindingKind(
            "wrong-shape", .error, "a list stands where a map is wanted, or the like",
            why: "It could not be read without guessing.",
            remedy: "Write it as in the help line."),
        FindingKind(
            "excluding-keys", .error, "two keys stand together that exclude each other",
            why: "Only one of them can be meant.",
            remedy: "Take one of the two out."),
        FindingKind(
            "bad-name", .error, "a name has letters that names cannot have",
            why: "Names stand in conditions, in records and in file names.",
            remedy: "Use small letters, digits and hyphens; `_` in place of the hyphen where conditions read it."),
        FindingKind(
            "bad-value", .error, "a value is not of the kind its key wants",
            why: "It could not be read without guessing.",
            remedy: "Write it as in the help line."),
        FindingKind(
            "bad-date", .error, "a date is not a day of the calendar",
            why: "A policy is in force from a day on.",
            remedy: "Write year, month and day, such as `2026-10-01`."),
        FindingKind(
            "bad-time-zone", .error, "a time zone is not known",
            why: "Days begin and end by it.",
            remedy: "Write a name such as `Europe/Copenhagen`, or `UTC`."),
        FindingKind(
            "bad-language", .error, "a language is not written as a tag",
            why: "Events name their language by a tag.",
            remedy: "Write a tag such as `da`, `en` or `pt-BR`."),
        FindingKind(
            "not-a-time", .error, "a length of time cannot be read",
            why: "A deadline has to be exact.",
            remedy: "Write `30s`, `5m`, `2h`, `90d`, or two of them such as `1h30m`."),
        FindingKind(
            "out-of-range", .error, "a number or a time is too small, too great, or in the wrong order",
            why: "It could never come about.",
            remedy: "Write a value that can be reached, as in the help line."),
        FindingKind(
            "unknown-word", .error, "a value is not among those its key can have",
            why: "Only a few words have a meaning there.",
            remedy: "Take the word from the help line."),
        FindingKind(
            "unknown-name", .error, "a name is used that the policy does not declare",
            why: "A typo here would mean that a rule does nothing.",
            remedy: "Take the name from the help line, or declare it."),
        FindingKind(
            "duplicate-name", .error, "one name stands for two things, or twice in a list",
            why: "Nobody could tell which is meant, or the second does nothing.",
            remedy: "Take one of the two out, or give it another name."),
        FindingKind(
            "reserved-name", .error, "a name is taken by the language itself",
            why: "Conditions could not tell the two apart.",
            remedy: "Choose another name."),
        FindingKind(
            "wrong-type", .error, "a value or a name is of another kind than its place wants",
            why: "A time cannot be counted, and a group holds classes only.",
            remedy: "Write what the help line says."),
        FindingKind(
            "wrong-trigger", .error, "a measure or a ladder waits for something that is no event",
            why: "Measures and ladders are kept over events.",
            remedy: "Name an event or a class of conduct, or write a rule in its place."),
        FindingKind(
            "language-version", .error, "the version of the language is not known",
            why: "Another version may give words another meaning.",
            remedy: "Write `holdline: 1`."),
        FindingKind(
            "unknown-policy", .error, "the parent policy cannot be read",
            why: "What the policy has from it would be missing.",
            remedy: "Put the parent beside this file, named after its id."),
        FindingKind(
            "wrong-policy", .error, "the file of the parent holds another policy",
            why: "Two policies would be mixed up.",
            remedy: "Write the same id in `policy:` of the parent and in `extends:` of the child."),
        FindingKind(
            "extends-cycle", .error, "policies extend each other in a circle",
            why: "There would be no first one.",
            remedy: "Take `extends` out of one of them."),
        FindingKind(
            "extends-depth", .error, "too many policies extend each other",
            why: "Nobody could say any more where a rule comes from.",
            remedy: "Put some of them together."),
        FindingKind(
            "too-many", .error, "the policy has more names of a kind than there is room for",
            why: "A limit keeps every event fast.",
            remedy: "Treat alike classes or actions as one."),
        FindingKind(
            "too-many-findings", .error, "there are more findings than are kept",
            why: "The first ones often bring about the others.",
            remedy: "Mend the findings shown, and check again."),
        FindingKind(
            "not-built", .warning, "a part of the language is read, and this version does nothing with it",
            why: "Nobody would be told of what stands there.",
            remedy: "See to it by other means until it is built, or take it out."),
    ]
}
