import PolicyEngine
import PolicyLanguage

/// What takes events and gives outcomes: the reference, and whatever is compared with it.
protocol Interpreting {
    init(_ policy: CheckedPolicy)
    mutating func handle(_ event: Event) -> (reception: ReferenceReception, outcomes: [Outcome])
    mutating func flush() -> [Outcome]
}

extension ReferenceInterpreter: Interpreting {}

/// The first difference between two lists of outcomes, in words; nil where they say the same.
///
/// The words of faults are not compared, only whose they are and their codes.
func differences(_ a: [Outcome], _ b: [Outcome]) -> String? {
    for index in 0..<max(a.count, b.count) {
        let left = index < a.count ? a[index] : nil
        let right = index < b.count ? b[index] : nil
        guard let left, let right else {
            return "only \(left == nil ? "the second" : "the first") has\n  \((left ?? right)?.brief ?? "")"
        }
        if left.brief == right.brief { continue }
        let (first, second) = (left.briefParts, right.briefParts)
        var lines = ["outcome \(index + 1) differs", "  first:  \(left.brief)", "  second: \(right.brief)"]
        lines += first.filter { !second.contains($0) }.map { "  only the first:  \($0)" }
        lines += second.filter { !first.contains($0) }.map { "  only the second: \($0)" }
        return lines.joined(separator: "\n")
    }
    return nil
}

/// Two interpreters fed with the same events: what they first disagree on.
func firstDifference<A: Interpreting, B: Interpreting>(
    _ first: A.Type, _ second: B.Type, _ policy: CheckedPolicy, _ events: [Event]
) -> String? {
    var a = A(policy)
    var b = B(policy)
    for (index, event) in events.enumerated() {
        let (left, right) = (a.handle(event), b.handle(event))
        let place = "event \(index + 1) (\(event.id)):"
        if left.reception != right.reception { return "\(place) \(left.reception) and \(right.reception)" }
        if let difference = differences(left.outcomes, right.outcomes) { return "\(place) \(difference)" }
    }
    return differences(a.flush(), b.flush()).map { "flush: \($0)" }
}
