import SourceText

extension TestReport {
    /// Writes the report as one object.
    public func write(to json: inout JSONText) {
        let renderer = DiagnosticRenderer(sources: sources, color: false)
        json.beginObject()
        json.member("file", name)
        json.member("tests", results.count)
        json.member("failed", failedCount)
        json.key("diagnostics")
        json.beginArray()
        for diagnostic in diagnostics { json.literal(renderer.json(diagnostic)) }
        json.endArray()
        json.key("results")
        json.beginArray()
        for result in results { write(result, to: &json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ result: TestResult, to json: inout JSONText) {
        json.beginObject()
        json.member("name", result.name.value)
        json.member("line", line(of: result.name.span))
        json.key("passed")
        json.bool(result.isPassed)
        if !result.isPassed {
            json.key("failures")
            json.beginArray()
            for failure in result.failures {
                json.beginObject()
                json.member("line", line(of: failure.span))
                json.member("column", column(of: failure.span))
                json.member("message", failure.message)
                json.key("details")
                json.beginArray()
                for line in failure.details { json.string(line) }
                json.endArray()
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
    }

    private func line(of span: SourceSpan) -> Int? { sources[span.file]?.position(at: span.start).line }
    private func column(of span: SourceSpan) -> Int? { sources[span.file]?.position(at: span.start).column }
}

extension CoverageReport {
    /// Writes the figures and what was never tried as one object.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.member("policy", name)
        json.member("percent", coverage.percent)
        json.member("tried", coverage.triedCount)
        json.member("items", coverage.items.count)
        json.key("untried")
        json.beginArray()
        for item in coverage.untried {
            let position = sources[item.span.file]?.position(at: item.span.start)
            json.beginObject()
            json.member("kind", item.kind.rawValue)
            json.member("id", item.id)
            json.member("what", item.what)
            json.member("file", sources[item.span.file]?.name)
            json.member("line", position?.line)
            json.member("column", position?.column)
            json.member("hint", coverage.hint(for: item))
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
