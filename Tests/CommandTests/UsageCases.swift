/// What holds for every verb.
let usageCases: [CommandCase] =
    [
        one("without a verb there is help", "") {
            $0.output = ["USAGE: holdline <subcommand>", "holdline init my-policy"]
        },
        one("help is no failure", "--help") {
            $0.output = ["SUBCOMMANDS:", "init", "check", "run", "test", "eval", "audit"]
        },
        one("the version can be asked", "--version") { $0.output = ["0.1.0\n"] },
        one("an unknown verb is a matter of usage", "tset .") {
            $0.status = 3
            $0.errors = ["there is no verb `tset`", "did you mean `holdline test .`?"]
        },
        one("a verb of other programs leads to ours", "validate my.policy.yaml") {
            $0.status = 3
            $0.errors = ["there is no verb `validate`", "did you mean `holdline check my.policy.yaml`?"]
        },
        one("a file in the place of a verb is told what can be done with it", "my.policy.yaml") {
            $0.status = 3
            $0.errors = ["`holdline check my.policy.yaml`"]
        },
        one("all verbs are told where none is near", "banana") {
            $0.status = 3
            $0.errors = ["`init`, `check`, `fmt`", "`holdline VERB --help`"]
        },
        one("an unknown option is a matter of usage", "check --frmat json .") {
            $0.status = 3
            $0.errors = ["--frmat"]
        },
        one("an unknown format is a matter of usage", "check --format xml .") {
            $0.status = 3
            $0.errors = ["xml", "sarif"]
        },
        one("a missing argument is a matter of usage", "test") {
            $0.status = 3
            $0.errors = ["Missing expected argument '<paths> ...'"]
        },
    ]
    + ["init", "check", "test", "eval", "run", "audit"].map { verb in
        one("every verb has help", "\(verb) --help") { $0.output = ["USAGE: holdline \(verb)", "--help"] }
    }
