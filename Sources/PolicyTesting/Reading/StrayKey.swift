import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// A key that does not belong where it stands, and what its author most likely meant.
struct StrayKey {
    private let key: String
    private let value: YAMLNode
    private let owner: String

    init(_ entry: YAMLEntry, in owner: String) {
        key = entry.key.value
        value = entry.value
        self.owner = owner
    }

    /// What to write; nil where only the known keys can help.
    func help(_ known: [String]) -> String? {
        if let guessed = GuessedKey(key: key, value: value, owner: owner).help { return guessed }
        return switch owner {
        case TestBlock.given.noun: said ?? (nearest(key, in: known) == nil ? given : nil)
        case TestBlock.expect.noun: otherWord ?? (nearest(key, in: known) == nil ? state ?? named : nil)
        case TestBlock.claim.noun: ofAct
        default: nil
        }
    }

    /// A key of an act in a policy that has another name in a test.
    private var ofAct: String? {
        switch key {
        case "who": "did you mean `to`?"
        case "within": "write when it is due, from the test's start: `due: …`"
        default: nil
        }
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

    private var otherWord: String? {
        switch key {
        case "may_not", "cannot":
            return "write `must_not: …` if a prohibition is to stand, `may: []` if nothing is to be allowed"
        case "shall": return "did you mean `must`?"
        case "allowed": return "did you mean `may`?"
        case "forbidden": return "did you mean `must_not`?"
        case "nothing": return "did you mean `none`?"
        default: return nil
        }
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
        if NormState(rawValue: word) != nil { return "write `closed: \(pair)`" }
        if Judgement(rawValue: word) != nil { return "write `verdict: \(pair)`" }
        if StatusPhase(rawValue: word) != nil { return "write `status: \(pair)`" }
        return wholeNumber(word) == nil ? nil : "write `ladder: \(pair)` or `measure: \(pair)`"
    }

    private func shown(_ word: String) -> String { String(quoted(word).dropFirst().dropLast()) }
}
