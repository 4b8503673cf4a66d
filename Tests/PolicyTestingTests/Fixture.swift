import PolicyEngine
import PolicyLanguage
import SourceText
import Testing

@testable import PolicyTesting

/// A small policy that has one of everything, for the tests of this module.
enum Fixture {
    static let policy = """
        holdline: 1
        policy: small
        languages: [en, da]
        conduct: [insult, threat, danger]
        facts:
          known: {type: bool, about: contact, by: [agent]}
          visits: {type: int, about: customer}
          pause: {type: duration, about: contact}
          shift: {type: text, about: agent}
        events:
          survey.answered: {score: {type: int, required: true}, wait: duration, remarks: list}
        actions:
          warn: {by: [agent]}
          end_contact: {by: [agent, supervisor], closed: true}
        scripts:
          warning: {en: Please stop., da: Hold op.}
          last_warning: {en: This is the last time., da: Det er sidste gang.}
        wording:
          avoid: {en: [calm down]}
        measures:
          insults: {count: conduct.insult, per: contact, in_last: ever}
          endings: {count: contact.ended, per: customer, in_last: 30d}
          length: {elapsed: contact.started, per: contact}
        ladders:
          abuse:
            when: conduct.insult
            steps:
              - must: {warn: {script: warning, within: 30s, if_missed: {notify: {who: manager, within: 1m}}}}
              - must: {warn: {script: last_warning, within: 30s}}
              - may: end_contact
        statuses:
          protected:
            about: contact
            while_active: {must_not: end_contact}
        rules:
          danger:
            when: conduct.danger
            begin: protected
          safe-again:
            when: fact.recorded
            if: 'event.name == "known" && fact("known")'
            end: protected
          wish:
            when: supervisor.requested
            should: {involve_supervisor: {within: 2m, until: 10m}}
          unhappy:
            when: survey.answered
            if: 'event.score < 3 && (!has(event.wait) || event.wait > duration("1m"))'
            must: {call_back: {within: 1h}}
          third-time:
            when: {measure: endings, reaches: 3}
            should: {record: {within: 1d}}
          break:
            when: contact.ended
            must: {offer_break: {within: 15m}}
        """

    static func subject(_ text: String = policy) throws -> TestSubject {
        let loaded = PolicyLoader.load("small.policy.yaml") { _ in Array(text.utf8) }
        let program = try loaded.policy.map { try Program($0) }
        return TestSubject(policy: loaded.policy, program: program, findings: loaded.diagnostics)
    }

    /// Reads and runs a test file.
    static func run(_ text: String) throws -> TestReport {
        TestFile.read("small.test.yaml", Array(text.utf8)).run(on: try subject())
    }

    /// Runs one test whose steps are these, at four spaces; the first of them stands on line 5 of the file.
    static func run(steps: String, given: String = "{channel: phone, customer: cu-1, agent: a-1}") throws -> TestReport
    {
        try run("policy: small.policy.yaml\ntests:\n- name: a test\n  given: \(given)\n  steps:\n\(steps)\n")
    }
}

extension TestReport {
    /// Each failure as `LINE: MESSAGE`.
    var failures: [String] {
        results.flatMap(\.failures).map { failure in
            "\(sources[failure.span.file]?.position(at: failure.span.start).line ?? 0): \(failure.message)"
        }
    }

    /// Each finding as `LINE:COLUMN CODE MESSAGE`, with the help after a bar.
    var problems: [String] {
        diagnostics.map { finding in
            let place = sources[finding.span.file]?.position(at: finding.span.start)
            let help = finding.help.map { " | \($0)" } ?? ""
            return "\(place?.line ?? 0):\(place?.column ?? 0) \(finding.code) \(finding.message)\(help)"
        }
    }
}
