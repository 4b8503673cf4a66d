import PolicyLanguage

/// Renders outcomes for people at a terminal: plain text, columns, no colour; all times in UTC, to the second.
///
/// ```
/// contact c-1, customer cu-9, agent a-7, 2026-11-21
///   10:00:40  must        warn                agent  by 10:01:10  "I want to help you. Please…"  (ladders.abuse.1)
///             ladder      abuse               0 to 1
/// ```
///
/// The heading stands again where somebody else or another day is meant. Words from events and policies are shown in a
/// form that cannot steer a terminal.
public struct OutcomeText: Sendable {
    private var heading = ""

    public init() {}

    /// Appends the lines of one outcome; nothing for an empty one.
    public mutating func write(_ outcome: Outcome, to bytes: inout [UInt8]) {
        if outcome.isEmpty { return }
        writeHeading(outcome, &bytes)
        var time = Shown.timeOfDay(outcome.time)
        for cells in outcome.lines {
            var line = "  " + Self.padded(time, 8)
            for (index, cell) in cells.enumerated() { line += "  " + Self.padded(cell, Self.width(index)) }
            while line.hasSuffix(" ") { line.removeLast() }
            bytes.append(contentsOf: line.utf8)
            bytes.append(UInt8(ascii: "\n"))
            time = ""
        }
    }

    private mutating func writeHeading(_ outcome: Outcome, _ bytes: inout [UInt8]) {
        var parts: [String] = []
        if let contact = outcome.contact { parts.append("contact \(Shown.word(contact))") }
        if let customer = outcome.customer { parts.append("customer \(Shown.word(customer))") }
        if let agent = outcome.agent { parts.append("agent \(Shown.word(agent))") }
        parts.append(Shown.day(outcome.time))
        let next = parts.joined(separator: ", ")
        if next == heading { return }
        if !heading.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        heading = next
        bytes.append(contentsOf: next.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// What happened and to which act or name stand in columns; what comes after them does not.
    private static func width(_ column: Int) -> Int {
        switch column {
        case 0: 10
        case 1: 18
        default: 0
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
