import SourceText
import YAMLTree

/// Keys of an act or a rule that say how something is done, by which way, with what, and after what.
extension KeyHelp {
    // MARK: In an act

    func ofWays(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        let act = owner ?? "warn"
        if ["say", "text", "words", "message", "wording", "phrase"].contains(key), value.contains(" ") {
            return
                "put the words under `scripts:`, as in `scripts: {my_words: {en: …}}`, and write `script: my_words` here"
        }
        if MeantTime.isAtOnce(key) { return "write the time it may take: `within: 30s`" }
        if names?.roles.contains(key) == true { return someone(key, entry) }
        if entry.value.isEmptyPlain, Name.isID(key), ["say", "warn", "announce"].contains(act) {
            return "write `\(act): {script: \(key)}`, with the words under `scripts:`"
        }
        if KeyHelp.ways.contains(key) {
            let isChannel =
                key.hasPrefix("channel") || ["phone", "chat", "email", "visit", "letter", "sms"].contains(value)
            let channel = Name.isID(value) ? value : entry.value.texts.first?.value ?? "phone"
            let by =
                isChannel ? "an act is for every channel of its rule, where `channels: [\(channel)]` narrows it; " : ""
            return by
                + "how it is done stands in a comment, `# …`, or, where that matters, in the name of an action of your own: "
                + "`actions: {\(act)_by_\(Name.isVariable(value) ? value : "post"): {by: [agent]}}`"
        }
        if KeyHelp.contents.contains(key), names?.scripts.contains(value) != true {
            let fields = entry.value.texts.map(\.value).filter(Name.isVariable)
            return "write `fields: [\((fields.isEmpty ? ["reason"] : fields).joined(separator: ", "))]`"
        }
        if KeyHelp.firsts.contains(key), let first = action(value) { return "write `after: \(first)`" }
        if KeyHelp.unready.contains(key), let first = action(value) {
            return "what may be done only after another act is `may: {\(act): {after: \(first)}}`, in the place of this"
        }
        if ["alone", "own_authority", "by_themselves", "unaided"].contains(key) {
            return "who may is `by: [agent]`; where somebody else has to agree first, that is an act before it: "
                + "`{\(act): {after: agree}}` with `actions: {agree: {by: [\(names?.leader ?? "manager")]}}`"
        }
        if ["decision", "outcome", "result"].contains(key), act == "decide" {
            return "take it out: the policy asks for a decision, and the event `status.decided` says which one it was"
        }
        if KeyHelp.ranks.contains(key) { return KeyHelp.ranked }
        if ["true", "yes"].contains(value), Name.isID(key), nearest(key, in: block.keys.map(\.name)) == nil,
            Name.isID("\(act)_\(key)")
        {
            return "say it in the name of an action of your own: `actions: {\(act)_\(key): {by: [agent]}}`"
        }
        if act == "record" || act == "report", Name.isVariable(key), nearest(key, in: block.keys.map(\.name)) == nil,
            !["in", "into", "where", "system", "at", "for", "every"].contains(key)
        {
            return "what is written down is named: `fields: [\(key)]`"
        }
        if ["in", "into", "where", "system", "at"].contains(key), MeasureExample.time(value) == nil {
            return
                "take it out, or write it as a comment, `# …`: where something is written or sent is no part of an act"
        }
        if act == "offer_break", ["at_least", "min", "minimum", "of"].contains(key),
            let time = MeasureExample.time(value),
            case .elapsed(let long) = TermText(time)
        {
            return "write `minutes: \(max(long / 60_000, 1))`"
        }
        return nil
    }

    /// Another person in an act: whom to tell, or whose deed it is.
    private func someone(_ role: String, _ entry: YAMLEntry) -> String? {
        let within = entry.value["within"]?.scalar?.text ?? entry.value.scalar.flatMap { MeasureExample.time($0.text) }
        let time = within.map { ", within: \($0)" } ?? ""
        switch owner {
        case "notify": return "write `notify: {who: \(role)\(time)}`"
        case "transfer", "redirect", "report": return "write `\(owner ?? ""): {to: \(role)\(time)}`"
        default: return "write `\(owner ?? "warn"): {by: \(role)\(time)}`"
        }
    }

