extension Checker {
    /// A bare name: a loop's variable, a host's variable, or a type.
    mutating func checkName(_ id: SyntaxTree.ID, _ name: String, isRooted: Bool, _ range: Range<Int>) -> ID {
        if !isRooted, let frame = locals.lastIndex(where: { $0.name == name }) {
            let local = locals[frame]
            return add(.local(frame), local.type, range, choices: local.choices)
        }
        if let found = lookUp([name], isRooted: isRooted) { return read(found, range) }
        if let type = CELType.named(name) { return add(.constant(.type(type)), .type(type), range) }
        if record(id) != nil { return fail(recordAsValue(name, range), range) }
        return fail(unknownName(name, range), range)
    }

    /// A field: of a record, of a dotted name, or of a value.
    mutating func checkSelect(
        _ id: SyntaxTree.ID, _ operand: SyntaxTree.ID, _ field: String, _ place: Range<Int>, _ range: Range<Int>
    ) -> ID {
        if let found = dotted(id) { return read(found, range) }
        if let name = typeName(id), let type = CELType.named(name) {
            return add(.constant(.type(type)), .type(type), range)
        }
        if let record = record(operand) {
            if self.record(id) != nil { return fail(recordAsValue("\(record).\(field)", range), range) }
            return fail(unknownField(field, of: record, place), range)
        }
        let value = check(operand)
        guard let type = fieldType(value, field, place) else {
            return add(.select(value, field), .dyn, range)
        }
        return add(.select(value, field), type, range)
    }

    /// `has(operand.field)`.
    mutating func checkHas(
        _ operand: SyntaxTree.ID, _ field: String, _ place: Range<Int>, _ range: Range<Int>
    ) -> ID {
        if let (parts, isRooted) = syntax.dottedName(operand), isRooted || !isLocal(parts[0]) {
            switch lookUp(parts + [field], isRooted: isRooted) {
            case .slot(let slot, let name): return add(.present(slot, name: name), .bool, range)
            case .constant: return add(.constant(.bool(true)), .bool, range)
            case nil: break
            }
            if let record = record(operand) { return fail(unknownField(field, of: record, place), range) }
        }
        let value = check(operand)
        _ = fieldType(value, field, place)
        return add(.hasKey(value, field), .bool, range)
    }

    /// The type of a field of a value; nil, with a problem noted, where it has none.
    private mutating func fieldType(_ value: ID, _ field: String, _ place: Range<Int>) -> CELType? {
        switch type(value) {
        case .map(let key, let element) where key.overlaps(.string): return element
        case .dyn: return .dyn
        default:
            let message = "`\(type(value))` has no field `\(field)`"
            note(CELProblem("no-such-field", message, help: "only records and maps have fields", at: place))
            return nil
        }
    }

    private mutating func read(_ meaning: Meaning, _ range: Range<Int>) -> ID {
        switch meaning {
        case .slot(let slot, let name): add(.slot(slot, name: name), slot.type, range, choices: slot.choices)
        case .constant(let value, let type): add(.constant(value), type, range)
        }
    }

    private func isLocal(_ name: String) -> Bool {
        locals.contains { $0.name == name }
    }

    /// What a host means by a name.
    private enum Meaning {
        case slot(CELSlot, name: String)
        case constant(CELValue, CELType)
    }

    /// Whether a node is a bare name that means nothing here, or nothing by itself.
    func isUnknownName(_ id: SyntaxTree.ID) -> Bool {
        guard case .name(let name, let isRooted) = syntax[id].kind else { return false }
        return !isLocal(name) && lookUp([name], isRooted: isRooted) == nil
    }

    /// The meaning of the dotted name that a node is as a whole.
    private func dotted(_ id: SyntaxTree.ID) -> Meaning? {
        guard let (parts, isRooted) = syntax.dottedName(id), isRooted || !isLocal(parts[0]) else { return nil }
        return lookUp(parts, isRooted: isRooted)
    }

    /// The meaning of a variable, a constant or a record's field.
    private func lookUp(_ parts: [String], isRooted: Bool) -> Meaning? {
        let name = parts.joined(separator: ".")
        for candidate in environment.candidates(name, isRooted: isRooted) {
            if let slot = environment.variables[candidate] { return .slot(slot, name: name) }
            if let constant = environment.constants[candidate] { return .constant(constant.value, constant.type) }
        }
        guard parts.count > 1, let field = parts.last else { return nil }
        let owner = parts.dropLast().joined(separator: ".")
        for candidate in environment.candidates(owner, isRooted: isRooted) {
            if let slot = environment.records[candidate]?[field] { return .slot(slot, name: name) }
        }
        return nil
    }

    /// The record that a node names.
    func record(_ id: SyntaxTree.ID) -> String? {
        guard let (parts, isRooted) = syntax.dottedName(id), isRooted || !isLocal(parts[0]) else { return nil }
        return environment.candidates(parts.joined(separator: "."), isRooted: isRooted)
            .first { environment.records[$0] != nil }
    }

    private func typeName(_ id: SyntaxTree.ID) -> String? {
        guard let (parts, isRooted) = syntax.dottedName(id), isRooted || !isLocal(parts[0]) else { return nil }
        return parts.joined(separator: ".")
    }

    private func unknownName(_ name: String, _ range: Range<Int>) -> CELProblem {
        let names = locals.map(\.name) + environment.names
        let message = "unknown name `\(name)`"
        if let quotes = quotesHelp(name) { return CELProblem("unknown-name", message, help: quotes, at: range) }
        if let truth = truthWords[name.lowercased()] {
            return CELProblem("unknown-name", message, help: "did you mean `\(truth)`?", at: range)
        }
        if environment.function(name, on: nil) != nil || Function.named(name, isMember: false) != nil {
            return CELProblem("unknown-name", message, help: "as a function it needs `(...)`", at: range)
        }
        return CELProblem("unknown-name", message, help: help(for: name, among: names, called: "names here"), at: range)
    }

    private func unknownField(_ field: String, of record: String, _ place: Range<Int>) -> CELProblem {
        let fields = environment.records[record].map { Array($0.keys) } ?? []
        let functions = environment.functionNames(on: record)
        if functions.contains(field) {
            return CELProblem(
                "unknown-field", "`\(record).\(field)` wants a name in parentheses",
                help: "write `\(record).\(field)(\"...\")`", at: place)
        }
        return CELProblem(
            "unknown-field", "`\(record)` has no field `\(field)`",
            help: help(for: field, among: fields, called: "its fields"), at: place)
    }

    /// What to type where a bare word stands in place of a text; nil elsewhere, and where a name is misspelt.
    private func quotesHelp(_ name: String) -> String? {
        guard let textChoices else { return nil }
        if let text = nearest(to: name, among: textChoices) { return "text stands in quotation marks: `\"\(text)\"`" }
        if nearest(to: name, among: locals.map(\.name) + environment.names) == nil || environment.records[name] != nil {
            return "text stands in quotation marks: `\"\(name)\"`"
        }
        return nil
    }

    func recordAsValue(_ name: String, _ range: Range<Int>) -> CELProblem {
        if let quotes = quotesHelp(name) {
            return CELProblem("record-as-value", "`\(name)` is a record, not a value", help: quotes, at: range)
        }
        let fields = environment.records[name].map { Array($0.keys) } ?? []
        let shown = fields.sorted { textOrder($0, $1) < 0 }.prefix(12).map { "`\(name).\($0)`" }
        let help = shown.isEmpty ? nil : "name one of its fields: \(shown.joined(separator: ", "))"
        return CELProblem("record-as-value", "`\(name)` is a record, not a value", help: help, at: range)
    }
}
