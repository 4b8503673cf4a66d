import CEL
import SourceText

/// Why a text is not JSON.
struct JSONProblem: Error {
    var message: String
    /// In bytes, from 1.
    var column: Int
}

/// JSON as values of expressions, and back.
enum JSONValue {
    /// Reads a whole text. Numbers without point and exponent that fit are `int`, all others `double`.
    static func parse(_ text: String) throws(JSONProblem) -> CELValue {
        var reader = JSONReader(bytes: Array(text.utf8))
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.position < reader.bytes.count { throw reader.problem("something follows the value") }
        return value
    }

    /// A value as JSON on one line. What JSON lacks is a text: times, durations, bytes as base64, numbers without end.
    static func text(_ value: CELValue) -> String {
        var json = JSONText()
        write(value, &json)
        return json.text
    }

    private static func write(_ value: CELValue, _ json: inout JSONText) {
        switch value {
        case .null: json.null()
        case .bool(let truth): json.bool(truth)
        case .int(let number): json.literal(String(number))
        case .uint(let number): json.literal(String(number))
        case .double(let number):
            if number.isFinite {
                json.literal("\(number)")
            } else {
                json.string(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
            }
        case .string(let text): json.string(text)
        case .bytes(let bytes): json.string(base64(bytes))
        case .list(let values):
            json.beginArray()
            for value in values { write(value, &json) }
            json.endArray()
        case .map(let map):
            json.beginObject()
            for entry in map.entries {
                json.key(entry.key.string ?? entry.key.description)
                write(entry.value, &json)
            }
            json.endObject()
        case .timestamp(let moment): json.string(moment.description)
        case .duration(let length): json.string(length.description)
        case .type(let type): json.string(type.runtimeName)
        }
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) }
            bits <<= 8 * (3 - group.count)
            for place in 0..<4 {
                output.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
