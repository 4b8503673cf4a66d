import CEL
import SourceText

/// What to type in a condition whose words mean something to its author and nothing to the expression language.
struct ConditionHelp {
    let names: DeclaredNames
    let site: ConditionSite
    let problem: CELProblem
    let text: String
    let examples: MeasureExample

    init(_ names: DeclaredNames, _ site: ConditionSite, _ problem: CELProblem) {
        self.names = names
        self.site = site
        self.problem = problem
        text = site.condition.text.value
        examples = MeasureExample(names)
    }

    /// The problem as this language tells it.
    var told: CELProblem {
        switch problem.code {
        case "unexpected-token", "unexpected-character":
            misspelt.map(helped) ?? sentence ?? helped(negationHelp ?? holdingHelp)
        case "unexpected-end", "never-equal": helped(valueHelp)
        case "type-mismatch": helped(statusHelp ?? clockHelp ?? partHelp ?? valueHelp)
        case "no-such-field": helped(statusHelp ?? elapsedHelp)
        case "record-as-value": helped(quotesHelp ?? roleHelp)
        case "unknown-function": helped(calledHelp)
        case "unknown-field": helped(fieldHelp)
        case "unknown-name": helped(nameHelp)
        default: problem
        }
    }

    private func helped(_ help: String?) -> CELProblem {
        guard let help else { return problem }
        return CELProblem(problem.code, problem.message, help: help, at: problem.range)
    }

    /// The word that the problem is about.
    var word: String? { words(problem.range) }

    // MARK: Words for operators

    /// What the parser did not understand, and people do.
    private var misspelt: String? {
        clockHelp ?? patternHelp ?? operatorHelp ?? valueHelp ?? plainStatus ?? spokenSentence
    }

    /// `event.conduct contains "insult"`: a list, which `in` asks.
    private var holdingHelp: String? {
        guard let help = problem.help, let call = help.firstMatch(of: /^write `event\.conduct\.contains\((.*)\)`$/)
        else {
            return nil
        }
        let bare = String(call.output.1.filter { $0 != "\"" && $0 != "'" })
        return "write `\"\(bare)\" in event.conduct`"
    }

    /// `insult not in event.conduct`: the class stands in quotation marks as well.
    private var negationHelp: String? {
        guard let help = problem.help,
            let bare = names.observable.all.first(where: { help.hasPrefix("write `!(\($0) in ") })
        else { return nil }
        return help.replacing("(\(bare) in ", with: "(\"\(bare)\" in ", maxReplacements: 1)
    }

    /// A bare word where a text was meant: the condition with the word in quotation marks.
    private var quotesHelp: String? {
        guard let help = problem.help, help.hasPrefix("text stands in quotation marks") else { return nil }
        let parts = help.split(separator: "`")
        guard parts.count == 2, text.utf8.count <= 60, !text.contains("\n") else { return help }
        let bytes = Array(text.utf8)
        let whole = bytes[..<problem.range.lowerBound] + parts[1].utf8 + bytes[problem.range.upperBound...]
        return "put it in quotation marks: `\(String(decoding: Array(whole), as: UTF8.self))`"
    }

    // MARK: Fields

    private var fieldHelp: String? {
        guard let word else { return nil }
        if let owner, let help = declaredHelp(word, of: owner) ?? textHelp(word) { return help }
        if owner != "customer", let help = timeHelp(word) { return help }
        if let tag = tagHelp(word) { return tag }
        if let action = examples.action(spokenAs: word) { return examples.deed(action) }
        if let owner, names.events.contains("\(owner).\(word)") { return examples.event("\(owner).\(word)") }
        if let renamed = renamedField(word) { return renamed }
        if Reading.ContactField(rawValue: word) != nil { return "did you mean `contact.\(word)`?" }
        if owner == "customer" { return ofCustomer(word) }
        if owner == "event", names.conduct.contains(word) { return "write `\"\(word)\" in event.conduct`" }
        if owner == "event" || owner == "contact", let help = foundOut(word) { return help }
        if owner == "agent" { return examples.ofAgent(word, of: word, comparison) }
        return nil
    }

    // MARK: Names

