import CEL
import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// The line of JSON that a step's event would be in a log, so that tests and logs are read by the same rules.
struct EventLine {
    private(set) var json = JSONText()
    private let clock: TestClock

    /// An event with its envelope; `given` fills in what the step leaves out.
    init(_ step: TestStep, in test: PolicyTest, _ names: PolicyNames, fields: [(PolicyNames.Field, YAMLNode)]) {
        clock = TestClock(test)
        json.beginObject()
        json.member("id", step.id?.value ?? "step-\(step.number)")
        json.member("time", TimeText.format(step.time))
        json.member("type", step.type.value)
        if step.type.value != BuiltInEvent.timePassed.rawValue {
            let who = Participants(step, in: test)
            if let contact = who.contact { json.member("contact", contact) }
            if let customer = who.customer { json.member("customer", customer) }
            if let agent = who.agent { json.member("agent", agent) }
            if let channel = step.channel ?? test.given.channel, who.contact != nil {
                json.member("channel", channel.value)
            }
        }
        json.key("data")
        json.beginObject()
        for (field, value) in fields {
            json.key(field.name)
            write(value, as: field.type)
        }
        if let language = test.given.language?.value, EventLine.speaks(step.type.value),
            !fields.contains(where: { $0.0.name == "language" })
        {
            json.member("language", language)
        }
        json.endObject()
        json.endObject()
    }

    /// Events that tell a contact's language.
    private static func speaks(_ type: String) -> Bool {
        type == BuiltInEvent.contactStarted.rawValue || type == BuiltInEvent.utterance.rawValue
    }

    // MARK: Values

    /// A scalar becomes what the field's type asks for if it can be read so, else text, which the reader then refuses.
    private mutating func write(_ node: YAMLNode, as type: CELType) {
        switch node.content {
        case .scalar(let scalar): write(scalar, as: type)
        case .sequence(let items):
            json.beginArray()
            let element: CELType = if case .list(let element) = type { element } else { .string }
            for item in items { write(item, as: element) }
            json.endArray()
        case .mapping(let entries):
            json.beginObject()
            for entry in entries {
                json.key(entry.key.value)
                write(entry.value, as: .dyn)
            }
            json.endObject()
        }
    }

    private mutating func write(_ scalar: YAMLScalar, as type: CELType) {
        let text = scalar.text
        switch type {
        case .bool where text == "true" || text == "false": json.literal(text)
        case .int where isJSONNumber(text), .double where isJSONNumber(text): json.literal(text)
        case .dyn where scalar.style == .plain && (text == "true" || text == "false" || isJSONNumber(text)):
            json.literal(text)
        case .list(let element):
            json.beginArray()
            write(scalar, as: element)
            json.endArray()
        case .timestamp:
            // `until: 10m` is a moment of the test, like `at`.
            json.string(TestTime.duration(text).map { TimeText.format(clock.start + $0) } ?? text)
        case .duration:
            // Days are no unit of the log.
            json.string(TestTime.duration(text).map { "\($0)ms" } ?? text)
        default: json.string(text)
        }
    }
}

/// Whether a text is a number as JSON writes it.
func isJSONNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func digits() -> Int {
        let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
        rest = rest.dropFirst(count)
        return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || (startsWithZero && whole > 1) { return false }
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        if digits() == 0 { return false }
    }
    if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if digits() == 0 { return false }
    }
    return rest.isEmpty
}

/// Whom a step is about: what it names itself, else what the test is given; `none` for nobody.
struct Participants: Sendable {
    static let standardContact = "c-1"

    var contact: String?
    var customer: String?
    var agent: String?

    init(_ step: TestStep, in test: PolicyTest) {
        contact = Self.name(step.contact ?? test.given.contact) { Self.standardContact }
        customer = Self.name(step.customer ?? test.given.customer) { nil }
        agent = Self.name(step.agent ?? test.given.agent) { nil }
    }

    init(contact: String?, customer: String?, agent: String?) {
        (self.contact, self.customer, self.agent) = (contact, customer, agent)
    }

    /// Those of a test as a whole.
    init(_ given: Given) {
        self.init(
            contact: given.contact?.value ?? Self.standardContact, customer: given.customer?.value,
            agent: given.agent?.value)
    }

    private static func name(_ written: Located<String>?, otherwise: () -> String?) -> String? {
        guard let written else { return otherwise() }
        return written.value == "none" ? nil : written.value
    }
}
