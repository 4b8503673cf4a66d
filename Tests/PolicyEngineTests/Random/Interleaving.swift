import PolicyEngine

/// Another order of the same events in which each lane's events, and the times, come in the order they had.
struct Interleaving {
    private var random: SplitMix64
    /// Names that turn out to belong to one lane, each with the one that stands for all.
    private var parents: [String: String] = [:]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// Swaps neighbours of equal time in different lanes, many times over.
    mutating func permuted(_ events: [Event]) -> [Event] {
        for event in events {
            guard let contact = event.contact, let customer = event.customer else { continue }
            let (a, b) = (root("contact \(contact)"), root("customer \(customer)"))
            if a != b { parents[a] = b }
        }
        var result = events
        for _ in 0..<(events.count * 4) {
            guard result.count > 1 else { break }
            let index = random.below(result.count - 1)
            let (a, b) = (result[index], result[index + 1])
            guard a.time == b.time, let left = lane(of: a), let right = lane(of: b), left != right else { continue }
            result.swapAt(index, index + 1)
        }
        return result
    }

    /// nil for what belongs to all lanes.
    private func lane(of event: Event) -> String? {
        if let contact = event.contact { return root("contact \(contact)") }
        if let customer = event.customer { return root("customer \(customer)") }
        return event.agent.map { "agent \($0)" }
    }

    private func root(_ name: String) -> String {
        var name = name
        while let parent = parents[name] { name = parent }
        return name
    }
}
