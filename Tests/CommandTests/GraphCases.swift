/// `holdline graph`.
let graphCases: [CommandCase] = [
    one("a poster goes to standard output", "graph a.policy.yaml") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.output = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"", "id=\"rules.threat\"", "prefers-color-scheme: dark", "</svg>",
        ]
    },
    one("one set of colours can be asked for", "graph --theme light a.policy.yaml") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.output = ["<svg", "id=\"rules.threat\""]
        $0.absent = ["prefers-color-scheme"]
    },
    one("a picture for Graphviz", "graph --format dot a.policy.yaml") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.output = ["digraph policy {\n", "\"rules.threat\" -> \"rules.threat.must.1\"\n"]
    },
    one("a picture for Markdown", "graph --format mermaid a.policy.yaml") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.output = ["flowchart LR\n", "[[\"MUST involve_supervisor<br/>"]
    },
    one("a picture goes to a file, in place of an older one", "graph a.policy.yaml --out a.svg") {
        $0.files = ["a.policy.yaml": soundPolicy, "a.svg": String(repeating: "old", count: 50_000)]
        $0.output = ["wrote a.svg\n"]
        $0.leaves = ["a.svg": "</svg>\n"]
    },
    one("a file's name says which form it has", "graph a.policy.yaml --out a.mmd") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.output = ["wrote a.mmd\n"]
        $0.leaves = ["a.mmd": "\n"]
    },
    one("a form that no picture has is refused before anything is written", "graph a.policy.yaml --out a.png") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.status = 3
        $0.errors = ["`a.png` cannot be written: pictures are `.svg`, `.dot` or `.mmd`"]
    },
    one("a policy that cannot be loaded has no picture", "graph a.policy.yaml") {
        $0.files = ["a.policy.yaml": brokenPolicy]
        $0.status = 2
        $0.errors = ["error[unknown-key]", "error: `a.policy.yaml` cannot be loaded\n"]
    },
    one("what is not there is an input error", "graph nowhere.policy.yaml") {
        $0.status = 3
        $0.errors = ["error: cannot read `nowhere.policy.yaml`"]
    },
    one("an unknown form is a matter of usage", "graph --format png a.policy.yaml") {
        $0.files = ["a.policy.yaml": soundPolicy]
        $0.status = 3
        $0.errors = ["png", "svg"]
    },
]
