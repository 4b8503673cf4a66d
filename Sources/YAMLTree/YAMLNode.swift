import SourceText

/// A piece of a YAML document together with the place it was written at.
public struct YAMLNode: Sendable {
    /// From the first to the last byte of the value, without its anchor; for a value that was left out, the point
    /// where it would stand. A value reached through an alias keeps the place it was written at.
    public var span: SourceSpan
    public var content: YAMLContent

    public init(span: SourceSpan, content: YAMLContent) {
        self.span = span
        self.content = content
    }

    /// The scalar, nil for a collection.
    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items of a sequence, nil for anything else.
    public var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries of a mapping in the author's order, nil for anything else.
    public var entries: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Whether the value was left out, as in `key:` with nothing after it.
    public var isEmptyPlain: Bool { scalar?.isEmptyPlain ?? false }
}

/// What a node holds.
public enum YAMLContent: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// No two keys are equal, not even as Unicode's canonical equivalents.
    case mapping([YAMLEntry])
}

/// One key of a mapping with its value.
public struct YAMLEntry: Sendable {
    /// The key as text, whatever its style; its place includes quotation marks.
    public var key: Located<String>
    public var value: YAMLNode

    public init(key: Located<String>, value: YAMLNode) {
        self.key = key
        self.value = value
    }
}
