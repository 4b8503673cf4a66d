/// Where the value of a name is found at run time, and what is known of it before.
public struct CELSlot: Hashable, Sendable {
    public let type: CELType
    /// The number under which bindings know the value.
    public let index: Int
    /// Whether the value may be absent; reads of it want `has()`.
    public let isOptional: Bool
    /// The largest it can get.
    public let extent: CELExtent
    /// The only texts it can be, or that a list of texts can hold; nil where any text will do.
    public let choices: [String]?

    public init(
        _ type: CELType, _ index: Int, isOptional: Bool = false, extent: CELExtent? = nil, choices: [String]? = nil
    ) {
        self.type = type
        self.index = index
        self.isOptional = isOptional
        self.extent = extent ?? .assumed(for: type)
        self.choices = choices
    }
}

/// A call of a host's function with its written-out argument, as the check meets it.
public struct CELCall: Hashable, Sendable {
    /// The record before the dot; nil for a plain function.
    public let record: String?
    public let function: String
    public let argument: String
    /// The place of the argument, quotes included, in UTF-8 bytes from the start of the expression.
    public let range: Range<Int>
}

/// What the names in an expression mean: given by the host, used at check time only.
public struct CELEnvironment: Sendable {
    /// Finds what a host function means for its written-out argument, or says what is wrong with it.
    public typealias Resolver = @Sendable (CELCall) -> Result<CELSlot, CELProblem>

    /// The name space that unqualified names are looked up in first, such as `com.example`.
    public let container: String
    private(set) var variables: [String: CELSlot] = [:]
    private(set) var records: [String: [String: CELSlot]] = [:]
    private(set) var functions: [String: Resolver] = [:]

    public init(container: String = "") {
        self.container = container
    }

    /// Declares a variable; its name may have dots.
    public mutating func declare(_ name: String, _ slot: CELSlot) {
        variables[name] = slot
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
