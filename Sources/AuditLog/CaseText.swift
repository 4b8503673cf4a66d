import PolicyEngine

extension CaseSummary {
    /// The case in a few lines for people, each ending with a line break; times in UTC.
    public var text: String {
        let words = PlainWords(channel: channel)
        var head = "\(printable(contact))  \(minute(began))"
        if let channel { head += "  \(printable(channel))" }
        head += "  " + who
        var lines = [head]
        var middle: [String] = []
        let shown = conduct.prefix(4).map(observed) + (conduct.count > 4 ? ["…"] : [])
        if !shown.isEmpty { middle.append(shown.joined(separator: ", ")) }
        middle += ladders.map { "ladder \(printable($0.ladder)) at step \($0.position)" }
        middle.append(ending(words))
        lines.append("    " + middle.joined(separator: "; "))
        if !missed.isEmpty { lines.append("    missed: \(list(missed))") }
        if !late.isEmpty { lines.append("    too late: \(list(late))") }
        for objection in objections {
            lines.append("    \(objection.verdict.plain): \(printable(objection.action))")
        }
        if open > 0 { lines.append("    still open: \(open) \(open == 1 ? "duty" : "duties")") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `threat (severity 3, 2 times)`.
    private func observed(_ entry: Observed) -> String {
        let remarks = [entry.severity.map { "severity \($0)" }, entry.times > 1 ? "\(entry.times) times" : nil]
        let list = remarks.compactMap { $0 }.joined(separator: ", ")
        return printable(entry.conduct) + (list.isEmpty ? "" : " (\(list))")
    }

    private var who: String {
        var parts: [String] = []
        if let customer { parts.append("customer \(printable(customer))") }
        if !agents.isEmpty {
            parts.append("agent\(agents.count > 1 ? "s" : "") \(agents.map(printable).joined(separator: ", "))")
        }
        return parts.joined(separator: ", ")
    }

    private func ending(_ words: PlainWords) -> String {
        guard ended != nil else { return "no end in the log" }
        if reason == "dropped" { return "the line dropped" }
        let by = endedBy.map(words.role) ?? "somebody"
        return "ended by \(by)" + (reason.map { " (\(printable($0)))" } ?? "")
    }

    /// Names with how often each comes: `warn, notify (2)`.
    private func list(_ names: [String]) -> String {
        var counts: [(name: String, count: Int)] = []
        for name in names {
            if let known = counts.firstIndex(where: { $0.name == name }) {
                counts[known].count += 1
            } else {
                counts.append((name, 1))
            }
        }
        return counts.map { printable($0.name) + ($0.count > 1 ? " (\($0.count))" : "") }.joined(separator: ", ")
    }

    private func minute(_ time: Int64) -> String { "\(TimeText.day(time)) \(TimeText.clock(time).prefix(5))" }
}
