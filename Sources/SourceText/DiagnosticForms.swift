extension DiagnosticRenderer {
    /// A finding as one JSON object on one line; what has no place has null for its file, lines and columns.
    public func json(_ diagnostic: Diagnostic) -> String {
        var json = JSONText()
        json.beginObject()
        json.member("code", diagnostic.code)
        json.member("severity", diagnostic.severity.rawValue)
        writePlace(of: diagnostic.span, to: &json)
        json.member("message", diagnostic.message)
        json.member("help", diagnostic.help)
        if !diagnostic.related.isEmpty {
            json.key("related")
            json.beginArray()
            for related in diagnostic.related {
                json.beginObject()
                writePlace(of: related.span, to: &json)
                json.member("message", related.message)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        return json.text
    }

    /// A finding as a workflow command that GitHub shows beside the line of a change.
    public func github(_ diagnostic: Diagnostic) -> String {
        let command =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [String] = []
        if let region = region(of: diagnostic.span) {
            properties.append("file=\(commandEscaped(region.file, property: true))")
            properties.append("line=\(region.line)")
            properties.append("col=\(region.column)")
            properties.append("endLine=\(region.endLine)")
            properties.append("endColumn=\(region.endColumn)")
        }
        properties.append("title=\(commandEscaped(diagnostic.code, property: true))")
        var message = diagnostic.message
        if let help = diagnostic.help { message += "\nhelp: \(help)" }
        return "::\(command) \(properties.joined(separator: ","))::\(commandEscaped(message, property: false))"
    }

    private func writePlace(of span: SourceSpan, to json: inout JSONText) {
        let region = region(of: span)
        json.member("file", region?.file)
        json.member("line", region?.line)
        json.member("column", region?.column)
        json.member("endLine", region?.endLine)
        json.member("endColumn", region?.endColumn)
    }

    /// Where a span begins and ends, nil where it has no place in the renderer's files.
    func region(of span: SourceSpan) -> SourceRegion? {
        guard let file = sources[span.file] else { return nil }
        let start = file.position(at: span.start)
        let end = file.position(at: span.end)
        return SourceRegion(
            file: file.name, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
    }
}

/// A span in lines and columns, 1-based, the end not included.
struct SourceRegion {
    var file: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
}

/// Escapes what would end a workflow command or one of its properties.
private func commandEscaped(_ text: String, property: Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": output += "%25"
        case "\r": output += "%0D"
        case "\n": output += "%0A"
        case ":" where property: output += "%3A"
        case "," where property: output += "%2C"
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output
}
