import SourceText

/// Words for the phone that nobody can say before the deadline.
struct TooLongToSay {
    /// Faster than any speaker: people say some 15 letters in a second.
    private static let lettersASecond: Int64 = 30

    static func find(in view: PolicyView) -> [Diagnostic] {
        let scripts = Dictionary(view.policy.scripts.map { ($0.name.value, $0) }) { first, _ in first }
        return view.acts.flatMap { source, placed -> [Diagnostic] in
            guard placed.modality.isDuty, source.channels.contains(where: { $0.value == "phone" }),
                let within = placed.act.within, let time = within.value.milliseconds, time > 0
            else { return [] }
            return placed.act.scripts.compactMap { name in
                let longest = scripts[name.value]?.texts.max { $0.text.value.count < $1.text.value.count }
                guard let longest, Int64(longest.text.value.count) * 1000 > lettersASecond * time else { return nil }
                let seconds = (longest.text.value.count + 14) / 15
                return .warning(
                    "too-long-to-say", within.span,
                    "nobody can say the script \(quoted(name.value)) in this time: in "
                        + "\(quoted(longest.language.value)) it takes about \(seconds) seconds",
                    "write `within: \(seconds + 15)s` or more, or shorten the script",
                    related: [Diagnostic.Related(span: longest.language.span, message: "it is this text")])
            }
        }
    }
}
