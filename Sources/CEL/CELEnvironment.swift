/// What the names in an expression mean: given by the host, used at check time only.
public struct CELEnvironment: Sendable {
    /// Finds what a host function means for its written-out argument, or says what is wrong with it.
    public typealias Resolver = @Sendable (CELCall) -> Result<CELSlot, CELProblem>

    /// The name space that unqualified names are looked up in first, such as `com.example`.
    public let container: String
    private(set) var variables: [String: CELSlot] = [:]
    private(set) var constants: [String: (value: CELValue, type: CELType)] = [:]
    private(set) var records: [String: [String: CELSlot]] = [:]
    private(set) var functions: [String: Resolver] = [:]

    public init(container: String = "") {
        self.container = container
    }

    /// Declares a variable; its name may have dots.
    public mutating func declare(_ name: String, _ slot: CELSlot) {
        variables[name] = slot
    }

    /// Declares a name for a value that is known now; it is worked into the compiled form. The type is that of the
    /// value unless given, which is worth while for lists and maps.
    public mutating func declare(_ name: String, constant value: CELValue, type: CELType? = nil) {
        constants[name] = (value, type ?? value.type)
    }

    /// Declares a record: a name that stands only before a dot, and its fields.
    public mutating func declare(record name: String, fields: [String: CELSlot]) {
        records[name, default: [:]].merge(fields) { _, new in new }
    }

    /// Declares a function that takes one written-out text, such as `fact("stalemate")`; on a record it is called
    /// as in `contact.conduct("abuse")`.
    public mutating func declare(function name: String, on record: String? = nil, resolve: @escaping Resolver) {
        if let record, records[record] == nil { records[record] = [:] }
        functions[Self.key(name, record)] = resolve
    }

    /// All names that can begin an expression, in no order.
    var names: [String] {
        Array(variables.keys) + Array(constants.keys) + Array(records.keys)
    }

    func function(_ name: String, on record: String?) -> Resolver? {
        functions[Self.key(name, record)]
    }

    /// The names of the functions on a record, or of those on none.
    func functionNames(on record: String?) -> [String] {
        let prefix = Self.key("", record)
        return functions.keys.filter { $0.hasPrefix(prefix) && (record != nil || !$0.contains(".")) }
            .map { String($0.dropFirst(prefix.count)) }
    }

    private static func key(_ name: String, _ record: String?) -> String {
        record.map { "\($0).\(name)" } ?? name
    }

    /// The full names that a name may stand for, the one deepest in the container first.
    func candidates(_ name: String, isRooted: Bool) -> [String] {
        if isRooted || container.isEmpty { return [name] }
        var parts = container.split(separator: ".")
        var names: [String] = []
        while !parts.isEmpty {
            names.append(parts.joined(separator: ".") + "." + name)
            parts.removeLast()
        }
        return names + [name]
    }
}
