/// `holdline init`.
let initCases: [CommandCase] = [
    one("a starter is written with its tests, events and next steps", "init desk") {
        $0.output = [
            """
            wrote desk/desk.policy.yaml
            wrote desk/desk.test.yaml
            wrote desk/events.ndjson
            wrote desk/README.md
            wrote desk/holdline.schema.json
            wrote desk/holdline.test.schema.json

            next:
              holdline check desk
              holdline test desk
              holdline run desk/desk.policy.yaml desk/events.ndjson

            """
        ]
        $0.leaves = [
            "desk/desk.policy.yaml": "# yaml-language-server: $schema=holdline.schema.json\n",
            "desk/desk.test.yaml": "policy: desk.policy.yaml\n",
            "desk/holdline.schema.json": "urn:holdline:schema:1:policy",
            "desk/events.ndjson": "\"type\":\"contact.ended\"", "desk/README.md": "holdline run desk.policy.yaml",
        ]
    },
    one("a starter is clean", "check --strict desk") {
        $0.before = ["init desk"]
        $0.output = ["desk/desk.policy.yaml: clean\n"]
    },
    one("a starter passes its tests", "test desk") {
        $0.before = ["init desk"]
        $0.output = ["desk/desk.test.yaml: 11 tests passed\n"]
    },
    one("a starter's tests try all of it", "test --coverage 100 desk") {
        $0.before = ["init desk"]
        $0.output = ["desk/desk.test.yaml: 11 tests passed\ndesk/desk.policy.yaml: coverage: 100% (32 of 32)\n"]
    },
    one("the name of a policy is made of the folder's", "init 'deep/down/2 My Désk!/'") {
        $0.output = ["wrote deep/down/2 My Désk!/policy-2-my-d-sk.policy.yaml\n"].map { String($0.dropLast()) }
        $0.leaves = ["deep/down/2 My Désk!/policy-2-my-d-sk.policy.yaml": "policy: policy-2-my-d-sk\n"]
    },
    one("a policy can start in the folder one is in", "init . --format json") {
        $0.output = [
            "{\"written\":[\"./work.policy.yaml\",\"./work.test.yaml\",\"./events.ndjson\",\"./README.md\","
                + "\"./holdline.schema.json\",\"./holdline.test.schema.json\"]}\n"
        ]
    },
    one("nothing is overwritten, and then nothing is written", "init desk") {
        $0.files = ["desk/README.md": "mine"]
        $0.status = 3
        $0.errors = ["error: `desk/README.md` exists already, and nothing was written"]
        $0.leaves = ["desk/README.md": "mine"]
    },
    one("a file is no folder", "init desk") {
        $0.files = ["desk": "mine"]
        $0.status = 3
        $0.errors = ["error: `desk` is a file, not a folder"]
    },
]
