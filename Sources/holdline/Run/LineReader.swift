import AuditLog
import Glibc
import PolicyEngine

/// Reads lines from a descriptor with one buffer of its own, and knows when it would have to wait.
///
/// A line ends with LF or CR LF; the last may end with the file. A line of more than 1 MiB is stepped over. Memory is
/// constant.
final class LineReader {
    enum Next {
        /// A line, to be read with `withLine` before the next call.
        case line
        /// A line that is too long to be an event, with its hash.
        case tooLong(UInt64)
        /// No whole line is there, and reading on would wait.
        case idle
        case end
    }

    private static let limit = EventLimits.eventBytes
    private static let chunk = 262_144

    let name: String
    let descriptor: Int32
    /// Size in bytes where it is a plain file.
    let size: Int64?
    /// Number of the latest line, from 1.
    private(set) var line = 0
    /// Bytes read so far.
    private(set) var read: Int64 = 0
    private let buffer: UnsafeMutablePointer<UInt8>
    private let capacity = limit + 2 + chunk
    private var start = 0
    private var end = 0
    /// Where the search for the end of the line goes on.
    private var searched = 0
    private var current = 0..<0
    private var isAtEnd = false
    /// The hash so far of a line that is too long.
    private var skipping: LineHash?

    /// Opens a file, or takes standard input for `-`.
    init(_ path: String) throws(CommandFailure) {
        name = path == "-" ? "standard input" : "`\(path)`"
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw CommandFailure("cannot read `\(path)`: \(Files.reason(errno))") }
        var status = stat()
        size = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
        buffer = .allocate(capacity: capacity)
    }

    /// The path from the root, so that a file is known again however it was named; `-` for standard input.
    static func fullName(_ path: String) -> String {
        guard path != "-", let full = realpath(path, nil) else { return path }
        defer { free(full) }
        return String(cString: full)
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
        buffer.deallocate()
    }

    /// The bytes of the latest line, without its line break.
    func withLine<Value, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(UnsafeBufferPointer(start: buffer + current.lowerBound, count: current.count))
    }

    /// The next line that is not empty.
    func next() throws(CommandFailure) -> Next {
        while true {
            if let found = takeLine() {
                line += 1
                if let hash = found.hash { return .tooLong(hash) }
                if !isBlank(found.range) {
                    current = found.range
                    return .line
                }
                continue
            }
            if isAtEnd { return .end }
            makeRoom()
            if size == nil, !isReady(0) { return .idle }
            try fill()
        }
    }

    /// Waits until there is something to read, at most so many milliseconds; for ever if negative.
    @discardableResult
    func isReady(_ milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) != 0
    }

    // MARK: Lines

    private func takeLine() -> (range: Range<Int>, hash: UInt64?)? {
        let found = memchr(buffer + searched, 0x0A, end - searched)
        guard let found else {
            searched = end
            if isAtEnd, end > start || skipping != nil {
                defer { start = end }
                return finished(start..<end)
            }
            return nil
        }
        let position = UnsafeRawPointer(found) - UnsafeRawPointer(buffer)
        let range = start..<position
        start = position + 1
        searched = start
        return finished(range)
    }

    private func finished(_ range: Range<Int>) -> (range: Range<Int>, hash: UInt64?) {
        var range = range
        if var hash = skipping {
            hash.add(bytes(range))
            skipping = nil
            return (range, hash.value)
        }
        if let last = range.last, buffer[last] == 0x0D { range = range.lowerBound..<last }
        if line == 0, range.count >= 3, memcmp(buffer + range.lowerBound, "\u{FEFF}", 3) == 0 {
            range = range.lowerBound + 3..<range.upperBound
        }
        guard range.count > Self.limit else { return (range, nil) }
        var hash = LineHash()
        hash.add(bytes(range))
        return (range, hash.value)
    }

    private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: buffer + range.lowerBound, count: range.count)
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes(range).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    // MARK: Bytes

    /// Moves what is left to the front; of a line that is too long only the hash is kept.
    private func makeRoom() {
        if end - start > Self.limit + 1 || skipping != nil {
            var hash = skipping ?? LineHash()
            hash.add(bytes(start..<end))
            skipping = hash
            start = end
        }
        if start > 0 {
            memmove(buffer, buffer + start, end - start)
            end -= start
            start = 0
        }
        searched = end
    }

    private func fill() throws(CommandFailure) {
        while true {
            let count = Glibc.read(descriptor, buffer + end, min(Self.chunk, capacity - end))
            if count > 0 {
                end += count
                read += Int64(count)
                return
            }
            if count == 0 {
                isAtEnd = true
                return
            }
            if errno == EAGAIN {
                isReady(-1)
            } else if errno != EINTR {
                throw CommandFailure("cannot read \(name): \(Files.reason(errno))")
            }
        }
    }
}
