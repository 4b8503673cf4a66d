import CEL
import PolicyEngine
import SourceText

/// A generated event as the line of a log, for the log's own reader to read.
struct ScenarioJSON {
    private var json = JSONText()

    /// An event of a type without data yet; who takes part and when is filled in later.
    init(_ type: String) {
        json.beginObject()
        json.member("id", "step")
        json.member("time", TimeText.format(TestTime.standardStart))
        json.member("type", type)
        json.member("contact", "c-1")
        json.key("data")
        json.beginObject()
    }

    mutating func add(_ field: Event.Field) {
        json.key(field.name)
        write(field.value)
    }

    /// The whole line.
    var text: String {
        var json = json
        json.endObject()
        json.endObject()
        return json.text
    }

    private mutating func write(_ value: CELValue) {
        switch value {
        case .bool(let truth): json.bool(truth)
        case .int(let number): json.literal(String(number))
        case .double(let number): json.literal(String(number))
        case .string(let text): json.string(text)
        case .duration(let length): json.string("\(length.milliseconds)ms")
        case .timestamp(let moment): json.string(TimeText.format(moment.milliseconds))
        case .list(let elements):
            json.beginArray()
            for element in elements { write(element) }
            json.endArray()
        case .map(let map):
            json.beginObject()
            for entry in map.entries {
                json.key(entry.key.string ?? "")
                write(entry.value)
            }
            json.endObject()
        default: json.null()
        }
    }
}
