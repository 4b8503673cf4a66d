import PolicyEngine
import Testing

/// A lane's state as bytes, both ways.
@Suite struct StateTests {
    @Test func `an engine restored from bytes goes on as the one that wrote them`() throws {
        for seed in UInt64(1)...80 {
            guard let random = RandomCase(seed: seed), let program = try? Program(random.policy) else { continue }
            let half = random.events.count / 2
            var first = Engine(program)
            for entry in random.events[..<half] { _ = first.handle(entry.event) { _ in } }
            first.flush { _ in }
            var second = Engine(program)
            let lanes = first.encodedLanes()
            for lane in lanes { try second.restore(lane: lane) }
            #expect(second.encodedLanes() == lanes, "seed \(seed)")
            for entry in random.events[half...] {
                var (left, right): ([Outcome], [Outcome]) = ([], [])
                let receptions = (
                    first.handle(entry.event) { left.append($0) }, second.handle(entry.event) { right.append($0) }
                )
                #expect(receptions.0 == receptions.1, "seed \(seed), event \(entry.event.id)")
                #expect(left == right, "seed \(seed), event \(entry.event.id)")
            }
        }
    }

    @Test func `copies of an engine go on apart, whoever comes first and both at once`() async throws {
        for seed in UInt64(1)...40 {
            guard let random = RandomCase(seed: seed), let program = try? Program(random.policy) else { continue }
            let half = random.events.count / 2
            var original = Engine(program)
            for entry in random.events[..<half] { _ = original.handle(entry.event) { _ in } }
            let copy = original
            let rest = random.events[half...].map(\.event)
            @Sendable func goOn(_ engine: Engine) -> [Outcome] {
                var (engine, told) = (engine, [Outcome]())
                for event in rest { _ = engine.handle(event) { told.append($0) } }
                engine.flush { told.append($0) }
                return told
            }
            let alone = goOn(copy)
            async let left = goOn(original)
            async let right = goOn(copy)
            #expect(await left == alone, "seed \(seed)")
            #expect(await right == alone, "seed \(seed)")
            // In turns, event by event.
            var (one, other) = (original, copy)
            var (first, second): ([Outcome], [Outcome]) = ([], [])
            for event in rest {
                _ = one.handle(event) { first.append($0) }
                _ = other.handle(event) { second.append($0) }
            }
            one.flush { first.append($0) }
            other.flush { second.append($0) }
            #expect(first == alone && second == alone, "seed \(seed)")
        }
    }

    @Test func `damaged bytes are refused and never trap`() throws {
        let random = try #require(RandomCase(seed: 7))
        let program = try Program(random.policy)
        var engine = Engine(program)
        for entry in random.events { _ = engine.handle(entry.event) { _ in } }
        engine.flush { _ in }
        var generator = SplitMix64(seed: 7)
        var refused = 0
        for lane in engine.encodedLanes() {
            for _ in 0..<400 {
                var bytes = lane
                switch generator.next() % 3 {
                case 0: bytes.removeLast(Int(generator.next() % UInt64(bytes.count)) + 1)
                case 1: bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
                default: bytes.append(0)
                }
                var other = Engine(program)
                do { try other.restore(lane: bytes) } catch { refused += 1 }
            }
        }
        #expect(refused > 400)
    }

    @Test func `another policy and another version are told apart`() throws {
        let random = try #require(RandomCase(seed: 7))
        let other = try #require(RandomCase(seed: 8))
        var engine = Engine(try Program(random.policy))
        for entry in random.events { _ = engine.handle(entry.event) { _ in } }
        let lane = try #require(engine.encodedLanes().first)
        var stranger = Engine(try Program(other.policy))
        #expect(throws: LaneStateError.otherPolicy(random.policy.reference)) { try stranger.restore(lane: lane) }
        var newer = lane
        newer[0] = 99
        #expect(throws: LaneStateError.unknownVersion(99)) { try stranger.restore(lane: newer) }
    }
}
