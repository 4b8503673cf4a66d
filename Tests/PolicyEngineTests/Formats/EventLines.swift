import PolicyEngine
import PolicyLanguage
import SourceText

/// Lines to be read in tests, and readers for them.
enum EventLines {
    /// A good envelope of a type around some `data`.
    static func of(_ type: String, _ data: String, more: String = #","contact":"c-1""#) -> String {
        #"{"id":"e-1","time":"2026-11-21T10:00:40.250Z","type":"\#(type)"\#(more),"data":\#(data)}"#
    }

    static let time: Int64 = 1_795_255_240_250

    /// A reader that knows one type of a policy's own, with a field of every type.
    static let reader = EventReader(declared: [
        EventDeclaration(
            name: located("queue.measured"),
            fields: [
                field("waiting", .int, required: true), field("open", .bool), field("load", .double),
                field("desk", .text), field("length", .duration), field("since", .timestamp), field("skills", .list),
            ])
    ])

    /// A reader of a type with a hundred fields, more than fit into one word.
    static let wideReader = EventReader(declared: [
        EventDeclaration(
            name: located("wide"), fields: (0..<100).map { field("f\($0)", .int, required: $0 == 70) })
    ])

    private static func located<Value>(_ value: Value) -> Located<Value> { Located(value, .none) }

    private static func field(_ name: String, _ type: ValueType, required: Bool = false) -> EventFieldDeclaration {
        EventFieldDeclaration(name: located(name), type: type, required: required)
    }

    /// Why a line is refused; nil where it is not.
    static func refusal(_ line: String) -> EventRefusal? {
        refusal(Array(line.utf8))
    }

    /// Why a line is refused; nil where it is not.
    static func refusal(_ line: [UInt8]) -> EventRefusal? {
        do {
            _ = try reader.read(line)
            return nil
        } catch {
            return error
        }
    }
}
