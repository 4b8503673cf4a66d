/// What may stand at one place of a test file: the one table that reading, messages and the JSON Schema rest on.
indirect enum TestForm: Sendable {
    /// One word or line of text.
    case word
    /// One word or a list of words.
    case words
    /// The path of a policy.
    case path
    /// `true`, the only value that such a key can have.
    case truth
    /// Digits, at most so much.
    case number(most: Int64)
    /// The position of a ladder.
    case position
    /// A number, or a length of time.
    case amount
    /// A length of time from the test's start, or a date and time.
    case moment
    case choice([String])
    /// One of these, or a list of them.
    case oneOrMore(TestForm)
    /// A map from names to values of one form.
    case named(TestForm)
    /// Left to whoever knows the policy.
    case anything
    /// One expected act, a map of acts, or a list of both; an empty list for none.
    case acts
    case block(TestBlock)
    /// A list of blocks, at least so many.
    case list(TestBlock, least: Int)
}

/// One key of a block.
struct TestKey: Sendable {
    let name: String
    let form: TestForm
    /// The key with a value, as a message shows how it is written.
    let example: String
    /// What it says, in a sentence or two, as editors show it.
    let summary: String
    let isRequired: Bool

    init(_ name: String, _ form: TestForm, _ example: String, _ summary: String, isRequired: Bool = false) {
        self.name = name
        self.form = form
        self.example = example
        self.summary = summary
        self.isRequired = isRequired
    }
}

/// A map with known keys. A raw value is the block's name in the JSON Schema.
enum TestBlock: String, Sendable, CaseIterable {
    case file, test, given, step, expect, claim

    /// What a message calls it among others.
    var noun: String {
        switch self {
        case .file: "a test file"
        case .test: "a test"
        case .given: "`given`"
        case .step: "a step"
        case .expect: "`expect`"
        case .claim: "an expected act"
        }
    }

    /// What a message calls the one at hand.
    var this: String {
        switch self {
        case .file: "this test file"
        case .test: "this test"
        case .step: "this step"
        case .given, .expect, .claim: noun
        }
    }

    /// How one is written.
    var example: String {
        switch self {
        case .file: "policy: contact-safety.policy.yaml"
        case .test: "{name: a threat reaches a supervisor, steps: […]}"
        case .given: "given: {channel: phone, customer: cu-1}"
        case .step: "{at: 70s, conduct.observed: {conduct: insult}}"
        case .expect: "expect: {must: [warn], may: []}` or `expect: {none: true}"
        case .claim: "{warn: {by: agent, due: 100s}}"
        }
    }

    /// How several are written, below the key of their list.
    var listHelp: String {
        switch self {
        case .test: "begin each test with `- name:`"
        case .step: "begin each step with `- at:`"
        default: "for example `\(example)`"
        }
    }

    subscript(name: String) -> TestKey? { keys.first { $0.name == name } }
    var keyNames: [String] { keys.map(\.name) }
}
