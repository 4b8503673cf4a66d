import PolicyLanguage

/// A moment of a test in words: `day 2`, `5 minutes`, `after 2 hours`, `+30s`, `next day`.
///
/// The duration from the test's start that was most likely meant; nil where there is none.
func spokenTime(_ text: String) -> String? {
    let words = text.lowercased().split { " -_+".contains($0) }.map(String.init)
    let numbers = ["two": 2, "three": 3, "four": 4, "five": 5]
    if words.count == 2, words[0] == "day" || words[0] == "week", let count = numbers[words[1]] ?? Int(words[1]),
        count > 0
    {
        return count < 1_000 ? "\((count - 1) * (words[0] == "day" ? 1 : 7))d" : nil
    }
    if ["next day", "tomorrow", "a day later", "the next day", "following day"].contains(words.joined(separator: " ")) {
        return "1d"
    }
    let around: Set = ["after", "at", "later", "in", "then", "from", "start", "the"]
    let bare = words.filter { !around.contains($0) }.joined(separator: " ")
    if TestTime.duration(bare) != nil { return bare }
    return MeantTime.elapsed(instead: bare)
}
