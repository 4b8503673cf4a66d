import CEL
import PolicyLanguage

/// Finds values under which a condition comes out in a way that no test has tried: the fewest that differ from what is
/// usual.
struct ConditionExample {
    let policy: CheckedPolicy
    let checked: CheckedCEL
    let parts: ConditionParts
    /// What sets off the rule that the condition belongs to; empty where it is asked whenever it matters.
    let triggers: [Trigger]
    /// So many combinations of values are looked at.
    private static let most = 16_384

    /// Something that is read, with the values that conditions could tell apart; the first is the usual one.
    struct Choice {
        let reading: Reading
        /// nil for a field that the event must have and that the condition does not read.
        let slot: Int?
        let values: [CELValue?]
    }

    /// An event to send and what is to be given, as a test writes them; nil where none is found.
    func text(trying place: Int) -> String? { example(trying: place)?.text }

    /// The same before it is written; nil where none is found.
    func example(trying place: Int) -> ExampleText? {
        let values = ExampleValues(policy, checked, triggers)
        guard let choices = values.choices, let picks = picks(among: choices, trying: place, values) else { return nil }
        let found = choices.indices.map { place in
            let value = values.before(place, picks)
            return (reading: choices[place].reading, value: value, isUsual: value == choices[place].values[0])
        }
        return ExampleText(policy: policy, event: values.event, found: found)
    }

    /// For each choice the position of its value.
    private func picks(among choices: [Choice], trying place: Int, _ values: ExampleValues) -> [Int]? {
        var best: (picks: [Int], cost: Int)?
        var picks = Array(repeating: 0, count: choices.count)
        var machine = CELMachine()
        for _ in 0..<Self.most {
            var cost = 2 * picks.count { $0 > 0 } + (values.isByTheWrongRole(picks) ? 1 : 0)
            if cost < best?.cost ?? .max, values.canMeet(picks) {
                let read = zip(choices, picks).compactMap { choice, pick in
                    choice.slot.map { ($0, choice.values[pick]) }
                }
                let view = Values(values: Dictionary(uniqueKeysWithValues: read))
                let truth = (try? checked.program.evaluateBool(view, &machine).get()) ?? false
                // A part that reads a fact nobody has recorded depends on what a test has given besides: better none.
                var fails = false
                let tried = parts.tried(truth) { leaf in
                    let truth = try? leaf.evaluateBool(view, &machine).get()
                    if truth == nil { fails = true }
                    return truth
                }
                if fails, lacksFact(choices, picks) { cost += 3 }
                if tried.contains(place), cost < best?.cost ?? .max { best = (picks, cost) }
            }
            guard let next = choices.indices.first(where: { picks[$0] + 1 < choices[$0].values.count }) else { break }
            picks[next] += 1
            for index in 0..<next { picks[index] = 0 }
        }
        return best?.picks
    }

    private func lacksFact(_ choices: [Choice], _ picks: [Int]) -> Bool {
        zip(choices, picks).contains { choice, pick in
            if case .fact = choice.reading { choice.values[pick] == nil } else { false }
        }
    }

    private struct Values: CELBindings {
        let values: [Int: CELValue?]
        func value(at slot: Int) -> CELValue? { values[slot] ?? nil }

        func secondsEast(ofZone name: String, at second: Int64) -> Int? {
            TimeZones.secondsEast(ofZone: name, at: second)
        }
    }
}
