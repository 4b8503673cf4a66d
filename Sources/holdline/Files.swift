import Glibc

/// Reading and writing files through the system's own calls: starting Foundation would take longer than most verbs run.
enum Files {
    /// The most bytes that are read of one file; a policy or a test is far smaller.
    static let limit = 1 << 30

    /// All bytes of a file, or of standard input where the path is `-`.
    static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
        if path == "-" { return try readAll(of: STDIN_FILENO, named: "standard input") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw CommandFailure("cannot read `\(path)`: \(reason(errno))") }
        defer { close(descriptor) }
        return try readAll(of: descriptor, named: "`\(path)`")
    }

    private static func readAll(of descriptor: Int32, named name: String) throws(CommandFailure) -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return all }
            if count < 0 {
                if errno == EINTR { continue }
                throw CommandFailure("cannot read \(name): \(reason(errno))")
            }
            all += chunk[..<count]
            if all.count > limit { throw CommandFailure("\(name) is longer than \(limit) bytes") }
        }
    }

    /// Writes a file that must not exist yet.
    static func create(_ path: String, _ text: String) throws(CommandFailure) {
        try write(path, text, O_EXCL)
    }

    /// Writes a file, in place of one that is there.
    static func replace(_ path: String, _ text: String) throws(CommandFailure) {
        try write(path, text, O_TRUNC)
    }

    private static func write(_ path: String, _ text: String, _ mode: Int32) throws(CommandFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | mode | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw CommandFailure("cannot write `\(path)`: \(reason(errno))") }
        let isWritten = write(Array(text.utf8), to: descriptor)
        let problem = errno
        if close(descriptor) != 0 || !isWritten { throw CommandFailure("cannot write `\(path)`: \(reason(problem))") }
    }

    /// Puts new content in the place of a file at once: a reader sees the old or the new, never half.
    static func replace(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o666
        let fresh = "\(path).new-\(getpid())"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor < 0 { throw CommandFailure("cannot write `\(path)`: \(reason(errno))") }
        let isWritten = write(bytes, to: descriptor) && fsync(descriptor) == 0
        var problem = errno
        let isClosed = close(descriptor) == 0
        if isWritten, isClosed, rename(fresh, path) == 0 { return }
        if isWritten { problem = errno }
        unlink(fresh)
        throw CommandFailure("cannot write `\(path)`: \(reason(problem))")
    }

    /// Writes bytes to an open descriptor; false where that fails.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            start += count
        }
        return true
    }

    /// Makes a folder and those above it; folders that exist are fine.
    static func makeFolder(_ path: String) throws(CommandFailure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? part : "/\(part)"
            if mkdir(made, 0o777) != 0, errno != EEXIST {
                throw CommandFailure("cannot make the folder `\(made)`: \(reason(errno))")
            }
        }
    }

    /// What is at a path.
    enum Kind { case nothing, file, folder }

    static func kind(of path: String) -> Kind {
        var status = stat()
        if stat(path, &status) != 0 { return .nothing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// What the system says of an error number.
    static func reason(_ number: Int32) -> String {
        String(cString: strerror(number)).lowercased()
    }
}
