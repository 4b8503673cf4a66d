import SourceText

extension NameCheck {
    /// Declarations that name roles and classes, and names that are taken.
    mutating func checkDeclarations() {
        for name in policy.conduct.map(\.name) where name.value == "observed" {
            findings.note(
                "reserved-name", name.span, "no conduct can be named `observed`: `conduct.observed` is an event type",
                "choose another name")
        }
        let classes = Dictionary(policy.conduct.map { ($0.name.value, $0.name) }) { first, _ in first }
        for group in policy.groups { check(group, classes) }
        for fact in policy.facts {
            for role in fact.by { need(role, in: names.roles) }
        }
        for action in policy.actions {
            for role in action.by ?? [] { need(role, in: names.roles) }
        }
        for event in policy.events { check(event) }
        checkVariables()
    }

    private mutating func check(_ group: ConductGroup, _ classes: [String: Located<String>]) {
        if let both = classes[group.name.value] {
            findings.note(
                "duplicate-name", group.name.span,
                "\(quoted(group.name.value)) is a group and a class of conduct", "give one of them another name",
                related: [Diagnostic.Related(span: both.span, message: "it is a class here")])
        }
        for member in group.members {
            if names.groups.contains(member.value), !names.conduct.contains(member.value) {
                findings.note(
                    "wrong-type", member.span, "\(quoted(member.value)) is a group, and a group holds classes",
                    "name the classes of \(quoted(member.value)) here")
            } else {
                need(member, in: names.conduct)
            }
        }
    }

    private mutating func check(_ event: EventDeclaration) {
        if BuiltInEvent(rawValue: event.name.value) != nil {
            findings.note(
                "reserved-name", event.name.span, "the event type \(quoted(event.name.value)) is built in",
                "remove it, or choose another name")
        } else if event.name.value.hasPrefix("conduct.") {
            findings.note(
                "reserved-name", event.name.span, "`conduct.` stands before classes of conduct",
                "choose another name for this event type")
        }
    }

    /// Names that conditions read must be told apart from each other and from the language's own.
    private mutating func checkVariables() {
        var seen: [String: Located<String>] = [:]
        for measure in policy.measures { seen[measure.name.value] = measure.name }
        for setting in policy.settings {
            guard let measure = seen[setting.name.value] else { continue }
            findings.note(
                "duplicate-name", setting.name.span,
                "\(quoted(setting.name.value)) is a setting and a measure", "give one of them another name",
                related: [Diagnostic.Related(span: measure.span, message: "it is a measure here")])
        }
        for name in policy.measures.map(\.name) + policy.settings.map(\.name) where NameCheck.isReserved(name.value) {
            findings.note(
                "reserved-name", name.span, "\(quoted(name.value)) is a word of the language", "choose another name")
        }
    }

    /// Whether conditions could not tell such a name from the language's own.
    static func isReserved(_ name: String) -> Bool {
        NameCheck.scope.contains(name) || NameCheck.words.contains(name) || TermText(name) != .other
    }

    /// The names every condition may have in scope.
    private static let scope: Set = ["event", "contact", "customer", "agent", "fact", "status", "ladder"]

    /// Words of the Common Expression Language.
    private static let words: Set = [
        "as", "bool", "break", "bytes", "const", "continue", "double", "duration", "dyn", "else", "false", "for",
        "function", "has", "if", "import", "in", "indefinite", "int", "let", "list", "loop", "map", "namespace",
        "null", "null_type", "package", "return", "size", "string", "timestamp", "true", "type", "uint", "var", "void",
        "while",
    ]
}
