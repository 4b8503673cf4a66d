import CEL

/// A host as a policy would be one: an event, a contact, facts, and a few plain variables.
enum TestHost {
    static let reasons = ["abuse", "completed", "dropped"]
    static let classes = ["rude", "insult", "threat"]

    static let environment: CELEnvironment = {
        var environment = CELEnvironment()
        environment.declare(
            record: "event",
            fields: [
                "reason": CELSlot(.string, 0, isOptional: true, extent: .text(16), choices: reasons),
                "conduct": CELSlot(.list(.string), 1, extent: .list(4, of: .text(16)), choices: classes),
                "directed_at": CELSlot(.string, 2, extent: .text(16)),
                "score": CELSlot(.double, 3, isOptional: true),
            ])
        environment.declare(
            record: "contact",
            fields: [
                "elapsed": CELSlot(.duration, 4), "started": CELSlot(.timestamp, 5),
                "new_matter": CELSlot(.bool, 6),
                "tags": CELSlot(.map(.string, .string), 7, extent: .map(4, from: .text(16), to: .text(16))),
            ])
        environment.declare("abuse_endings", CELSlot(.int, 8))
        environment.declare("limit", CELSlot(.uint, 9))
        environment.declare("words", CELSlot(.list(.string), 10, extent: .list(4, of: .text(16))))
        environment.declare("numbers", CELSlot(.list(.int), 11, extent: .list(5, of: .scalar)))
        environment.declare("anything", CELSlot(.dyn, 12))
        environment.declare(function: "fact") { call in
            switch call.argument {
            case "stalemate": .success(CELSlot(.bool, 13))
            case "floor": .success(CELSlot(.int, 14))
            default:
                .failure(
                    CELProblem(
                        "unknown-fact", "there is no fact `\(call.argument)`", help: "declare it under `facts`",
                        at: call.range))
            }
        }
        environment.declare(function: "conduct", on: "contact") { call in
            classes.contains(call.argument)
                ? .success(CELSlot(.int, 15))
                : .failure(CELProblem("unknown-class", "there is no class `\(call.argument)`", at: call.range))
        }
        return environment
    }()

    /// Something for every slot.
    static let full = TestBindings(values: [
        .string("abuse"), .list([.string("rude"), .string("insult")]), .string("agent"), .double(0.75),
        .duration(CELDuration(nanoseconds: 90_000_000_000)),
        CELTimestamp("2026-11-21T10:00:40Z").map(CELValue.timestamp),
        .bool(false), (try? CELMap([(.string("team"), .string("north"))])).map(CELValue.map), .int(3), .uint(5),
        .list([.string("calm"), .string("straße")]), .list([.int(4), .int(0), .int(-7)]), .string("x"), .bool(true),
        .int(2), .int(1),
    ])

    /// The same without some slots.
    static func without(_ slots: Int...) -> TestBindings {
        var bindings = full
        for slot in slots { bindings.values[slot] = nil }
        return bindings
    }

    static func check(_ text: String) throws -> CheckedCEL {
        try CELExpression.parse(text).check(in: environment).get()
    }

    /// The problems of an expression, from the parser or the check.
    static func problems(_ text: String) -> [CELProblem] {
        do throws(CELProblem) {
            switch try CELExpression.parse(text).check(in: environment) {
            case .success: return []
            case .failure(let problems): return problems.all
            }
        } catch {
            return [error]
        }
    }

    static func evaluate(_ text: String, _ bindings: TestBindings = full) throws -> CELValue {
        var machine = CELMachine()
        return try check(text).program.evaluate(bindings, &machine).get()
    }

    /// The error that an expression ends with; nil where it has a value.
    static func error(_ text: String, _ bindings: TestBindings = full) throws -> CELRuntimeError? {
        var machine = CELMachine()
        switch try CELExpression.parse(text).compileUnchecked(in: environment).evaluate(bindings, &machine) {
        case .success: return nil
        case .failure(let error): return error
        }
    }
}

extension String {
    /// The words at a place given in UTF-8 bytes.
    func words(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}
