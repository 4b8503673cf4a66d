import SourceText

/// The names that an object had so far, to refuse the second of two alike. Needs no memory while it is empty.
struct MemberNames {
    private struct Name {
        var hash: UInt64
        var string: JSONString
    }

    private var names: [Name]?

    /// No member was added yet.
    var isEmpty: Bool { names == nil }

    /// Takes in the next name; refuses one that was there, and one member too many. Linear in the names so far.
    @inline(never)
    mutating func add(_ string: JSONString, in scanner: JSONScanner) throws(EventRefusal) {
        var names = take()
        guard names.count < EventLimits.members else {
            throw scanner.refusal(.tooMany, "an object has more than \(EventLimits.members) members", at: string.start)
        }
        let hash = scanner.nameHash(string)
        for old in names where old.hash == hash && scanner.textBytes(old.string) == scanner.textBytes(string) {
            throw scanner.duplicate(string)
        }
        names.append(Name(hash: hash, string: string))
        self.names = names
    }

    /// The names so far, to be changed without a copy.
    private mutating func take() -> [Name] {
        defer { names = nil }
        return names ?? []
    }

    /// The name that an author most likely gave for a missing one; nil where none is near.
    func nearest(to missing: String, in scanner: JSONScanner) -> String? {
        let texts = (names ?? []).map { scanner.text($0.string) }
        return texts.isEmpty ? nil : SourceText.nearest(missing, in: texts)
    }
}

extension JSONScanner {
    /// The refusal of a member's second appearance.
    @inline(never)
    func duplicate(_ name: JSONString) -> EventRefusal {
        refusal(.duplicateMember, "the member \(shown(name)) stands twice in one object", at: name.start - 1)
    }

    /// The same for a name that stands just before, with its colon.
    @inline(never)
    func duplicateBefore(_ name: String) -> EventRefusal {
        let start = position - name.utf8.count - 3
        return refusal(.duplicateMember, "the member \(Self.shown(name)) stands twice in one object", at: start)
    }

    fileprivate func nameHash(_ name: JSONString) -> UInt64 {
        if !name.isEscaped { return ContentHash.of(UnsafeRawBufferPointer(slice(name.start, name.end))) }
        return textBytes(name).withUnsafeBytes { ContentHash.of($0) }
    }

    /// A name for a message, in backticks.
    func shown(_ name: JSONString) -> String { Self.shown(text(name)) }

    /// A name for a message, in backticks: what could steer a terminal is left out, and what is long is cut.
    static func shown(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: scalar != "`"
            }
        }
        let text = String(String.UnicodeScalarView(scalars.prefix(64)))
        return "`\(text)\(scalars.count > 64 ? "…" : "")`"
    }
}
