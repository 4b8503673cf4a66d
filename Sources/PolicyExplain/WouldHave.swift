import CEL

/// What would have turned a condition that held a rule back, where one comparison decided alone.
enum WouldHave {
    /// "it would have gone on if `contact.elapsed` were 60s or more"; nil where more than one thing would have to change.
    static func sentence(_ failing: [Check], _ checks: ConditionChecks) -> String? {
        guard failing.count == 1, let check = failing.first, let leaf = decisive(check) else { return nil }
        guard let threshold = checks.threshold(of: leaf.text, in: check.text) else { return nil }
        let relation = leaf.result == .holds ? opposite(threshold.relation) : threshold.relation
        let value = ConditionChecks.text(threshold.constant)
        return "it would have gone on if `\(threshold.read.name)` were \(words(relation, value))"
    }

    /// The only part without parts that made the whole come out as it did.
    private static func decisive(_ check: Check) -> Check? {
        if check.result == .failed { return nil }
        var leaves: [Check] = []
        func collect(_ check: Check, _ truth: Bool) {
            if check.parts.isEmpty { return leaves.append(check) }
            if check.parts.count == 1 { return collect(check.parts[0], !truth) }
            for part in check.parts where (part.result == .holds) == truth { collect(part, truth) }
        }
        collect(check, check.result == .holds)
        return leaves.count == 1 && leaves[0].result != .failed ? leaves[0] : nil
    }

    private static func opposite(_ relation: CELThreshold.Relation) -> CELThreshold.Relation {
        switch relation {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }

    private static func words(_ relation: CELThreshold.Relation, _ value: String) -> String {
        switch relation {
        case .equal: value
        case .notEqual: "anything but \(value)"
        case .less: "less than \(value)"
        case .lessOrEqual: "\(value) or less"
        case .greater: "more than \(value)"
        case .greaterOrEqual: "\(value) or more"
        }
    }
}
