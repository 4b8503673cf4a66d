import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// A key that does not belong where it stands, and what its author most likely meant.
struct StrayKey {
    private let key: String
    private let value: YAMLNode
    private let owner: String
    private let entry: YAMLEntry
    /// The time of the step from the test's start, where it is known.
    private let time: Int64?

    init(_ entry: YAMLEntry, in owner: String, at time: Int64? = nil) {
        (self.entry, self.time) = (entry, time)
        key = entry.key.value
        value = entry.value
        self.owner = owner
    }

    /// What to write; nil where only the known keys can help.
    func help(_ known: [String]) -> String? {
        switch owner {
        case TestBlock.file.noun: StrayTestKey(entry: entry).inFile
        case TestBlock.test.noun: StrayTestKey(entry: entry).inTest
        case TestBlock.given.noun:
            StrayTestKey(entry: entry).inGiven ?? said ?? (nearest(key, in: known) == nil ? given : nil)
        case TestBlock.expect.noun: otherWord ?? (nearest(key, in: known) == nil ? state ?? named : nil)
        case TestBlock.claim.noun: ofAct
        default: nil
        }
    }

    /// A key of an act in a policy that has another name in a test.
    private var ofAct: String? {
        switch key {
        case "who": "did you mean `to`?"
        case "within", "deadline", "in", "before":
            "write when it is due, from the test's start: `due: \(moment ?? "…")`"
        case "state", "modality", "open", "standing": "leave it out: what is expected here stands"
        case "role", "roles", "actor": "did you mean `by`?"
        case "from", "source", "of", "norm": "did you mean `rule`?"
        case "says", "words", "text": "did you mean `script`?"
        default: nil
        }
    }

    /// A length of time after the step, from the test's start.
    private var moment: String? {
        guard let time, let length = (value.word?.value).flatMap({ TestTime.duration($0) }) else { return nil }
        return FlowText.moment(time + length)
    }

    // MARK: given

    /// What the contact's start says.
    private var said: String? {
        guard BuiltInEvent.contactStarted.fields.contains(where: { $0.name == key }) else { return nil }
        return "the contact's start says it: `contact.started: {\(key): …}` in a step"
    }

    /// Something of the policy stands under the key of its kind.
    private var given: String? {
        guard let word = value.word?.value else { return nil }
        let fact = "as `facts: {\(key): \(shown(word))}`"
        if wholeNumber(word) != nil { return "a count is given as `counts: {\(key): \(word)}`, a fact \(fact)" }
        if word == "true" || word == "active" { return "a status is given as `statuses: [\(key)]`, a fact \(fact)" }
        return "a fact is given \(fact)"
    }

    // MARK: expect

    /// The acts that the value names: in a list, under a modality, or as keys.
    private var acts: [String] {
        let words = value.words.map(\.value)
        if !words.isEmpty { return words }
        return (value.entries ?? []).flatMap { entry in
            Modality(rawValue: entry.key.value) == nil ? [entry.key.value] : entry.value.words.map(\.value)
        }
    }
    private var list: String { FlowText.list(acts.isEmpty ? ["…"] : acts.map(shown)) }
    private var first: String { acts.first.map(shown) ?? "…" }

    private var otherWord: String? {
        switch key {
        case "may_not", "cannot", "not_may", "no_may":
            return
                "write `may: {\(first): none}` if it is not to be allowed, `may: []` if nothing at all is, `must_not: \(list)` if a "
                + "prohibition is to stand"
        case "paused", "pause", "suspended", "waiting":
            return "what is paused does not stand: write `must: {\(first): none}`, or `may: {\(first): none}`"
        case "done", "did", "completed", "happened":
            return
                "write `closed: {\(first): fulfilled}` for a duty that this deed did, `verdict: {\(first): permitted}` for one "
                + "that was allowed"
        case "fact", "facts":
            return "what was recorded is not expected; expect what comes of it, such as `status: …` or `must: …`"
        case "count", "counts", "counter": return "did you mean `measure`?"
        case "say", "says", "said", "words":
            return "the words of an act are its script: `script: {say: \(value.word?.value ?? "…")}`"
        case "shall": return "did you mean `must`?"
        case "allowed": return "did you mean `may`?"
        case "forbidden":
            return
                "write `must_not: \(list)` if a prohibition is to stand, `may: {\(first): none}` if it is not to be allowed, or, of "
                + "a deed, `verdict: {\(first): forbidden}`"
        case "nothing": return "did you mean `none`? Write `none: true`"
        case "not", "no", "never", "without", "must_no":
            return
                "say what is so instead: `must: {\(first): none}` if it is not owed, `may: {\(first): none}` if it is not allowed, "
                + "`silent: \(list)` if nothing is to stand on it, `must: []` if nothing must be "
                + "done at all"
        case "open", "issued", "duty", "duties", "norm", "norms", "standing", "stands":
            return "what is open stands: `must: \(list)`, `should: \(list)`, `may: \(list)` or `must_not: \(list)`"
        case "outcome", "outcomes", "effect", "effects", "result", "then":
            return
                "write what came of it beside each other: `closed: …`, `status: …`, `must: …`; `none: true` if nothing did"
        case "rule", "rules":
            return "it is said of an act: `must: {warn: {rule: \(value.word?.value ?? "…")}}`"
        case "fault", "faults":
            return "faults are not expected by name: expect what the fault left undone, for example `silent: [warn]`"
        default: break
        }
        guard let word = value.word?.value, Modality(rawValue: word) != nil else { return nil }
        return "write `\(word): [\(shown(key))]`"
    }

    /// A state or a phase in the place of a key: `missed: warn`.
    private var state: String? {
        let names = value.words.map(\.value)
        let list = (names.isEmpty ? ["…"] : names.map(shown)).map { "\($0): \(key)" }.joined(separator: ", ")
        if NormState(rawValue: key) != nil { return "write `closed: {\(list)}`" }
        if Judgement(rawValue: key) != nil { return "write `verdict: {\(list)}`" }
        return StatusPhase(rawValue: key) == nil ? nil : "write `status: {\(list)}`"
    }

    /// A name of the policy's in the place of a key: `warn: missed`, `abuse: 2`.
    private var named: String? {
        guard let word = value.word?.value else { return nil }
        let pair = "{\(key): \(shown(word))}"
        if word == "true" {
            return "write `must: [\(key)]`, `should: [\(key)]` or `may: [\(key)]` if it is an act that stands, "
                + "`status: {\(key): active}` if it is a status"
        }
        if ["false", "none", "no"].contains(word) {
            return
                "write `silent: [\(key)]` if nothing is to stand on the act, `status: {\(key): none}` if it is a status"
        }
        if NormState(rawValue: word) != nil { return "write `closed: \(pair)`" }
        if Judgement(rawValue: word) != nil { return "write `verdict: \(pair)`" }
        if StatusPhase(rawValue: word) != nil { return "write `status: \(pair)`" }
        return wholeNumber(word) == nil ? nil : "write `ladder: \(pair)` or `measure: \(pair)`"
    }

    private func shown(_ word: String) -> String { String(quoted(word).dropFirst().dropLast()) }
}
