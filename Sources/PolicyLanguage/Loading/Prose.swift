import SourceText
import YAMLTree

/// What to type in place of a sentence, or of several words, where one name belongs.
///
/// Authors write as they speak: `if_missed: tell the manager`. A name made of the sentence would help nobody.
struct Prose {
    let names: DeclaredNames

    init(_ names: DeclaredNames) {
        self.names = names
    }

    /// What to type; nil where the text is no sentence, or nothing better than its own letters comes to mind.
    func help(for whole: String, _ kind: ScalarKind, key: String) -> String? {
        // A whole page of text in the place of a name is told as soon as a line of it.
        let text = String(decoding: whole.utf8.prefix(PolicyLimits.proseLength), as: UTF8.self)
        if let straight = Prose.withoutCurlyQuotes(text) {
            return "these quotation marks are part of the text here: write `\(straight)`, without them"
        }
        if let map = map(in: text, kind, key) { return map }
        let words = Prose.words(text)
        if let other = elsewhere(text, kind, key) { return other }
        if words.count == 1, kind == .action, text.contains(".") {
            return "\(quoted(key)) names an action, such as `warn`"
        }
        guard words.count > 1 else { return nil }
        switch kind {
        case .action: return act(words, key)
        case .trigger: return event(words, text)
        case .until: return event(words, text, orTime: ", or a length of time such as `20m`")
        case .id:
            switch key {
            case "script": return script(words, text)
            case "begin", "end", "status": return status(words, key)
            case "by", "each", "not": return role(words, key)
            case "must_say": return said
            case "fields":
                let fields = words.filter { $0 != "and" && Name.isID($0) }
                return fields.isEmpty ? nil : "write `fields: [\(fields.joined(separator: ", "))]`"
            default: return nil
            }
        default: return nil
        }
    }

    /// Something of another place: a condition where an event belongs, an action where the end of a norm is named.
    private func elsewhere(_ text: String, _ kind: ScalarKind, _ key: String) -> String? {
        switch kind {
        case .trigger where text.hasPrefix("every ") || text.hasPrefix("each "): return TriggerHelp.recurring
        case .trigger where MeasureExample.time(text) != nil:
            return MeasureExample.time(text).map { MeasureExample.wait($0) }
        case .trigger: return TriggerHelp(names).help(forCondition: text) ?? TriggerHelp(names).help(forStep: text)
        case .choice where key == "during" && names.actions.contains(text):
            return "it is `contact`, `customer` or `agent`; what comes after another act has `after: \(text)` where it "
                + "is asked for, as in `must: {warn: {after: \(text)}}`"
        case .until: return TriggerHelp(names, isEnd: true).help(forCondition: text)
        case .action where key == "after": return after(text)
        case .variable where key == "measure" && text.hasSuffix("elapsed"): return MeasureExample.wait("30m")
        default: return nil
        }
    }

    /// A time or a condition where an action is named that comes first.
    private func after(_ text: String) -> String? {
        if let time = MeasureExample.time(text) { return "`after` names an action; \(MeasureExample.wait(time))" }
        guard text.contains(where: { "=<>(!".contains($0) }) else { return nil }
        return "`after` names an action; a condition stands beside it: `if: \(inBraces(text))`"
    }

    /// Words without commas and periods around them; those of names keep the dots within.
    private static func words(_ text: String) -> [String] {
        text.split { " \t\n,;|&".contains($0) }.map { word in
            String(word.hasSuffix(".") || word.hasSuffix("!") ? word.dropLast() : word)
        }.filter { !$0.isEmpty }
    }

    /// The text without the quotation marks that word processors write; nil where there are none.
    private static func withoutCurlyQuotes(_ text: String) -> String? {
        guard text.contains(where: { curly.contains($0) }) else { return nil }
        return text.filter { !curly.contains($0) }
    }

    private static let curly: Set<Character> = ["“", "”", "„", "‘", "’", "«", "»"]

    // MARK: Acts

    private func act(_ words: [String], _ key: String) -> String? {
        if let one = joined(words, in: names.actions.all) { return "did you mean \(quoted(one))?" }
        let known = words.map(plain).filter(names.actions.contains)
        if known.count > 1, words.contains(where: { ["and", "or"].contains($0) }) || words.count == known.count {
            return "write several as a list: `\(key): [\(known.joined(separator: ", "))]`"
        }
        if let often = often(words, key) { return often }
        if let fact = words.map(plain).first(where: names.facts.contains) {
            return
                "a fact is recorded by whoever learns of it, with the event `fact.recorded`; that somebody writes it down is an "
                + "act: `\(key): {record: {fields: [\(fact)]}}`"
        }
        let own = ownAction(words)
        guard let action = known.first ?? Spoken.action(in: words) else {
            return
                "write the name of an action, such as `warn`; one of your own is declared: \(own ?? "`actions: {call_police: {by: [agent]}}`")"
        }
        // A built-in one that a later word names may well not be what was meant.
        let isFirst = Spoken.action(in: Array(words.prefix(2))) == action || words[0] == action
        let other = isFirst ? "" : own.map { "; one of your own is declared: \($0)" } ?? ""
        return "name an action, as in `\(key): \(example(of: action, words))`\(other)"
    }

