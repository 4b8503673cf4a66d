import Testing

/// Placeholders in scripts.
@Suite struct PlaceholdersTests {
    static let cases = [
        CheckCase(
            "an unknown placeholder is told with the likely one",
            codes: "unknown-placeholder",
            policy: #"""
                scripts: {warning: {en: 'Dear {custmer}, please stop.', da: 'Kære {customer}{ agent }'}}
                rules: {r: {when: contact.ended, should: {say: {script: warning}}}}
                """#,
            findings: #"""
                error unknown-placeholder 3:25 the script `warning` has an unknown placeholder `{custmer}` / did \#
                you mean `{customer}`?
                error unknown-placeholder 3:61 the script `warning` has an unknown placeholder `{ agent }` / did \#
                you mean `{agent}`?
                """#),
        CheckCase(
            "a plain text has its placeholder at its own place, once for each name",
            codes: "unknown-placeholder",
            policy: #"""
                scripts:
                  warning:
                    en: Dear {nobody}, dear {nobody}, because of {status.reson} and {status.why}
                statuses: {s: {about: contact, fields: [reason]}}
                rules: {r: {when: contact.ended, begin: s, should: {say: {script: warning}}}}
                """#,
            findings: #"""
                error unknown-placeholder 5:14 the script `warning` has an unknown placeholder `{nobody}` / use \#
                one of `{conduct}`, `{customer}`, `{agent}`, `{status.reason}`, or write the words out
                error unknown-placeholder 5:50 the script `warning` has an unknown placeholder `{status.reson}` \#
                / did you mean `{status.reason}`?
                error unknown-placeholder 5:69 the script `warning` has an unknown placeholder `{status.why}` / \#
                declare `why` under `fields:` of the status
                """#),
        CheckCase(
            "the company has to be named before scripts can",
            codes: "unknown-placeholder",
            policy: #"""
                scripts: {hello: {en: 'Welcome to {company}'}}
                rules: {r: {when: contact.ended, should: {say: {script: hello}}}}
                """#,
            findings: #"""
                error unknown-placeholder 3:23 `{company}` has nothing to stand for: the policy names no company \#
                / add `company:` with the name of your organisation, or write it out here
                """#),
        CheckCase(
            "known placeholders are clean",
            codes: "unknown-placeholder",
            policy: #"""
                company: Northwind
                scripts: {hello: {en: '{customer}, {agent} of {company} asks you to stop {conduct}, because \#
                {status.reason}'}}
                statuses: {s: {about: contact, fields: {reason: text}}}
                rules: {r: {when: contact.ended, begin: s, should: {say: {script: hello}}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}
