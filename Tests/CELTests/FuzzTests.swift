import CEL
import Dispatch
import Foundation
import Testing

@Suite("No input brings it down")
struct FuzzTests {
    /// Reads, checks, runs and explains, whatever comes of it; problems must lie within the text.
    private func exercise(_ text: String, _ machine: inout CELMachine) throws {
        let length = text.utf8.count
        do throws(CELProblem) {
            let expression = try CELExpression.parse(text)
            _ = expression.compileUnchecked(in: TestHost.environment).evaluate(TestHost.full, &machine)
            switch expression.check(in: TestHost.environment) {
            case .success(let checked):
                if case .failure(let error) = checked.program.evaluate(TestHost.without(0), &machine) {
                    #expect(
                        error.range.upperBound <= length && MessageStyle.isKept(error.message) || text.contains("`"))
                }
                for part in checked.subconditions { _ = part.program.evaluateBool(TestHost.full, &machine) }
            case .failure(let problems):
                #expect(!problems.isEmpty)
                for problem in problems { #expect(problem.range.upperBound <= length) }
            }
        } catch {
            #expect(error.range.upperBound <= length)
        }
    }

    @Test("random bytes")
    func bytes() throws {
        var random = SeededRandom.announced()
        var machine = CELMachine(budget: 20_000)
        for _ in 0..<4_000 {
            let count = Int.random(in: 0..<40, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            try exercise(String(decoding: bytes, as: UTF8.self), &machine)
        }
    }

    @Test("random words of the language")
    func words() throws {
        var random = SeededRandom.announced()
        let words = [
            "event", ".", "reason", "(", ")", "[", "]", "{", "}", "&&", "||", "!", "-", "+", "*", "/", "%", "==", "<",
            "in", "?", ":", ",", "1", "0u", "1.5", "'a'", "b'\\xff'", "true", "null", "words", "numbers", "all", "map",
            "x", "has", "size", "dyn", "duration", "timestamp", "fact", "`a-b`", "9223372036854775807", "\\", "\"",
            "'''",
            "r'", "//", "\n", "exists_one", "filter", "not", "is", "type", "string", "contact.tags", "getHours",
        ]
        var machine = CELMachine(budget: 20_000)
        for _ in 0..<10_000 {
            let count = Int.random(in: 1..<14, using: &random)
            let text = (0..<count).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
            try exercise(text, &machine)
        }
    }

    @Test("valid expressions with bytes changed, dropped, doubled")
    func mutations() throws {
        var maker = RandomExpression(.announced())
        var machine = CELMachine(budget: 20_000)
        for _ in 0..<4_000 {
            var bytes = Array(maker.make(.bool, depth: 3).utf8)
            for _ in 0..<Int.random(in: 1...4, using: &maker.random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &maker.random)
                switch Int.random(in: 0..<4, using: &maker.random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &maker.random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[place], at: place)
                default: bytes.swapAt(place, bytes.count - 1)
                }
            }
            try exercise(String(decoding: bytes, as: UTF8.self), &machine)
        }
    }

    @Test("nesting, length and number of parts are bounded with a clear problem")
    func bounds() throws {
        let depth = CELLimits.nesting
        func code(_ text: String) -> String? { TestHost.problems(text).first?.code }
        let patterns = [
            ("(", ")", 1), ("[", "]", 1), ("{1: ", "}", 1), ("!", "", 1), ("-", "", 1), ("size([", "])", 2),
            ("true ? true : ", "", 1),
        ]
        for (open, close, weight) in patterns {
            func nested(_ count: Int) -> String {
                let core = open == "!" || open.hasPrefix("true") ? "true" : "1"
                return String(repeating: open, count: count) + core + String(repeating: close, count: count)
            }
            #expect(
                code(nested(depth * 1_000))
                    == (nested(depth * 1_000).utf8.count > CELLimits.textBytes ? "too-long" : "too-deep"))
            #expect(code(nested(depth * 4)) == "too-deep", "\(open)")
            #expect(code(nested((depth - 2) / weight)) == nil, "\(open)")
        }
        #expect(code("a" + String(repeating: ".b", count: depth * 2)) == "too-deep")
        #expect(code("1" + String(repeating: " + 1", count: depth * 2)) == "too-deep")
        #expect(code("numbers" + String(repeating: "[0]", count: depth * 2)) == "too-deep")
        #expect(code(String(repeating: " ", count: CELLimits.textBytes + 1)) == "too-long")
        #expect(code("[" + String(repeating: "1,", count: CELLimits.nodes + 1) + "]") == "too-many-parts")
    }

    @Test("the deepest expression fits into a stack of a mebibyte, even unoptimized")
    func smallStack() throws {
        let depth = CELLimits.nesting - 2
        let texts = [
            String(repeating: "(", count: depth) + "true" + String(repeating: ")", count: depth),
            String(repeating: "!", count: depth) + "contact.new_matter",
            String(repeating: "[", count: depth - 2) + "anything" + String(repeating: "]", count: depth - 2)
                + ".size() == 1",
            String(repeating: "words.all(w, ", count: 4) + String(repeating: "true || !(", count: depth / 2 - 4)
                + "limit > 2u" + String(repeating: ")", count: depth / 2),
            String(repeating: "1 < 2 ? contact.new_matter : ", count: depth) + "true",
        ]
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            for text in texts {
                if let checked = try? TestHost.check(text) {
                    var machine = CELMachine()
                    _ = checked.program.evaluate(TestHost.full, &machine)
                    _ = checked.subconditions.map(\.program)
                }
            }
            done.signal()
        }
        thread.stackSize = 1_024 * 1_024
        thread.start()
        #expect(done.wait(timeout: .now() + 60) == .success)
        for text in texts { #expect(TestHost.problems(text).isEmpty, "\(text)") }
    }

    @Test("values that a host nests without bound are no way to bring it down")
    func deepValues() throws {
        var deep = CELValue.int(1)
        for _ in 0..<2_000 { deep = .list([deep]) }
        var bindings = TestHost.full
        bindings.values[12] = deep
        for text in [
            "{anything: 1}", "{'a': 1}[anything]", "anything == anything", "anything in [anything]", "anything < 1",
        ] {
            var machine = CELMachine()
            let program = try CELExpression.parse(text).compileUnchecked(in: TestHost.environment)
            guard case .failure(let error) = program.evaluate(bindings, &machine) else {
                Issue.record("\(text) has a value")
                continue
            }
            #expect(error.message.utf8.count < 120)
        }
    }

    @Test("a row of conditions of any length is no nesting")
    func longRow() throws {
        let text = (0..<1_500).map { "numbers[0] != \($0 + 5)" }.joined(separator: " && ")
        #expect(try TestHost.evaluate(text) == .bool(true))
    }
}
