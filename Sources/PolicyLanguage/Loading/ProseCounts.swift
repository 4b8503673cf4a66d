import SourceText

/// Sentences that say how often, or what somebody sees.
extension Prose {
    /// `3rd insult`, `conduct.insult twice`: a count that comes to a number.
    func counted(_ words: [String]) -> String? {
        guard let number = words.lazy.compactMap(Prose.number).first else { return nil }
        let classes = names.observable.all
        let kind = words.lazy.map { $0.hasPrefix("conduct.") ? String($0.dropFirst(8)) : $0 }
            .compactMap { word in classes.first { Prose.isForm(word, of: $0) } }.first
        let event = words.first { names.events.contains($0) } ?? kind.map { "conduct.\($0)" }
        if let event { return TriggerHelp.counted(event, number) }
        let rest = words.map { $0.lowercased() }.filter {
            Prose.number($0) == nil && !["times", "the", "a", "of"].contains($0)
        }
        if rest.count == 1, let spoken = Spoken.event(in: rest) { return TriggerHelp.counted(spoken, number) }
        let (type, name) = (rest.joined(separator: "."), rest.joined(separator: "_"))
        guard (1...3).contains(rest.count), Name.isEventType(type), Name.isVariable(name) else { return nil }
        return
            "what is counted is an event: one of your own is declared, `events: {\(type): {}}`, and counted, `measures: {\(name): "
            + "{count: \(type), per: customer, in_last: 30d}}`; then it is `{measure: \(name), reaches: \(number)}`"
    }

    /// `letter sent`, `phone done`: a deed, of an action that the policy has or is to declare.
    func deedDone(_ words: [String], isEnd: Bool) -> String? {
        let around: Set = ["the", "a", "an", "was", "is", "been", "has", "when", "once", "after", "until"]
        let words = words.map { $0.lowercased() }.filter { !around.contains($0) }
        guard words.count > 1, words.count < 5, let last = words.last,
            ["done", "sent", "made", "completed", "finished", "given", "delivered", "filed"].contains(last)
        else { return nil }
        let name = words.dropLast().joined(separator: "_")
        let known = names.actions.contains(name) ? name : nil
        if isEnd { return known.map { "write `{duty: \($0), becomes: fulfilled}`" } }
        guard let action = known ?? (Name.isID(name) ? name : nil) else { return nil }
        let declared = known == nil ? ", with `actions: {\(action): {by: [agent]}}`" : ""
        return "write `action.done`, and beside it `if: 'event.action == \"\(action)\"'`\(declared)"
    }

    /// `20 calls in 1 day`: a count over a stretch of time.
    func countedWithin(_ words: [String]) -> String? {
        guard
            let place = words.firstIndex(where: {
                ["in", "within", "per", "a", "each", "during", "over"].contains($0.lowercased())
            }),
            place > 1, let number = words[..<place].lazy.compactMap(Prose.number).first
        else { return nil }
        let rest = words[(place + 1)...].joined(separator: " ")
        guard let time = MeasureExample.time(rest) ?? MeasureExample.time("1 \(rest)") else { return nil }
        let things = words[..<place].filter { Prose.number($0) == nil }.map { $0.lowercased() }
        let classes = names.observable.all
        let kind = things.compactMap { word in classes.first { Prose.isForm(word, of: $0) } }.first
        let named =
            kind.map { "conduct.\($0)" } ?? things.first(where: names.events.contains) ?? Spoken.event(in: things)
        let own = things.joined(separator: ".")
        guard let event = named ?? (Name.isEventType(own) ? own : nil) else { return nil }
        let name = "\(event.split(separator: ".").joined(separator: "_"))_count".replacing("-", with: "_")
        let declared = named == nil ? ", with `events: {\(own): {}}`" : ""
        return
            "a count comes to a number: `measures: {\(name): {count: \(event), per: customer, in_last: \(time)}}` and "
            + "`{measure: \(name), reaches: \(number)}`\(declared)"
    }

