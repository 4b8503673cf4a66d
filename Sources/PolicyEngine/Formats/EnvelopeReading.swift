import CEL
import PolicyLanguage
import SourceText

/// One line on its way to being an event.
struct EnvelopeReading {
    var scanner: JSONScanner
    private var shape: EventShapes.Shape?
    /// A bit for each attribute that was given, `null` included.
    var seen: UInt32 = 0
    /// The same for what is not `null`.
    var present: UInt32 = 0
    private var unknown = MemberNames()
    /// Where `data` begins, if it came before the type.
    private var earlyData: JSONScanner?

    init(_ scanner: JSONScanner) {
        self.scanner = scanner
    }

    /// Reads the whole line into an empty event.
    mutating func read(into event: inout Event, _ shapes: borrowing EventShapes) throws(EventRefusal) {
        guard scanner.peek() == UInt8(ascii: "{") else { throw notAnObject() }
        let start = scanner.position
        try scanner.open()
        var (isFirst, expected) = try takeUsual(into: &event, shapes)
        while !scanner.closesObject() {
            let position: Int
            if let known = scanner.expectedMember(isFirst: isFirst, shapes.attributeLeads, from: expected) {
                // Those expected come after all that were seen in their order, but others may have come early.
                position = known
                if seen & Self.bit(position) != 0 { throw scanner.duplicateBefore(EnvelopeAttribute.names[position]) }
            } else {
                guard let name = try scanner.member(isFirst: isFirst) else { break }
                guard let known = scanner.position(of: name, in: shapes.attributeLookup) else {
                    isFirst = false
                    try unknown.add(name, in: scanner)
                    try scanner.skipValue()
                    continue
                }
                position = known
                if seen & Self.bit(position) != 0 { throw scanner.duplicate(name) }
            }
            isFirst = false
            guard let attribute = EnvelopeAttribute(rawValue: position) else { break }
            expected = position + 1
            seen |= Self.bit(position)
            if scanner.peek() == UInt8(ascii: "n"), scanner.take("null") { continue }
            present |= Self.bit(position)
            switch attribute {
            case .type: try readType(shapes)
            case .data: try readData(into: &event, shapes)
            case .contentType, .dataSchema, .subject: try scanner.skipValue()
            default: try read(attribute, into: &event)
            }
        }
        let end = scanner.position
        try scanner.finish()
        try complete(&event, shapes)
        event.contentHash = ContentHash.of(UnsafeRawBufferPointer(scanner.slice(start, end)))
    }

    /// Forgets what an earlier event in the same memory had and this one has not.
    @inline(__always)
    private func clearAbsent(in event: inout Event) {
        if present & Self.bit(.source) == 0, event.source != nil { event.source = nil }
        if present & Self.bit(.contact) == 0 { event.contact = nil }
        if present & Self.bit(.customer) == 0 { event.customer = nil }
        if present & Self.bit(.agent) == 0 { event.agent = nil }
        if present & Self.bit(.channel) == 0 { event.channel = nil }
    }

