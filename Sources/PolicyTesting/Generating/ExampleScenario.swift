import CEL
import PolicyEngine
import PolicyLanguage

extension ExampleText {
    /// The example as a scenario of one event; nil where it takes more than that.
    func scenario(_ vocabulary: inout Vocabulary) -> Scenario? {
        guard let event, !hasHistory, let move = vocabulary.place(of: event.type, fields(of: event)) else { return nil }
        var scenario = Scenario(
            channel: vocabulary.channels.first ?? "phone", steps: [.init(move: move, time: 0, contact: 1)])
        let law = policy.policy
        for (reading, value, isUsual) in found where !isUsual {
            guard let value else { continue }
            switch reading {
            case .contact(.channel): scenario.channel = value.string ?? scenario.channel
            case .contact(.language): return nil
            case .fact(let name):
                guard !isRecorded(name) else { continue }
                let home = law.facts.first { $0.name.value == name }?.about ?? .contact
                scenario.given.append(GivenMove(assumption: .fact(name, value), home: home))
            case .status(let name):
                let home = law.statuses.first { $0.name.value == name }?.about ?? .contact
                scenario.given.append(GivenMove(assumption: .status(name), home: home))
            case .measure(let name):
                guard case .int(let number) = value else { continue }
                let home = law.measures.first { $0.name.value == name }?.per ?? .contact
                scenario.given.append(GivenMove(assumption: .count(name, number), home: home))
            default: continue
            }
        }
        return scenario
    }
}
