import SourceText

/// What of a policy was tried, with the files that its items point into.
public struct CoverageReport: Sendable {
    /// The policy's file as people know it.
    public let name: String
    public let sources: SourceMap
    public var coverage: Coverage

    public init(name: String, sources: SourceMap, coverage: Coverage) {
        self.name = name
        self.sources = sources
        self.coverage = coverage
    }

    /// `x.policy.yaml: coverage: 75% (12 of 16)`, and for each thing never tried its place and what would try it.
    ///
    /// What belongs to a rule that never fired is counted with it, not listed.
    public var text: String {
        var text = "\(name): coverage: \(coverage.percent)% (\(coverage.triedCount) of \(coverage.items.count))\n"
        let untried = coverage.untried
        let silent = Set(untried.filter { $0.kind == .rule || $0.kind == .step }.map(\.id))
        for item in untried where !CoverageReport.belongs(item, to: silent) {
            let count = untried.count { $0.key != item.key && CoverageReport.owner(of: $0) == item.id }
            let more = silent.contains(item.id) && count > 0 ? ", nor \(count) more of it" : ""
            text += "  \(place(of: item)): never tried: \(item.key)\(more)\n"
            text += "    to try it, \(coverage.hint(for: item))\n"
        }
        return text
    }

    /// The untried as workflow commands at their places.
    public var github: String {
        let renderer = DiagnosticRenderer(sources: sources, color: false)
        return coverage.untried.map { item in
            let finding = Diagnostic(
                code: "never-tried", severity: .warning, span: item.span, message: "no test tries that \(item.key)",
                help: "to try it, \(coverage.hint(for: item))")
            return "\(renderer.github(finding))\n"
        }.joined()
    }

    /// Figures for a build server: one property for the whole and one for each kind.
    public var properties: [(name: String, value: String)] {
        var found = [("coverage", "\(coverage.percent)%")]
        for kind in CoverageItem.Kind.allCases {
            let all = coverage.items.indices.filter { coverage.items[$0].kind == kind }
            let tried = all.count { coverage.counts[$0] > 0 }
            if !all.isEmpty { found.append(("coverage.\(kind.rawValue)", "\(tried) of \(all.count)")) }
        }
        return found + coverage.untried.map { ("coverage.untried", "\(place(of: $0)) \($0.key)") }
    }

    /// `FILE:LINE:COLUMN`.
    public func place(of item: CoverageItem) -> String {
        guard let file = sources[item.span.file] else { return name }
        let position = file.position(at: item.span.start)
        return "\(file.name):\(position.line):\(position.column)"
    }

    private static func owner(of item: CoverageItem) -> String {
        String(item.id.prefix { $0 != " " }).replacing(".if_missed", with: "")
    }

    private static func belongs(_ item: CoverageItem, to silent: Set<String>) -> Bool {
        item.kind != .rule && item.kind != .step && silent.contains(owner(of: item))
    }
}
