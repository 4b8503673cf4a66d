import CEL
import PolicyLanguage

/// Reads events from JSON text, one at a time: CloudEvents 1.0 in structured form, strictly validated.
///
/// - `id`, `time` and `type` are required; `source` and `specversion` may be left out; other attributes of
///   CloudEvents are accepted and ignored, and so are members of `data` that the type does not know.
/// - `null` stands for what is left out, in the envelope as in `data`.
/// - Members may stand in any order; a line whose `data` comes after its `type` is read in one pass.
/// - `contentHash` is XXH64 (seed 0) over the bytes from the first brace to the last: white space around the event
///   does not count, within it does.
///
/// A reader is immutable, so one serves any number of threads.
public struct EventReader: Sendable {
    private let tables: Tables

    /// Readers are handed around; their tables stay where they are.
    private final class Tables: Sendable {
        let shapes: EventShapes

        init(_ shapes: EventShapes) { self.shapes = shapes }
    }

    /// A reader of the built-in types and of those that a policy declares under `events:`.
    public init(declared: [EventDeclaration] = []) {
        tables = Tables(EventShapes(declared: declared) { _, _ in true })
    }

    /// A reader for the events of one program: fields of `data` that nothing in it reads are checked all the same, and left out.
    public init(for program: Program) {
        tables = Tables(
            EventShapes(declared: program.eventDeclarations) { type, field in program.reads(field, of: type) })
    }

    /// The names of all event types, built in first, then the policy's own.
    public var types: [String] { tables.shapes.typeNames }

    /// Reads one event from the bytes of a line, white space around it included or not.
    ///
    /// - Throws: why the event is refused; an empty line is `bad-json`.
    /// - Complexity: linear in the bytes.
    public func read(_ line: UnsafeBufferPointer<UInt8>) throws(EventRefusal) -> Event {
        var event = Event(id: "", time: 0, type: .builtIn(.timePassed))
        try read(line, into: &event)
        return event
    }

    /// The same into an event that was read before, whose memory is used again. What it holds after a refusal means nothing.
    public func read(_ line: UnsafeBufferPointer<UInt8>, into event: inout Event) throws(EventRefusal) {
        guard let bytes = line.baseAddress, line.count > 0 else { throw EventRefusal(.badJSON, "the line is empty") }
        guard line.count <= EventLimits.eventBytes else {
            throw EventRefusal(.tooLong, "the event is longer than \(EventLimits.eventBytes) bytes")
        }
        event.clearData()
        var envelope = EnvelopeReading(JSONScanner(bytes, count: line.count))
        do {
            try envelope.read(into: &event, tables.shapes)
        } catch {
            var refusal = error
            refusal.id = EnvelopeReading.id(in: JSONScanner(bytes, count: line.count), tables.shapes)
            throw refusal
        }
    }

    /// Reads one event from the bytes of a line.
    public func read(_ line: [UInt8]) throws(EventRefusal) -> Event {
        try line.withUnsafeBufferPointer { (bytes) throws(EventRefusal) in try read(bytes) }
    }

    /// Reads one event from the bytes of a line.
    public func read(_ line: ArraySlice<UInt8>) throws(EventRefusal) -> Event {
        try line.withUnsafeBufferPointer { (bytes) throws(EventRefusal) in try read(bytes) }
    }

    /// Reads one event from the text of a line.
    public func read(_ line: String) throws(EventRefusal) -> Event {
        try read(Array(line.utf8))
    }
}
