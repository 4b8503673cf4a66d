import SourceText

/// What to type for whose a count is, where it is nobody's.
extension Home {
    /// `words` stand where one of `contact`, `customer` and `agent` belongs.
    static func help(_ words: [String], of homes: [String] = Home.allCases.map(\.rawValue)) -> String {
        let known = words.first { Home(rawValue: $0) != nil }
        let others = words.filter { Home(rawValue: $0) == nil }
        let isOther = { (word: String) in matters.contains(word) || nearest(word, in: homes) == nil && Name.isID(word) }
        if let other = others.first(where: isOther) {
            return
                "write `per: \(known ?? "customer")`: which \(matters.contains(other) ? "matter" : other) it is is not counted; contacts about one that is not new are, "
                + "with `count: contact.started` and `if: 'has(event.new_matter) && !event.new_matter'`"
        }
        if let known, words.count > 1 { return "write `per: \(known)`: a count is kept for one of them" }
        return suggestion(for: words.first ?? "", in: homes, called: "one of") ?? "write `per: customer`"
    }

    private static let matters: Set = [
        "matter", "issue", "topic", "subject", "case", "ticket", "complaint", "request", "problem", "question",
        "thread",
    ]
}
