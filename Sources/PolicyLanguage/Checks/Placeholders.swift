import SourceText

/// Placeholders in scripts that stand for nothing.
struct Placeholders {
    private static let known = ["conduct", "customer", "agent", "company"]
    private let names: [String]
    private let hasCompany: Bool

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = Placeholders(view)
        return view.policy.scripts.flatMap { script in
            script.texts.flatMap { text in check.unknown(in: text.text, of: script.name.value) }
        }
    }

    private init(_ view: PolicyView) {
        names = Placeholders.known + view.policy.statuses.flatMap { $0.fields.map { "status.\($0.value)" } }
        hasCompany = view.policy.company != nil
    }

    private func unknown(in text: Located<String>, of script: String) -> [Diagnostic] {
        var seen: Set<String> = []
        return Placeholders.all(in: text.value).compactMap { place in
            guard seen.insert(place.name).inserted else { return nil }
            let span = Placeholders.span(of: place.range, in: text)
            let shown = quoted("{\(place.name)}")
            if place.name == "company", !hasCompany {
                return .error(
                    "unknown-placeholder", span, "\(shown) has nothing to stand for: the policy names no company",
                    "add `company:` with the name of your organisation, or write it out here")
            }
            if names.contains(place.name) { return nil }
            return .error(
                "unknown-placeholder", span, "the script \(quoted(script)) has an unknown placeholder \(shown)",
                help(for: place.name))
        }
    }

    private func help(for name: String) -> String {
        let word = String(name.filter { !$0.isWhitespace })
        if let meant = names.contains(word) ? word : nearest(word, in: names) {
            return "did you mean \(quoted("{\(meant)}"))?"
        }
        if word.hasPrefix("status."), word.count > 7 {
            return "declare \(quoted(String(word.dropFirst(7)))) under `fields:` of the status"
        }
        let usable = names.filter { hasCompany || $0 != "company" }
        let carried = [
            "reason", "until", "end", "duration", "length", "start", "date", "conditions", "appeal", "contact_person",
        ].contains(word)
        return "use one of \(listed(usable.map { "{\($0)}" })), or write the words out"
            + (carried ? "; what a decision carries is `{status.\(word)}`, with `fields: [\(word)]` on the status" : "")
    }

    /// What stands between braces, with its place in UTF-8 bytes, braces included.
    static func all(in text: String) -> [(name: String, range: Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        let bytes = Array(text.utf8)
        var open: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "{") {
                open = index
            } else if byte == UInt8(ascii: "}"), let start = open {
                found.append((String(decoding: bytes[(start + 1)..<index], as: UTF8.self), start..<(index + 1)))
                open = nil
            }
        }
        return found
    }

    /// The place of a part of a text; the whole text where it was written with quotation marks or over several lines.
    private static func span(of range: Range<Int>, in text: Located<String>) -> SourceSpan {
        guard Int(text.span.length) == text.value.utf8.count else { return text.span }
        return text.span.sub(offset: range.lowerBound, length: range.count)
    }
}
