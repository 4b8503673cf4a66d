import PolicyEngine
import PolicyLanguage
import Testing

/// What the interpreter looked at.
@Suite struct TraceTests {
    @Test func `keeping a trace changes nothing else`() throws {
        var looked = 0
        for seed in UInt64(1)...120 {
            guard let random = RandomCase(seed: seed), let plain = try? Program(random.policy) else { continue }
            var first = Engine(plain)
            var second = Engine(try Program(random.policy, tracing: true))
            for entry in random.events {
                var (left, right): ([Outcome], [Outcome]) = ([], [])
                let receptions = (
                    first.handle(entry.event) { if !$0.isEmpty { left.append($0) } },
                    second.handle(entry.event) { if !$0.isEmpty { right.append($0) } }
                )
                #expect(receptions.0 == receptions.1, "seed \(seed), event \(entry.event.id)")
                #expect(left.allSatisfy { $0.trace.looks.isEmpty })
                looked += right.reduce(0) { $0 + $1.trace.looks.count }
                for index in right.indices { right[index].trace = Trace() }
                #expect(left == right, "seed \(seed), event \(entry.event.id)")
            }
        }
        #expect(looked > 1_000)
    }

    private static let policy = #"""
        holdline: 1
        policy: looks
        conduct: [insult]
        facts: {calm: {type: bool}}
        ladders:
          abuse:
            when: conduct.insult
            if: 'event.directed_at != "situation"'
            suspended_while: 'fact("calm")'
            steps: [{must: {warn: {within: 30s}}}]
        rules:
          in-chat: {when: conduct.insult, channels: [chat], should: say}
          in-the-end:
            when: contact.ended
            if: 'contact.conduct("insult") > 0'
            may: {hold: {if: 'fact("calm")', during: customer}}
        """#

    /// The looks of each event itself, and those of all outcomes, so that what falls due or an agent hears is seen too.
    private func looks(
        _ lines: [String], under text: String = Self.policy, all: Bool = false
    ) throws -> [[Trace.Look]] {
        let policy = try CheckedPolicy.loading(text)
        let reader = EventReader(declared: policy.policy.events)
        var engine = Engine(try Program(policy, tracing: true))
        return try lines.enumerated().map { index, line in
            let event = try reader.read(
                "{\"id\":\"\(index)\",\"time\":\"2026-01-01T00:0\(index):00Z\",\"contact\":\"c\",\"channel\":\"phone\",\(line)}"
            )
            var looks: [Trace.Look] = []
            _ = engine.handle(event) { if all || $0.event == event.id { looks += $0.trace.looks } }
            return looks
        }
    }

    @Test func `each rule that waited tells why it fired or not`() throws {
        let looks = try looks([
            #""type":"conduct.observed","data":{"conduct":"insult"}"#,
            #""type":"conduct.observed","data":{"conduct":"insult","directed_at":"situation"}"#,
            #""type":"fact.recorded","data":{"name":"calm","value":true}"#,
            #""type":"conduct.observed","data":{"conduct":"insult"}"#,
        ])
        let entries = looks.map { step in
            step.compactMap { if case .entry(let look) = $0 { "\(look.entry) \(look.result.rawValue)" } else { nil } }
        }
        #expect(
            entries == [
                ["ladders.abuse fired", "rules.in-chat wrong-channel"],
                ["ladders.abuse guard-failed", "rules.in-chat wrong-channel"], [],
                ["ladders.abuse suspended", "rules.in-chat wrong-channel"],
            ])
    }

    @Test func `conditions tell their place, what came out and what they read`() throws {
        let looks = try looks([
            #""type":"conduct.observed","data":{"conduct":"insult"}"#,
            #""type":"contact.ended","data":{"by":"customer"}"#,
        ])
        let conditions = looks.map { step in
            step.compactMap { look -> String? in
                guard case .condition(let look) = look else { return nil }
                let values = look.reads.map { $0.value.map { "\($0)" } ?? "-" }.joined(separator: ",")
                return "\(look.site) \(look.action ?? "") \(look.role.rawValue) \(look.result.isTrue) \(values)"
            }
        }
        #expect(conditions[0].contains { $0.hasPrefix("ladders.abuse  if true") && $0.contains("agent") })
        #expect(conditions[0].contains { $0.hasPrefix("ladders.abuse  suspended_while false") })
        #expect(conditions[1].contains { $0.hasPrefix("rules.in-the-end  if true") && $0.contains("1") })
        #expect(conditions[1].contains { $0.hasPrefix("rules.in-the-end hold if false") })
    }

    private static let guarded = #"""
        holdline: 1
        policy: guarded
        conduct: [insult]
        facts: {calm: {type: bool}}
        rules:
          warned:
            when: conduct.insult
            must: {warn: {within: 30s, unless: 'fact("calm")'}}
          afterwards:
            when: contact.ended
            must: {offer_break: {within: 5m}}
            should: hold
        """#

    private static func guards(_ looks: [Trace.Look]) -> [String] {
        looks.compactMap { look in
            guard case .condition(let look) = look, let action = look.action else { return nil }
            return "\(look.site) \(action) \(look.role.rawValue) \(look.result.isTrue)"
        }
    }

    @Test(arguments: [true, false]) func `the guard of a duty is told when its deadline passes`(isCalm: Bool) throws {
        let looks = try looks(
            [
                #""type":"conduct.observed","data":{"conduct":"insult"}"#,
                #""type":"fact.recorded","data":{"name":"calm","value":\#(isCalm)}"#,
                #""type":"utterance","data":{"speaker":"agent"}"#,
            ], under: Self.guarded.replacing("within: 30s", with: "within: 90s"), all: true)
        #expect(Self.guards(looks[2]) == ["rules.warned warn unless \(isCalm)"])
    }

    @Test func `the guard of a duty is told with the verdict`() throws {
        let looks = try looks(
            [
                #""type":"fact.recorded","data":{"name":"calm","value":false}"#,
                #""type":"action.done","data":{"action":"warn","by":"agent"}"#,
            ],
            under: Self.guarded.replacing("when: conduct.insult", with: "when: fact.recorded")
                .replacing("within: 30s", with: "within: 5m"))
        #expect(Self.guards(looks[1]) == ["rules.warned warn unless false"])
    }

    @Test func `acts that brought no norm tell why`() throws {
        let looks = try looks(
            [
                #""type":"contact.started","agent":"a","data":{}"#,
                #""type":"contact.ended","data":{"by":"customer"}"#,
                #""type":"contact.ended","data":{"by":"customer"}"#,
            ], under: Self.guarded)
        let unissued = looks.map { step in
            step.compactMap { look -> String? in
                guard case .unissued(_, let action, let obstacle) = look else { return nil }
                return "\(action) \(obstacle.rawValue)"
            }
        }
        #expect(unissued[0].isEmpty)
        #expect(unissued[1] == ["offer_break agent-told"])
        #expect(unissued[2] == ["offer_break agent-told", "hold contact-ended"])
    }
}
