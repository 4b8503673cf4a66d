import SourceText

/// Puts the steps of a document together to a tree, and refuses what this reader does not take.
///
/// Its own stack instead of calls: nesting is bounded by the limits, not by the thread.
struct TreeBuilder {
    let file: SourceFile
    let id: UInt32
    let limits: YAMLLimits
    private let offsets: CharacterOffsets
    var open: [OpenCollection] = []
    var anchors = Anchors()
    var root: YAMLNode?
    var nodes = 0
    var lastScalar: SourceSpan?
    var strict: StrictCheck
    private var documents = 0
    private var findings: [Diagnostic] = []
    /// Whether there is more to read.
    private(set) var wantsMore = true

    init(file: SourceFile, id: UInt32, limits: YAMLLimits) {
        self.file = file
        self.id = id
        self.limits = limits
        offsets = CharacterOffsets(file.bytes, base: file.markLength)
        strict = StrictCheck(file: file, id: id)
    }

    /// The tree, if nothing was refused.
    func finish() -> Result<YAMLNode, YAMLFailure> {
        if let root, findings.isEmpty { return .success(root) }
        let empty = Refusal.empty(span(file.markLength, file.markLength))
        return .failure(YAMLFailure(diagnostics: findings.isEmpty ? [empty] : sorted(findings)))
    }

    mutating func take(_ event: ParseEvent) {
        let start = offsets.byte(ofCharacter: event.start)
        let end = max(start, offsets.byte(ofCharacter: event.end))
        switch event.kind {
        case .streamStart, .documentEnd: break
        case .streamEnd:
            wantsMore = false
            refuse(strict.comment(upTo: file.bytes.count))
        case .documentStart(let version, let hasTagDirective): begin(start, end, version, hasTagDirective)
        case .alias(let name): alias(name, start, end)
        case .scalar(let text, let style, let anchor, let hasTag):
            let first = contentStart(start, end, anchor, hasTag)
            scalar(text, style, anchor, min(first, end), end)
        case .sequenceStart(let anchor, let hasTag, let isFlow):
            push(isMapping: false, isFlow, anchor, contentStart(start, end, anchor, hasTag), end)
        case .mappingStart(let anchor, let hasTag, let isFlow):
            push(isMapping: true, isFlow, anchor, contentStart(start, end, anchor, hasTag), end)
        case .sequenceEnd, .mappingEnd: pop(end)
        }
    }

    // MARK: Documents

    private mutating func begin(_ start: Int, _ end: Int, _ version: (major: Int, minor: Int)?, _ hasTags: Bool) {
        documents += 1
        if documents > 1 { return stop(Refusal.severalDocuments(span(start, end))) }
        if hasTags { return stop(Refusal.tagDirective(lineSpan(beginning: "%TAG"))) }
        if let version, version != (1, 2) {
            refuse(Refusal.version(lineSpan(beginning: "%YAML"), version.major, version.minor))
        }
    }

    /// The first line that begins with a directive; libyaml does not say where one was.
    private func lineSpan(beginning word: String) -> SourceSpan {
        for number in 1...file.lineCount {
            let range = file.range(ofLine: number)
            if file.bytes[range].starts(with: word.utf8) { return span(range.lowerBound, range.upperBound) }
        }
        return span(file.markLength, file.markLength)
    }

    // MARK: Places

    func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(file: id, from: start, to: end) }

    /// Skips the anchor before a value; refuses a tag there, and what the value must not be written with.
    private mutating func contentStart(_ start: Int, _ end: Int, _ anchor: String?, _ hasTag: Bool) -> Int {
        let properties = NodeProperties(bytes: file.bytes, start: start, end: end)
        if let tag = properties.tag {
            let whole = Surroundings(file: file, id: id, offset: tag.lowerBound)
            refuse(
                Refusal.tag(
                    span(tag.lowerBound, tag.upperBound), file.bytes[tag],
                    value: open.last?.isFlow ?? false ? [] : whole.bytes(whole.rest)))
        } else if hasTag {
            refuse(Refusal.tag(span(start, start), []))
        } else if let anchor {
            refuse(strict.name(from: start, to: start + 1 + anchor.utf8.count))
        }
        if open.last?.isFlow ?? false { refuse(strict.questionMark(start)) }
        return properties.contentStart
    }

    // MARK: Findings

    /// The finding for what libyaml cannot read.
    mutating func fail(_ problem: ParseProblem) {
        let mark = offsets.byte(ofCharacter: problem.mark)
        let context = problem.context.isEmpty ? mark : offsets.byte(ofCharacter: problem.contextMark)
        let bracket = open.last { "[{".utf8.contains(file.bytes[min($0.start, file.bytes.count - 1)]) }
        let finding = SyntaxFinding(
            here: Surroundings(file: file, id: id, offset: mark),
            began: Surroundings(file: file, id: id, offset: context),
            openBracket: bracket.map { Surroundings(file: file, id: id, offset: $0.start) }, lastScalar: lastScalar,
            isEmptySoFar: nodes == 0)
        stop(finding.diagnostic(for: problem))
    }

    mutating func count(_ more: Int, _ place: SourceSpan) -> Bool {
        nodes += more
        if nodes <= limits.nodes { return true }
        stop(Refusal.tooManyNodes(place, limits.nodes))
        return false
    }

    mutating func refuse(_ finding: Diagnostic?) {
        guard let finding else { return }
        findings.append(finding)
        if findings.count >= limits.findings { wantsMore = false }
    }

    mutating func stop(_ finding: Diagnostic) {
        findings.append(finding)
        wantsMore = false
    }
}
