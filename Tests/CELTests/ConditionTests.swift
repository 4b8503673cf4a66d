import CEL
import Testing

@Suite("What a checked expression tells about itself")
struct ConditionTests {
    @Test(
        "a condition whose answer never changes is told",
        arguments: [
            ("true", "always-true", "true", "this always holds"),
            ("limit > 1u && 1 > 2", "always-false", "1 > 2", "this never holds"),
            (
                "duration('1m') == duration('60s') || limit > 1u", "always-true", "duration('1m') == duration('60s')",
                "this always holds"
            ),
            ("limit > 1u && 1 / 0 == 1", "always-fails", "1 / 0 == 1", "this has no value, whatever happens"),
            (
                "abuse_endings == abuse_endings", "always-true", "abuse_endings == abuse_endings",
                "this compares `abuse_endings` with itself"
            ),
            (
                "abuse_endings + 1 < abuse_endings + 1", "always-false", "abuse_endings + 1 < abuse_endings + 1",
                "this compares `abuse_endings + 1` with itself"
            ),
            ("has(event.directed_at)", "always-true", "has(event.directed_at)", "`event.directed_at` is always there"),
            ("words.size() < 0", "always-false", "words.size() < 0", "a size is never like that"),
            ("size(words) >= 0", "always-true", "size(words) >= 0", "a size is always like that"),
            (
                "event.directed_at == 'agent' && event.directed_at == 'situation'", "always-false",
                "event.directed_at == 'agent' && event.directed_at == 'situation'",
                "`event.directed_at == 'agent'` and `event.directed_at == 'situation'` never hold together"
            ),
            (
                "limit > 1u || event.directed_at != 'agent' || event.directed_at != 'x'", "always-true",
                "event.directed_at != 'agent' || event.directed_at != 'x'",
                "one of `event.directed_at != 'agent'` and `event.directed_at != 'x'` always holds"
            ),
            (
                "contact.elapsed > duration('5m') && contact.elapsed < duration('1m')", "always-false",
                "contact.elapsed > duration('5m') && contact.elapsed < duration('1m')",
                "`contact.elapsed > duration('5m')` and `contact.elapsed < duration('1m')` never hold together"
            ),
            (
                "3 <= abuse_endings || !(abuse_endings >= 5)", "always-true",
                "3 <= abuse_endings || !(abuse_endings >= 5)",
                "one of `3 <= abuse_endings` and `!(abuse_endings >= 5)` always holds"
            ),
            (
                "words.exists(w, w == 'a' && w == 'b')", "always-false", "w == 'a' && w == 'b'",
                "`w == 'a'` and `w == 'b'` never hold together"
            ),
        ])
    func neverChanges(_ text: String, _ code: String, _ place: String, _ message: String) throws {
        let warnings = try TestHost.check(text).warnings
        let warning = try #require(warnings.first)
        #expect(warnings.count == 1)
        #expect(warning.code == code && warning.severity == .warning)
        #expect(text.words(warning.range) == place)
        #expect(warning.message == message)
        #expect(MessageStyle.isKept(warning.message))
    }

    @Test(
        "a condition that can go either way is not told",
        arguments: [
            "limit > 1u", "anything == anything", "has(event.score) && event.score == event.score",
            "has(event.score) && (event.score < 1.0 || event.score >= 1.0)", "abuse_endings > 1 && abuse_endings < 3",
            "abuse_endings >= 3 && abuse_endings <= 3", "event.directed_at == 'a' || event.directed_at == 'b'",
            "event.directed_at != 'a' && event.directed_at != 'b'", "words.size() > 0", "0 < size(words)",
            "abuse_endings == 1 && limit == 2u", "contact.new_matter ? true : limit > 3u",
            "event.conduct == ['rude'] || event.conduct == ['insult']", "contact.new_matter == true",
            "words.size() != 0", "words.size() >= 1", "abuse_endings > 3 || abuse_endings < 3",
        ])
    func eitherWay(_ text: String) throws {
        #expect(try TestHost.check(text).warnings.isEmpty)
    }

