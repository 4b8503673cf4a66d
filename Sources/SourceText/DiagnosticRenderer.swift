/// Turns findings into what people and machines read; every method is a function of its arguments alone.
public struct DiagnosticRenderer: Sendable {
    let sources: SourceMap
    let palette: Palette

    /// `color` puts ANSI colours into `text`; the other forms never have any.
    public init(sources: SourceMap, color: Bool) {
        self.sources = sources
        self.palette = Palette(isOn: color)
    }

    /// A finding for the eye, over several lines and ending with a line break: the message, the place with its line
    /// of source, related places, and the help.
    public func text(_ diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity
        let title = palette.paint("\(severity.rawValue)[\(printable(diagnostic.code))]", palette.color(of: severity))
        var output = "\(title): \(palette.paint(printable(diagnostic.message), .bold))\n"
        let width = gutterWidth(diagnostic)
        output += place(diagnostic.span, palette.color(of: severity), width)
        for related in diagnostic.related {
            let note = palette.paint("note", palette.color(of: .note))
            output += "\(note): \(printable(related.message))\n"
            output += place(related.span, palette.color(of: .note), width)
        }
        if let help = diagnostic.help {
            let margin = String(repeating: " ", count: width)
            output += "\(margin) \(palette.paint("=", .gutter)) help: \(printable(help))\n"
        }
        return output
    }

    /// One place: the arrow with file, line and column, and the line of source with its marks.
    private func place(_ span: SourceSpan, _ color: Palette.Color, _ width: Int) -> String {
        guard let file = sources[span.file] else { return "" }
        let position = file.position(at: span.start)
        let excerpt = SourceExcerpt(file: file, span: span)
        let margin = String(repeating: " ", count: width)
        let number = String(position.line)
        let bar = palette.paint("|", .gutter)
        let arrow = palette.paint("-->", .gutter)
        var output = "\(margin)\(arrow) \(printable(file.name)):\(position.line):\(position.column)\n"
        output += "\(margin) \(bar)\n"
        let padding = String(repeating: " ", count: width - number.utf8.count)
        output += "\(padding)\(palette.paint(number, .gutter)) \(bar)"
        output += excerpt.source.isEmpty ? "\n" : " \(excerpt.source)\n"
        let indent = String(repeating: " ", count: excerpt.markStart)
        let marks = String(repeating: "^", count: excerpt.markWidth)
        output += "\(margin) \(bar) \(indent)\(palette.paint(marks, color))\n"
        return output
    }

    /// Digits of the greatest line number shown, so that all places of a finding line up.
    private func gutterWidth(_ diagnostic: Diagnostic) -> Int {
        var width = 1
        for span in [diagnostic.span] + diagnostic.related.map(\.span) {
            guard let file = sources[span.file] else { continue }
            width = max(width, String(file.position(at: span.start).line).utf8.count)
        }
        return width
    }
}

/// The few colours a finding is shown in.
struct Palette: Sendable {
    enum Color: String, Sendable {
        case red = "31;1"
        case yellow = "33;1"
        case cyan = "36;1"
        case gutter = "34;1"
        case bold = "1"
    }

    let isOn: Bool

    func paint(_ text: String, _ color: Color) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    func color(of severity: Severity) -> Color {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }
}
