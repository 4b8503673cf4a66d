/// The policy that a log was written under, with its text and its parents'.
public struct PolicyRecord: Sendable, Equatable {
    /// `contact-safety@3f9c1b…`.
    public var reference: String
    /// SHA-256 of the canonical form, in hexadecimal.
    public var digest: String
    public var id: String
    public var title: String?
    /// The classes of conduct in the order of the policy, the gravest first.
    public var conduct: [String]
    /// The policy's own file, then its parents'.
    public var files: [File]

    /// One file as it was read.
    public struct File: Sendable, Equatable {
        public var name: String
        public var text: String

        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    public init(
        reference: String, digest: String, id: String, title: String?, conduct: [String], files: [File]
    ) {
        self.reference = reference
        self.digest = digest
        self.id = id
        self.title = title
        self.conduct = conduct
        self.files = files
    }
}
