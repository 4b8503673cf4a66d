extension Checker {
    /// A call: of a host's function, of a conversion, of a method.
    mutating func checkCall(
        _ name: String, _ receiver: SyntaxTree.ID?, _ arguments: [SyntaxTree.ID], _ place: Range<Int>,
        _ range: Range<Int>
    ) -> ID {
        let owner = receiver.flatMap { record($0) }
        if receiver == nil || owner != nil, let resolve = environment.function(name, on: owner) {
            return checkHostCall(name, owner, resolve, arguments, range)
        }
        if let owner {
            let names = environment.functionNames(on: owner)
            return fail(unknownFunction("\(owner).\(name)", name, names, place), range)
        }
        guard let function = Function.named(name, isMember: receiver != nil) else {
            // A bare name there was meant by the same mistake.
            for id in [receiver].compactMap({ $0 }) + arguments where !isUnknownName(id) { _ = check(id) }
            return fail(unknownCall(name, isMember: receiver != nil, place), range)
        }
        let checked = ([receiver].compactMap { $0 } + arguments).map { check($0) }
        guard function.arity.contains(checked.count) else {
            return fail(wrongCount(function, checked.count, isMember: receiver != nil, place), range)
        }
        if function == .dyn { return add(tree[checked[0]].kind, .dyn, range) }
        checkLiteral(function, checked)
        return apply(function, checked, range)
    }

    /// A function on arguments of matching number, its result typed.
    mutating func apply(_ function: Function, _ arguments: [ID], _ range: Range<Int>) -> ID {
        let types = arguments.map { type($0) }
        var choices: [String]?
        if function == .index { choices = tree[arguments[0]].choices }
        if let result = function.result(types) {
            return add(.call(function, arguments), result, range, choices: choices)
        }
        note(mismatch(function, arguments, types, range))
        return add(.call(function, arguments), .dyn, range)
    }

    /// `fact("stalemate")`: resolved here and now, a slot at run time.
    private mutating func checkHostCall(
        _ name: String, _ record: String?, _ resolve: CELEnvironment.Resolver, _ arguments: [SyntaxTree.ID],
        _ range: Range<Int>
    ) -> ID {
        let shown = (record.map { "\($0)." } ?? "") + name
        guard arguments.count == 1 else {
            let problem = CELProblem(
                "wrong-arguments", "`\(shown)` takes one name, and here are \(arguments.count)",
                help: "write `\(shown)(\"...\")`", at: range)
            return fail(problem, range)
        }
        let argument = syntax[arguments[0]]
        guard case .literal(.string(let text)) = argument.kind else {
            let word = if case .name(let name, _) = argument.kind { name } else { "..." }
            let problem = CELProblem(
                "literal-argument", "the name in `\(shown)(...)` must be written out",
                help: "write it between quotes, as in `\(shown)(\"\(word)\")`", at: argument.range)
            return fail(problem, range)
        }
        switch resolve(CELCall(record: record, function: name, argument: text, range: argument.range)) {
        case .success(let slot):
            return add(.slot(slot, name: "\(shown)(\(quoted(text)))"), slot.type, range, choices: slot.choices)
        case .failure(let problem): return fail(problem, range)
        }
    }

    /// Says now what a conversion of a literal would say at run time.
    private mutating func checkLiteral(_ function: Function, _ arguments: [ID]) {
        guard isStrict, function.isConversion, let argument = arguments.first,
            case .constant(let value) = tree[argument].kind, case .string = value
        else { return }
        do {
            var meter = Meter(budget: CELLimits.steps)
            _ = try convert(value, by: function, &meter)
        } catch {
            let help: String? =
                switch function {
                case .duration: "write hours, minutes and seconds, as in `1h30m` or `90s`"
                case .timestamp: "write it as in `2026-10-01T09:00:00Z`"
                default: nil
                }
            note(CELProblem("bad-literal", error.message, help: help, at: tree[argument].range))
        }
    }

    private func mismatch(
        _ function: Function, _ arguments: [ID], _ types: [CELType], _ range: Range<Int>
    ) -> CELProblem {
        let shown = types.map { "`\($0)`" }.joined(separator: " and ")
        let numbers = types.count == 2 && types.allSatisfy(\.isNumeric)
        var help: String? = numbers ? "convert one of them, as in `\(types[0])(...)`" : nil
        if case .list = types.first, function.shownName == "contains" {
            help = "to ask whether a list holds something, write `\(written(arguments[1])) in \(written(arguments[0]))`"
        }
        return CELProblem(
            "type-mismatch", "`\(function.shownName)` does not apply to \(shown)", help: help, at: range)
    }

    private func wrongCount(
        _ function: Function, _ count: Int, isMember: Bool, _ place: Range<Int>
    ) -> CELProblem {
        let hidden = isMember ? 1 : 0
        let (least, most) = (function.arity.lowerBound - hidden, function.arity.upperBound - hidden)
        let wanted = least == most ? "\(least)" : "\(least) or \(most)"
        let message =
            "`\(function.shownName)` takes \(wanted) argument\(most == 1 ? "" : "s"), and here are \(count - hidden)"
        return CELProblem("wrong-arguments", message, at: place)
    }

    private func unknownCall(_ name: String, isMember: Bool, _ place: Range<Int>) -> CELProblem {
        if name == "matches" {
            return CELProblem(
                "unsupported", "`matches` is not part of this language",
                help: "use `contains`, `startsWith` or `endsWith`", at: place)
        }
        if let function = Function.named(name, isMember: !isMember) {
            let example = function.form == .member ? "value.\(name)()" : "\(name)(value)"
            return CELProblem(
                "unknown-function", "`\(name)` is called otherwise", help: "write `\(example)`", at: place)
        }
        var names = Function.allCases.map(\.rawValue).filter { Function.named($0, isMember: isMember) != nil }
        if isMember {
            names += ["all", "exists", "exists_one", "map", "filter"]
        } else {
            names += environment.functionNames(on: nil) + ["has"]
        }
        return unknownFunction(name, name, names, place)
    }

    private func unknownFunction(
        _ shown: String, _ name: String, _ names: [String], _ place: Range<Int>
    ) -> CELProblem {
        let suggestion = nearest(to: name, among: names).map { "did you mean `\($0)`?" }
        return CELProblem("unknown-function", "unknown function `\(shown)`", help: suggestion, at: place)
    }
}
