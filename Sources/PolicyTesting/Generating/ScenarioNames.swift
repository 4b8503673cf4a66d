import PolicyEngine
import PolicyLanguage

/// Names for generated tests, in plain English, each different.
struct ScenarioNames {
    private let runner: ScenarioRunner
    private var used: Set<String> = []

    init(_ runner: ScenarioRunner) { self.runner = runner }

    /// What happens last, and the first thing that this brings about.
    mutating func name(of scenario: Scenario, _ goals: [Int]) -> String {
        let items = lastGoals(scenario, goals).map { runner.list.items[$0] }
        let order: [CoverageItem.Kind] = [.rule, .step, .status, .act, .condition]
        let item = order.lazy.compactMap { kind in items.first { $0.kind == kind } }.first
        let base = [happening(scenario), item.map(effect)].compactMap { $0 }.joined(separator: ", and ")
        var name = base
        var number = 2
        while !used.insert(name).inserted {
            name = "\(base) (\(number))"
            number += 1
        }
        return name
    }

    /// The goals that only the last step reaches; all of them if it reaches none.
    private func lastGoals(_ scenario: Scenario, _ goals: [Int]) -> [Int] {
        var shorter = scenario
        shorter.steps.removeLast()
        guard let marks = runner.marks(of: shorter) else { return goals }
        let last = goals.filter { !marks.isTried[$0] }
        return last.isEmpty ? goals : last
    }

    /// The last step in words.
    private func happening(_ scenario: Scenario) -> String {
        guard let last = scenario.steps.last else { return "nothing" }
        guard let move = last.move.map({ runner.vocabulary.moves[$0] }) else {
            let before = scenario.steps.dropLast().last { $0.move != nil }?.time ?? 0
            return "\(FlowText.moment(last.time - before)) later"
        }
        let text = { (name: String) in move.fields.first { $0.name == name }.map { FlowText.value($0.value) } ?? "" }
        return switch BuiltInEvent(rawValue: move.type) {
        case .conductObserved?: ScenarioNames.words(text("conduct"))
        case .factRecorded?: "\(ScenarioNames.words(text("name"))) is recorded as \(text("value"))"
        case .actionDone?: "\(ScenarioNames.words(text("action"))) is done"
        case .actionDeclined?: "\(ScenarioNames.words(text("action"))) is declined"
        case .contactStarted?: "a contact by \(scenario.channel)"
        case .contactEnded?: "the \(text("by")) ends it" + (text("reason").isEmpty ? "" : " (\(text("reason")))")
        case .contactTransferred?: "a transfer"
        case .supervisorRequested?: "a supervisor is asked for"
        case .supervisorJoined?: "a supervisor comes in"
        case .utterance?: "the \(text("speaker")) speaks"
        default: "a \(move.type)"
        }
    }

    private func effect(_ item: CoverageItem) -> String {
        let owner = ScenarioNames.owner(item.id)
        switch item.kind {
        case .rule: return "\(owner) applies"
        case .step: return "\(owner) is reached"
        case .status: return "\(owner) \(item.what)"
        case .act:
            let act = ScenarioNames.words(item.what)
            return item.id.contains("if_missed") ? "\(owner) was missed so they \(act)" : "\(owner) says they \(act)"
        case .condition:
            if let part = item.what.split(separator: "`").dropFirst().first, part.count <= 60 {
                return "\(owner) turns on \(part) alone"
            }
            if item.what.contains("is decided by") { return "\(owner) turns on one part of its condition" }
            let key = String(item.what.prefix { $0 != " " })
            let truth = item.what.hasSuffix("true") ? "holds" : "does not hold"
            return "the \(ScenarioNames.words(key)) of \(owner) \(truth)"
        }
    }

    /// `rules.threat-may-end-it must warn:` is "threat may end it", `ladders.abuse.2` "abuse step 2".
    private static func owner(_ id: String) -> String {
        let head = id.prefix { $0 != " " }.split(separator: ".").filter { $0 != "if_missed" }
        guard head.count > 1 else { return words(id) }
        let name = words(String(head[1]))
        if head.count == 2 { return name }
        return head[0] == "ladders" ? "\(name) step \(head[2])" : "\(name) rule \(head[2])"
    }

    /// A name of the policy as words.
    private static func words(_ name: String) -> String {
        String(name.map { "-_[],'".contains($0) ? " " : $0 }).split(separator: " ").joined(separator: " ")
    }
}