    /// The action of the policy that a word names.
    private func action(_ word: String) -> String? {
        guard let names else { return nil }
        return MeasureExample(names).action(spokenAs: word)
    }

    private static let ways: Set = [
        "how", "via", "channel", "channels", "medium", "using", "means", "method", "over", "through",
    ]
    private static let contents: Set = [
        "what", "content", "contents", "includes", "include", "contains", "details", "data", "items", "record",
        "recording", "with_fields", "note", "notes", "information", "info",
    ]
    private static let firsts: Set = [
        "first", "preceded_by", "only_after", "requires", "needs", "following", "prior", "once",
    ]
    private static let unready: Set = ["before", "without", "not_before", "unless_done"]
    private static let ranks: Set = ["priority", "weight", "rank", "order", "importance", "precedence", "salience"]
    private static let ranked =
        "which of two rules goes before the other is said in the one that does: `overrides: [rules.NAME]`; otherwise take it out"

    // MARK: In the declaration of an action

    func ofAction(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if ["about", "per", "home", "lives", "scope"].contains(key), Home(rawValue: value) != nil {
            return "write `during: \(value)`"
        }
        if KeyHelp.contents.contains(key) || ["needs", "must_carry", "required_fields"].contains(key) {
            let fields = entry.value.texts.map(\.value).filter(Name.isVariable)
            return "write `fields: [\((fields.isEmpty ? ["reason"] : fields).joined(separator: ", "))]`"
        }
        if ["optional", "optional_fields", "may_carry"].contains(key) {
            return "take it out: `fields` names what a deed has to carry, and it may always carry more"
        }
        if ["channel", "channels", "if", "unless", "when"].contains(key) {
            let example =
                key == "when"
                ? "when: conduct.threat"
                : key.hasPrefix("channel") ? "channels: [\(value.isEmpty ? "phone" : value)]" : "if: …"
            return
                "it stands in the rule that asks for the act, `rules: {my_rule: {\(example), must: \(owner ?? "warn")}}`"
        }
        guard let inAct = Grammar.act[key], block[key] == nil else { return nil }
        let shown = Name.isID(value) || MeasureExample.time(value) != nil ? "\(key): \(value)" : inAct.example
        return "it stands where the act is asked for: `must: {\(owner ?? "warn"): {\(shown)}}`"
    }

    // MARK: In a rule

