import Glibc

/// The files that the paths of a command line mean: files as they are, folders searched through.
struct FileSearch {
    /// How the names of the wanted files end, such as `.policy.yaml`.
    let suffix: String
    /// Folders within folders are followed so far; links to folders are not followed at all.
    private static let depth = 32
    private var found: [String] = []

    private init(_ suffix: String) { self.suffix = suffix }

    /// Every file once, in the order of the paths, within a folder sorted by name.
    ///
    /// A folder in which there are fewer than `atLeast` is an error.
    static func files(
        in paths: [String], endingIn suffix: String, atLeast least: Int = 1
    ) throws(CommandFailure) -> [String] {
        var search = FileSearch(suffix)
        for path in paths {
            switch Files.kind(of: path) {
            case .nothing: throw CommandFailure("cannot read `\(path)`: \(Files.reason(ENOENT))")
            case .file: search.add(path)
            case .folder:
                let before = search.found.count
                try search.look(in: path, 0)
                if search.found.count - before < least {
                    throw CommandFailure("there is no `*\(suffix)` in `\(path)`")
                }
            }
        }
        return search.found
    }

    /// The files of the folder that a file lies in, folders within it left out, sorted by name.
    static func files(besides path: String, endingIn suffix: String) throws(CommandFailure) -> [String] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return try FileSearch(suffix).names(in: folder.isEmpty ? "." : folder)
            .filter { !$0.hasPrefix(".") && $0.hasSuffix(suffix) }.map { folder + $0 }
            .filter { Files.kind(of: $0) == .file }
    }

    private mutating func add(_ path: String) {
        if !found.contains(path) { found.append(path) }
    }

    private mutating func look(in folder: String, _ level: Int) throws(CommandFailure) {
        guard level < Self.depth else { throw CommandFailure("`\(folder)` lies too deep in folders") }
        var folders: [String] = []
        for name in try names(in: folder) where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if name.hasSuffix(suffix), Files.kind(of: path) == .file {
                add(path)
            } else if isRealFolder(path) {
                folders.append(path)
            }
        }
        for path in folders { try look(in: path, level + 1) }
    }

    private func isRealFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func names(in folder: String) throws(CommandFailure) -> [String] {
        guard let stream = opendir(folder) else {
            throw CommandFailure("cannot read the folder `\(folder)`: \(Files.reason(errno))")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