    @Test(
        "a read of what may be absent is told unless has() makes sure of it",
        arguments: [
            ("event.reason == 'abuse'", ["event.reason"]),
            ("has(event.reason) && event.reason == 'abuse'", []),
            ("event.reason == 'abuse' && has(event.reason)", []),
            ("!has(event.reason) || event.reason == 'abuse'", []),
            ("has(event.reason) || event.reason == 'abuse'", ["event.reason"]),
            ("has(event.reason) ? event.reason == 'abuse' : event.score > 0.5", ["event.score"]),
            ("!has(event.reason) ? false : event.reason == 'abuse'", []),
            ("!(has(event.reason) && has(event.score)) || event.reason != 'abuse' && event.score > 0.1", []),
            ("(has(event.reason) || has(event.score)) && event.score > 0.1", ["event.score"]),
            ("has(event.reason) && words.exists(w, w == event.reason)", []),
            ("[event.reason].size() == 1 && [has(event.reason)].size() == 1", ["event.reason"]),
            ("event.directed_at == 'x'", []),
            ("contact.tags.team == 'north'", ["contact.tags.team"]),
            ("has(contact.tags.team) && contact.tags.team == 'north'", []),
            ("'team' in contact.tags && contact.tags.team == 'north'", []),
            (
                "!has(contact.tags.team) || contact.tags.team == 'north' || contact.tags.other == 'x'",
                ["contact.tags.other"]
            ),
        ])
    func unguarded(_ text: String, _ names: [String]) throws {
        let checked = try TestHost.check(text)
        #expect(checked.unguardedOptionalReads.map(\.name) == names)
        for read in checked.unguardedOptionalReads { #expect(text.words(read.range) == read.name) }
    }

    @Test("the slots it reads are told in order, and its reads with their places")
    func reads() throws {
        let text = "fact('stalemate') || has(event.reason) && limit > 2u && contact.conduct(\"rude\") > 0"
        let checked = try TestHost.check(text)
        #expect(checked.slotsRead == [0, 9, 13, 15])
        #expect(checked.reads.map(\.slot) == [13, 0, 9, 15])
        #expect(
            checked.reads.map { text.words($0.range) } == [
                "fact('stalemate')", "has(event.reason)", "limit", "contact.conduct(\"rude\")",
            ])
        #expect(
            checked.reads.map(\.name) == ["fact(\"stalemate\")", "event.reason", "limit", "contact.conduct(\"rude\")"])
        #expect(checked.type == .bool && checked.text == text)
    }

    @Test("comparisons with constants are told with the value on the left")
    func thresholds() throws {
        let text =
            "abuse_endings >= 3 && !(duration('1m') > contact.elapsed) || words.exists(w, limit != 2u && w == 'a')"
        let thresholds = try TestHost.check(text).thresholds
        #expect(thresholds.map(\.read.slot) == [8, 4, 9])
        #expect(thresholds.map(\.relation) == [.greaterOrEqual, .less, .notEqual])
        #expect(thresholds.map(\.constant.description) == ["3", "duration(\"60s\")", "2u"])
        #expect(
            thresholds.map { text.words($0.range) } == [
                "abuse_endings >= 3", "duration('1m') > contact.elapsed", "limit != 2u",
            ])
    }

    @Test("a constant of the host is worked in: typed, folded, no slot")
    func constants() throws {
        var environment = TestHost.environment
        environment.declare("long_call", constant: .duration(CELDuration(nanoseconds: 60_000_000_000)))
        environment.declare("teams.night", constant: .list([.string("owl")]), type: .list(.string))
        func check(_ text: String) throws -> CheckedCEL {
            try CELExpression.parse(text).check(in: environment).get()
        }
        let checked = try check("contact.elapsed > long_call && !('x' in teams.night)")
        #expect(checked.slotsRead == [4])
        var machine = CELMachine()
        #expect(checked.program.evaluateBool(TestHost.full, &machine) == .success(true))
        #expect(try check("long_call == duration('60s')").warnings.map(\.code) == ["always-true"])
        #expect(try check("has(teams.night)").warnings.map(\.code) == ["always-true"])
        #expect(throws: CELProblems.self) { try check("long_call > 3") }
        #expect(throws: CELProblems.self) { try check("3 in teams.night") }
        #expect(throws: CELProblems.self) { try check("long_cal > duration('1m')") }
    }

    @Test("a condition is taken apart into parts that each have a truth")
    func parts() throws {
        let text = "(contact.new_matter || abuse_endings > 2) && !(limit == 5u && fact('stalemate'))"
        let parts = try TestHost.check(text).subconditions
        #expect(
            parts.map(\.text) == [
                text, "contact.new_matter || abuse_endings > 2", "contact.new_matter", "abuse_endings > 2",
                "!(limit == 5u && fact('stalemate'))", "limit == 5u && fact('stalemate')", "limit == 5u",
                "fact('stalemate')",
            ])
        #expect(parts.map(\.depth) == [0, 1, 2, 2, 1, 2, 3, 3])
        #expect(
            parts.map(\.role) == [
                .whole, .conjunct, .disjunct, .disjunct, .conjunct, .negated, .conjunct, .conjunct,
            ])
        var machine = CELMachine()
        let truths = try parts.map { try $0.program.evaluateBool(TestHost.full, &machine).get() }
        #expect(truths == [false, true, false, true, false, true, true, true])
        #expect(parts.map(\.hasParts) == [true, true, false, false, true, true, false, false])
        for part in parts { #expect(text.words(part.range) == part.text) }
        let failed = parts[3].program.evaluateBool(TestHost.without(8), &machine)
        guard case .failure(let error) = failed else {
            Issue.record("an absent value was read")
            return
        }
        #expect(parts[3].text.words(error.range) == "abuse_endings")
        #expect(error.message == "`abuse_endings` is not there")
    }

    @Test(
        "values of the declared sizes take nearly the cost, never more",
        arguments: [
            "text.contains(part)", "text.startsWith(text + '')", "text.endsWith(text)",
            "text + text == text + text + ''",
            "text == other && other < text", "size(text) > 5 && bytes(text) == bytes(text)",
            "list.all(x, x == part)", "other in list || part in list", "list == list", "list + list == list + list",
            "list.map(x, x + x).all(x, x.contains(part))", "list.exists_one(x, list.filter(y, x == y).size() == 0)",
            "map == map", "map.all(k, map[k] == 1)", "timestamp(0).getHours(zone) == 5", "string(bytes(text)) != part",
            "[text, text].exists(x, {x: 1, part: 2}.size() == 1)", "int(digits) + int(digits) > 0",
        ])
    func costIsNear(_ text: String) throws {
        var environment = CELEnvironment()
        var bindings = TestBindings()
        func declare(_ name: String, _ type: CELType, _ extent: CELExtent, _ value: CELValue) {
            environment.declare(name, CELSlot(type, bindings.values.count, extent: extent))
            bindings.values.append(value)
        }
        let part = String(repeating: "b", count: 160)
        declare("text", .string, .text(1_600), .string(String(repeating: "a", count: 1_600)))
        declare("other", .string, .text(1_600), .string(String(repeating: "a", count: 1_600)))
        declare("part", .string, .text(160), .string(part))
        declare("list", .list(.string), .list(40, of: .text(160)), .list(Array(repeating: .string(part), count: 40)))
        let pairs = (0..<40).map { (CELValue.string(part.dropLast(2) + "\($0 + 10)"), CELValue.int(1)) }
        declare("map", .map(.string, .int), .map(40, from: .text(160), to: .scalar), .map(try CELMap(pairs)))
        declare("zone", .string, .text(160), .string(part))
        declare("digits", .string, .text(160), .string(String(repeating: "0", count: 160)))
        let checked = try CELExpression.parse(text).check(in: environment).get()
        var machine = CELMachine(budget: .max)
        _ = checked.program.evaluate(bindings, &machine)
        #expect(machine.steps <= checked.cost)
        #expect(machine.steps >= checked.cost / 3, "\(machine.steps) of \(checked.cost)")
    }

    @Test("an expression whose worst case passes the limit is refused with its cost")
    func tooCostly() throws {
        var environment = CELEnvironment()
        environment.declare("many", CELSlot(.list(.int), 0, extent: .list(1_000, of: .scalar)))
        let two = try CELExpression.parse("many.all(a, many.all(b, a != b))")
        #expect(try two.check(in: environment).get().cost > 1_000_000)
        let three = try CELExpression.parse("many.all(a, many.all(b, many.all(c, a != b)))")
        guard case .failure(let problems) = three.check(in: environment) else {
            Issue.record("a thousand million steps were accepted")
            return
        }
        #expect(problems.map(\.code) == ["too-costly"])
    }
}
