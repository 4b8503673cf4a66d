/// `holdline eval`.
let evalCases: [CommandCase] = [
    one("a value is written as CEL writes it", "eval '[1 + 2, 2.5, \"a\" + \"b\", true]'") {
        $0.output = ["[3, 2.5, \"ab\", true]\n"]
    },
    one("a duration is written as CEL writes it", "eval 'duration(\"90s\") + duration(\"1m\")'") {
        $0.output = ["duration(\"150s\")\n"]
    },
    one(
        "names are bound to JSON",
        "eval 'n > 2 && event.reason in all' --bind n=3 --bind event={\"reason\":\"a\"} --bind all=[\"a\",\"b\"]"
    ) {
        $0.output = ["true\n"]
    },
    one(
        "numbers of JSON are int or double", "eval '[type(a), type(b), type(c)]' --bind a=-12 --bind b=1e2 --bind c=2.0"
    ) {
        $0.output = ["[int, double, double]\n"]
    },
    one("texts of JSON have escapes", "eval a --bind a=\"\\u00e9\\ud83d\\ude00\\n\\/\"") {
        $0.output = ["\"é😀\\n/\"\n"]
    },
    one("a value as JSON", "eval --format json '{\"a\": [1u, b\"x\", duration(\"5s\"), null, 1.5]}'") {
        $0.output = ["{\"a\":[1,\"eA==\",\"5s\",null,1.5]}\n"]
    },
    one("what cannot be read has its place", "eval '1 + '") {
        $0.status = 3
        $0.errors = ["--> expression:1:", "1 | 1 +\n", "^"]
    },
    one("an unknown name has its place and a suggestion", "eval 'calls + call' --bind calls=1") {
        $0.status = 3
        $0.errors = ["`call`", "--> expression:1:9", "did you mean `calls`?"]
    },
    one("an unknown name says how it is bound", "eval 'a && b.c == \"x\" || n >= 3'") {
        $0.status = 3
        $0.errors = [
            "help: give it a value: `--bind a=true`", "give it a value: `--bind 'b.c=\"text\"'`",
            "give it a value: `--bind n=3`",
        ]
    },
    one(
        "and what it says works", "eval 'a && b.c == \"text\" || n >= 3' --bind a=true --bind 'b.c=\"text\"' --bind n=3"
    ) {
        $0.output = ["true\n"]
    },
    one("what only a policy knows is told as that", "eval 'status(\"x\") && contact.elapsed > duration(\"1m\")'") {
        $0.status = 3
        $0.errors = [
            "unknown function `status`",
            "help: `status(…)` is known only within a policy: `holdline explain POLICY EVENTS --event ID --rule RULE` "
                + "shows what it came to",
            "`contact.elapsed` is known only within a policy",
        ]
    },
    one("what fails when it runs is a finding", "eval '[1][n]' --bind n=3") {
        $0.status = 1
        $0.errors = ["--> expression:1:", "^"]
        $0.absent = ["expression:2"]
    },
    one("findings as JSON", "eval --format json '1 / 0'") {
        $0.status = 1
        $0.errors = ["{\"code\":\"division-by-zero\"", "\"line\":1,\"column\":1"]
    },
    one("what is bound is JSON", "eval a --bind a=hello") {
        $0.status = 3
        $0.errors = [
            "error: the value of `a` is not JSON: this is not a value (column 1)",
            "help: write texts in quotation marks",
        ]
    },
    one("what follows a value is told", "eval a --bind a=1x") {
        $0.status = 3
        $0.errors = ["something follows the value (column 2)"]
    },
    one("a binding has an equals sign", "eval a --bind a") {
        $0.status = 3
        $0.errors = ["error: `--bind a` has no `=`"]
    },
    one("a name is bound once", "eval a --bind a=1 --bind a=2") {
        $0.status = 3
        $0.errors = ["error: `a` is bound twice"]
    },
    one("a name is a name", "eval 1 --bind 2a=1") {
        $0.status = 3
        $0.errors = ["error: `2a` cannot be a name"]
    },
]
