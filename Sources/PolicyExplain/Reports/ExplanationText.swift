import AuditLog
import PolicyEngine

extension Explanation {
    /// For the eye: what happened, then each consequence with its reasons. Times are UTC.
    public var text: String {
        var text =
            "\(TimeText.format(time))  \(printable(event))\(contact.map { "  contact \(printable($0))" } ?? "")\n"
        text += folded(sentence, first: "", rest: "").joined(separator: "\n") + "\n"
        if findings.allSatisfy({ $0.code == .unknownName }) {
            text += "\nNothing came of it: no rule of \(policy) was set off.\n"
        }
        for finding in findings { text += "\n" + finding.text }
        return text
    }
}

extension Finding {
    fileprivate var text: String {
        var text = folded(sentence, first: "• ", rest: "  ").joined(separator: "\n") + "\n"
        if let script {
            for line in script.split(separator: "\n") {
                text +=
                    folded("“\(printable(String(line)))”", first: "    ", rest: "     ").joined(separator: "\n") + "\n"
            }
        }
        if let rule { text += "    \(rule)\(norm.map { ", \(printable($0))" } ?? "")\n" }
        for check in checks { text += check.text(indented: 4) }
        if !cites.isEmpty {
            let sources = "cites: " + cites.map(printable).joined(separator: "; ")
            text += folded(sources, first: "    ", rest: "      ").joined(separator: "\n") + "\n"
        }
        return text
    }
}

extension Check {
    private var mark: String {
        switch (isWanted, result) {
        case (true?, _): "PASS"
        case (false?, _): "FAIL"
        case (nil, .holds): "true"
        case (nil, .fails): "false"
        case (nil, .failed): "error"
        }
    }

    fileprivate func text(indented indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        let label = key.map { "\($0): " } ?? ""
        let one = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var output = "\(margin)\(mark)  \(label)\(printable(one))"
        if parts.isEmpty, !reads.isEmpty { output += "   [" + reads.map(\.text).joined(separator: ", ") + "]" }
        output += "\n"
        for part in parts { output += part.text(indented: indent + 6) }
        return output
    }
}

extension Check.Read {
    fileprivate var text: String {
        "\(printable(name)) = \(value.map(printable) ?? (isHidden ? "not shown" : "unknown"))"
    }
}
