/// The functions of the language, and those operators that are no more than functions.
@usableFromInline
enum Function: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case negate = "-_"
    case index = "[]"
    case isIn = "in"
    case size
    case contains
    case startsWith
    case endsWith
    case bool
    case int
    case uint
    case double
    case string
    case bytes
    case timestamp
    case duration
    case dyn
    case type
    case getFullYear
    case getMonth
    case getDayOfYear
    case getDayOfMonth
    case getDate
    case getDayOfWeek
    case getHours
    case getMinutes
    case getSeconds
    case getMilliseconds

    /// How a call is written.
    enum Form {
        case sign
        case global
        case member
        case either
    }

    var form: Form {
        switch self {
        case .add, .subtract, .multiply, .divide, .remainder, .negate, .index, .isIn: .sign
        case .size: .either
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .type: .global
        default: .member
        }
    }

    /// How an author knows it.
    var shownName: String { self == .negate ? "-" : rawValue }

    /// The function that a call names, with its number of arguments, a receiver among them.
    static func named(_ name: String, isMember: Bool) -> Function? {
        guard let function = Function(rawValue: name) else { return nil }
        switch function.form {
        case .sign: return nil
        case .global: return isMember ? nil : function
        case .member: return isMember ? function : nil
        case .either: return function
        }
    }

    /// The numbers of arguments that it takes, a receiver among them.
    var arity: ClosedRange<Int> {
        switch self {
        case .add, .subtract, .multiply, .divide, .remainder, .index, .isIn, .contains, .startsWith, .endsWith: 2...2
        case .getFullYear, .getMonth, .getDayOfYear, .getDayOfMonth, .getDate, .getDayOfWeek, .getHours, .getMinutes,
            .getSeconds, .getMilliseconds:
            1...2
        default: 1...1
        }
    }

    /// Whether it turns a value into another type.
    var isConversion: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        default: false
        }
    }

    /// Whether it reads a part of a date or a clock.
    var isTimePart: Bool { arity == 1...2 }
}
