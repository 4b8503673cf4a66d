import CEL
import Testing

@Suite("Values, maps and types")
struct ValueTests {
    @Test("a value is small")
    func size() {
        #expect(MemoryLayout<CELValue>.size <= 24)
        #expect(MemoryLayout<CELValue>.stride == 24)
    }

    @Test("a map keeps its keys in one order, however it was made")
    func mapOrder() throws {
        let pairs: [(CELValue, CELValue)] = [
            (.string("b"), .int(1)), (.uint(18_446_744_073_709_551_615), .int(2)), (.bool(true), .int(3)),
            (.int(-4), .int(4)), (.string("a"), .int(5)), (.uint(7), .int(6)), (.bool(false), .int(7)),
        ]
        let map = try CELMap(pairs)
        #expect(try CELMap(pairs.reversed()) == map)
        #expect(
            CELValue.map(map).description
                == "{false: 7, true: 3, -4: 4, 7u: 6, 18446744073709551615u: 2, \"a\": 5, \"b\": 1}")
        #expect(map[.double(7)] == .int(6) && map[.int(7)] == .int(6) && map[.double(7.5)] == nil)
        #expect(map[.double(1e300)] == nil && map[.double(.nan)] == nil && map[.null] == nil)
        #expect(throws: CELMap.Refusal.duplicateKey(.int(7))) {
            try CELMap(pairs + [(.int(7), .null)])
        }
        #expect(throws: CELMap.Refusal.notAKey(.double(1))) { try CELMap([(.double(1), .null)]) }
    }

    @Test("the language's equality goes by amount, Swift's by type and bits")
    func equality() {
        #expect(CELValue.int(1).isEqual(to: .double(1)) && CELValue.int(1) != .double(1))
        #expect(CELValue.list([.uint(2)]).isEqual(to: .list([.int(2)])))
        #expect(!CELValue.double(.nan).isEqual(to: .double(.nan)) && CELValue.double(.nan) == .double(.nan))
        #expect(CELValue.double(0).isEqual(to: .double(-0.0)) && CELValue.double(0) != .double(-0.0))
        #expect(!CELValue.string("\u{e9}").isEqual(to: .string("e\u{301}")))
        #expect(CELValue.string("\u{e9}") != .string("e\u{301}"))
        #expect(
            CELValue.string("a long text beyond fifteen bytes").isEqual(to: .string("a long text beyond fifteen bytes"))
        )
        #expect(
            !CELValue.string("a long text beyond fifteen bytes").isEqual(
                to: .string("a long text beyond fifteen bytex")))
    }

    @Test("values nested beyond the limit are unequal rather than a crash")
    func nested() {
        var value = CELValue.int(1)
        for _ in 0..<(CELLimits.valueNesting + 10) { value = .list([value]) }
        #expect(!value.isEqual(to: value))
    }

    @Test(
        "a value's description is an expression for it",
        arguments: [
            CELValue.null, .bool(true), .int(.min), .uint(.max), .double(-0.0), .double(1e300), .double(0.1),
            .double(.infinity), .string("it's \"so\"\n\t\\ \u{7f} ß 🐱 \u{0}"), .bytes([0, 34, 39, 92, 65, 255]),
            .list([.int(1), .list([]), .string("")]), .duration(CELDuration(nanoseconds: .min)),
            .duration(CELDuration(nanoseconds: 1_500_000_000)), .type(.list(.dyn)), .type(.timestamp),
        ])
    func description(_ value: CELValue) throws {
        var machine = CELMachine()
        let program = try CELExpression.parse(value.description).check(in: CELEnvironment()).get().program
        #expect(try program.evaluate(TestBindings(), &machine).get() == value)
    }

    @Test("types are named as an author would")
    func types() {
        let type = CELType.map(.string, .list(.duration))
        #expect(type.description == "map(string, list(duration))" && type.runtimeName == "map")
        #expect(CELType.null.runtimeName == "null_type" && CELType.record("event").description == "record event")
    }
}
