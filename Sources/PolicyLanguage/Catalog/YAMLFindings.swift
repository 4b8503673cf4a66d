import SourceText

extension FindingCatalog {
    /// What a file can be refused for before it is looked at as a policy.
    static let yaml: [FindingKind] = [
        FindingKind(
            "yaml-encoding", .error, "the file is not UTF-8",
            why: "Other encodings turn letters such as æ or ü into others, and a script would say the wrong thing.",
            remedy: "Save the file as UTF-8; every editor can."),
        FindingKind(
            "yaml-byte-order-mark", .error, "the file begins with a byte order mark, or is UTF-16",
            why: "Some editors put invisible bytes before the text; they are no part of a policy.",
            remedy: "Save the file as \"UTF-8\" and not as \"UTF-8 with BOM\" or \"Unicode\"."),
        FindingKind(
            "yaml-control-character", .error, "the file holds a character that cannot be seen",
            why: "A hidden character makes two words that look alike differ.",
            remedy: "Delete the character at the marked place, or write it as an escape in double quotes."),
        FindingKind(
            "yaml-too-long", .error, "the file is larger than a policy may be",
            why: "A limit keeps a broken file from taking all memory.",
            remedy: "Put parts that several policies share into a parent, and name it with `extends:`."),
        FindingKind(
            "yaml-syntax", .error, "the line is not YAML",
            why: "Nothing after it can be trusted, so the policy is not read.",
            remedy: "Look at the marked place: most often something is missing there, or one sign is too many."),
        FindingKind(
            "yaml-indentation", .error, "a line begins further left or right than its neighbours",
            why: "In YAML the spaces before a line say what it belongs to.",
            remedy: "Move the line so that it begins under the one it belongs beside."),
        FindingKind(
            "yaml-tab", .error, "a line is indented with a tab",
            why: "Editors show tabs in different widths, so YAML does not take them before a line.",
            remedy: "Write two spaces for each step inwards."),
        FindingKind(
            "yaml-unclosed-quote", .error, "a quotation mark is opened and not closed",
            why: "Everything after it would be part of the text.",
            remedy: "Put the same quotation mark at the end of the text."),
        FindingKind(
            "yaml-unclosed-bracket", .error, "a `[` or `{` is opened and not closed",
            why: "What follows would belong to the list or map.",
            remedy: "Close it with `]` or `}` where the list or map ends."),
        FindingKind(
            "yaml-missing-colon", .error, "a line in a map has no `:` after its name",
            why: "Without it nobody can tell the name from its value.",
            remedy: "Write `:` and a space after the name."),
        FindingKind(
            "yaml-missing-space", .error, "there is no space after `:`, `-` or `,`",
            why: "`when:x` is one word in YAML, not a name and its value.",
            remedy: "Put a space after it."),
        FindingKind(
            "yaml-colon-in-value", .error, "a value holds `: ` and stands without quotation marks",
            why: "YAML takes what stands before a `: ` for a name.",
            remedy: """
                Where the value is a map, put braces around it: `must: {warn: {within: 30s}}`. Where it is text, put \
                the whole of it into single quotation marks.
                """),
        FindingKind(
            "yaml-text-after-value", .error, "something stands after a value that is already complete",
            why: "It would be lost.",
            remedy: "Take it out, or put the whole value into one pair of quotation marks."),
        FindingKind(
            "yaml-reserved-character", .error, "a value begins with a character that YAML keeps for itself",
            why: "`@` and `%` cannot begin a value, nor can a back quotation mark.",
            remedy: "Put the value into single quotation marks."),
        FindingKind(
            "yaml-escape", .error, "a `\\` in double quotation marks is followed by a letter it does not go with",
            why: "Only a few escapes exist, such as `\\n` and `\\\"`.",
            remedy: "Use single quotation marks, in which `\\` is only a `\\`."),
        FindingKind(
            "yaml-block-header", .error, "something stands after `|` or `>` on the same line",
            why: "A text over several lines begins on the next line.",
            remedy: "Move the text to the next line, indented."),
        FindingKind(
            "yaml-empty", .error, "the file holds nothing",
            why: "A policy has at least its version and its name.",
            remedy: "Begin with `holdline: 1` and `policy: NAME`, or let `holdline init` write a first policy."),
        FindingKind(
            "yaml-several-documents", .error, "the file holds more than one document",
            why: "One file is one policy; what stood after `---` would be overlooked.",
            remedy: "Move the second document into a file of its own."),
        FindingKind(
            "yaml-directive", .error, "the file begins with a `%` directive",
            why: "A policy needs none, and some change how the text is read.",
            remedy: "Delete the line."),
        FindingKind(
            "yaml-tag", .error, "a value carries a tag such as `!text`",
            why: "What a value means follows from its place, so tags say nothing.",
            remedy: "Delete the tag."),
        FindingKind(
            "yaml-duplicate-key", .error, "one name stands twice in a map",
            why: "One of the two would be lost without a word.",
            remedy: "Put both under one name, or rename or delete one of them."),
        FindingKind(
            "yaml-key-not-text", .error, "the name of an entry is a list or a map",
            why: "Names are single words.",
            remedy: "Write one word before the `:`."),
        FindingKind(
            "yaml-missing-key", .error, "a `:` stands without a name before it",
            why: "Nobody can tell what the value is for.",
            remedy: "Write the name before the `:`."),
        FindingKind(
            "yaml-merge-key", .error, "an entry is merged in with `<<`",
            why: "Merged entries hide where a value comes from; `extends:` does it in the open.",
            remedy: "Write the entries out, or put them into a parent policy."),
        FindingKind(
            "yaml-unknown-alias", .error, "a `*name` has no `&name` before it",
            why: "There is nothing to put in its place.",
            remedy: "Write `&name` at the value that is meant, or write the value out."),
        FindingKind(
            "yaml-alias-cycle", .error, "a value holds an alias of itself",
            why: "It would never end.",
            remedy: "Write out what is meant."),
        FindingKind(
            "yaml-too-deep", .error, "lists and maps are nested too deeply",
            why: "No policy needs it, and a limit keeps a broken file from taking all memory.",
            remedy: "Take out the brackets that are too many."),
        FindingKind(
            "yaml-too-many-nodes", .error, "the file holds too many values",
            why: "A limit keeps a broken file from taking all memory.",
            remedy: "Put parts that several policies share into a parent, and name it with `extends:`."),
        FindingKind(
            "yaml-too-many-aliases", .error, "the file holds too many aliases",
            why: "A limit keeps a broken file from taking all memory.",
            remedy: "Write the values out."),
        FindingKind(
            "yaml-alias-expansion", .error, "aliases stand for too much",
            why: "A few lines of aliases can stand for millions of values.",
            remedy: "Write out what is meant."),
    ]
}
