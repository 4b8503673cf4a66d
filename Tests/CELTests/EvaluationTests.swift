import CEL
import Testing

@Suite("Values of expressions")
struct EvaluationTests {
    @Test(
        "an expression over a host's names has its value",
        arguments: [
            (#"event.directed_at != "situation" && contact.elapsed > duration("1m")"#, true),
            (#"event.conduct == ["rude", "insult"]"#, true),
            (#"event.conduct == ["rude"] || "threat" in event.conduct"#, false),
            (#"has(event.reason) && event.reason == "abuse""#, true),
            (#"fact("stalemate") && fact("floor") == 2 && contact.conduct("threat") == 1"#, true),
            ("abuse_endings >= 3 ? contact.new_matter : !contact.new_matter", false),
            ("limit > abuse_endings", true),
            (#"contact.tags.team == "north" && contact.tags["team"] != "south" && !has(contact.tags.size)"#, true),
            ("words.exists(w, w.size() == 6) && words.all(w, w.size() >= 4)", true),
            ("numbers.map(n, n * 2).filter(n, n > 0) == [8]", true),
            ("numbers.map(n, n < 0, -n) == [7]", true),
            ("numbers.exists_one(n, n == 0)", true),
            ("numbers.exists(n, words.exists(w, w.size() == n))", true),
            ("contact.started + duration('1h') > contact.started", true),
            ("contact.started.getDayOfWeek() == 6 && contact.started.getHours('+02:00') == 12", true),
            (#""straße" in words && "straße".size() == 6"#, true),
            ("dyn(1) == 1u && dyn(1.0) == 1 && {1: true}[dyn(1u)]", true),
            ("anything == 'x' && anything != 1", true),
            ("size({'a': 1, 'b': 2}) == 2 && type({}) == map", true),
            ("string(contact.elapsed) == '90s' && int('-12') == -12 && string(2.0) == '2'", true),
            (#""\u00e9" == "e\u0301""#, false),
            ("'b' > 'a' && b'\\xff' > b'\\x00' && true > false && [1] + [2] == [1, 2]", true),
        ])
    func value(_ text: String, _ expected: Bool) throws {
        #expect(try TestHost.evaluate(text) == .bool(expected))
        var machine = CELMachine()
        let unchecked = try CELExpression.parse(text).compileUnchecked(in: TestHost.environment)
        #expect(try unchecked.evaluateBool(TestHost.full, &machine).get() == expected)
    }

    @Test(
        "an error is outweighed by an operand or an element that decides, on either side",
        arguments: [
            ("1 / (abuse_endings - 3) > 0 || true", true), ("true || 1 / (abuse_endings - 3) > 0", true),
            ("1 / (abuse_endings - 3) > 0 && false", false), ("false && 1 / (abuse_endings - 3) > 0", false),
            ("numbers.exists(n, 8 / n == 2)", true), ("numbers.exists(n, 8 / n == -1)", true),
            ("numbers.all(n, 8 / n == 2)", false),
            ("(1 / (abuse_endings - 3) > 0 && true) || (numbers[9] == 1 || true)", true),
            ("!(1 / (abuse_endings - 3) > 0 || numbers.exists(n, 1 / n > 5 && words[7] == '')) || true", true),
            ("numbers.all(n, numbers.exists(m, m / n == 0) || true)", true),
            ("event.reason == 'abuse' && has(event.reason)", false),
        ])
    func outweighed(_ text: String, _ expected: Bool) throws {
        #expect(try TestHost.evaluate(text, TestHost.without(0)) == .bool(expected))
    }

    @Test(
        "what no operand outweighs comes out as the first error, at its place",
        arguments: [
            ("abuse_endings / (limit == 5u ? 0 : 1) > 1", "division-by-zero", "abuse_endings / (limit == 5u ? 0 : 1)"),
            ("true && numbers[3] == 1", "index-out-of-range", "numbers[3]"),
            ("numbers[-1] == 1 || numbers[5] == 2", "index-out-of-range", "numbers[-1]"),
            ("event.reason == 'abuse'", "no-such-field", "event.reason"),
            ("[event.reason].exists(r, r == 'abuse')", "no-such-field", "event.reason"),
            ("contact.tags.floor == '2'", "no-such-key", "contact.tags.floor"),
            ("numbers.all(n, 8 / n != 99)", "division-by-zero", "8 / n"),
            ("numbers.map(n, 8 / n).size() > 0", "division-by-zero", "8 / n"),
            ("9223372036854775807 + abuse_endings > 0", "overflow", "9223372036854775807 + abuse_endings"),
            ("limit - 6u > 0u", "overflow", "limit - 6u"),
            (
                "-(abuse_endings - 3 - 9223372036854775807 - 1) > 0", "overflow",
                "-(abuse_endings - 3 - 9223372036854775807 - 1)"
            ),
            ("int(event.directed_at) > 0", "bad-conversion", "int(event.directed_at)"),
            ("contact.started.getHours('Nowhere') > 0", "unknown-time-zone", "contact.started.getHours('Nowhere')"),
            (
                "contact.started - duration('2562047h') * 1 > contact.started", "no-such-overload",
                "duration('2562047h') * 1"
            ),
            (
                "contact.started + duration('2562047h') + duration('2562047h') < contact.started || nothing",
                "unknown-name", "nothing"
            ),
            (
                "{'a': 1, event.directed_at: 2, 'agent': 3}.size() > 0", "duplicate-key",
                "{'a': 1, event.directed_at: 2, 'agent': 3}"
            ),
            ("anything.all(x, true)", "no-such-overload", "anything"),
            ("[anything] < [1]", "no-such-overload", "[anything] < [1]"),
            ("anything && true", "no-such-overload", "anything"),
            ("event.reason == 'a' || numbers[7] == 1 || words[9] == ''", "no-such-field", "event.reason"),
        ])
    func raised(_ text: String, _ code: String, _ place: String) throws {
        let error = try #require(try TestHost.error(text, TestHost.without(0)))
        #expect(error.code == code, "\(error)")
        #expect(text.words(error.range) == place)
        #expect(MessageStyle.isKept(error.message), "\(error.message)")
    }

    @Test("a machine serves one program after the other, also after errors")
    func machineReuse() throws {
        var machine = CELMachine()
        let failing = try TestHost.check("numbers.all(n, 8 / n > -9) && words.exists(w, w == 'none')").program
        let loops = try TestHost.check("numbers.map(n, words.map(w, w.size() + n)).size() == 3").program
        for _ in 0..<3 {
            #expect(failing.evaluateBool(TestHost.full, &machine) == .success(false))
            #expect(loops.evaluateBool(TestHost.full, &machine) == .success(true))
            #expect(throws: CELRuntimeError.self) {
                try failing.evaluateBool(TestHost.without(10), &machine).get()
            }
        }
    }

    @Test("an evaluation ends at its budget, and nothing outweighs that")
    func budget() throws {
        let program = try TestHost.check("numbers.all(n, numbers.all(m, n + m < 99)) || true").program
        var machine = CELMachine(budget: 40)
        guard case .failure(let error) = program.evaluateBool(TestHost.full, &machine) else {
            Issue.record("the budget was not kept")
            return
        }
        #expect(error.code == "budget-spent")
        var rich = CELMachine(budget: program.cost)
        #expect(program.evaluateBool(TestHost.full, &rich) == .success(true))
        #expect(rich.steps <= program.cost && rich.steps > 40)
    }

    @Test("a result that is no bool is no condition")
    func noBool() throws {
        var machine = CELMachine()
        let program = try TestHost.check("dyn(abuse_endings)").program
        guard case .failure(let error) = program.evaluateBool(TestHost.full, &machine) else {
            Issue.record("an int was taken for a bool")
            return
        }
        #expect(error.code == "not-a-bool")
    }

    @Test("programs are equal where their texts are")
    func equality() throws {
        let one = try TestHost.check("limit > 1u").program
        let same = try TestHost.check("limit > 1u").program
        let other = try TestHost.check("limit > 2u").program
        #expect(one == same && one.hashValue == same.hashValue)
        #expect(one != other)
    }
}
