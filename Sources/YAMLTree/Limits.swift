/// How much of a YAML file is read before it is refused; every bound has its own code, so that nothing is cut silently.
public struct YAMLLimits: Sendable, Equatable {
    /// Bytes of the file (`yaml-too-long`).
    public var bytes: Int
    /// Collections inside each other, those reached through an alias included (`yaml-too-deep`).
    public var depth: Int
    /// Keys, scalars and collections, each use of an alias counted in full (`yaml-too-many-nodes`).
    public var nodes: Int
    /// Uses of aliases (`yaml-too-many-aliases`).
    public var aliases: Int
    /// Keys, scalars and collections that come out of aliases (`yaml-alias-expansion`).
    public var aliasExpansion: Int
    /// Findings told before reading is given up; at least one is told.
    public var findings: Int

    public init(
        bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 100_000, aliases: Int = 100,
        aliasExpansion: Int = 10_000, findings: Int = 20
    ) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.aliases = aliases
        self.aliasExpansion = aliasExpansion
        self.findings = findings
    }

    /// What a policy and its tests may use: ample for a person's writing, milliseconds for a machine.
    public static let `default` = YAMLLimits()

    /// Bytes past which no limit can be set: places are counted in 32 bits.
    static let mostBytes = Int(Int32.max)

    /// Nesting past which no limit can be set: trees are taken apart one call a level.
    static let mostDepth = 1_000
}
