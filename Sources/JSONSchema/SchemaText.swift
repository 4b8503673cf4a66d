import SourceText

extension Schema {
    /// The schema as people may read it: indented by two spaces, short lists and maps on one line, a newline at the end.
    public var text: String {
        var text = ""
        SchemaText.write(json, 0, 0, &text)
        return text + "\n"
    }
}

enum SchemaText {
    /// A line is broken where it would be longer, in bytes.
    private static let width = 110

    /// `used` is what stands before the value on its line.
    fileprivate static func write(_ value: JSON, _ indent: Int, _ used: Int, _ text: inout String) {
        let line = onOneLine(value)
        if used + line.utf8.count <= width {
            text += line
            return
        }
        switch value {
        case .array(let items):
            text += "["
            for (index, item) in items.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + spaces(indent + 2)
                write(item, indent + 2, indent + 2, &text)
            }
            text += "\n\(spaces(indent))]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                let name = JSONText.quoted(member.name) + ": "
                text += (index == 0 ? "\n" : ",\n") + spaces(indent + 2) + name
                write(member.value, indent + 2, indent + 2 + name.utf8.count, &text)
            }
            text += "\n\(spaces(indent))}"
        case .null, .bool, .int, .double, .string: text += line
        }
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    private static func onOneLine(_ value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .int(let number): String(number)
        case .double(let number): "\(number)"
        case .string(let string): JSONText.quoted(string)
        case .array(let items): "[\(items.map(onOneLine).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(JSONText.quoted($0.name)): \(onOneLine($0.value))" }.joined(separator: ", "))}"
        }
    }
}
