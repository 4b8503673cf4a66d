import CEL
import SourceText

extension JSONScanner {
    /// Reads the value that comes next as that of a field of `data`.
    mutating func value(of field: FieldShape, in shapes: borrowing EventShapes) throws(EventRefusal) -> CELValue {
        let next = peek()
        switch field.form {
        case .text where next == UInt8(ascii: "\""): return .string(try boundedText(field, shapes))
        case .choice where next == UInt8(ascii: "\""): return .string(try choice(field, shapes))
        case .texts where next == UInt8(ascii: "["):
            return .list(try texts(field, shapes, limit: EventLimits.listItems))
        case .classes where next == UInt8(ascii: "\"") || next == UInt8(ascii: "["):
            return .list(try classes(field, shapes, isList: next == UInt8(ascii: "[")))
        case .fact: return try fact(field, shapes, next)
        case .object where next == UInt8(ascii: "{"): return try object(field, shapes)
        case .bool:
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
        case .int where Self.beginsNumber(next), .double where Self.beginsNumber(next):
            return try boundedNumber(field, shapes)
        case .timestamp where next == UInt8(ascii: "\""): return try timestamp(field, shapes)
        case .duration where next == UInt8(ascii: "\""): return try duration(field, shapes)
        default: break
        }
        throw wrongType(shapes.path(field), field.form.wanted)
    }

    /// Steps over the value of a field that nobody reads, checked as any other.
    @inline(__always)
    mutating func skip(_ index: Int, in shapes: borrowing EventShapes) throws(EventRefusal) {
        if peek() == UInt8(ascii: "\"") {
            let form = shapes.fields[index].form
            if form == .choice, value(among: shapes.choiceLeads[index]) != nil { return }
            if form == .text, shapes.makesShortTexts, shortText() != nil { return }
        }
        try skip(shapes.fields[index], in: shapes)
    }

    @inline(never)
    private mutating func skip(_ field: FieldShape, in shapes: borrowing EventShapes) throws(EventRefusal) {
        let next = peek()
        switch field.form {
        case .text where next == UInt8(ascii: "\""): _ = try boundedString(field, shapes)
        case .choice where next == UInt8(ascii: "\""): _ = try choiceIndex(field, shapes)
        default: _ = try value(of: field, in: shapes)
        }
    }

    @inline(__always)
    static func beginsNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10
    }

    /// A text within the field's bound; a name is not empty.
    private mutating func boundedText(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal)
        -> String
    {
        // No bound is less than what is short, and it is not empty.
        if shapes.makesShortTexts, let words = shortText() { return ShortText.text(words) }
        return text(try boundedString(field, shapes))
    }

    @inline(__always)
    private mutating func boundedString(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal)
        -> JSONString
    {
        let string = try string()
        try checkLength(string, field, shapes)
        if field.isName, string.start == string.end { throw empty(shapes.path(field), string) }
        return string
    }

    private mutating func choice(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal) -> String {
        shapes.choices[field.index][try choiceIndex(field, shapes)]
    }

    private mutating func choiceIndex(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal) -> Int
    {
        let string = try string()
        if let index = shapes.choice(named: string, of: field, in: self) { return index }
        let choices = shapes.choices[field.index]
        let list = choices.map { "`\($0)`" }.joined(separator: ", ")
        let meant = nearest(text(string), in: choices).map { "; did you mean `\($0)`?" } ?? ""
        throw refusal(.badChoice, "`\(shapes.path(field))` must be one of \(list)\(meant)", at: string.start - 1)
    }

    private mutating func texts(_ field: FieldShape, _ shapes: borrowing EventShapes, limit: Int) throws(EventRefusal)
        -> [CELValue]
    {
        let start = position
        try open()
        var values: [CELValue] = []
        while try item(isFirst: values.isEmpty) {
            guard peek() == UInt8(ascii: "\"") else { throw wrongType(shapes.path(field), field.form.wanted) }
            guard values.count < limit else {
                throw refusal(.tooMany, "`\(shapes.path(field))` has more than \(limit) items", at: start)
            }
            let string = try string()
            try checkLength(string, field, shapes)
            values.append(.string(text(string)))
        }
        return values
    }

    /// One class or several; each once, none empty.
    private mutating func classes(_ field: FieldShape, _ shapes: borrowing EventShapes, isList: Bool)
        throws(EventRefusal) -> [CELValue]
    {
        let start = position
        if !isList { return [.string(try boundedText(field, shapes))] }
        let all = try texts(field, shapes, limit: EventLimits.conductClasses)
        var values: [CELValue] = []
        for value in all where !values.contains(value) {
            guard value != .string("") else {
                throw refusal(.empty, "`\(shapes.path(field))` holds an empty text", at: start)
            }
            values.append(value)
        }
        guard !values.isEmpty else { throw refusal(.empty, "`\(shapes.path(field))` names no class", at: start) }
        return values
    }

    private mutating func fact(_ field: FieldShape, _ shapes: borrowing EventShapes, _ next: UInt8) throws(EventRefusal)
        -> CELValue
    {
        if next == UInt8(ascii: "\"") {
            let string = try string()
            try checkLength(string, field, shapes)
            return .string(text(string))
        }
        if next == UInt8(ascii: "[") { return .list(try texts(field, shapes, limit: EventLimits.listItems)) }
        if Self.beginsNumber(next) { return try number() }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        throw wrongType(shapes.path(field), field.form.wanted)
    }

    private mutating func boundedNumber(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal)
        -> CELValue
    {
        let start = position
        let value = try number()
        let amount: Double
        switch value {
        case .int(let whole): amount = Double(whole)
        case .double(let number): amount = number
        default: amount = 0
        }
        if !field.bounds.contains(amount) {
            let range = "from \(Int(field.bounds.lowerBound)) to \(Int(field.bounds.upperBound))"
            throw refusal(.outOfRange, "`\(shapes.path(field))` must be \(range)", at: start)
        }
        if case .double = field.form { return .double(amount) }
        if case .int = value { return value }
        // `2.0` and `2e0` are whole as well, however they are written.
        if let whole = Int64(exactly: amount) { return .int(whole) }
        if amount == amount.rounded(.towardZero) {
            throw refusal(.outOfRange, "`\(shapes.path(field))` does not fit into 64 bits", at: start)
        }
        throw refusal(.wrongType, "`\(shapes.path(field))` must be a whole number", at: start)
    }
}
