import PolicyEngine

extension Timeline {
    /// The timeline as text for people, in lines of at most 100 columns where words allow it.
    public var text: String {
        var lines = heading
        var day = ""
        for entry in entries {
            if TimeText.day(entry.time) != day {
                day = TimeText.day(entry.time)
                lines += ["", day]
            }
            lines += Self.lines(entry)
        }
        lines += ["", "In short"]
        for sentence in sum { lines += folded(sentence, first: "  ", rest: "    ") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
        let kind = channel.map { " (\(printable($0)))" } ?? ""
        var lines = ["Contact \(printable(contact))\(kind)"]
        var who: [String] = []
        if let customer { who.append("customer \(printable(customer))") }
        if !agents.isEmpty {
            who.append("agent\(agents.count > 1 ? "s" : "") \(agents.map(printable).joined(separator: ", "))")
        }
        if !who.isEmpty { lines.append(who.joined(separator: ", ").capitalizedFirst) }
        if let policy {
            lines.append("Policy \(printable(policy))" + (title.map { ": \(printable($0))" } ?? ""))
        }
        lines.append("All times are UTC.")
        return lines
    }

    private static func lines(_ entry: Entry) -> [String] {
        let clock = TimeText.clock(entry.time)
        var lines: [String] = []
        var margin = "\(clock)  "
        if !entry.sentence.isEmpty {
            lines += folded(printable(entry.sentence), first: margin, rest: indent)
            margin = indent
        }
        for remark in entry.remarks {
            let mark = "\(margin)\(remark.kind.mark) "
            lines += folded(printable(remark.sentence), first: mark, rest: indent + "  ")
            margin = indent
            for paragraph in (remark.script ?? "").split(separator: "\n") {
                lines += folded("“\(printable(String(paragraph)))”", first: indent + "      ", rest: indent + "       ")
            }
            if let reason = remark.reason {
                lines += folded("Why: \(reason).", first: indent + "    ", rest: indent + "      ")
            }
        }
        return lines
    }

    private static let indent = "          "
}

extension Timeline.Remark.Kind {
    /// One character before a remark, so that the eye finds what was owed and what went wrong.
    var mark: String {
        switch self {
        case .duty, .advice, .permission, .prohibition: "→"
        case .kept: "✓"
        case .objection, .missed: "✗"
        case .silent, .ended, .change: "·"
        case .wording, .fault: "!"
        }
    }
}
