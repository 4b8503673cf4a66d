import PolicyLanguage

/// `holdline check`.
let checkCases: [CommandCase] = [
    one("a policy without findings is clean", "check a.policy.yaml") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.output = ["a.policy.yaml: clean\n"]
    },
    one("folders are searched, in order", "check .") {
        $0.files = [
            "b/b.policy.yaml": soundPolicy, "a.policy.yaml": soundPolicy, "b/a.policy.yaml": soundPolicy, "c.yaml": ":",
        ]
        $0.output = ["./a.policy.yaml: clean\n./b/a.policy.yaml: clean\n./b/b.policy.yaml: clean\n"]
    },
    one("an error has its place, and the policy cannot be loaded", "check a.policy.yaml") {
        $0.files = ["a.policy.yaml": brokenPolicy]
        $0.status = 2
        $0.output = [
            "error[unknown-key]: unknown key `rule` in a policy\n --> a.policy.yaml:3:1\n",
            "= help: did you mean `rules`?",
            "a.policy.yaml: 1 error\n",
        ].map { $0 }
        $0.absent = ["\u{1B}["]
    },
    one("all policies are checked, whatever is wrong with one", "check a.policy.yaml b.policy.yaml") {
        $0.files = ["a.policy.yaml": brokenPolicy, "b.policy.yaml": soundPolicy]
        $0.status = 2
        $0.output = ["a.policy.yaml: 1 error", "b.policy.yaml: clean"]
    },
    one("warnings alone are no failure", "check a.policy.yaml") {
        $0.files = ["a.policy.yaml": doubtfulPolicy]
        $0.output = ["warning[not-built]", "a.policy.yaml: 1 warning"]
    },
    one("warnings count if asked to", "check --strict a.policy.yaml") {
        $0.files = ["a.policy.yaml": doubtfulPolicy]
        $0.status = 1
        $0.output = ["a.policy.yaml: 1 warning"]
    },
    one("several policies have a sum of their own", "check .") {
        $0.files = ["a.policy.yaml": doubtfulPolicy, "b.policy.yaml": soundPolicy, "c.policy.yaml": doubtfulPolicy]
        $0.output = ["./a.policy.yaml: 1 warning\n", "./b.policy.yaml: clean\n", "3 policies: 2 warnings\n"]
    },
    one("a long list is cut, and it is told how to see all", "check --limit 1 .") {
        $0.files = ["a.policy.yaml": brokenPolicy, "b.policy.yaml": doubtfulPolicy]
        $0.status = 2
        $0.output = ["error[unknown-key]", "1 more finding is not shown: `--limit 2` shows all\n"]
        $0.absent = ["not-built"]
    },
    one("a limit is at least one", "check --limit 0 a.policy.yaml") {
        $0.status = 3
        $0.errors = ["`--limit` must be at least 1"]
    },
    one("what a comment lets stand is counted and not shown", "check --strict a.policy.yaml") {
        $0.files = ["a.policy.yaml": allowingPolicy]
        $0.output = ["a.policy.yaml: clean, 1 allowed\n"]
    },
    one("what a comment lets stand is listed with its reason", "check --format json a.policy.yaml") {
        $0.files = ["a.policy.yaml": allowingPolicy]
        $0.output = [
            "\"allowed\":1", "\"diagnostics\":[],\"allowed\":[{\"reason\":\"the desk is open\",",
            "\"finding\":{\"code\":\"not-built\"",
        ]
    },
    one("what a comment lets stand is suppressed in SARIF", "check --format sarif a.policy.yaml") {
        $0.files = ["a.policy.yaml": allowingPolicy]
        $0.output = [
            "\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"the desk is open\",\"location\"",
            "{\"id\":\"not-built\",\"shortDescription\":{\"text\":",
        ]
    },
    one("a finding is explained", "check --explain unheard-miss") {
        $0.output = [
            "warning[unheard-miss]: nobody hears when a `must` is missed\n", "what to type: Add `if_missed:`",
            "# holdline: allow unheard-miss because", "Documentation/findings/unheard-miss.md",
        ].map { $0 }
    },
    one("the names that no help line has room for are listed", "check --explain unknown-name") {
        $0.output =
            BuiltInAction.all.map { "  \($0.name) (\($0.by.joined(separator: ", ")))\n" }
            + BuiltInEvent.allCases.map { "  \($0.rawValue)\n" } + [
                "Documentation/actions.md", "Documentation/events.md",
            ]
    },
    one("an unknown finding has a likely one", "check --explain unherd-miss") {
        $0.status = 3
        $0.errors = ["error: there is no finding `unherd-miss`", "did you mean `unheard-miss`?"]
    },
    one("the tests in a folder are read, too, and not run", "check mine") {
        $0.files = ["mine/small.policy.yaml": soundPolicy, "mine/small.test.yaml": misspeltTest]
        $0.status = 3
        $0.output = [
            "mine/small.policy.yaml: clean\n", "error[unknown-key]: unknown key `stpes` in a test",
            "error[missing-key]: this test has no `steps`", "mine/small.test.yaml: 2 errors\n",
        ]
    },
    one("tests of a policy that lie beside it are read with it, and others are not", "check small.policy.yaml") {
        $0.files = [
            "small.policy.yaml": soundPolicy, "other.policy.yaml": soundPolicy,
            "a.test.yaml": soundTest.replacing("conduct: threat", with: "conduct: thraet"),
            "b.test.yaml": misspeltTest.replacing("small.policy", with: "other.policy"),
            "deeper/c.test.yaml": misspeltTest,
        ]
        $0.output = [
            "warning[unknown-name]: the policy has no conduct `thraet`",
            "small.policy.yaml: clean\n", "a.test.yaml: 1 warning\n",
        ]
        $0.absent = ["b.test.yaml", "c.test.yaml"]
    },
    one("warnings of tests count if asked to", "check --strict .") {
        $0.files = [
            "small.policy.yaml": soundPolicy,
            "a.test.yaml": soundTest.replacing("conduct: threat", with: "conduct: thraet"),
        ]
        $0.status = 1
    },
    one("what is sound in tests is not told", "check --strict .") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": soundTest]
        $0.output = ["./small.policy.yaml: clean\n"]
    },
    one("tests are among the findings for machines", "check --format json .") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": misspeltTest]
        $0.status = 3
        $0.output = [
            "{\"errors\":2,", "\"tests\":[{\"file\":\"./a.test.yaml\",\"diagnostics\":[{\"code\":\"missing-key\"",
        ]
    },
    one("a test of a policy that is not there is told at its place", "check .") {
        $0.files = [
            "small.policy.yaml": soundPolicy, "a.test.yaml": soundTest.replacing("small.policy", with: "smal.policy"),
        ]
        $0.status = 3
        $0.output = [
            "error[unknown-name]: there is no file `./smal.policy.yaml`\n --> ./a.test.yaml:1:9\n",
            "did you mean `./small.policy.yaml`?",
        ]
    },
    one("something to check is needed", "check") {
        $0.status = 3
        $0.errors = ["name a policy file, or a folder with policies"]
    },
    one("findings as JSON", "check --format json a.policy.yaml b.policy.yaml") {
        $0.files = ["a.policy.yaml": brokenPolicy, "b.policy.yaml": soundPolicy]
        $0.status = 2
        $0.output = [
            "{\"errors\":1,\"warnings\":0,\"allowed\":0,\"policies\":[{\"file\":\"a.policy.yaml\",\"policy\":null,",
            "{\"file\":\"b.policy.yaml\",\"policy\":\"small@",
        ]
    },
    one("findings of several policies in one SARIF log", "check --format sarif b.policy.yaml a.policy.yaml") {
        $0.files = ["a.policy.yaml": brokenPolicy, "b.policy.yaml": doubtfulPolicy]
        $0.status = 2
        $0.output = [
            "\"version\":\"2.1.0\"", "{\"artifactLocation\":{\"uri\":\"b.policy.yaml\"},\"region\":{\"startLine\":3",
            "{\"artifactLocation\":{\"uri\":\"a.policy.yaml\"},\"region\":{\"startLine\":3",
        ]
    },
    one("findings as workflow commands", "check --format github a.policy.yaml") {
        $0.files = ["a.policy.yaml": brokenPolicy]
        $0.status = 2
        $0.output = ["::error file=a.policy.yaml,line=3,col=1,"]
    },
    one("what is not there is an input error", "check nowhere.policy.yaml") {
        $0.status = 3
        $0.errors = ["error: cannot read `nowhere.policy.yaml`: no such file or directory\n"]
    },
    one("a folder without policies is an input error", "check empty") {
        $0.files = ["empty/x.yaml": ""]
        $0.status = 3
        $0.errors = ["error: there is no `*.policy.yaml` in `empty`\n"]
    },
    one("a file of tests is not a policy", "check a.test.yaml") {
        $0.files = ["a.test.yaml": ""]
        $0.status = 3
        $0.errors = ["error: `a.test.yaml` is a file of tests\n", "help: run it with `holdline test a.test.yaml`"]
    },
    one("a parent is read from the folder of its child", "check sub/child.policy.yaml") {
        $0.files = [
            "sub/child.policy.yaml": "holdline: 1\npolicy: child\nextends: small\n",
            "sub/small.policy.yaml": soundPolicy,
        ]
        $0.output = ["sub/child.policy.yaml: clean\n"]
    },
]

/// A policy in which nothing is found.
let soundPolicy = """
    holdline: 1
    policy: small
    languages: [en]
    conduct: [threat]
    rules:
      threat:
        when: conduct.threat
        must: {involve_supervisor: {within: 30s, if_missed: {notify: {who: manager, within: 1m}}}}

    """

/// A policy with one error, on its third line.
let brokenPolicy = "holdline: 1\npolicy: small\nrule: {}\n"

/// A policy with one warning, on its third line.
let doubtfulPolicy = "holdline: 1\npolicy: small\ncalendars: {default: {hours: 09:00-16:00}}\n"

/// The same with a comment that lets it stand.
let allowingPolicy = """
    holdline: 1
    policy: small
    # holdline: allow not-built because the desk is open
    calendars: {default: {hours: 09:00-16:00}}

    """

private let soundTest = """
    policy: small.policy.yaml
    tests:
      - name: a threat
        given: {channel: phone, agent: a-1}
        steps:
          - {at: 10s, conduct.observed: {conduct: threat}}

    """

private let misspeltTest = soundTest.replacing("steps:", with: "stpes:")
