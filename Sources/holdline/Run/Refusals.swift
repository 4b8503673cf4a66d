import Glibc
import PolicyEngine

/// Tells of refused lines: the first on standard error, every one in a file if asked for.
struct Refusals {
    private static let shown = 20
    private(set) var count = 0
    private let keepsText: Bool
    private let path: String
    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Makes the file anew, readable by its owner alone; none without a path.
    init(file path: String?, keepsText: Bool) throws(CommandFailure) {
        self.keepsText = keepsText
        self.path = path ?? ""
        descriptor = path.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) } ?? -1
        if let path, descriptor < 0 { throw CommandFailure("cannot write `\(path)`: \(Files.reason(errno))") }
    }

    mutating func note(_ refusal: EventRefusal, line: Int, text: ArraySlice<UInt8>) throws(CommandFailure) {
        count += 1
        if count <= Self.shown {
            Terminal.writeError("line \(line): \(refusal)\n")
        }
        guard descriptor >= 0 else { return }
        let raw = keepsText && !text.isEmpty ? Array(text) : nil
        RefusedLine(line: line, refusal: refusal, raw: raw).write(to: &pending)
        if pending.count >= 65_536 { try flush() }
    }

    mutating func flush() throws(CommandFailure) {
        if pending.isEmpty { return }
        if !Files.write(pending, to: descriptor) {
            throw CommandFailure("cannot write `\(path)`: \(Files.reason(errno))")
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// The last word: how many were not shown.
    func tellRest() {
        if count > Self.shown { Terminal.writeError("and \(grouped(count - Self.shown)) more lines were refused\n") }
    }
}

/// Lines that told an event again.
struct Repetitions {
    private static let named = 5
    private(set) var count = 0
    private var lines: [Int] = []

    mutating func note(line: Int) {
        count += 1
        if lines.count < Self.named { lines.append(line) }
    }

    func tell() {
        if count == 0 { return }
        let names = lines.map(String.init).joined(separator: ", ")
        let more = count > lines.count ? ", …" : ""
        let subject = count == 1 ? "line" : "lines"
        Terminal.writeError(
            "\(counted(count, "event")) came twice and changed nothing (\(subject) \(names)\(more))\n"
        )
    }
}

/// A number with its thousands set apart: `1,234,567`.
func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return text
}

/// `1 event`, `2 events`.
func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}
