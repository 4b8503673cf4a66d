import ArgumentParser
import AuditLog
import AuditSQLite
import PolicyEngine
import PolicyExplain
import PolicyLanguage
import SourceText

/// `holdline explain`: why an event had the consequences it had, and why a rule did nothing.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell why an event had the consequences it had, or why a rule did not fire.",
        discussion: """
            The events are replayed from the beginning. With --audit the policy and the events are those of an audit log. What fell \
            due by itself has an id of its own, such as `c-1#1`. All times are UTC; what people said is shown only with --show-text.

            Example:
              holdline init my-policy
              holdline explain my-policy my-policy/events.ndjson --event e-4
              holdline explain my-policy my-policy/events.ndjson --event e-4 --rule threat
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The policy, or a folder with one policy in it. Not with --audit.")
    var policy: String?

    @Argument(help: "The events. Not with --audit.")
    var events: String?

    @Option(help: "The audit log to read policy and events from.")
    var audit: String?

    @Option(help: "The id of the event, or of what fell due.")
    var event: String

    @Option(help: "Only this rule, ladder or status; if it did nothing, why not.")
    var rule: String?

    @Flag(help: "Show what people said and wrote, where a condition reads it.")
    var showText = false

    @Option(help: "How to write the answer.")
    var format = Format.text

    func validate() throws {
        if audit != nil, policy != nil { throw ValidationError("name a policy and events, or --audit, not both") }
        if audit == nil, policy == nil || events == nil {
            throw ValidationError("name the policy and its events, or an audit log with --audit")
        }
    }

    func run() throws {
        var explainer: Explainer
        if let audit {
            explainer = try told(from: audit)
        } else {
            explainer = try fromFiles(policy ?? "", events ?? "-")
        }
        explainer.finish()
        var full: String?
        if let rule {
            full = explainer.rule(named: rule)
            if full == nil { throw unknownRule(rule, explainer) }
        }
        guard let explanation = explainer.explanation(rule: full) else { throw unknownEvent(explainer) }
        Terminal.write(format == .text ? explanation.text : explanation.json + "\n")
    }

    private func fromFiles(_ path: String, _ events: String) throws -> Explainer {
        let file = try PolicyFile.load(PolicyFolder.onlyPolicy(path))
        _ = try file.runnable()
        guard let checked = file.policy else { throw ExitCode.policy }
        var explainer = try Explainer(checked, event: event, withTexts: showText)
        let reader = EventReader(declared: checked.policy.events)
        let lines = try LineReader(events)
        // A line that cannot be read changes nothing, as in a run.
        while true {
            switch try lines.next() {
            case .line:
                if let event = lines.withLine({ try? reader.read($0) }) { explainer.take(event) }
            case .tooLong: continue
            case .idle: lines.isReady(-1)
            case .end: return explainer
            }
        }
    }

    private func told(from path: String) throws -> Explainer {
        var explainer: Explainer?
        try holdline.told {
            let log = try SQLiteLog.forReading(path)
            guard let record = try log.policies().last, let name = record.files.first?.name else {
                throw CommandFailure("the audit log `\(path)` holds no policy")
            }
            let loaded = PolicyLoader.load(name) { wanted in
                record.files.first { $0.name == wanted }.map { Array($0.text.utf8) }
            }
            guard let checked = loaded.policy else {
                throw CommandFailure(
                    "this version cannot load the policy that `\(path)` was written under",
                    help: "explain it with the version that wrote it")
            }
            var own = try Explainer(checked, event: event, withTexts: showText)
            let reader = EventReader(declared: checked.policy.events)
            try log.replay { recorded in
                if let event = try? reader.read(recorded.line) { own.take(event) }
                if recorded.pauses { own.finish() }
            }
            explainer = own
        }
        guard let explainer else { throw ExitCode.input }
        return explainer
    }

    private func unknownRule(_ name: String, _ explainer: Explainer) -> CommandFailure {
        let short = explainer.ruleNames.map { $0.split(separator: ".", maxSplits: 1).last.map(String.init) ?? $0 }
        let near = nearest(name, in: explainer.ruleNames) ?? nearest(name, in: short)
        return CommandFailure(
            "the policy has no rule, ladder or status `\(printable(name))`",
            help: near.map { "did you mean `\($0)`?" } ?? "for example `\(explainer.ruleNames.first ?? "rules.x")`")
    }

    private func unknownEvent(_ explainer: Explainer) -> CommandFailure {
        let near = nearest(event, in: explainer.ids)
        return CommandFailure(
            "no event and nothing that fell due has the id `\(printable(event))`",
            help: near.map { "did you mean `\(printable($0))`?" } ?? "`holdline run` shows ids under `event`")
    }
}
