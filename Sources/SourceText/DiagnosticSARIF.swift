extension DiagnosticRenderer {
    /// Findings as one SARIF 2.1.0 log; columns count Unicode code points. What comments let stand is in it as
    /// suppressed; `kinds` say in general what the codes mean.
    public func sarif(
        _ all: [Diagnostic], allowed: [AllowedFinding] = [], kinds: [FindingKind] = []
    ) -> String {
        let rules = Array(Set((all + allowed.map(\.finding)).map(\.code))).sorted()
        var json = JSONText()
        json.beginObject()
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        writeTool(rules, kinds, to: &json)
        json.member("columnKind", "unicodeCodePoints")
        json.key("results")
        json.beginArray()
        for diagnostic in all { writeResult(diagnostic, rules, nil, to: &json) }
        for one in allowed { writeResult(one.finding, rules, one, to: &json) }
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        return json.text
    }

    private func writeTool(_ rules: [String], _ kinds: [FindingKind], to json: inout JSONText) {
        let known = Dictionary(kinds.map { ($0.code, $0) }) { first, _ in first }
        json.key("tool")
        json.beginObject()
        json.key("driver")
        json.beginObject()
        json.member("name", "holdline")
        json.key("rules")
        json.beginArray()
        for rule in rules {
            json.beginObject()
            json.member("id", rule)
            if let kind = known[rule] { write(kind, to: &json) }
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endObject()
    }

    private func write(_ kind: FindingKind, to json: inout JSONText) {
        writeMessage(kind.title, as: "shortDescription", to: &json)
        writeMessage(kind.why, as: "fullDescription", to: &json)
        writeMessage(kind.remedy, as: "help", to: &json)
        json.key("defaultConfiguration")
        json.beginObject()
        json.member("level", kind.severity.rawValue)
        json.endObject()
    }

    private func writeResult(
        _ diagnostic: Diagnostic, _ rules: [String], _ allowed: AllowedFinding?, to json: inout JSONText
    ) {
        json.beginObject()
        json.member("ruleId", diagnostic.code)
        json.member("ruleIndex", rules.firstIndex(of: diagnostic.code))
        json.member("level", diagnostic.severity.rawValue)
        let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
        writeMessage(diagnostic.message + help, to: &json)
        json.key("locations")
        json.beginArray()
        writeLocation(diagnostic.span, message: nil, to: &json)
        json.endArray()
        if !diagnostic.related.isEmpty {
            json.key("relatedLocations")
            json.beginArray()
            for related in diagnostic.related { writeLocation(related.span, message: related.message, to: &json) }
            json.endArray()
        }
        if let allowed { writeSuppression(allowed, to: &json) }
        json.endObject()
    }

    private func writeSuppression(_ allowed: AllowedFinding, to json: inout JSONText) {
        json.key("suppressions")
        json.beginArray()
        json.beginObject()
        json.member("kind", "inSource")
        if !allowed.reason.isEmpty { json.member("justification", allowed.reason) }
        json.key("location")
        writeLocation(allowed.comment, message: nil, to: &json)
        json.endObject()
        json.endArray()
    }

    private func writeLocation(_ span: SourceSpan, message: String?, to json: inout JSONText) {
        guard let region = region(of: span) else { return }
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        json.key("artifactLocation")
        json.beginObject()
        json.member("uri", uriReference(region.file))
        json.endObject()
        json.key("region")
        json.beginObject()
        json.member("startLine", region.line)
        json.member("startColumn", region.column)
        json.member("endLine", region.endLine)
        json.member("endColumn", region.endColumn)
        json.endObject()
        json.endObject()
        if let message { writeMessage(message, to: &json) }
        json.endObject()
    }

    private func writeMessage(_ text: String, as key: String = "message", to json: inout JSONText) {
        json.key(key)
        json.beginObject()
        json.member("text", text)
        json.endObject()
    }
}

/// A file's path as a URI reference (RFC 3986); a colon is escaped too, lest a name be taken for a scheme.
private func uriReference(_ path: String) -> String {
    var output: [UInt8] = path.hasPrefix("/") ? Array("file://".utf8) : []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            output.append(byte)
        default:
            output.append(UInt8(ascii: "%"))
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 0x0F)])
        }
    }
    return String(decoding: output, as: UTF8.self)
}