    /// An act with what can be told from the sentence.
    private func example(of action: String, _ words: [String]) -> String {
        var parts: [String] = []
        if action == "notify" || action == "transfer" {
            let role = words.map(plain).first(where: names.roles.contains)
            parts.append(action == "notify" ? "who: \(role ?? names.leader)" : "to: \(role ?? "writing_team")")
        }
        if action == "say" { parts.append("script: \(names.scripts.all.first ?? "sorry")") }
        if let place = words.firstIndex(of: "within") {
            let rest = words[(place + 1)...].joined(separator: " ")
            if case .elapsed = TermText(rest) {
                parts.append("within: \(rest)")
            } else if let time = MeantTime.elapsed(instead: rest) {
                parts.append("within: \(time)")
            }
        }
        return parts.isEmpty ? action : "{\(action): {\(parts.joined(separator: ", "))}}"
    }

    // MARK: Events

    private func event(_ words: [String], _ text: String, orTime: String = "") -> String? {
        if let one = joined(words, in: names.events.all) { return "did you mean \(quoted(one))?" }
        let observed = words.filter { $0.contains(".") && Name.isEventType($0) }
        let others = words.filter { !observed.contains($0) }
        if observed.count > 1, others.allSatisfy({ ["and", "or", "OR", "AND"].contains($0) }) {
            return "any of several is a list: `[\(observed.joined(separator: ", "))]`"
        }
        if let machine = machine(words) { return "write `\(machine)`" }
        if let counted = countedWithin(words) ?? timed(words) ?? counted(words) { return counted }
        if let done = deedDone(words, isEnd: !orTime.isEmpty) { return done }
        if let one = observed.first, observed.count == 1, names.events.contains(one) || one.hasPrefix("conduct."),
            words.count > 2
        {
            return "write \(quoted(one)) alone, and what else must hold beside it, with `if:`"
        }
        if words.contains("action.done"), let deed = words.lazy.compactMap({ TriggerHelp(names).deed($0) }).first {
            return deed
        }
        if let status = words.first(where: names.statuses.contains) {
            let isOver = words.contains { ["ends", "ended", "over", "expires", "expired", "lifted"].contains($0) }
            return "write `{status: \(status), becomes: \(isOver ? "ended" : "active")}`"
        }
        let classes = names.observable.all
        if let meant = words.lazy.compactMap({ word in classes.first { Prose.isForm(word, of: $0) } }).first {
            return "did you mean `conduct.\(meant)`?"
        }
        if !orTime.isEmpty, MeantTime.isEndless(text) { return ScalarKind.until.unfit(text, "until").help }
        if let time = MeantTime.help(day: text) ?? MeantTime.help(text) { return time }
        if let spoken = Spoken.event(in: words) { return "did you mean \(quoted(spoken))?" }
        if orTime.isEmpty, let fact = seen(text) { return fact }
        let known = classes.isEmpty ? "" : "conduct, one of \(listed(classes.map { "conduct.\($0)" })); or "
        return "write one name: \(known)an event type, such as `supervisor.requested` or `contact.ended`\(orTime)"
    }

    /// `ladder.abuse reaches 2` as the map that says so.
    private func machine(_ words: [String]) -> String? {
        guard let place = words.firstIndex(where: { ["reaches", "becomes"].contains($0) }), place + 1 < words.count,
            let name = words[0..<place].last?.split(separator: ".").last.map(String.init)
        else { return nil }
        let kind: String? =
            if names.ladders.contains(name) {
                "ladder"
            } else if names.measures.contains(name) {
                "measure"
            } else if names.statuses.contains(name) {
                "status"
            } else {
                nil
            }
        return kind.map { "{\($0): \(name), \(words[place]): \(words[place + 1])}" }
    }

    /// Whether a word is a name or a form of it, as `threatens` and `threats` are of `threat`.
    static func isForm(_ word: String, of name: String) -> Bool {
        let (word, name) = (word.lowercased(), name.lowercased())
        return word == name || (name.count >= 4 && word.hasPrefix(name.hasSuffix("e") ? String(name.dropLast()) : name))
    }

    // MARK: Words

    func plain(_ word: String) -> String { word.lowercased() }

    /// The known name that words make when they are put together; nil where they make none.
    func joined(_ all: [String], in known: [String]) -> String? {
        let words = all.filter { !["the", "a", "an"].contains($0.lowercased()) }
        guard !words.isEmpty else { return nil }
        let letters = words.joined().lowercased().filter { $0.isLetter || $0.isNumber }
        return known.first { $0.filter { $0.isLetter || $0.isNumber } == letters }
            ?? (words.count < 4 ? nearest(words.joined(separator: "_"), in: known) : nil)
    }
}
