import CLibYAML

/// One step of a YAML document as libyaml tells it; the marks count characters of its input.
struct ParseEvent {
    enum Kind {
        case streamStart, streamEnd, documentEnd, sequenceEnd, mappingEnd
        case documentStart(version: (major: Int, minor: Int)?, hasTagDirective: Bool)
        case alias(name: String)
        case scalar(text: String, style: YAMLScalarStyle, anchor: String?, hasTag: Bool)
        case sequenceStart(anchor: String?, hasTag: Bool, isFlow: Bool)
        case mappingStart(anchor: String?, hasTag: Bool, isFlow: Bool)
    }

    var kind: Kind
    var start: Int
    var end: Int
}

/// What libyaml says when it cannot go on; the marks count characters of its input.
struct ParseProblem: Error {
    var context: String
    var contextMark: Int
    var problem: String
    var mark: Int
}

/// libyaml's parser over bytes that outlive it; it is freed with the value.
struct EventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let isReady: Bool

    /// The bytes must be valid UTF-8 without a byte order mark and stay where they are.
    init(_ input: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
    }

    /// The next step. After `streamEnd` or a failure there is none.
    mutating func next() -> Result<ParseEvent, ParseProblem> {
        guard isReady else {
            return .failure(ParseProblem(context: "", contextMark: 0, problem: "out of memory", mark: 0))
        }
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { return .failure(problem()) }
        defer { yaml_event_delete(&event) }
        let start = Int(event.start_mark.index)
        return .success(ParseEvent(kind: kind(of: event), start: start, end: Int(event.end_mark.index)))
    }

    private func problem() -> ParseProblem {
        let context = parser.pointee.context.map { String(cString: $0) } ?? ""
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
        return ParseProblem(
            context: context, contextMark: Int(parser.pointee.context_mark.index), problem: problem,
            mark: Int(parser.pointee.problem_mark.index))
    }

    private func kind(of event: yaml_event_t) -> ParseEvent.Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT:
            let start = event.data.document_start
            let version = start.version_directive.map { (Int($0.pointee.major), Int($0.pointee.minor)) }
            return .documentStart(
                version: version, hasTagDirective: start.tag_directives.start != start.tag_directives.end)
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(name: name(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT: return scalar(event)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(
                anchor: name(start.anchor), hasTag: start.tag != nil, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(
                anchor: name(start.anchor), hasTag: start.tag != nil, isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private func scalar(_ event: yaml_event_t) -> ParseEvent.Kind {
        let scalar = event.data.scalar
        let style: YAMLScalarStyle =
            switch scalar.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
        return .scalar(text: text, style: style, anchor: name(scalar.anchor), hasTag: scalar.tag != nil)
    }

    private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
