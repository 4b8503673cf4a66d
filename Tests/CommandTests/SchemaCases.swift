/// `holdline schema`.
let schemaCases: [CommandCase] = [
    one("a schema goes to standard output", "schema policy") {
        $0.output = [
            "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"", "\"urn:holdline:schema:1:policy\"",
        ]
    },
    one("there is one for tests", "schema test") { $0.output = ["\"urn:holdline:schema:1:test\""] },
    one("there is one for events", "schema event") { $0.output = ["\"urn:holdline:schema:1:event\""] },
    one("there is one for outcomes", "schema outcome") { $0.output = ["\"urn:holdline:schema:1:outcome\""] },
    one("all go to files of a folder", "schema --out a/b") {
        $0.output = [
            "wrote a/b/holdline.schema.json\nwrote a/b/holdline.test.schema.json\n"
                + "wrote a/b/holdline.event.schema.json\nwrote a/b/holdline.outcome.schema.json\n"
        ]
        $0.leaves = ["a/b/holdline.outcome.schema.json": "\"urn:holdline:schema:1:outcome\""]
    },
    one("one goes to its file, in place of an older one", "schema event --out . --format json") {
        $0.files = ["holdline.event.schema.json": String(repeating: "old ", count: 20_000)]
        $0.output = ["{\"written\":[\"./holdline.event.schema.json\"]}\n"]
        $0.leaves = ["holdline.event.schema.json": "\"urn:holdline:schema:1:event\""]
    },
    one("which one has to be said", "schema") {
        $0.status = 3
        $0.errors = [
            "error: which schema: policy, test, event or outcome?", "help: name one, or write all with `--out DIR`",
        ]
    },
    one("an unknown kind is a matter of usage", "schema polcy") {
        $0.status = 3
        $0.errors = ["polcy"]
    },
    one("a file is no folder", "schema --out a") {
        $0.files = ["a": "mine"]
        $0.status = 3
        $0.errors = ["error: `a` is a file, not a folder"]
    },
]
