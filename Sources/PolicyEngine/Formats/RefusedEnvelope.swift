extension EnvelopeReading {
    /// The id in a line that was refused; nil where none can be found.
    static func id(in line: JSONScanner, _ shapes: borrowing EventShapes) -> String? {
        var scanner = line
        guard scanner.peek() == UInt8(ascii: "{"), (try? scanner.open()) != nil else { return nil }
        var isFirst = true
        while let name = try? scanner.member(isFirst: isFirst) {
            isFirst = false
            if scanner.position(of: name, in: shapes.attributeLookup) == EnvelopeAttribute.id.rawValue {
                guard scanner.peek() == UInt8(ascii: "\""), let id = try? scanner.string(), id.start < id.end,
                    id.end - id.start <= EventLimits.idBytes
                else { return nil }
                return scanner.text(id)
            }
            if (try? scanner.skipValue()) == nil { return nil }
        }
        return nil
    }
}
