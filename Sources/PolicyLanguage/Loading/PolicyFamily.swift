import SourceText
import YAMLTree

/// A policy's file and those of its parents, read and held against the table of the language.
struct PolicyFamily {
    private(set) var sources = SourceMap()
    private(set) var findings = Findings()
    /// Comments in the files that let findings stand.
    private(set) var allowances: [Allowance] = []
    /// From the file asked for to its eldest parent.
    private var drafts: [Draft] = []
    /// Whether every file could be read and its YAML understood.
    private(set) var isWhole = true

    /// What reads a file by name; nil where there is none.
    typealias Read = (String) -> [UInt8]?

    init(_ name: String, read: Read) {
        var next: (name: String, by: Located<String>?)? = (name, nil)
        while let (name, child) = next {
            guard let draft = load(name, child, read) else {
                isWhole = false
                return
            }
            drafts.append(draft)
            next = parent(of: draft, in: name)
        }
    }

    /// The policy with everything it has from its parents; nil where one of them is missing.
    mutating func merged() -> Draft? {
        guard isWhole, var draft = drafts.last else { return nil }
        for child in drafts.dropLast().reversed() { draft = draft.extended(by: child, &findings) }
        return draft
    }

    // MARK: Files

    /// The name of the policy that a file's name speaks of, `base` for `./base.policy.yaml`; nil for what is no file's.
    static func name(ofFile path: String) -> String? {
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        for suffix in [".policy.yaml", ".policy.yml", ".yaml", ".yml"] where file.hasSuffix(suffix) {
            let name = String(file.dropLast(suffix.count))
            return Name.isID(name) ? name : nil
        }
        return nil
    }

    private mutating func load(_ name: String, _ child: Located<String>?, _ read: Read) -> Draft? {
        guard let bytes = read(name) else {
            if let child {
                findings.note(
                    "unknown-policy", child.span, "the policy \(quoted(child.value)) cannot be read",
                    "put it into the file \(quoted(name))")
            } else {
                findings.note("unreadable-file", .none, "the file \(quoted(name)) cannot be read")
            }
            return nil
        }
        let file = SourceFile(name: name, bytes: bytes)
        let id = sources.add(file)
        switch YAMLReader.read(file, id: id) {
        case .failure(let failure):
            for finding in failure.diagnostics { findings.add(finding) }
            return nil
        case .success(let root):
            var shapes = ShapeCheck(findings)
            shapes.check(policy: root)
            findings = shapes.findings
            allowances += Allowance.all(YAMLReader.comments(in: file, of: root), in: file)
            if root.entries == nil { return nil }
            let draft = Draft(root, &findings)
            if let child, let id = draft.header["policy"]?.located, id.value != child.value {
                findings.note(
                    "wrong-policy", id.span,
                    "\(quoted(child.value)) is wanted here, and this is the policy \(quoted(id.value))",
                    "write `policy: \(child.value)`, or name the file after the policy")
            }
            return draft
        }
    }

    /// The file of a draft's parent, looked for beside its own.
    private mutating func parent(of draft: Draft, in name: String) -> (name: String, by: Located<String>?)? {
        guard let parent = draft.header["extends"]?.located else {
            if let remove = draft.header["remove"] {
                findings.note(
                    "missing-key", remove.headSpan, "there is nothing to remove from: this policy extends no other",
                    "add `extends:`, or take `remove` out")
            }
            return nil
        }
        // What cannot be a name was found by its shape, and must not reach the caller's files.
        guard Name.isID(parent.value), parent.value.utf8.count <= PolicyLimits.nameLength else {
            isWhole = false
            return nil
        }
        let folder = name.lastIndex(of: "/").map { name[...$0] } ?? ""
        let file = "\(folder)\(parent.value).policy.yaml"
        if sources.files.contains(where: { $0.name == file }) {
            findings.note(
                "extends-cycle", parent.span, "\(quoted(parent.value)) extends this policy in turn",
                "take `extends` out of one of them")
            isWhole = false
            return nil
        }
        if sources.files.count >= PolicyLimits.files {
            findings.note(
                "extends-depth", parent.span, "more than \(PolicyLimits.files) policies extend each other",
                "put some of them together")
            isWhole = false
            return nil
        }
        return (file, parent)
    }
}