    func ofRuleWays(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if let asked = ofEvent(key, entry) { return asked }
        if key == "always" { return "write `when: contact.started` for what holds in every contact" }
        if key == "per" {
            return
                "take it out: a rule fires in each contact; a count is kept `per: \(value.isEmpty ? "customer" : value)`, below `measures:`"
        }
        if ["once", "repeat_only", "only_once"].contains(key) {
            return "take it out: an act of one rule stands once, however often the rule fires while it is open"
        }
        if ["enabled", "disabled", "active", "draft"].contains(key) {
            return "take it out; a rule that is not to be in force is a comment, `# …`"
        }
        if ["role", "actor", "who", "roles"].contains(key), let (modality, act) = firstAct {
            return
                "who does it is said in the act: `\(modality.rawValue): {\(act): {by: \(value.isEmpty ? "agent" : value)}}`"
        }
        if ["say", "says", "words", "text", "message"].contains(key) {
            let script = names?.scripts.contains(value) == true ? value : "my_words"
            let (modality, act) = firstAct.map { ($0.0.rawValue, $0.1) } ?? ("must", "say")
            return "the words belong to an act: `\(modality): {\(act): {script: \(script)}}`"
        }
        if let time = MeasureExample.time(value), ["for", "lasts", "duration"].contains(key),
            let (modality, act) = firstAct
        {
            return "how long it stands is said in the act: `\(modality.rawValue): {\(act): {until: \(time)}}`"
        }
        if ["and", "also"].contains(key), let first = entries.first(where: { $0.key.value == "if" })?.value.scalar?.text
        {
            return "a condition is one text: `if: \(inBraces("\(first) && \(value)"))`"
        }
        if KeyHelp.ranks.contains(key) { return KeyHelp.ranked }
        if ["steps", "ladder", "stages", "levels"].contains(key) {
            let event = entries.first { $0.key.value == "when" }?.value.scalar?.text ?? "conduct.insult"
            return "what goes step by step is a ladder: `ladders: {\(owner ?? "abuse"): {when: \(inBraces(event)), "
                + "steps: [{must: warn}, {may: end_contact}]}}`"
        }
        let isStep = entry.value.entries?.contains { Modality(rawValue: $0.key.value) != nil } == true
        if isStep,
            Prose.number(key) != nil
                || ["first", "1", "1st", "then", "next", "initially", "last", "finally"].contains(key)
                || key.hasPrefix("step")
        {
            return
                "what goes step by step is a ladder: `ladders: {\(owner ?? "abuse"): {when: …, steps: [{must: warn}, {may: end_contact}]}}`"
        }
        if let then = following(key, entry) { return then }
        if ["name", "id"].contains(key) { return "take it out: the key that the rule stands under is its name" }
        if ["times", "count", "repeat", "repeats", "number", "occurrences"].contains(key) {
            return often(wholeNumber(value) ?? 3)
        }
        if ["else", "otherwise"].contains(key) {
            return "what goes where the condition does not hold is a second rule, with `unless` in the place of `if`"
        }
        if let status = status(entry), KeyHelp.imposes.contains(key) {
            return
                "write `begin: \(status)`; where somebody decides it, `must: {decide: {status: \(status), within: 3d}}`"
        }
        if block.keys.first?.isRequired == false, Name.isID(key),
            entry.value.entries?.contains(where: { block[$0.key.value] != nil }) == true
        {
            return
                "rules under a status have no names: write what stands below \(quoted(key)) itself, and several as a list: "
                + "`while_active: [{…}, {…}]`"
        }
        return byRole(key, entry)
    }

    /// How often something came before the rule fires.
    private func often(_ number: Int64) -> String {
        let event = entries.first { $0.key.value == "when" }?.value.scalar?.text ?? "conduct.insult"
        let counted = Name.isEventType(event) ? event : "conduct.insult"
        let name = "\(counted.split(separator: ".").last ?? "insult")_count".replacing("-", with: "_")
        return "a count comes to a number: `measures: {\(name): {count: \(counted), per: contact, in_last: ever}}` and "
            + "`when: {measure: \(name), reaches: \(number)}`"
    }

    /// `then_may: end_contact`: what may, or must, be done after the first act.
    private func following(_ key: String, _ entry: YAMLEntry) -> String? {
        let words = Spoken.words(of: key)
        guard ["then", "next", "after", "afterwards", "finally"].contains(words.first ?? ""),
            let modality = words.dropFirst().compactMap({ Modality(rawValue: $0) }).first
        else { return nil }
        let first = firstAct?.1 ?? "warn"
        return "write `\(modality.rawValue): {\(name(of: entry.value) ?? "end_contact"): {after: \(first)}}`"
    }

    private func status(_ entry: YAMLEntry) -> String? {
        entry.value.texts.map(\.value).first { names?.statuses.contains($0) == true }
    }

    private static let imposes: Set = [
        "status", "statuses", "impose", "imposes", "activate", "activates", "becomes", "set_status", "apply",
        "restrict", "puts_on",
    ]

    /// `agent must: warn`, `agent: {must: warn}`.
    private func byRole(_ key: String, _ entry: YAMLEntry) -> String? {
        let words = Spoken.words(of: key)
        guard let role = words.first(where: { names?.roles.contains($0) == true }) else { return nil }
        let said = words.first { Modality(rawValue: $0) != nil }
        let inside = entry.value.entries?.first { Modality(rawValue: $0.key.value) != nil }
        guard let modality = said ?? inside?.key.value else { return nil }
        let act = name(of: inside?.value ?? entry.value) ?? "warn"
        return "write `\(modality): {\(act): {by: \(role)}}`"
    }
}
