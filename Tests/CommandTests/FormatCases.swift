/// `holdline fmt`.
let formatCases: [CommandCase] = [
    one("a starter is in the canonical layout", "fmt --check desk") {
        $0.before = ["init desk"]
        $0.output = ["2 files: all in the canonical layout\n"]
    },
    one("with --check nothing is written, and the first line that differs is told", "fmt --check a.policy.yaml") {
        $0.files = ["a.policy.yaml": "a: 1\nb:   2\n"]
        $0.status = 1
        $0.output = ["a.policy.yaml:2: not in the canonical layout\n", "`holdline fmt` puts it right\n"].map { $0 + "" }
        $0.leaves = ["a.policy.yaml": "b:   2"]
    },
    one("a file is formatted in its place", "fmt a.policy.yaml") {
        $0.files = ["a.policy.yaml": "a: 1\nb:   2   # two\n"]
        $0.output = ["formatted a.policy.yaml\n"]
        $0.leaves = ["a.policy.yaml": "a: 1\nb: 2     # two\n"]
    },
    one("standard input comes out formatted", "fmt -") {
        $0.input = "a:   {b: 1}\n"
        $0.output = ["a: {b: 1}\n"]
    },
    one("a file with an error is left alone, and the error is told", "fmt a.policy.yaml") {
        $0.files = ["a.policy.yaml": "a: [1\n"]
        $0.status = 3
        $0.errors = ["error[yaml-unclosed-bracket]", "`a.policy.yaml` cannot be read, and was left alone"]
        $0.leaves = ["a.policy.yaml": "a: [1\n"]
    },
    one("for GitHub each file is an annotation", "fmt --check --format github a.policy.yaml") {
        $0.files = ["a.policy.yaml": "a:    1\n"]
        $0.status = 1
        $0.output = ["::warning file=a.policy.yaml,line=1,title=fmt::"]
    },
]
