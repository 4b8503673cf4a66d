import PolicyLanguage

/// Writes outcomes as JSON, one to a line, always with the same bytes for the same outcome.
///
/// The members stand in the order of the language page. Ids that are absent and lists that are empty are left out, and
/// so is `late` where it is false; the `norm` and `rule` of a verdict are `null` where there is none.
public struct OutcomeWriter: Sendable {
    /// `,"policy":"…"`, the same in every line.
    private let policy: [UInt8]

    /// A writer for the outcomes of one policy, given its reference: `contact-safety@3f9c1b…`.
    public init(policy reference: String) {
        var bytes: [UInt8] = []
        bytes.appendRaw(",\"policy\":")
        bytes.appendQuoted(reference)
        policy = bytes
    }

    /// Appends one outcome with a newline at its end. Linear in what is written.
    public func write(_ outcome: Outcome, to bytes: inout [UInt8]) {
        var room = JSONRoom()
        put(outcome, &room)
        bytes.appendJSON(room) { put(outcome, &$0) }
    }

    private func put<Sink: JSONSink>(_ outcome: Outcome, _ bytes: inout Sink) {
        bytes.appendRaw("{\"event\":")
        bytes.appendQuoted(outcome.event)
        bytes.appendRaw(",\"time\":")
        bytes.appendQuotedTime(outcome.time)
        member(",\"contact\":", outcome.contact, &bytes)
        member(",\"customer\":", outcome.customer, &bytes)
        member(",\"agent\":", outcome.agent, &bytes)
        policy.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        if outcome.late { bytes.appendRaw(",\"late\":true") }
        list(",\"issued\":", outcome.issued, &bytes) { issued($0, &$1) }
        list(",\"closed\":", outcome.closed, &bytes) { closed($0, &$1) }
        list(",\"paused\":", outcome.paused, &bytes) { paused($0, &$1) }
        list(",\"resumed\":", outcome.resumed, &bytes) { resumed($0, &$1) }
        list(",\"verdicts\":", outcome.verdicts, &bytes) { verdict($0, &$1) }
        list(",\"changes\":", outcome.changes, &bytes) { change($0, &$1) }
        list(",\"coached\":", outcome.coached, &bytes) { coached($0, &$1) }
        list(",\"conflicts\":", outcome.conflicts, &bytes) { conflict($0, &$1) }
        list(",\"faults\":", outcome.faults, &bytes) { fault($0, &$1) }
        bytes.appendRaw("}\n")
    }

