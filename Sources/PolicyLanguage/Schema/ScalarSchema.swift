import JSONSchema

extension ScalarKind {
    /// The schema of one value: a reference where the kind has a name, else what it says itself.
    var schema: Schema {
        switch self {
        case .number(let range):
            Schema.types(["integer", "string"]).with("pattern", .string("^-?[0-9]+$"))
                .with("minimum", .int(range.lowerBound)).with("maximum", .int(range.upperBound))
        case .choice(let words): .oneOf(words: words)
        default: .reference(name)
        }
    }

    /// The kinds that have a name of their own, in the order of the document.
    static var definitions: [(String, Schema)] {
        let kinds: [ScalarKind] = [
            .id, .variable, .eventType, .action, .text, .word, .flag, .version, .date, .timeZone, .language, .hours,
            .reference, .removal, .setting, .condition, .term(.deadline), .term(.window), .term(.length), .trigger,
            .until, .reached, .lasting,
        ]
        return kinds.map { ($0.name, $0.definition) }
    }

    private var name: String {
        switch self {
        case .id: "name"
        case .variable: "variable"
        case .eventType: "eventType"
        case .action: "actionName"
        case .text: "text"
        case .word: "word"
        case .flag: "flag"
        case .version: "version"
        case .date: "date"
        case .timeZone: "timeZone"
        case .language: "language"
        case .hours: "hours"
        case .reference: "reference"
        case .removal: "removal"
        case .setting: "setting"
        case .condition: "condition"
        case .term(.deadline): "deadline"
        case .term(.window): "window"
        case .term(.length): "length"
        case .trigger: "event"
        case .until: "untilWhen"
        case .reached: "reached"
        case .lasting: "lasting"
        case .number: "number"
        case .choice: "choice"
        }
    }

    private var definition: Schema {
        switch self {
        case .id: ScalarKind.name("[a-z][a-z0-9_-]*", "a name: small letters, digits, `_` and `-`, a letter first")
        case .variable: ScalarKind.name("[a-z][a-z0-9_]*", "a name that conditions read: small letters, digits and `_`")
        case .action:
            ScalarKind.name("[a-z][a-z0-9_-]*", "an action, such as `warn`")
                .with("examples", .strings(BuiltInAction.all.map(\.name)))
        case .eventType: ScalarKind.name(Pattern.event, "an event type, such as `survey.answered`")
        case .trigger:
            ScalarKind.text(
                "^\(Pattern.event)$", "an event type such as `contact.ended`, or conduct such as `conduct.threat`"
            )
            .with("maxLength", .int(Int64(2 * PolicyLimits.nameLength)))
            .with("examples", .strings(BuiltInEvent.allCases.map(\.rawValue)))
        case .text, .condition, .setting: ScalarKind.anyScalar.with("pattern", .string("[^ \\t\\n\\r]"))
        case .word:
            ScalarKind.anyScalar.with(
                "pattern", .string("^(?=.*[^ \\t])[^\\n\\r\\u000B\\u000C\\u0085\\u2028\\u2029]+$"))
        case .flag: Schema.types(["boolean", "string"]).with("pattern", .string("^(true|false)$"))
        case .version: Schema([("enum", .array([.int(1), .string("1")]))])
        case .date:
            ScalarKind.text("^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "a day: `2026-10-01`")
        case .timeZone:
            ScalarKind.text(Pattern.zone, "a time zone: `Europe/Copenhagen` or `UTC`").with("maxLength", .int(64))
        case .language: ScalarKind.text("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", "a language: `da`, `en`, `pt-BR`")
        case .hours: ScalarKind.text(Pattern.hours, "opening hours: `09:00-16:00`")
        case .reference:
            ScalarKind.text("^(rules|ladders|statuses)\\.[\\s\\S]+$", "a block and a name: `rules.long-call`")
        case .removal:
            ScalarKind.text(
                "^(\(Draft.Part.allCases.map(\.rawValue).joined(separator: "|")))\\.[\\s\\S]+$",
                "a block and a name: `rules.long-call`")
        case .term(.deadline):
            ScalarKind.time("\(Pattern.elapsed)|\(Pattern.calendar)|\(Pattern.variable)", isZeroFine: true)
        case .term(.window): ScalarKind.time("\(Pattern.elapsed)|\(Pattern.calendar)|\(Pattern.variable)")
        case .term(.length):
            ScalarKind.time("\(Pattern.elapsed)|\(Pattern.calendar)|\(Pattern.variable)", isSilenceFine: false)
        case .until: ScalarKind.time("\(Pattern.elapsed)|\(Pattern.calendar)|\(Pattern.event)", isSilenceFine: false)
        case .lasting: ScalarKind.time("\(Pattern.elapsed)|\(Pattern.calendar)|indefinite", isSilenceFine: false)
        case .reached:
            Schema.types(["integer", "string"]).with("minimum", .int(1))
                .with(
                    "pattern",
                    .string(
                        "^(?!(unstated|ever|today)$)\(Pattern.notZero)(0*[1-9][0-9]*|\(Pattern.elapsed)|\(Pattern.variable))$"
                    ))
        case .number, .choice: schema
        }
    }

    // MARK: Forms

    /// YAML reads `42` and `true` as a number and a truth; the loader reads them as the text they are.
    private static let anyScalar = Schema.types(["string", "number", "boolean"])

    private static func text(_ pattern: String, _ meaning: String) -> Schema {
        Schema.string(pattern: pattern).with("patternErrorMessage", .string("this is not \(meaning)"))
    }

    private static func name(_ pattern: String, _ meaning: String) -> Schema {
        text("^\(pattern)$", meaning).with("maxLength", .int(Int64(PolicyLimits.nameLength)))
    }

    private static func time(_ forms: String, isZeroFine: Bool = false, isSilenceFine: Bool = true) -> Schema {
        let silence = isSilenceFine ? "" : "(?!(unstated|ever)$)"
        let zero = isZeroFine ? "" : Pattern.notZero
        return text("^\(silence)\(zero)(\(forms))$", "a length of time, such as `30s`, `1h30m` or `3 months`")
    }
}

/// Regular expressions that ECMAScript and Python read alike.
private enum Pattern {
    static let variable = "[a-z][a-z0-9_]*"
    static let event = "[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)*"
    static let elapsed = "(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?"
    static let notZero = "(?!(0+[a-z]+)+$)"
    static let calendar =
        " *(today|rest +of +today|(rest +of +)?this +(week|month|quarter|year)"
        + "|(?!0+ )[0-9]{1,5} +((day|week|month|quarter|year)s?|working +days?)) *"
    static let zone = "^(UTC|[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*){1,2})$"
    private static let clock = "(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
    static let hours = "^\(clock)-\(clock)$"
}
