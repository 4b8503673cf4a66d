import CEL
import PolicyEngine
import PolicyLanguage

/// What is new about a case, as numbers that are the same in every run: single things that happened or hold, and all
/// that holds together.
struct Features {
    private(set) var singles: [UInt64] = []
    private(set) var whole: UInt64 = 0

    init(
        _ outcomes: [Outcome], _ glance: Glance, _ standing: [StandingNorm], _ vocabulary: Vocabulary,
        in channel: String,
        age: Int64
    ) {
        var base = Digest()
        base.add(channel)
        func note(_ kind: Int64, _ words: String...) -> UInt64 {
            var digest = base
            digest.add(kind)
            for word in words { digest.add(word) }
            return digest.value
        }
        for outcome in outcomes {
            for norm in outcome.issued { singles.append(note(0, norm.rule, norm.modality.rawValue, norm.action)) }
            for closed in outcome.closed { singles.append(note(1, closed.action, closed.state.rawValue)) }
            for judged in outcome.verdicts {
                singles.append(note(2, judged.action, judged.verdict.rawValue, judged.rule ?? ""))
            }
        }
        let state = Features.state(glance, vocabulary, base) + [note(4, "\(vocabulary.durations.count { $0 <= age })")]
        singles += state
        // What stands twice stands.
        let norms = Set(standing.map { note(3, $0.rule, $0.modality.rawValue, $0.action) }).sorted()
        var all = base
        for number in state + norms { all.add(Int64(bitPattern: number)) }
        whole = all.value
    }

    /// A number for each variable with what it holds.
    private static func state(_ glance: Glance, _ vocabulary: Vocabulary, _ base: Digest) -> [UInt64] {
        var found: [UInt64] = []
        func note(_ fill: (inout Digest) -> Void) {
            var digest = base
            digest.add(Int64(10 + found.count))
            fill(&digest)
            found.append(digest.value)
        }
        for (_, position, counted) in glance.ladders { note { $0.add(Int64(position * 1_000 + counted)) } }
        for (_, phase) in glance.statuses { note { $0.add(phase?.rawValue ?? "") } }
        for (_, value) in glance.facts { note { $0.add(value) } }
        for (name, value, isRunning) in glance.measures {
            // Between two values at which something changes, one amount is like another.
            let passed = (vocabulary.thresholds[name] ?? []).count { $0 <= value }
            note { $0.add(Int64(passed * 4 + (value > 0 ? 2 : 0) + (isRunning ? 1 : 0))) }
        }
        return found
    }
}

/// FNV-1a: a hash without a seed of its own.
private struct Digest {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0x1ff) &* 0x100_0000_01b3
    }

    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number)
        for _ in 0..<8 {
            value = (value ^ (rest & 0xff)) &* 0x100_0000_01b3
            rest >>= 8
        }
    }

    mutating func add(_ fact: CELValue?) {
        switch fact {
        case nil: add(0)
        case .bool(let truth)?: add(truth ? 2 : 1)
        case .int(let number)?: add(number)
        case .double(let number)?: add(Int64(bitPattern: number.bitPattern))
        case .string(let text)?: add(text)
        case .duration(let length)?: add(length.milliseconds)
        case .timestamp(let moment)?: add(moment.milliseconds)
        case .list(let elements)?: for element in elements { add(element) }
        default: add(3)
        }
    }
}
