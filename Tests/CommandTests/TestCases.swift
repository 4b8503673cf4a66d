/// `holdline test`.
let testCases: [CommandCase] = [
    one("what passes is one line a file", "test a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.output = ["a.test.yaml: 1 test passed\n"]
    },
    one("a folder's tests are run, and summed up", "test .") {
        $0.files = ["x/small.policy.yaml": soundPolicy, "x/a.test.yaml": passing, "x/b.test.yaml": passing]
        $0.output = [
            "./x/a.test.yaml: 1 test passed\n./x/b.test.yaml: 1 test passed\n2 tests in 2 files: all passed\n"
        ]
    },
    one("the tests of a policy are those beside it that name it", "test small.policy.yaml") {
        $0.files = [
            "small.policy.yaml": soundPolicy, "a.test.yaml": passing,
            "b.test.yaml": passing.replacing("small.policy", with: "other.policy"),
        ]
        $0.output = ["a.test.yaml: 1 test passed\n"]
    },
    one("a policy that no test names is told how one begins", "test small.policy.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy]
        $0.status = 3
        $0.errors = ["write `small.test.yaml`, which begins with `policy: small.policy.yaml`"]
    },
    one("a failed test is told with its line and what the step did", "test a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": failing]
        $0.status = 1
        $0.output = [
            "`a threat` failed\n  the case so far:\n    step 1 at 10s, conduct.observed {conduct: threat}:\n"
                + "      issued must involve_supervisor (agent or supervisor or system, due 40s) from rules.threat\n"
                + "  standing now:\n"
                + "    must involve_supervisor (agent or supervisor or system, due 40s) from rules.threat\n"
                + "error[test-failed]: expected `must: warn`; standing were: must involve_supervisor "
                + "(agent or supervisor or system, due 40s); nothing in the policy says `must: warn`\n --> a.test.yaml:6:72\n",
            "a.test.yaml: 1 of 1 tests failed\n",
        ].map { $0 }
        $0.absent = ["\u{1B}["]
    },
    one("what was issued and does not count, for its own condition says no, is told as that", "test a.test.yaml") {
        $0.files = [
            "small.policy.yaml": """
            holdline: 1
            policy: small
            conduct: [threat]
            rules: {threat: {when: conduct.threat, may: {hold: {if: contact.new_matter}}}}

            """, "a.test.yaml": passing.replacing("must: [involve_supervisor]", with: "may: [hold]"),
        ]
        $0.status = 1
        $0.output = [
            "expected `may: hold`; it was issued, but its own `if` does not hold just now: `contact.new_matter`"
        ]
    },
    one("warnings of a test fail where that is asked for", "test --strict a.test.yaml") {
        $0.files = [
            "small.policy.yaml": soundPolicy,
            "a.test.yaml": passing.replacing(
                "conduct: threat}, expect: {must: [involve_supervisor]}", with: "conduct: insult}"),
        ]
        $0.status = 1
        $0.output = ["warning[unknown-name]: the policy has no conduct `insult`", "1 test passed"]
    },
    one("a file with an error in it is an input error", "test a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing.replacing("steps:", with: "stpes:")]
        $0.status = 3
        $0.output = [
            "error[unknown-key]: unknown key `stpes` in a test", "did you mean `steps`?",
            "a.test.yaml: no tests were run",
        ]
    },
    one("no tests are not a pass", "test a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": "policy: small.policy.yaml\ntests: []\n"]
        $0.status = 1
        $0.output = ["a.test.yaml: there are no tests\n"]
        $0.errors = ["error: no tests were run, and that is not a pass\n"]
    },
    one("tests of a policy that cannot be loaded are not run", "test .") {
        $0.files = ["small.policy.yaml": brokenPolicy, "a.test.yaml": passing]
        $0.status = 2
        $0.errors = [
            "error[unknown-key]", "error: `./small.policy.yaml` cannot be loaded, so its tests were not run\n",
        ]
    },
    one("what check finds can be tested", "test a.test.yaml") {
        $0.files = [
            "small.policy.yaml": brokenPolicy,
            "a.test.yaml": "policy: small.policy.yaml\ntests:\n- {name: a typo, findings: [unknown-key]}\n",
        ]
        $0.output = ["a.test.yaml: 1 test passed\n"]
    },
    one("a policy that is not there is an input error", "test a.test.yaml") {
        $0.files = ["a.test.yaml": passing]
        $0.status = 3
        $0.errors = ["error: `a.test.yaml` tests `small.policy.yaml`, and there is no such file\n"]
    },
    one("coverage may stand without a minimum", "test --coverage a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.output = [
            "a.test.yaml: 1 test passed\nsmall.policy.yaml: coverage: 66% (2 of 3)\n"
                + "  small.policy.yaml:8:58: never tried: rules.threat.if_missed must notify to manager\n"
                + "    to try it, let `involve_supervisor` go undone for more than 30s\n"
        ]
    },
    one("coverage below the minimum is a finding", "test a.test.yaml --coverage 67") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.status = 1
        $0.output = ["coverage: 66% (2 of 3)", "small.policy.yaml: 67% is wanted\n"].map { $0 }
    },
    one("coverage at the minimum is none", "test a.test.yaml --coverage=66 --format json") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.output = ["{\"tests\":1,\"failed\":0,", "\"percent\":66,\"tried\":2,\"items\":3"]
    },
    one("a minimum is a percentage", "test a.test.yaml --coverage 101") {
        $0.status = 3
        $0.errors = ["the minimum of --coverage is a percentage from 0 to 100"]
    },
    one("results for build servers", "test --format junit a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": failing]
        $0.status = 1
        $0.output = ["<testsuites name=\"holdline\" tests=\"1\" failures=\"1\" errors=\"0\" time="]
    },
    one("failures as workflow commands", "test --format github a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": failing]
        $0.status = 1
        $0.output = ["::error file=a.test.yaml,line=6,col=72,"]
    },
    one("a failure stands at its expectation, with all that failed in one", "test --format junit a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": failing]
        $0.status = 1
        $0.output = ["classname=\"a\"", "type=\"expectation\">the case so far:\n", "\na.test.yaml:6:72: expected"]
    },
    one("build servers are told the coverage", "test --format junit --coverage 60 a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.output = [
            "<property name=\"coverage\" value=\"66%\"/>", "<property name=\"coverage.act\" value=\"1 of 2\"/>",
        ]
        $0.errors = ["coverage: 66% (2 of 3)"]
    },
    one("what was never tried is a remark on the policy's line", "test --format github --coverage a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.output = ["::warning file=small.policy.yaml,line=8,col=58,"]
        $0.errors = ["coverage: 66%"]
    },
    one("coverage is written for other tools", "test --coverage-out c.info a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing, "c.info": "old"]
        $0.output = ["a.test.yaml: 1 test passed\n"]
        $0.leaves = ["c.info": "TN:holdline\nSF:small.policy.yaml\n"]
    },
    one("tests are chosen by their names, in any case", "test --filter 'A Thr' .") {
        $0.files = [
            "small.policy.yaml": soundPolicy, "a.test.yaml": passing,
            "b.test.yaml": passing.replacing("a threat", with: "another"),
        ]
        $0.output = ["./a.test.yaml: 1 test passed\n"]
    },
    one("a filter that leaves nothing is no pass", "test --filter nothing a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.status = 1
        $0.errors = ["error: no test has `nothing` in its name, and that is not a pass\n"]
    },
    one("missing tests are written, and pass", "test . --coverage 100") {
        $0.files = ["small.policy.yaml": soundPolicy]
        $0.before = ["test small.policy.yaml --generate --out new.test.yaml"]
        $0.output = ["./new.test.yaml: 1 test passed\n./small.policy.yaml: coverage: 100% (3 of 3)\n"]
        $0.leaves = ["new.test.yaml": "policy: small.policy.yaml\ntests:\n"]
    },
    one("only what is missing is written", "test . --generate") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.output = ["  # tries: rules.threat.if_missed must notify to manager\n  - name: "]
        $0.errors = ["1 test for 1 thing that no test tried\n"]
        $0.absent = ["# tries: rules.threat fires"]
    },
    one("what no test can be written for is counted", "test small.policy.yaml --generate") {
        $0.files = [
            "small.policy.yaml": """
            holdline: 1
            policy: p
            rules: {r: {when: contact.started, if: 'contact.id == "c-77"', should: say}}

            """
        ]
        $0.errors = ["1 test for 1 thing that no test tried; none could be written for 3 things\n"]
    },
    one("where no test can be written it says so", "test . --generate --out more.test.yaml") {
        $0.files = [
            "small.policy.yaml": """
            holdline: 1
            policy: p
            rules: {r: {when: contact.started, if: 'contact.id == "c-77"', should: say}}

            """,
            "a.test.yaml": """
            policy: small.policy.yaml
            tests:
              - {name: first, steps: [{at: 0s, contact.started: {}}]}

            """,
        ]
        $0.errors = ["no test could be written for 3 things that no test tries\n"]
    },
    one("where all is tried nothing is written", "test . --generate --out more.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy]
        $0.before = ["test . --generate --out all.test.yaml"]
        $0.errors = ["the tests try all of it already; nothing was written\n"]
    },
    one("no file is written over", "test . --generate --out a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy, "a.test.yaml": passing]
        $0.status = 3
        $0.errors = ["error: `a.test.yaml` exists already, and nothing was written\n"]
        $0.leaves = ["a.test.yaml": passing]
    },
    one("tests are written for one policy", "test . --generate") {
        $0.files = ["small.policy.yaml": soundPolicy, "other.policy.yaml": soundPolicy]
        $0.status = 3
        $0.errors = ["error: there are 2 policies here, and tests are written for one at a time\n"]
    },
    one("where to write is for what is written", "test . --out a.test.yaml") {
        $0.files = ["small.policy.yaml": soundPolicy]
        $0.status = 3
        $0.errors = ["--out says where --generate writes; add --generate"]
    },
    one("a folder without tests is an input error", "test .") {
        $0.files = ["small.policy.yaml": soundPolicy]
        $0.status = 3
        $0.errors = ["error: there is no `*.test.yaml` in `.`\n"]
    },
]

private let passing = """
    policy: small.policy.yaml
    tests:
      - name: a threat
        given: {channel: phone, agent: a-1}
        steps:
          - {at: 10s, conduct.observed: {conduct: threat}, expect: {must: [involve_supervisor]}}

    """

private let failing = passing.replacing("[involve_supervisor]", with: "[warn]")