    private mutating func read(_ attribute: EnvelopeAttribute, into event: inout Event) throws(EventRefusal) {
        if attribute == .dataBase64 {
            throw scanner.refusal(.wrongType, "`data_base64` cannot be read; give `data` as an object")
        }
        guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.wrongType(attribute.name, "a text") }
        switch attribute {
        case .time: event.time = try scanner.moment("time")
        case .id: event.id = try text(attribute)
        case .source: event.source = try text(attribute)
        case .contact: event.contact = try text(attribute)
        case .customer: event.customer = try text(attribute)
        case .agent: event.agent = try text(attribute)
        case .channel: event.channel = try text(attribute)
        default:
            let start = scanner.position
            guard try text(attribute) == "1.0" else {
                throw scanner.refusal(.badChoice, "`specversion` must be `1.0`", at: start)
            }
        }
    }

    /// A text of the envelope: not empty, at most as long as an id.
    @inline(__always)
    mutating func text(_ attribute: EnvelopeAttribute) throws(EventRefusal) -> String {
        let string = try scanner.string()
        if string.end - string.start > EventLimits.idBytes {
            try scanner.checkTextLength(string, EventLimits.idBytes, attribute.name)
        }
        if string.start == string.end { throw scanner.empty(attribute.name, string) }
        return scanner.text(string)
    }

    mutating func readType(_ shapes: borrowing EventShapes) throws(EventRefusal) {
        guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.wrongType("type", "a text") }
        let string = try scanner.string()
        if string.start == string.end { throw scanner.empty("type", string) }
        shape = shapes.shape(named: string, in: scanner)
        if shape == nil {
            let word = scanner.text(string)
            let meant =
                nearest(word, in: shapes.typeNames).map { "; did you mean `\($0)`?" }
                ?? EventRefusal.meant(byType: word)
            let message = "there is no event type \(scanner.shown(string))\(meant)"
            throw scanner.refusal(.unknownType, message, at: string.start - 1)
        }
    }

    private mutating func readData(into event: inout Event, _ shapes: borrowing EventShapes) throws(EventRefusal) {
        guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.wrongType("data", "an object") }
        if let shape {
            try scanner.data(of: shape, in: shapes, into: &event.data)
        } else {
            earlyData = scanner
            try scanner.skipValue()
        }
    }

    /// What can be said only of the event as a whole.
    private mutating func complete(_ event: inout Event, _ shapes: borrowing EventShapes) throws(EventRefusal) {
        try require(.id)
        try require(.time)
        try require(.type)
        guard let shape else { return }
        clearAbsent(in: &event)
        event.type = shape.type
        if var earlyData {
            try earlyData.data(of: shape, in: shapes, into: &event.data)
        } else if present & Self.bit(.data) == 0 {
            if let missing = shapes.fillIn(&event.data, FieldSet(), of: shape) {
                throw EventRefusal(
                    .missingField,
                    "`\(shapes.path(shapes.fields[missing]))` is missing; what an event carries stands in `data`")
            }
        }
        let isAboutSomebody = present & (Self.bit(.contact) | Self.bit(.customer) | Self.bit(.agent)) != 0
        if isAboutSomebody, shape.type != .builtIn(.contactEnded) { return }
        try event.checkAsAWhole()
    }

    @inline(__always)
    private func require(_ attribute: EnvelopeAttribute) throws(EventRefusal) {
        if present & Self.bit(attribute) != 0 { return }
        throw EventRefusal(missing: attribute.name, meantBy: unknown.nearest(to: attribute.name, in: scanner))
    }

    @inline(__always)
    private static func bit(_ position: Int) -> UInt32 { 1 &<< UInt32(truncatingIfNeeded: position) }

    @inline(__always)
    static func bit(_ attribute: EnvelopeAttribute) -> UInt32 { bit(attribute.rawValue) }

    private func notAnObject() -> EventRefusal {
        if scanner.position == scanner.end { return EventRefusal(.badJSON, "the line is empty") }
        if scanner.bytes[scanner.position] == 0xEF {
            return scanner.refusal(.badJSON, "an event does not begin with a byte order mark")
        }
        return scanner.refusal(.badJSON, "an event is a JSON object")
    }
}

extension EventRefusal {
    /// What somebody meant who wrote the name of a class or an action in the place of an event type.
    @inline(never)
    static func meant(byType word: String) -> String {
        if word.hasPrefix("conduct.") { return "; conduct is `conduct.observed`, with its class in `data.conduct`" }
        if word.hasPrefix("action.") { return "; a deed is `action.done`, with its name in `data.action`" }
        if word.hasPrefix("fact.") { return "; a fact is `fact.recorded`, with `data.name` and `data.value`" }
        return ""
    }

    /// The refusal of an event that lacks a field, which another member may have been meant for.
    @inline(never)
    init(missing name: String, meantBy other: String?) {
        let meant = other.map { "; did you mean it by \(JSONScanner.shown($0))?" } ?? ""
        self.init(.missingField, "`\(name)` is missing\(meant)")
    }
}
