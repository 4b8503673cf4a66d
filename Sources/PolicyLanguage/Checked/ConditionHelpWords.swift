import CEL
import SourceText

/// Single words in conditions that mean something to everybody, and are written in another way here.
extension ConditionHelp {
    // MARK: Names

    /// A channel, a person, or a word that says "again".
    func commonHelp(_ word: String) -> String? {
        if ConditionHelp.channels.contains(word) { return "write `contact.channel == \"\(word)\"`" }
        if ConditionHelp.again.contains(word) { return again }
        if names.roles.contains(word), word != "supervisor" {
            return
                "who may do it is said in the act, `by: [\(word)]`; who did it is `event.by == \"\(word)\"` where the event is "
                + "`action.done`"
        }
        if ["supervisor", "team_leader", "teamleader"].contains(word) { return examples.deed("involve_supervisor") }
        if hasField("fields"), Name.isVariable(word), comparison != nil || comparesText {
            let field = "event.fields.\(word)"
            return "what a deed carries is asked with `has(event.fields) && has(\(field)) && \(field) == …`"
        }
        return nil
    }

    private static let channels: Set = [
        "phone", "chat", "email", "mail", "letter", "visit", "video", "ticket", "social", "sms", "fax",
    ]
    private static let again: Set = [
        "repeated", "repeatedly", "again", "continues", "continued", "persists", "persistent", "twice", "recurring",
    ]

    /// That something came before, and comes once more.
    private var again: String {
        let kind = names.groups.all.first ?? names.conduct.all.first ?? "insult"
        return
            "whether it came before in this contact is `contact.conduct(\"\(kind)\") > 1`; what follows step by step is "
            + "a ladder: `ladders: {\(kind): {when: conduct.\(kind), steps: [{must: warn}, {may: end_contact}]}}`"
    }

