import SourceText

/// Channels that look like a well-known one misspelt: a rule for `phnoe` never applies, and nobody is told.
struct MisspeltChannels {
    private static let known = ["phone", "chat", "email", "letter", "sms", "social", "video", "visit"]

    /// What people call those in other words.
    private static let synonyms = [
        "call": "phone", "calls": "phone", "phone_call": "phone", "phone-call": "phone", "telephone": "phone",
        "mail": "email", "mails": "email", "e-mail": "email", "e_mail": "email", "live_chat": "chat",
        "live-chat": "chat", "livechat": "chat",
    ]

    private static func meant(by word: String) -> String? {
        synonyms[word.lowercased().replacing(" ", with: "_")] ?? (word.count > 3 ? nearest(word, in: known) : nil)
    }

    static func find(in view: PolicyView) -> [Diagnostic] {
        var told: Set<SourceSpan> = []
        return view.sources.flatMap { source in
            source.channels.compactMap { channel -> Diagnostic? in
                let word = channel.value
                guard !known.contains(word), let meant = meant(by: word), told.insert(channel.span).inserted
                else { return nil }
                return .warning(
                    "misspelt-channel", channel.span,
                    "no contact is likely to come by the channel \(quoted(word))",
                    "did you mean \(quoted(meant))?")
            }
        }
    }
}
