extension Function {
    /// The type of the result for types of arguments, of which there are as many as `arity` allows; nil where the
    /// function does not apply.
    func result(_ types: [CELType]) -> CELType? {
        let first = types[0]
        let second = types.count > 1 ? types[1] : .dyn
        switch self {
        case .add: return Self.sum(first, second)
        case .subtract: return Self.difference(first, second)
        case .multiply, .divide: return Self.product(first, second, [.int, .uint, .double])
        case .remainder: return Self.product(first, second, [.int, .uint])
        case .negate: return Self.one(of: [.int, .double, .dyn], first)
        case .index: return Self.element(first, at: second)
        case .isIn: return Self.membership(first, in: second)
        case .size: return Self.isSized(first) ? .int : nil
        case .contains, .startsWith, .endsWith:
            return first.overlaps(.string) && second.overlaps(.string) ? .bool : nil
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: return conversion(first)
        case .dyn: return .dyn
        case .type: return .type(first)
        default: return timePart(first, zone: types.count > 1 ? second : nil)
        }
    }

    private static func one(of allowed: [CELType], _ type: CELType) -> CELType? {
        allowed.contains(type) ? type : nil
    }

    /// The type of an operation on two numbers of one type.
    private static func product(_ left: CELType, _ right: CELType, _ allowed: [CELType]) -> CELType? {
        switch (left, right) {
        case (.dyn, .dyn): .dyn
        case (.dyn, _): one(of: allowed, right)
        case (_, .dyn): one(of: allowed, left)
        default: left == right ? one(of: allowed, left) : nil
        }
    }

    private static func sum(_ left: CELType, _ right: CELType) -> CELType? {
        switch (left, right) {
        case (.timestamp, .duration), (.duration, .timestamp): return .timestamp
        case (.list(let a), .list(let b)): return .list(a.joined(b))
        case (.list, .dyn), (.dyn, .list): return .list(.dyn)
        case (.dyn, .timestamp), (.timestamp, .dyn): return .timestamp
        case (.dyn, .duration), (.duration, .dyn): return .dyn
        default: return product(left, right, [.int, .uint, .double, .string, .bytes, .duration])
        }
    }

    private static func difference(_ left: CELType, _ right: CELType) -> CELType? {
        switch (left, right) {
        case (.timestamp, .timestamp), (.dyn, .timestamp): return .duration
        case (.timestamp, .duration): return .timestamp
        case (.timestamp, .dyn), (.dyn, .duration): return .dyn
        default: return product(left, right, [.int, .uint, .double, .duration])
        }
    }

    private static func element(_ container: CELType, at key: CELType) -> CELType? {
        switch container {
        case .list(let element): key.overlaps(.int) ? element : nil
        case .map(let wanted, let value): key.overlaps(wanted) ? value : nil
        case .dyn: .dyn
        default: nil
        }
    }

    private static func membership(_ value: CELType, in container: CELType) -> CELType? {
        switch container {
        case .list(let element): value.overlaps(element) ? .bool : nil
        case .map(let key, _): value.overlaps(key) ? .bool : nil
        case .dyn: .bool
        default: nil
        }
    }

    private static func isSized(_ type: CELType) -> Bool {
        switch type {
        case .string, .bytes, .list, .map, .dyn: true
        default: false
        }
    }

    private func conversion(_ type: CELType) -> CELType? {
        let (result, sources): (CELType, [CELType]) =
            switch self {
            case .bool: (.bool, [.bool, .string])
            case .int: (.int, [.int, .uint, .double, .string, .timestamp])
            case .uint: (.uint, [.int, .uint, .double, .string])
            case .double: (.double, [.int, .uint, .double, .string])
            case .string: (.string, [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration])
            case .bytes: (.bytes, [.bytes, .string])
            case .timestamp: (.timestamp, [.int, .string, .timestamp])
            default: (.duration, [.duration, .string])
            }
        return type == .dyn || sources.contains(type) ? result : nil
    }

    private func timePart(_ type: CELType, zone: CELType?) -> CELType? {
        if let zone { return type.overlaps(.timestamp) && zone.overlaps(.string) ? .int : nil }
        if type.overlaps(.timestamp) { return .int }
        return type == .duration && takesDuration ? .int : nil
    }

    /// Whether it also measures a length of time.
    var takesDuration: Bool {
        switch self {
        case .getHours, .getMinutes, .getSeconds, .getMilliseconds: true
        default: false
        }
    }
}