    @inline(__always)
    private func list<Item, Sink: JSONSink>(
        _ name: StaticString, _ items: [Item], _ bytes: inout Sink, _ write: (Item, inout Sink) -> Void
    ) {
        if items.isEmpty { return }
        bytes.appendRaw(name)
        for (index, item) in items.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
            write(item, &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A member that is left out where it is nil.
    @inline(__always)
    private func member<Sink: JSONSink>(_ name: StaticString, _ text: String?, _ bytes: inout Sink) {
        guard let text else { return }
        bytes.appendRaw(name)
        bytes.appendQuoted(text)
    }

    /// A member that is `null` where it is nil.
    @inline(__always)
    private func nullable<Sink: JSONSink>(_ name: StaticString, _ text: String?, _ bytes: inout Sink) {
        bytes.appendRaw(name)
        if let text { bytes.appendQuoted(text) } else { bytes.appendRaw("null") }
    }

    @inline(__always)
    private func moment<Sink: JSONSink>(_ name: StaticString, _ milliseconds: Int64?, _ bytes: inout Sink) {
        guard let milliseconds else { return }
        bytes.appendRaw(name)
        bytes.appendQuotedTime(milliseconds)
    }
}

// The items of the lists, each without its closing brace.
extension OutcomeWriter {
    private func issued<Sink: JSONSink>(_ issued: Outcome.Issued, _ bytes: inout Sink) {
        member("{\"norm\":", issued.norm, &bytes)
        member(",\"modality\":", issued.modality.rawValue, &bytes)
        member(",\"action\":", issued.action, &bytes)
        if !issued.by.isEmpty {
            bytes.appendRaw(",\"by\":")
            bytes.appendQuoted(issued.by)
        }
        moment(",\"due\":", issued.due, &bytes)
        moment(",\"until\":", issued.until, &bytes)
        arguments(issued.arguments, &bytes)
        if let script = issued.script {
            member(",\"script\":{\"id\":", script.id, &bytes)
            member(",\"language\":", script.language, &bytes)
            member(",\"text\":", script.text, &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        member(",\"rule\":", issued.rule, &bytes)
    }

    private func arguments<Sink: JSONSink>(_ arguments: [Outcome.Argument], _ bytes: inout Sink) {
        if arguments.isEmpty { return }
        bytes.appendRaw(",\"arguments\":")
        for (index, argument) in arguments.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            bytes.appendQuoted(argument.name)
            bytes.append(UInt8(ascii: ":"))
            switch argument.value {
            case .text(let text): bytes.appendQuoted(text)
            case .number(let number): bytes.appendDecimal(number)
            case .list(let texts): bytes.appendQuoted(texts)
            }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func closed<Sink: JSONSink>(_ closed: Outcome.Closed, _ bytes: inout Sink) {
        member("{\"norm\":", closed.norm, &bytes)
        member(",\"action\":", closed.action, &bytes)
        member(",\"state\":", closed.state.rawValue, &bytes)
    }

    private func paused<Sink: JSONSink>(_ paused: Outcome.Paused, _ bytes: inout Sink) {
        member("{\"norm\":", paused.norm, &bytes)
        member(",\"action\":", paused.action, &bytes)
        nullable(",\"prohibition\":", paused.prohibition, &bytes)
    }

    private func resumed<Sink: JSONSink>(_ resumed: Outcome.Resumed, _ bytes: inout Sink) {
        member("{\"norm\":", resumed.norm, &bytes)
        member(",\"action\":", resumed.action, &bytes)
    }

    private func verdict<Sink: JSONSink>(_ verdict: Outcome.Verdict, _ bytes: inout Sink) {
        member("{\"action\":", verdict.action, &bytes)
        member(",\"verdict\":", verdict.verdict.rawValue, &bytes)
        nullable(",\"norm\":", verdict.norm, &bytes)
        nullable(",\"rule\":", verdict.rule, &bytes)
    }

    private func change<Sink: JSONSink>(_ change: Outcome.Change, _ bytes: inout Sink) {
        switch change {
        case .ladder(let name, let from, let to):
            member("{\"ladder\":", name, &bytes)
            bytes.appendRaw(",\"from\":")
            bytes.appendDecimal(Int64(from))
            bytes.appendRaw(",\"to\":")
            bytes.appendDecimal(Int64(to))
        case .status(let name, let from, let to):
            member("{\"status\":", name, &bytes)
            nullable(",\"from\":", from?.rawValue, &bytes)
            member(",\"to\":", to.rawValue, &bytes)
        }
    }

    private func coached<Sink: JSONSink>(_ coached: Outcome.Coached, _ bytes: inout Sink) {
        member("{\"phrase\":", coached.phrase, &bytes)
        member(",\"language\":", coached.language, &bytes)
    }

    private func conflict<Sink: JSONSink>(_ conflict: Outcome.Conflict, _ bytes: inout Sink) {
        member("{\"action\":", conflict.action, &bytes)
        member(",\"duty\":", conflict.duty, &bytes)
        member(",\"prohibition\":", conflict.prohibition, &bytes)
    }

    private func fault<Sink: JSONSink>(_ fault: Outcome.Fault, _ bytes: inout Sink) {
        member("{\"rule\":", fault.rule, &bytes)
        member(",\"code\":", fault.code, &bytes)
        member(",\"message\":", fault.message, &bytes)
    }
}