    /// `contact.started + 30m`, `silence for 5m`, `call longer than long_call`: a clock.
    func timed(_ words: [String]) -> String? {
        let isLong = words.contains {
            ["longer", "lasts", "exceeds", "over", "long", "reaches", "past"].contains($0.lowercased())
        }
        if isLong, let setting = words.first(where: names.settings.contains) { return MeasureExample.wait(setting) }
        let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
        guard
            let time = (words + pairs).lazy.compactMap({ $0.first?.isNumber == true ? MeasureExample.time($0) : nil })
                .first
        else {
            return nil
        }
        let isSilence = words.contains {
            ["silence", "silent", "quiet", "nothing", "inactivity", "no"].contains($0.lowercased())
        }
        let named = words.first(where: names.events.contains) ?? Spoken.event(in: words)
        return MeasureExample.wait(time, since: isSilence ? "utterance" : named ?? "contact.started")
    }

    /// A sentence where the names of what has to be said are wanted.
    var said: String {
        "`must_say` names what has to be said, and not the words: `must_say: [behaviour, consequence]`; the words to say are a "
            + "script, `script: my_words`"
    }

    /// `ask_to_stop 2 times`: an act that is owed more than once comes with the steps of a ladder.
    func often(_ words: [String], _ key: String) -> String? {
        let rest = Array(words.dropFirst())
        guard let place = rest.firstIndex(where: { Prose.number($0) != nil }), let number = Prose.number(rest[place]),
            let first = words.first, Name.isID(first),
            ["twice", "thrice"].contains(rest[place]) || (place + 1 < rest.count && rest[place + 1].hasPrefix("time"))
        else { return nil }
        let action = names.actions.contains(first) ? first : Spoken.action(in: Spoken.words(of: first)) ?? first
        let steps = Array(repeating: "{\(key): \(action)}", count: min(max(number, 2), 4)).joined(separator: ", ")
        let declared = names.actions.contains(action) ? "" : ", with `actions: {\(action): {by: [agent]}}`"
        return
            "write `\(action)`: it is owed once, and again each time its rule fires; one after the other, with what comes in "
            + "between, they are the steps of a ladder: `steps: [\(steps)]`\(declared)"
    }

    /// An action of one's own, by the words of a sentence; nil where they are too many.
    func ownAction(_ words: [String]) -> String? {
        let kept = words.map { $0.lowercased() }.filter { !["the", "a", "an", "to", "that", "it", "is"].contains($0) }
        let name = kept.joined(separator: "_")
        guard kept.count < 6, Name.isID(name), name.utf8.count <= 40 else { return nil }
        return "`actions: {\(name): {by: [agent]}}`"
    }

    /// A number in figures or words, from two on: `3`, `3rd`, `second`, `twice`.
    static func number(_ word: String) -> Int? {
        let word = word.lowercased()
        let names = [
            "twice": 2, "second": 2, "two": 2, "thrice": 3, "third": 3, "three": 3, "fourth": 4, "four": 4, "fifth": 5,
            "five": 5,
        ]
        if let number = names[word] { return number }
        let digits = word.prefix(while: \.isNumber)
        guard let number = Int(digits), (2...1_000).contains(number) else { return nil }
        return ["", "st", "nd", "rd", "th", "x"].contains(word.dropFirst(digits.count)) ? number : nil
    }

    /// What somebody sees, hears or agrees to, in words: a fact that they record.
    func seen(_ text: String) -> String? {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.filter {
            !["the", "a", "an"].contains($0)
        }
        let name = words.joined(separator: "_")
        guard words.count > 1, words.count < 7, Name.isVariable(name), name.utf8.count <= 40 else { return nil }
        return "what somebody sees or agrees to is a fact that they record: `facts: {\(name): {type: bool}}`, "
            + "`when: fact.recorded` and `if: 'event.name == \"\(name)\" && fact(\"\(name)\")'`; events are, for example, "
            + "`contact.started`, `supervisor.requested` or `conduct.\(names.observable.all.first ?? "insult")`"
    }
}
