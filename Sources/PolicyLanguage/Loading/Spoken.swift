/// How people say what the language has a name for: `hang up` for `end_contact`, `the end of the call` for an event.
///
/// For help lines only; nothing that is read depends on it.
package enum Spoken {
    /// The built-in action that words speak of.
    package static func action(in words: [String]) -> String? { name(in: words, deeds) }

    /// The built-in event type that words speak of.
    package static func event(in words: [String]) -> String? { name(in: words, happenings) }

    /// Whether a name is just what people say for a built-in action, as `hang_up`.
    static func isSaid(_ name: String) -> Bool {
        let said = words(of: name).joined(separator: " ")
        return deeds.contains { $0.phrases.contains(said) }
    }

    /// Whether an action's name speaks of a limit that lasts, as `ban` and `block_customer` do.
    static func restricts(_ name: String) -> Bool {
        guard let first = words(of: name).first else { return false }
        return ["ban", "block", "restrict", "bar", "exclude", "suspend", "blacklist", "limit", "revoke", "trespass"]
            .contains(first)
    }

    /// The parts of a made-up name, as `hang` and `up` of `hang_up`.
    package static func words(of name: String) -> [String] { name.split { "_-. ".contains($0) }.map(String.init) }

    private typealias Table = [(phrases: [String], name: String)]

    private static func name(in words: [String], _ table: Table) -> String? {
        let words = words.map { $0.lowercased() }.filter { !["the", "a", "an", "of", "this"].contains($0) }
        return table.first { entry in
            entry.phrases.contains { phrase in
                let phrase = phrase.split(separator: " ").map(String.init)
                return words.indices.contains { words[$0...].starts(with: phrase) }
            }
        }?.name
    }

    private static let deeds: Table = [
        (
            [
                "hang up", "hangup", "end call", "end contact", "end chat", "end conversation", "close call",
                "terminate",
                "disconnect", "cut off",
            ], "end_contact"
        ),
        (["warn", "warning", "caution"], "warn"),
        (["transfer", "put through", "hand over", "pass on", "forward"], "transfer"),
        (["tell customer", "say", "explain", "apologise", "apologize", "speak"], "say"),
        (["tell", "inform", "notify", "let", "alert", "email", "message"], "notify"),
        (["supervisor", "team leader", "boss", "escalate"], "involve_supervisor"),
        (["call back", "callback", "ring back"], "call_back"), (["break", "rest", "pause"], "offer_break"),
        (["note", "write", "document", "log"], "record"), (["answer", "reply", "respond"], "answer"),
        (["decide", "ban", "block"], "decide"), (["report", "police"], "report"),
        (["recording"], "preserve_recording"), (["letter"], "notice"), (["route", "queue"], "route_to"),
        (["refuse", "turn away", "turn down", "reject", "send away"], "redirect"),
    ]

    private static let happenings: Table = [
        (
            [
                "end call", "end contact", "end conversation", "end chat", "call ended", "call ends", "contact ends",
                "hangs up", "hang up", "call end", "contact closed", "contact close", "chat ended", "visit ended",
                "call closed", "closed",
            ], "contact.ended"
        ),
        (
            [
                "call starts", "call begins", "contact starts", "start call", "start contact", "call started",
                "conversation begins", "new call", "start", "calls", "new contact", "contact begins", "chat started",
                "visit started", "visitor arrives", "call received", "contact received", "call comes in", "call",
                "email received",
                "mail received", "letter received", "ticket opened", "ticket created", "email arrives",
                "letter arrives",
            ], "contact.started"
        ),
        (
            [
                "asks for supervisor", "asks for manager", "wants supervisor", "wants manager", "supervisor request",
                "asked for supervisor", "supervisor asked", "demands manager",
            ], "supervisor.requested"
        ),
        (["decides", "decided", "decision"], "status.decided"), (["appeals", "appealed", "appeal"], "status.appealed"),
        (["supervisor joins", "supervisor takes over"], "supervisor.joined"),
        (["transferred", "transfers"], "contact.transferred"), (["says", "writes", "message"], "utterance"),
    ]
}
