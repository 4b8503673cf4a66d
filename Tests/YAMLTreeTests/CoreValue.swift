import Foundation
import YAMLTree

/// A value by YAML 1.2's core schema, to compare a tree with JSON. Mappings compare without order.
enum CoreValue: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([CoreValue])
    case map([String: CoreValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([CoreValue].self) {
            self = .list(list)
        } else {
            self = .map(try container.decode([String: CoreValue].self))
        }
    }

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = scalar.style == .plain ? CoreValue(plain: scalar.text) : .text(scalar.text)
        case .sequence(let items): self = .list(items.map { CoreValue($0) })
        case .mapping(let entries):
            self = .map(Dictionary(uniqueKeysWithValues: entries.map { ($0.key.value, CoreValue($0.value)) }))
        }
    }

    /// A scalar without quotation marks, whose form decides its type.
    init(plain text: String) {
        let digits = #/[-+]?[0-9]+/#
        let float = #/[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/#
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": self = .number(-.infinity)
        default:
            if text.wholeMatch(of: digits) != nil || text.wholeMatch(of: float) != nil, let number = Double(text) {
                self = .number(number)
            } else if text.wholeMatch(of: #/0o[0-7]+/#) != nil, let number = Int(text.dropFirst(2), radix: 8) {
                self = .number(Double(number))
            } else if text.wholeMatch(of: #/0x[0-9a-fA-F]+/#) != nil, let number = Int(text.dropFirst(2), radix: 16) {
                self = .number(Double(number))
            } else {
                self = .text(text)
            }
        }
    }
}
