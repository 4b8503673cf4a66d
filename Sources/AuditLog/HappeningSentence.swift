import PolicyEngine
import PolicyLanguage

/// What an event says, in a sentence. Free text of an event stands in it only where that was asked for.
package struct HappeningSentence {
    package let words: PlainWords
    package let withTexts: Bool

    package init(words: PlainWords, withTexts: Bool) {
        self.words = words
        self.withTexts = withTexts
    }

    package func sentence(_ happening: Case.Happening) -> String {
        guard let event = happening.event, case .builtIn(let type) = event.type else {
            return "\(words.named(happening.type)) was recorded."
        }
        switch type {
        case .contactStarted: return began(happening, event)
        case .contactEnded: return ended(event)
        case .utterance: return said(event)
        case .conductObserved: return observed(event)
        case .factRecorded: return recorded(event)
        case .actionDone: return done(event)
        case .actionDeclined:
            return "\(actor(event)) declined to \(doing(event.text("action") ?? "it"))\(reason(event))."
        case .supervisorRequested:
            let by = event.text("by").map(words.role) ?? "the customer"
            return "\(by.capitalizedFirst) asked for a supervisor."
        case .supervisorJoined: return joined(event)
        case .contactTransferred:
            return "The \(words.contact) was transferred\(event.text("to").map { " to \(words.named($0))" } ?? "")."
        case .statusProposed, .statusDecided, .statusNotified, .statusAppealed, .statusVaried, .statusReviewed,
            .statusEnded:
            return status(type, event)
        case .retracted:
            let by = event.text("by").map { " by \(words.role($0))" } ?? ""
            return "The record \(words.named(event.text("event") ?? "")) was taken back\(by)\(reason(event))."
        case .timePassed: return ""
        }
    }

    // MARK: Names

    private func isShown(_ name: String) -> Bool { withTexts || ShortName.isName(name) }

    private func named(_ name: String) -> String { isShown(name) ? words.named(name) : ShortName.hidden }

    private func doing(_ action: String) -> String { isShown(action) ? words.doing(action) : "do \(ShortName.hidden)" }

    private func did(_ action: String, _ arguments: [Outcome.Argument]) -> String {
        isShown(action) ? words.did(action, arguments) : "did \(ShortName.hidden)"
    }

    // MARK: Sentences

    private func began(_ happening: Case.Happening, _ event: Event) -> String {
        let channel = happening.channel.map { words.contact == "contact" ? " (\(printable($0)))" : "" } ?? ""
        let language = event.text("language").map { ", in \(words.language($0))" } ?? ""
        return "The \(words.contact)\(channel) began\(language)."
    }

    private func ended(_ event: Event) -> String {
        let reason = event.text("reason")
        if reason == "dropped" { return "The line dropped: the \(words.contact) ended." }
        let by = words.role(event.text("by") ?? "somebody").capitalizedFirst
        switch reason {
        case "abuse"?: return "\(by) ended the \(words.contact) because of abuse."
        case "completed"?: return "\(by) ended the \(words.contact): the matter was dealt with."
        case "time_limit"?: return "\(by) ended the \(words.contact) because its time was up."
        case "transferred"?: return "The \(words.contact) ended here: it was transferred."
        default: return "\(by) ended the \(words.contact)."
        }
    }

    private func said(_ event: Event) -> String {
        let who = words.role(event.text("speaker") ?? "somebody").capitalizedFirst
        guard withTexts, let text = event.text("text") else { return "\(who) spoke." }
        return "\(who) said: “\(printable(text))”"
    }

    private func observed(_ event: Event) -> String {
        let classes = event.texts("conduct").map(named).joined(separator: " and ")
        let source =
            switch event.text("source") {
            case "agent"?: "The agent noted"
            case "supervisor"?: "The supervisor noted"
            case "classifier"?: "The classifier (a program) marked"
            case "phrases"?: "The list of phrases (a program) marked"
            default: "The system marked"
            }
        var remarks: [String] = []
        switch event.text("directed_at") {
        case "situation"?: remarks.append("aimed at the situation, not at a person")
        case "other"?: remarks.append("aimed at somebody else")
        default: remarks.append("aimed at the agent")
        }
        if case .int(let severity)? = event["severity"] { remarks.append("severity \(severity) of 4") }
        if case .double(let confidence)? = event["confidence"], confidence < 1 {
            remarks.append("\(Int((confidence * 100).rounded(.down))) % sure")
        }
        let quote = withTexts ? event.text("quote").map { " Words: “\(printable($0))”" } ?? "" : ""
        return "\(source) \(classes), \(remarks.joined(separator: ", ")).\(quote)"
    }

    private func recorded(_ event: Event) -> String {
        let by = event.text("by").map { words.role($0).capitalizedFirst } ?? "Somebody"
        let value: String
        switch event["value"] {
        case .bool(let flag)?: value = flag ? ": yes" : ": no"
        case .int(let number)?: value = ": \(number)"
        case .string(let text)? where withTexts: value = ": “\(printable(text))”"
        default: value = ""
        }
        return "\(by) recorded \(named(event.text("name") ?? ""))\(value)."
    }

    private func done(_ event: Event) -> String {
        var arguments: [Outcome.Argument] = []
        for name in ["to", "mode", "status"] {
            if let text = event.text(name) { arguments.append(Outcome.Argument(name: name, value: .text(text))) }
        }
        let said = event.texts("said")
        let parts =
            said.isEmpty
            ? "" : " and said: \(said.map { isShown($0) ? printable($0) : ShortName.hidden }.joined(separator: ", "))"
        return "\(actor(event)) \(did(event.text("action") ?? "it", arguments))\(parts)."
    }

    private func joined(_ event: Event) -> String {
        let actor = event.text("actor").map { " \(words.named($0))" } ?? ""
        return
            switch event.text("mode")
        {
        case "notify"?: "A supervisor\(actor) was told."
        case "listen"?: "A supervisor\(actor) listened in."
        case "take_over"?: "A supervisor\(actor) took over the \(words.contact)."
        default: "A supervisor\(actor) joined the \(words.contact)."
        }
    }

    private func status(_ type: BuiltInEvent, _ event: Event) -> String {
        let name = named(event.text("status") ?? "")
        let option = event.text("option").map { " (\(printable($0)))" } ?? ""
        let who = event.text("by").map(words.role) ?? "somebody"
        switch type {
        case .statusProposed: return "\(who.capitalizedFirst) proposed the status \(name)\(option)."
        case .statusDecided:
            return "\(who.capitalizedFirst) decided on the status \(name)\(option): \(event.text("decision") ?? "")."
        case .statusNotified: return "\(who.capitalizedFirst) gave notice of the status \(name)\(option)."
        case .statusAppealed: return "An appeal was made against the status \(name)."
        case .statusVaried: return "\(who.capitalizedFirst) changed the terms of the status \(name)."
        case .statusReviewed: return "\(who.capitalizedFirst) reviewed the status \(name)."
        default: return "The status \(name) was ended by \(who)."
        }
    }

    private func actor(_ event: Event) -> String {
        let role = words.role(event.text("by") ?? "agent").capitalizedFirst
        return event.text("actor").map { "\(role) \(words.named($0))" } ?? role
    }

    /// A reason is a word of the policy's, or free text.
    private func reason(_ event: Event) -> String {
        guard let reason = event.text("reason") else { return "" }
        let isWord = reason.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0 | 0x20) }
        return isWord || withTexts ? " (reason: \(printable(reason)))" : " (a reason was given)"
    }
}
