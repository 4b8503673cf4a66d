import PolicyEngine
import PolicyLanguage

/// What a deed, a role or a length of time is called in a sentence for people who have never seen a policy.
package struct PlainWords {
    /// What the contact itself is called: a call, a chat.
    package let contact: String

    package init(channel: String?) {
        contact =
            switch channel {
            case "phone": "call"
            case "chat": "chat"
            case "email", "e-mail": "e-mail contact"
            case "video": "video call"
            default: "contact"
            }
    }

    /// What a norm does to its act: `allowed`.
    package func standing(_ modality: Modality?) -> String {
        switch modality {
        case .may: "allowed"
        case .mustNot: "ruled out"
        case .must, .should, nil: "asked"
        }
    }

    /// An action as something to do: `warn the customer`.
    package func doing(_ action: String, _ arguments: [Outcome.Argument] = []) -> String {
        let to = arguments.text("to").map { " to \(named($0))" } ?? ""
        return switch action {
        case "say": "say something set down in the policy"
        case "warn": "warn the customer"
        case "announce": "announce something to the customer"
        case "end_contact": "end the \(contact)"
        case "transfer": "transfer the \(contact)\(to)"
        case "hold": "put the customer on hold"
        case "redirect": "point the customer to another way of contact"
        case "call_back": "call the customer back"
        case "answer": "answer the customer"
        case "record": "write down what happened"
        case "ask_feedback": "ask the customer for feedback"
        case "involve_supervisor": "involve a supervisor\(mode(arguments.text("mode")))"
        case "notify": "tell \(arguments.text("to").map(role) ?? "those concerned")"
        case "offer_break": "offer the agent a break\(minutes(arguments.number("minutes")))"
        case "decide": "decide\(arguments.text("status").map { " on \(named($0))" } ?? "")"
        case "notice": "send the customer notice\(arguments.text("form").map { " by \($0)" } ?? "")"
        case "report": "report it\(arguments.text("to").map { " to \(role($0))" } ?? "")"
        case "preserve_recording": "keep the recording"
        case "route_to": "route the customer\(to)"
        // An event may hold what somebody said where an action belongs.
        default: "do \(ShortName.isName(action) ? named(action) : ShortName.hidden)"
        }
    }

    /// An action that was done: `warned the customer`.
    package func did(_ action: String, _ arguments: [Outcome.Argument] = []) -> String {
        let words = doing(action, arguments)
        guard let space = words.firstIndex(of: " ") else { return Self.past[words] ?? words }
        return (Self.past[String(words[..<space])] ?? String(words[..<space])) + words[space...]
    }

    private static let past = [
        "say": "said", "warn": "warned", "announce": "announced", "end": "ended", "transfer": "transferred",
        "put": "put", "point": "pointed", "call": "called", "answer": "answered", "write": "wrote", "ask": "asked",
        "involve": "involved", "tell": "told", "offer": "offered", "decide": "decided", "send": "sent",
        "report": "reported", "keep": "kept", "route": "routed", "do": "did",
    ]

    private func minutes(_ minutes: Int64?) -> String {
        guard let minutes else { return "" }
        return " of \(minutes) minute\(minutes == 1 ? "" : "s")"
    }

    private func mode(_ mode: String?) -> String {
        switch mode {
        case "notify": " (to be told)"
        case "listen": " (to listen in)"
        case "join": " (to join in)"
        case "take_over": " (to take over)"
        case let other?: " (\(other))"
        case nil: ""
        }
    }

    /// Roles: `the agent`, `the agent or the supervisor`.
    package func roles(_ roles: [String]) -> String {
        let names = roles.map(role)
        guard let last = names.last else { return "somebody" }
        return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
    }

    package func role(_ role: String) -> String { "the \(printable(role))" }

    /// A language by its code.
    package func language(_ code: String) -> String {
        let names = [
            "en": "English", "da": "Danish", "de": "German", "fi": "Finnish", "sv": "Swedish", "nb": "Norwegian",
            "no": "Norwegian", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pl": "Polish",
            "ja": "Japanese", "ko": "Korean",
        ]
        return names[String(code.prefix { $0 != "-" })] ?? named(code)
    }

    /// `once`, `twice`, `3 times`.
    package static func often(_ times: Int) -> String { times == 1 ? "once" : times == 2 ? "twice" : "\(times) times" }

    /// A name of the policy's, set apart from the sentence.
    package func named(_ name: String) -> String { "`\(printable(name))`" }

    /// Where a norm comes from: `rules.threat`, `ladders.abuse.2`, `statuses.protected.1`.
    package func reason(_ rule: String) -> String {
        var parts = rule.split(separator: ".").map(String.init)
        let isFollowUp = parts.last == "if_missed"
        while parts.last == "if_missed" { parts.removeLast() }
        let words: String
        switch (parts.first, parts.count) {
        case ("ladders", 3): words = "step \(printable(parts[2])) of the ladder \(named(parts[1]))"
        case ("ladders", 2): words = "the ladder \(named(parts[1]))"
        case ("rules", 2): words = "the rule \(named(parts[1]))"
        case ("statuses", 2...): words = "the status \(named(parts[1]))"
        case ("actions", 2): words = "what the policy says of \(named(parts[1])) itself"
        default: words = named(rule)
        }
        return isFollowUp ? "\(words): what it asks for when that was missed" : words
    }

    /// A sum of milliseconds: `30 seconds`, `2 minutes`, `1 hour 5 minutes`.
    package static func length(_ milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds) / 1_000
        if milliseconds > 0, seconds == 0 { return "less than a second" }
        let parts = [
            (seconds / 86_400, "day"), (seconds / 3_600 % 24, "hour"), (seconds / 60 % 60, "minute"),
            (seconds % 60, "second"),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 seconds" }
        return parts[first..<min(first + 2, parts.count)].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
    }
}

extension [Outcome.Argument] {
    package func text(_ name: String) -> String? {
        for argument in self where argument.name == name {
            if case .text(let text) = argument.value { return text }
        }
        return nil
    }

    func number(_ name: String) -> Int64? {
        for argument in self where argument.name == name {
            if case .number(let number) = argument.value { return number }
        }
        return nil
    }

    package func texts(_ name: String) -> [String] {
        for argument in self where argument.name == name {
            if case .list(let texts) = argument.value { return texts }
        }
        return []
    }
}

/// Text in a form that cannot steer a terminal: control characters and what turns or hides text become U+FFFD, line
/// breaks spaces.
public func printable(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0A, 0x0D, 0x09, 0x2028, 0x2029: shown.append(" ")
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
            shown.append("\u{FFFD}")
        default: shown.append(scalar)
        }
    }
    return String(shown)
}
