import SourceText

/// Channels that look like a well-known one misspelt: a rule for `phnoe` never applies, and nobody is told.
struct MisspeltChannels {
    private static let known = ["phone", "chat", "email", "letter", "sms", "social", "video", "visit"]

    static func find(in view: PolicyView) -> [Diagnostic] {
        var told: Set<SourceSpan> = []
        return view.sources.flatMap { source in
            source.channels.compactMap { channel -> Diagnostic? in
                let word = channel.value
                guard !known.contains(word), word.count > 3, let meant = nearest(word, in: known),
                    told.insert(channel.span).inserted
                else { return nil }
                return .warning(
                    "misspelt-channel", channel.span,
                    "no contact is likely to come by the channel \(quoted(word))",
                    "did you mean \(quoted(meant))?")
            }
        }
    }
}
