/// A line that was refused, as `--refused FILE` records it: one JSON object to a line.
public struct RefusedLine: Sendable, Equatable {
    /// Number of the line in its file, from 1.
    public var line: Int
    public var refusal: EventRefusal
    /// The line itself, only where it was asked for: it may hold what nobody should keep.
    public var raw: [UInt8]?

    public init(line: Int, refusal: EventRefusal, raw: [UInt8]? = nil) {
        self.line = line
        self.refusal = refusal
        self.raw = raw
    }

    /// Appends `{"line":7,"code":"bad-time","message":"…","id":"e-12"}` and a newline.
    ///
    /// `column` (in bytes, from 1) follows `line`, and `id` the message, where they are known; `raw` comes last, with
    /// U+FFFD for what is not UTF-8.
    public func write(to bytes: inout [UInt8]) {
        bytes.appendRaw("{\"line\":")
        bytes.appendDecimal(Int64(line))
        if let column = refusal.column {
            bytes.appendRaw(",\"column\":")
            bytes.appendDecimal(Int64(column))
        }
        bytes.appendRaw(",\"code\":")
        bytes.appendQuoted(refusal.code.rawValue)
        bytes.appendRaw(",\"message\":")
        bytes.appendQuoted(refusal.message)
        if let id = refusal.id {
            bytes.appendRaw(",\"id\":")
            bytes.appendQuoted(id)
        }
        if let raw {
            bytes.appendRaw(",\"raw\":")
            bytes.appendQuoted(String(decoding: raw, as: UTF8.self))
        }
        bytes.appendRaw("}\n")
    }
}