    /// A bare word in a list that `in` asks: the list with its words in quotation marks.
    func inList(_ word: String) -> String? {
        guard let found = text.firstMatch(of: /\bin\s*[\[(]([^\])"']+)[\])]/),
            found.output.1.contains(","),
            found.output.1.split(separator: ",").map({ $0.filter { $0 != " " } }).contains(word)
        else { return nil }
        let words = found.output.1.split(separator: ",").prefix(6).map { "\"\($0.filter { $0 != " " })\"" }
        return "texts stand in quotation marks: `in [\(words.joined(separator: ", "))]`"
    }

    /// Whether the word is compared with a text.
    var comparesText: Bool {
        let after = String(decoding: Array(text.utf8)[problem.range.upperBound...], as: UTF8.self)
        return after.prefixMatch(of: /\s*(==|!=)\s*["']/) != nil
    }

    // MARK: Fields

    /// A field under another name: `contact.duration`, `event.who`, `agent.role`.
    func renamedField(_ word: String) -> String? {
        switch owner {
        case "contact":
            if ["type", "medium", "kind", "via", "media"].contains(word) { return "did you mean `contact.channel`?" }
            if ["duration", "length", "minutes", "time", "running"].contains(word) {
                return "did you mean `contact.elapsed`? a length of time is written `duration(\"10m\")`"
            }
            return nil
        case "agent" where ["role", "type", "level", "rank"].contains(word):
            return hasField("by")
                ? "who did it is `event.by`, as in `event.by == \"supervisor\"`"
                : "who may do something is said in the act, `by: [supervisor]`; who did it is `event.by` of `action.done`"
        case "event":
            if ["by", "who", "actor", "role", "observer", "from"].contains(word), !hasField("by"), hasField("source") {
                return "conduct is the customer's; who noticed it is `event.source`, as in `event.source == \"agent\"`"
            }
            if ["ended_by", "done_by", "who", "role", "actor"].contains(word), hasField("by") {
                return "did you mean `event.by`?"
            }
            if ["level", "degree", "grade"].contains(word), hasField("severity") {
                return "did you mean `event.severity`?"
            }
            return nil
        default: return nil
        }
    }

    /// `event.answered`: of an event that has tags, something that the system which sends it knows.
    func tagHelp(_ word: String) -> String? {
        if owner == "event", ["type", "kind", "name"].contains(word), !hasField(word) {
            return
                "what an event is stands in `when`, `count` or `elapsed`, one rule or measure for each kind; where they stand in one "
                + "list ask for a field that only one of them has, such as `has(event.speaker)`"
        }
        guard owner == "event", hasField("tags"), !hasField("action"), Name.isVariable(word),
            Reading.ContactField(rawValue: word) == nil
        else { return nil }
        let known = examples.action(spokenAs: word).map { "; \(examples.deed($0))" } ?? ""
        return
            "what the system that sends the event knows of it comes as a tag: `has(event.tags) && \"\(word)\" in event.tags`; "
            + "what somebody finds out is a fact: \(ConditionHelp.declared(word, comparesText ? "text" : "bool"))\(known)"
    }

    /// What is known of a customer: recorded, or counted.
    func ofCustomer(_ word: String) -> String {
        let counted = examples.count(word, of: word, per: "customer", comparison)
        let isCount = comparison != nil && word.hasSuffix("s") || names.observable.contains(word)
        if isCount || !Name.isVariable(word) { return counted }
        let type = comparison == nil ? (comparesText ? "text" : "bool") : "int"
        return "what is known of a customer is a fact: `facts: {\(word): {type: \(type), about: customer}}` and "
            + "`fact(\"\(word)\")`; how often something came is counted: \(counted.replacing("count it with a measure: ", with: ""))"
    }

    // MARK: Values

    /// A number in words, or in percent, where a field is a number; an action by another name.
    var valueHelp: String? {
        if text.contains("event.severity"), problem.code == "type-mismatch" {
            return "it is a number from 0 to 4: `event.severity >= 3`"
        }
        if problem.code == "never-equal", text.contains("event.action"), let word {
            let bare = word.filter { $0 != "\"" && $0 != "'" }
            let action = Spoken.action(in: Spoken.words(of: bare)).map { "did you mean `\"\($0)\"`? " } ?? ""
            guard let help = problem.help else { return nil }
            return "\(action)\(help); an action of your own is declared: `actions: {\(bare): {by: [agent]}}`"
        }
        if let found = text.firstMatch(of: /(\d{1,3})\s*%/), let percent = Int(found.output.1), percent < 100 {
            let tenths = percent.isMultiple(of: 10) ? "\(percent / 10)" : (percent < 10 ? "0\(percent)" : "\(percent)")
            return "write it as a part of one: `0.\(tenths)`"
        }
        return nil
    }

    /// `contact.elapsed.minutes > 10`.
    var elapsedHelp: String? {
        guard let found = text.firstMatch(of: /contact\.elapsed\.(\w+)(?:\(\))?\s*(>=|<=|==|>|<)?\s*(\d{1,5})?/) else {
            return nil
        }
        let unit = String(found.output.1).lowercased()
        let letter =
            ["second": "s", "minute": "m", "hour": "h", "day": "d"].first { unit.contains($0.key) }?.value ?? "m"
        return "write `contact.elapsed \(found.output.2 ?? ">") duration(\"\(found.output.3 ?? "10")\(letter)\")`"
    }

    /// `ladder("abuse") reaches 2`, `a in (b, c)`.
    var operatorHelp: String? {
        if let found = text.firstMatch(of: /\b(reaches|exceeds|above|over|below|under|equals|is at least)\s+(\d{1,9})/)
        {
            let signs = [
                "reaches": ">=", "exceeds": ">", "above": ">", "over": ">", "below": "<", "under": "<", "equals": "==",
            ]
            return "write `\(signs[String(found.output.1)] ?? ">=") \(found.output.2)`"
        }
        if let found = text.firstMatch(of: /^([a-z_]+) ([a-z_]+)\s*(>=|<=|==|>|<)\s*(\d{1,6})(%?)/) {
            let name = "\(found.output.1)_\(found.output.2)"
            let isPart = found.output.5 == "%"
            let number = isPart ? "0.\(found.output.4.count == 1 ? "0" : "")\(found.output.4)" : String(found.output.4)
            return
                "a name is one word; what somebody finds out is a fact: `facts: {\(name): {type: \(isPart ? "double" : "int")}}` and "
                + "`fact(\"\(name)\") \(found.output.3) \(number)`"
        }
        if let found = text.firstMatch(of: /\bin\s*\(([^()]+,[^()]+)\)/) {
            let words = found.output.1.split(separator: ",").prefix(6).map { word in
                "\"\(word.filter { !" \"'".contains($0) })\""
            }
            return "a list stands in brackets: `in [\(words.joined(separator: ", "))]`"
        }
        return nil
    }

    // MARK: Sentences

    /// A sentence that says "again", or that something was done.
    var spokenSentence: String? {
        let words = text.split { " .,".contains($0) }.map { $0.lowercased() }
        guard words.count < 12, ConditionHelp.isProse(text) else { return nil }
        if words.contains(where: { ConditionHelp.again.contains($0) || $0 == "more" })
            || text.firstMatch(of: /(?i)\b(second|third|fourth|2nd|3rd|next) (time|insult|warning)/) != nil
        {
            return again
        }
        let said: Set = ["was", "is", "done", "given", "after", "been", "has", "already", "before", "once"]
        guard words.contains(where: said.contains) else { return nil }
        let action = words.lazy.compactMap { examples.action(spokenAs: $0) ?? Spoken.action(in: [$0]) }.first
        return action.map(examples.deed)
    }
}
