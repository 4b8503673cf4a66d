import CEL
import PolicyEngine
import PolicyLanguage

/// Conditions of a policy by their texts, taken apart with the values that were read.
struct ConditionChecks {
    private var typed: [String: CheckedCEL] = [:]
    private let withTexts: Bool

    init(_ policy: CheckedPolicy, withTexts: Bool) {
        self.withTexts = withTexts
        for condition in policy.policy.conditions {
            if let checked = policy.typed(condition) { typed[checked.text] = checked }
        }
    }

    /// A condition that was looked at, with its parts.
    func check(_ look: ConditionLook) -> Check {
        let wanted = look.role == .if || look.role == .runsWhile
        var check = Check(
            key: look.role.rawValue, text: look.text, result: Self.result(look.result),
            isWanted: look.result.isTrue == wanted, reads: [], parts: [])
        guard let parts = typed[look.text]?.subconditions, let whole = parts.first else { return check }
        check.reads = reads(of: whole, look)
        check.parts = self.parts(below: 0, parts, look)
        return check
    }

    private func parts(below index: Int, _ all: [CELSubcondition], _ look: ConditionLook) -> [Check] {
        let depth = all[index].depth
        let inside = all.indices.dropFirst(index + 1).prefix { all[$0].depth > depth }
        return inside.filter { all[$0].depth == depth + 1 }.map { place in
            let part = all[place]
            var machine = CELMachine()
            let result: Check.Result
            switch part.program.evaluateBool(look, &machine) {
            case .success(let truth): result = truth ? .holds : .fails
            case .failure: result = .failed
            }
            return Check(
                key: nil, text: part.text, result: result, isWanted: nil, reads: reads(of: part, look),
                parts: parts(below: place, all, look))
        }
    }

    private static func result(_ result: ConditionLook.Result) -> Check.Result {
        switch result {
        case .holds(true): .holds
        case .holds(false): .fails
        case .failed: .failed
        }
    }

    private func reads(of part: CELSubcondition, _ look: ConditionLook) -> [Check.Read] {
        var found: [Check.Read] = []
        for read in part.reads where !found.contains(where: { $0.name == read.name }) {
            let value = look.value(at: read.slot)
            let isHidden = !withTexts && value.map { Self.isText($0, of: read.name) } ?? false
            found.append(Check.Read(name: read.name, value: isHidden ? nil : value.map(Self.text), isHidden: isHidden))
        }
        return found
    }

    /// Words of a person: all of an utterance or quote, and what is more than one word elsewhere.
    private static func isText(_ value: CELValue, of name: String) -> Bool {
        switch value {
        case .string(let text): name == "event.text" || name == "event.quote" || text.contains(where: \.isWhitespace)
        case .list(let items): items.contains { isText($0, of: name) }
        case .map(let map): map.entries.contains { isText($0.value, of: name) }
        default: false
        }
    }

    /// A value as people write it: `"agent"`, `70s`, `2026-01-05T09:00:00Z`.
    static func text(_ value: CELValue) -> String {
        switch value {
        case .duration(let duration): "\(duration)"
        case .timestamp(let timestamp): "\(timestamp)"
        default: "\(value)"
        }
    }

    /// The comparison that a part of a condition is; nil where it is something else.
    func threshold(of part: String, in text: String) -> CELThreshold? {
        typed[text]?.thresholds.first { threshold in
            let bytes = Array(text.utf8)
            return threshold.range.upperBound <= bytes.count
                && String(decoding: bytes[threshold.range], as: UTF8.self) == part
        }
    }
}

extension Policy {
    /// All conditions, in the order of the file.
    var conditions: [Condition] {
        var found: [Condition?] = []
        func add(_ act: Act) {
            found += [act.guard.condition, act.guard.exception]
            for missed in act.ifMissed { add(missed) }
        }
        func add(_ rule: Rule) {
            found += [rule.guard.condition, rule.guard.exception]
            for (_, act) in rule.norms.all { add(act) }
        }
        for measure in measures { found += [measure.guard.condition, measure.guard.exception, measure.runsWhile] }
        for ladder in ladders {
            found += [ladder.guard.condition, ladder.guard.exception, ladder.suspendedWhile]
            for (_, act) in ladder.steps.flatMap(\.norms.all) { add(act) }
        }
        for rule in statuses.flatMap(\.whileActive) + rules { add(rule) }
        return found.compactMap { $0 }
    }
}