    private var nameHelp: String? {
        // A word beside one that can only be certain texts was meant as one of them.
        if let word, let list = inList(word) { return list }
        if let quotesHelp { return quotesHelp }
        guard let word else { return nil }
        if let switched = switchedHelp(word) ?? knownHelp(word) { return switched }
        if word == "utterance", next != nil, let said = textHelp("text") { return said }
        if let action = examples.action(spokenAs: word) { return examples.deed(action) }
        if let event = eventHelp(word) ?? timeHelp(word) ?? textHelp(word) ?? commonHelp(word) { return event }
        guard let help = problem.help, help.hasPrefix("names here") else { return nil }
        if comparison == nil, Name.isVariable(word) {
            return
                "\(help); what somebody finds out is a fact: \(ConditionHelp.declared(word, comparesText ? "text" : "bool"))"
        }
        return "\(help); a count of your own is declared: \(examples.declaration(word, of: nil, per: "customer"))"
    }

    /// A class of conduct where something is asked that is on and off.
    private func switchedHelp(_ name: String) -> String? {
        ConditionHelp.switched(name == "conduct" ? next ?? name : name, names, site)
    }

    /// What somebody meant who wrote the bare name of something that the policy declares.
    private func knownHelp(_ name: String) -> String? {
        if name == "conduct" {
            let kind = spoken(of: names.observable) ?? names.conduct.all.first ?? "insult"
            let compared = next == kind ? chained : nil
            if let compared { return "write `contact.conduct(\"\(kind)\") \(compared.text)` for the contact so far" }
            let now =
                names.groups.contains(kind) || !hasField("conduct")
                ? "" : ", or `\"\(kind)\" in event.conduct` for this event alone"
            return "write `contact.conduct(\"\(kind)\") > 0` for the contact so far\(now)"
        }
        if name == "status", let part = next { return partOfStatus(part) }
        let functions = [("fact", names.facts), ("status", names.statuses), ("ladder", names.ladders)]
        for (function, known) in functions {
            if function == "status", known.contains(name), let alone = compared(name) { return alone }
            if known.contains(name) { return "did you mean `\(function)(\"\(name)\")`?" }
            if name == function, hasField(name), let one = spoken(of: known) {
                return "write `event.\(name) == \"\(one)\"`"
            }
            if name == function, let bare = bareName(of: known) {
                return function == "ladder"
                    ? "write `ladder(\"\(bare)\") > 1`" : "write `\(function)(\"\(bare)\")` alone"
            }
            if name == function, let one = spoken(of: known) { return "did you mean `\(function)(\"\(one)\")`?" }
        }
        guard names.observable.contains(name) else { return nil }
        let isAlone = text.filter { $0 != " " && $0 != "!" } == name
        if let comparison = comparison ?? (isAlone ? Comparison(">", "0") : nil) {
            return "write `contact.conduct(\"\(name)\") \(comparison.text)` for the contact so far"
        }
        return "conduct stands in quotation marks: `\"\(name)\"`"
    }

    /// A field of the event without `event.`, or an event's type.
    private func eventHelp(_ name: String) -> String? {
        if hasField(name) { return "did you mean `event.\(name)`?" }
        if next == nil, Reading.ContactField(rawValue: name) != nil { return "did you mean `contact.\(name)`?" }
        let spelt = next.map { "\(name).\($0)" } ?? name.replacing("_", with: ".", maxReplacements: 1)
        return names.events.contains(spelt) ? examples.event(spelt) : nil
    }

    /// What the word and the name after its dot are compared with.
    private var chained: Comparison? {
        let after = String(decoding: Array(text.utf8)[problem.range.upperBound...], as: UTF8.self)
        return after.prefixMatch(of: /\.[a-z0-9_-]+\s*(>=|<=|==|!=|>|<)\s*(\d{1,9})/).map {
            Comparison(String($0.output.1), String($0.output.2))
        }
    }

    /// `agent == "supervisor"`.
    private var roleHelp: String? {
        guard word == "agent", names.roles.all.contains(where: { text.contains("\"\($0)\"") }) else { return nil }
        return hasField("by")
            ? "who did it is `event.by`" : "who may do something is said in the act: `by: [supervisor]`"
    }

    func hasField(_ name: String) -> Bool {
        guard case .fields(let fields) = site.scope.event else { return false }
        return fields.contains { $0.name == name }
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
    }

    func words(_ range: Range<Int>) -> String? {
        let bytes = Array(text.utf8)
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        return String(decoding: bytes[range], as: UTF8.self)
    }
}
