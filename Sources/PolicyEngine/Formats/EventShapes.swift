import CEL
import PolicyLanguage

/// What every type of event must and may carry, made ready for reading: flat tables, so that reading copies nothing.
struct EventShapes: Sendable {
    /// One type; its fields follow one another in the tables.
    struct Shape: Sendable {
        var index: Int
        var type: EventType
        var fields: Range<Int>
        /// A bit for each field that has to be given or filled in; nil where there are too many fields to tell.
        var awaited: UInt64?
    }

    /// All types, built in first, then the policy's own.
    private(set) var shapes: [Shape] = []
    let typeNames: [String]
    /// Asked once and not for every text.
    let makesShortTexts = ShortText.isUsable
    private let typeLookup: ByteNames
    let attributeLookup = ByteNames(EnvelopeAttribute.names)
    let attributeLeads = EnvelopeAttribute.names.map { MemberLead($0) }
    let firstLead = MemberLead(ofFirstText: EnvelopeAttribute.id.name)
    let textLeads = EnvelopeAttribute.names.map { MemberLead(ofText: $0) }
    /// By type, the names of its fields.
    private var fieldLookup: [ByteNames] = []
    private(set) var fieldLeads: [[MemberLead]] = []

    // By field of all types:
    private(set) var fields: [FieldShape] = []
    private(set) var names: [String] = []
    /// What the field is where it is left out.
    private(set) var standards: [CELValue?] = []
    private(set) var choices: [[String]] = []
    private var choiceLookup: [ByteNames] = []
    private(set) var choiceLeads: [[MemberLead]] = []

    /// `isKept` tells of a type (nil for the policy's own) and a field whether anybody reads it.
    init(declared: [EventDeclaration], keeping isKept: (BuiltInEvent?, String) -> Bool) {
        typeNames = BuiltInEvent.allCases.map(\.rawValue) + declared.map(\.name.value)
        typeLookup = ByteNames(typeNames)
        for event in BuiltInEvent.allCases {
            let first = fields.count
            for field in event.fields {
                var shape = FieldShape(field)
                shape.isKept = isKept(event, field.name)
                add(shape, field.name, Self.standard(field, of: event), field.choices)
            }
            close(.builtIn(event), first)
        }
        for (position, declaration) in declared.enumerated() {
            let first = fields.count
            for field in declaration.fields {
                var shape = FieldShape(field)
                shape.isKept = isKept(nil, field.name.value)
                add(shape, field.name.value, nil, [])
            }
            close(.declared(position), first)
        }
    }

    private mutating func add(_ field: FieldShape, _ name: String, _ standard: CELValue?, _ choices: [String]) {
        var field = field
        field.index = fields.count
        fields.append(field)
        names.append(name)
        standards.append(standard)
        self.choices.append(choices)
        choiceLookup.append(ByteNames(choices))
        choiceLeads.append(choices.map { MemberLead(value: $0) })
    }

    private mutating func close(_ type: EventType, _ first: Int) {
        var awaited: UInt64? = fields.count - first > 64 ? nil : 0
        for index in first..<fields.count
        where fields[index].isRequired || (fields[index].isKept && standards[index] != nil) {
            awaited? |= 1 &<< UInt64(index - first)
        }
        shapes.append(Shape(index: shapes.count, type: type, fields: first..<fields.count, awaited: awaited))
        fieldLookup.append(ByteNames(Array(names[first...])))
        fieldLeads.append(names[first...].map { MemberLead($0) })
    }

    private static func standard(_ field: EventField, of event: BuiltInEvent) -> CELValue? {
        switch (event, field.name) {
        case (.conductObserved, "confidence"): .double(1)
        case (.conductObserved, "directed_at"), (.conductObserved, "source"): .string("agent")
        case (.actionDone, "by"), (.actionDeclined, "by"), (.contactTransferred, "by"): .string("agent")
        case (.statusDecided, "by"), (.statusNotified, "by"): .string("manager")
        default: nil
        }
    }
}

extension EventShapes {
    /// The shape of the type that a string names; nil for none.
    @inline(__always)
    func shape(named string: JSONString, in scanner: JSONScanner) -> Shape? {
        scanner.position(of: string, in: typeLookup).map { shapes[$0] }
    }

    /// The field of a type that a string names, as a position among the type's own fields; nil for none.
    @inline(__always)
    func field(named string: JSONString, of shape: Shape, in scanner: JSONScanner) -> Int? {
        scanner.position(of: string, in: fieldLookup[shape.index])
    }

    /// The choice of a field that a string names; nil for none.
    @inline(__always)
    func choice(named string: JSONString, of field: FieldShape, in scanner: JSONScanner) -> Int? {
        scanner.position(of: string, in: choiceLookup[field.index])
    }

    /// The field's name for a message.
    func path(_ field: FieldShape) -> String { "data.\(names[field.index])" }
}
