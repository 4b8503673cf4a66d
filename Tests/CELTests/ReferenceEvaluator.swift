@testable import CEL

/// The meaning of expressions, written to be read: it walks the resolved tree. The compiled form has to agree.
struct ReferenceEvaluator {
    let tree: TypedTree
    let bindings: TestBindings
    var locals: [CELValue] = []
    private var meter = Meter(budget: .max)

    typealias ID = TypedTree.ID
    typealias Outcome = Result<CELValue, CELRuntimeError>

    init(_ tree: TypedTree, _ bindings: TestBindings) {
        self.tree = tree
        self.bindings = bindings
    }

    /// The value, or the code of the error; of several errors any may come out.
    mutating func evaluate(_ id: ID) -> Outcome {
        do throws(CELRuntimeError) {
            return .success(try value(id))
        } catch {
            return .failure(error)
        }
    }

    private mutating func value(_ id: ID) throws(CELRuntimeError) -> CELValue {
        switch tree[id].kind {
        case .constant(let value): return value
        case .slot(let slot, let name):
            guard let value = bindings.value(at: slot.index) else { throw CELRuntimeError("no-such-field", name) }
            return value
        case .present(let slot, _): return .bool(bindings.value(at: slot.index) != nil)
        case .local(let frame): return locals[frame]
        case .compare(let comparison, let left, let right):
            return .bool(try compare(value(left), value(right), comparison, &meter))
        case .not(let operand): return .bool(try !truth(operand))
        case .and(let operands): return try decide(operands.map { truthOutcome($0) }, by: false)
        case .or(let operands): return try decide(operands.map { truthOutcome($0) }, by: true)
        case .conditional(let condition, let first, let second):
            return try truth(condition) ? value(first) : value(second)
        case .list(let elements):
            var values: [CELValue] = []
            for element in elements { values.append(try value(element)) }
            return .list(values)
        case .loop(let kind, let over, _, let filter, let body): return try loop(kind, over, filter, body)
        case .failure(let error): throw error
        case .select, .hasKey, .call, .map: return try leafOperation(id)
        }
    }

    /// Operations without control flow run as programs of one step over their arguments' values.
    private mutating func leafOperation(_ id: ID) throws(CELRuntimeError) -> CELValue {
        let children = tree[id].kind.children
        var arguments: [CELValue] = []
        for child in children { arguments.append(try value(child)) }
        var single = TypedTree()
        for argument in arguments {
            single.nodes.append(TypedNode(kind: .constant(argument), type: .dyn, range: 0..<0))
        }
        let places = Array(children.indices)
        let kind: TypedKind =
            switch tree[id].kind {
            case .select(_, let field): .select(0, field)
            case .hasKey(_, let field): .hasKey(0, field)
            case .call(let function, _): .call(function, places)
            default: .map(places)
            }
        single.nodes.append(TypedNode(kind: kind, type: .dyn, range: 0..<0))
        let program = CELProgram(text: "", Emitter(single, root: children.count, folding: false))
        var machine = CELMachine(budget: .max)
        return try program.evaluate(bindings, &machine).get()
    }

    private mutating func truth(_ id: ID) throws(CELRuntimeError) -> Bool {
        guard case .bool(let truth) = try value(id) else { throw CELRuntimeError("no-such-overload", "no bool") }
        return truth
    }

    private mutating func truthOutcome(_ id: ID) -> Outcome {
        do throws(CELRuntimeError) {
            return .success(.bool(try truth(id)))
        } catch {
            return .failure(error)
        }
    }

    /// `&&`, `||`, `all` and `exists`: the deciding truth wins over errors, errors win over the other truth.
    private func decide(_ outcomes: [Outcome], by deciding: Bool) throws(CELRuntimeError) -> CELValue {
        if outcomes.contains(.success(.bool(deciding))) { return .bool(deciding) }
        for case .failure(let error) in outcomes { throw error }
        return .bool(!deciding)
    }

    private mutating func loop(
        _ kind: LoopKind, _ over: ID, _ filter: ID?, _ body: ID
    ) throws(CELRuntimeError) -> CELValue {
        var items: [CELValue]
        switch try value(over) {
        case .list(let elements): items = elements
        case .map(let map): items = map.entries.map(\.key)
        default: throw CELRuntimeError("no-such-overload", "no list")
        }
        locals.append(.null)
        defer { locals.removeLast() }
        if let filter { items = try kept(items, filter) }
        switch kind {
        case .all, .exists: return try decide(items.map { outcome(body, for: $0) }, by: kind == .exists)
        case .existsOne: return .bool(try kept(items, body).count == 1)
        case .filter: return .list(try kept(items, body))
        case .map:
            var results: [CELValue] = []
            for item in items {
                locals[locals.count - 1] = item
                results.append(try value(body))
            }
            return .list(results)
        }
    }

    private mutating func kept(_ items: [CELValue], _ test: ID) throws(CELRuntimeError) -> [CELValue] {
        var result: [CELValue] = []
        for item in items {
            locals[locals.count - 1] = item
            if try truth(test) { result.append(item) }
        }
        return result
    }

    private mutating func outcome(_ body: ID, for item: CELValue) -> Outcome {
        locals[locals.count - 1] = item
        return truthOutcome(body)
    }
}
