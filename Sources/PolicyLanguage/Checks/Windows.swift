import SourceText

/// Counts and ladders that never forget, where the author did not say so.
struct Windows {
    static func find(in view: PolicyView) -> [Diagnostic] {
        let counts = view.policy.measures.filter { $0.kind == .count && $0.inLast == nil }.map { measure in
            Diagnostic.warning(
                "count-without-window", measure.name.span,
                "\(quoted(measure.name.value)) counts without `in_last`, so it never forgets",
                "add `in_last: \(measure.per == .contact ? "10m" : "365d")` or another time, or `in_last: ever` "
                    + "if that is meant")
        }
        let ladders = view.policy.ladders.filter { $0.per == .customer && $0.inLast == nil && $0.coolsAfter == nil }
        return counts
            + ladders.map { ladder in
                .warning(
                    "never-forgets", ladder.name.span,
                    "nobody comes down the ladder \(quoted(ladder.name.value)) again: it is kept for the customer",
                    "add `in_last: 30d` or `cools: {after: 30d}`, or `in_last: ever` if that is meant")
            }
    }
}
