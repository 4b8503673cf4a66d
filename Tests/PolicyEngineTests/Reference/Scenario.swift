import PolicyEngine
import PolicyLanguage
import SourceText

/// Why a policy or event that a test wrote could not be used.
struct TestFailure: Error, CustomStringConvertible {
    let description: String
}

extension CheckedPolicy {
    /// Loads a policy from its text.
    static func loading(_ yaml: String) throws -> CheckedPolicy {
        let loaded = PolicyLoader.load("test.policy.yaml", withChecks: false) {
            $0 == "test.policy.yaml" ? Array(yaml.utf8) : nil
        }
        if let policy = loaded.policy { return policy }
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        throw TestFailure(description: errors.map { "\($0.code): \($0.message)" }.joined(separator: "\n") + "\n" + yaml)
    }
}

/// A policy and a stream of events that a test writes line by line.
struct Scenario {
    private var interpreter: ReferenceInterpreter
    private let reader: EventReader
    private var count = 0

    init(_ body: String) throws {
        let policy = try CheckedPolicy.loading("holdline: 1\npolicy: test\n" + body)
        interpreter = ReferenceInterpreter(policy)
        reader = EventReader(declared: policy.policy.events)
    }

    /// Sends an event; what came of it, one line for each outcome, a refusal first. `who` is contact, customer and
    /// agent, each left out by `-`.
    @discardableResult
    mutating func send(
        _ seconds: Double, _ type: String, _ data: String = "", who: String = "c1 - a1", id: String? = nil
    ) throws -> [String] {
        count += 1
        let names = who.split(separator: " ").map(String.init)
        var attributes = ["\"id\":\"\(id ?? "e\(count)")\""]
        let time = TimeText.format(Outcome.testStart + Int64(seconds * 1_000))
        attributes.append("\"time\":\"\(time)\"")
        attributes.append("\"type\":\"\(type)\"")
        for (key, name) in zip(["contact", "customer", "agent"], names) where name != "-" {
            attributes.append("\"\(key)\":\"\(name)\"")
        }
        if names.count > 3 { attributes.append("\"channel\":\"\(names[3])\"") }
        if !data.isEmpty { attributes.append("\"data\":{\(data)}") }
        return send(try reader.read("{" + attributes.joined(separator: ",") + "}"))
    }

    mutating func send(_ event: Event) -> [String] {
        let (reception, outcomes) = interpreter.handle(event)
        let refusal: [String] =
            switch reception {
            case .accepted: []
            case .duplicate: ["duplicate"]
            case .refused(let code): ["refused \(code)"]
            }
        return refusal + outcomes.map(\.brief)
    }

    mutating func flush() -> [String] { interpreter.flush().map(\.brief) }

    func standing(_ contact: String = "c1") -> [String] {
        interpreter.standing(contact: contact).map { "\($0.modality.rawValue) \($0.action)" }
    }
}
