/// The one policy that a path means: a file, or the only policy of a folder.
enum PolicyFolder {
    /// The file to load; a folder with several policies is an error until versions live side by side.
    static func onlyPolicy(_ path: String) throws(CommandFailure) -> String {
        guard Files.kind(of: path) == .folder else { return path }
        let found = try FileSearch.files(in: [path], endingIn: ".policy.yaml")
        if let only = found.first, found.count == 1 { return only }
        throw CommandFailure(
            "`\(path)` holds \(found.count) policies, and versions side by side are not built yet",
            help: "name one of them: \(found.prefix(3).map { "`\($0)`" }.joined(separator: ", "))")
    }
}
