/// What may stand at one place of a policy: the one table that reading, messages and the JSON Schema rest on.
indirect enum Shape: Sendable {
    /// One value.
    case scalar(ScalarKind)
    /// A list; `least` entries at least.
    case list(Shape, least: Int = 0)
    /// One of these, or a list of them.
    case oneOrMore(Shape)
    /// A map from names of the author's own to values.
    case entries(ScalarKind, Shape, least: Int = 0)
    /// A map with known keys.
    case block(BlockName)
    /// A map with known keys, told apart by the first key of each block.
    case variants([BlockName])
    /// Shapes told apart by what stands there: a value, a list or a map.
    case either([Shape])
    /// What may also be left empty after its key.
    case optional(Shape)
}

/// The three forms a YAML value can have.
enum Form: Sendable, Hashable {
    case value, list, map

    /// The form with its article, as messages say it.
    var noun: String {
        switch self {
        case .value: "a single value"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

extension Shape {
    /// Whether acts stand here, by name or with their arguments.
    var holdsActs: Bool {
        switch self {
        case .either(let shapes): shapes.contains(where: \.holdsActs)
        case .entries(.action, _, _): true
        default: false
        }
    }

    /// Whether a value of this form may stand here; what is inside of it may still be wrong.
    func takes(_ form: Form) -> Bool {
        switch self {
        case .scalar: form == .value
        case .list: form == .list
        case .oneOrMore(let one): form == .list || one.takes(form)
        case .entries, .block, .variants: form == .map
        case .either(let shapes): shapes.contains { $0.takes(form) }
        case .optional(let shape): shape.takes(form)
        }
    }

    /// What is wanted here, as a message says it: "a single value or a list".
    var expectation: String {
        let forms = [Form.value, .list, .map].filter(takes).map(\.noun)
        guard let last = forms.last, forms.count > 1 else { return forms.first ?? "nothing" }
        return forms.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// One key of a block.
struct Key: Sendable {
    let name: String
    let shape: Shape
    /// The key with a value, as a message shows how it is written.
    let example: String
    /// What it says, in a sentence or two, as editors show it.
    let summary: String
    let isRequired: Bool
    /// Whether this version evaluates it; what is not built is read and kept as a finding.
    let isBuilt: Bool

    init(
        _ name: String, _ shape: Shape, _ example: String, _ summary: String, isRequired: Bool = false,
        isBuilt: Bool = true
    ) {
        self.name = name
        self.shape = shape
        self.example = example
        self.summary = summary
        self.isRequired = isRequired
        self.isBuilt = isBuilt
    }
}

/// A map with known keys.
struct Block: Sendable {
    /// What it is, without an article: "rule".
    let noun: String
    let keys: [Key]
    /// Keys of which at least one must be there, for without them the block would say nothing.
    let leastOneOf: [String]

    init(_ noun: String, leastOneOf: [String] = [], _ keys: [Key]) {
        self.noun = noun
        self.keys = keys
        self.leastOneOf = leastOneOf
    }

    subscript(name: String) -> Key? { keys.first { $0.name == name } }

    /// The noun with its article.
    var phrase: String {
        let isVowel = noun.first.map { "aeiou".contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(noun)"
    }
}

/// The blocks of the language. A raw value is the block's name in the JSON Schema.
enum BlockName: String, Sendable, CaseIterable {
    case policy, effective, wording
    case fact, eventField, action
    case measure, ladder, cools, step, status, rule, activeRule, begin
    case act, confirm
    case measureTrigger, statusTrigger, ladderTrigger, dutyTrigger
    case calendar, option, decision, lasts, review, notice, appeal, vary
    case guarantee, state

    var block: Block {
        switch self {
        case .policy: Grammar.policy
        case .effective: Grammar.effective
        case .wording: Grammar.wording
        case .fact: Grammar.fact
        case .eventField: Grammar.eventField
        case .action: Grammar.action
        case .measure: Grammar.measure
        case .ladder: Grammar.ladder
        case .cools: Grammar.cools
        case .step: Grammar.step
        case .status: Grammar.status
        case .rule: Grammar.rule
        case .activeRule: Grammar.activeRule
        case .begin: Grammar.begin
        case .act: Grammar.act
        case .confirm: Grammar.confirm
        case .measureTrigger: Grammar.measureTrigger
        case .statusTrigger: Grammar.statusTrigger
        case .ladderTrigger: Grammar.ladderTrigger
        case .dutyTrigger: Grammar.dutyTrigger
        case .calendar: Grammar.calendar
        case .option: Grammar.option
        case .decision: Grammar.decision
        case .lasts: Grammar.lasts
        case .review: Grammar.review
        case .notice: Grammar.notice
        case .appeal: Grammar.appeal
        case .vary: Grammar.vary
        case .guarantee: Grammar.guarantee
        case .state: Grammar.state
        }
    }
}

/// The language as data: what may stand where.
enum Grammar {}
