import PolicyEngine
import PolicyLanguage

/// A random policy with a random stream of events, both made by one seed.
struct RandomCase {
    let seed: UInt64
    var text: PolicyText
    var policy: CheckedPolicy
    /// The lines of the stream, with the events read from them.
    var events: [(line: String, event: Event)]

    /// nil where the policy was refused, which is what a few of them are for.
    init?(seed: UInt64) {
        var maker = RandomPolicy(seed: seed)
        let text = maker.policy()
        guard let policy = try? CheckedPolicy.loading(text.yaml) else { return nil }
        self.seed = seed
        self.text = text
        self.policy = policy
        var stream = RandomEvents(seed: seed &+ 0x5EED, statuses: policy.policy.statuses.map(\.name.value))
        let reader = EventReader(declared: policy.policy.events)
        events = stream.stream().compactMap { line in (try? reader.read(line)).map { (line, $0) } }
    }

    /// What two interpreters disagree on in this case; nil for nothing.
    func difference<A: Interpreting, B: Interpreting>(_ first: A.Type, _ second: B.Type) -> String? {
        firstDifference(first, second, policy, events.map(\.event))
    }

    /// The case with everything left out that a difference does not need.
    func shrunk<A: Interpreting, B: Interpreting>(_ first: A.Type, _ second: B.Type) -> RandomCase {
        var best = self
        var goesOn = true
        while goesOn {
            goesOn = false
            var size = max(1, best.events.count / 2)
            while size >= 1 {
                var start = 0
                while start < best.events.count {
                    var smaller = best
                    smaller.events.removeSubrange(start..<min(start + size, best.events.count))
                    if smaller.difference(first, second) != nil {
                        best = smaller
                        goesOn = true
                    } else {
                        start += size
                    }
                }
                size /= 2
            }
            for text in best.text.smaller {
                guard let policy = try? CheckedPolicy.loading(text.yaml) else { continue }
                var smaller = best
                (smaller.text, smaller.policy) = (text, policy)
                if smaller.difference(first, second) == nil { continue }
                best = smaller
                goesOn = true
                break
            }
        }
        return best
    }

    /// A report of a difference, made as small as can be: seed, policy, events, and where the two part.
    func report<A: Interpreting, B: Interpreting>(_ first: A.Type, _ second: B.Type) -> String? {
        guard difference(first, second) != nil else { return nil }
        let small = shrunk(first, second)
        return """
            seed \(seed)
            \(small.difference(first, second) ?? "")

            \(small.text.yaml)
            \(small.events.map(\.line).joined(separator: "\n"))
            """
    }
}
