import CEL

extension JSONScanner {
    /// A moment given as text.
    mutating func timestamp(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal) -> CELValue {
        let milliseconds = try moment(shapes.path(field))
        guard let moment = CELTimestamp(milliseconds: milliseconds) else {
            throw timeRefusal(.outsideYears, shapes.path(field), at: position)
        }
        return .timestamp(moment)
    }

    /// The milliseconds since 1970 of a time given as text.
    mutating func moment(_ name: @autoclosure () -> String) throws(EventRefusal) -> Int64 {
        let start = position &+ 1
        if start &+ TimeText.usualRoom <= end, let usual = TimeText.usual(UnsafeRawPointer(bytes + start)) {
            position = start &+ usual.count &+ 1
            return usual.moment
        }
        let string = try string()
        let reading: TimeText.Reading
        if string.isEscaped {
            reading = textBytes(string).withUnsafeBufferPointer { TimeText.read($0) }
        } else {
            reading = TimeText.read(slice(string.start, string.end))
        }
        if case .moment(let milliseconds) = reading { return milliseconds }
        throw timeRefusal(reading, name(), at: string.start - 1)
    }

    /// A length of time given as text, in whole milliseconds.
    mutating func duration(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal) -> CELValue {
        let string = try string()
        guard string.end - string.start <= EventLimits.numberBytes, let exact = CELDuration(text(string)),
            let whole = CELDuration(milliseconds: exact.milliseconds)
        else {
            throw refusal(.wrongType, "`\(shapes.path(field))` must be \(field.form.wanted)", at: string.start - 1)
        }
        return .duration(whole)
    }

    /// An object as a map; its members are anything that JSON has.
    mutating func object(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal) -> CELValue {
        try open()
        var names = MemberNames()
        var pairs: [(CELValue, CELValue)] = []
        while let name = try member(isFirst: names.isEmpty) {
            try names.add(name, in: self)
            try checkLength(name, field, shapes)
            pairs.append((.string(text(name)), try anything(field, shapes)))
        }
        // Names are all texts and no two are alike, so this cannot fail.
        guard let map = try? CELMap(pairs) else {
            throw refusal(.duplicateMember, "a member stands twice in `\(shapes.path(field))`")
        }
        return .map(map)
    }

    private mutating func anything(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal)
        -> CELValue
    {
        let next = peek()
        switch next {
        case UInt8(ascii: "\""):
            let string = try string()
            try checkLength(string, field, shapes)
            return .string(text(string))
        case UInt8(ascii: "{"): return try object(field, shapes)
        case UInt8(ascii: "["): return .list(try list(field, shapes))
        default:
            if Self.beginsNumber(next) { return try number() }
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            if take("null") { return .null }
            throw unexpected("a value")
        }
    }

    private mutating func list(_ field: FieldShape, _ shapes: borrowing EventShapes) throws(EventRefusal) -> [CELValue]
    {
        let start = position
        try open()
        var values: [CELValue] = []
        while try item(isFirst: values.isEmpty) {
            guard values.count < EventLimits.listItems else {
                let message = "a list in `\(shapes.path(field))` has more than \(EventLimits.listItems) items"
                throw refusal(.tooMany, message, at: start)
            }
            values.append(try anything(field, shapes))
        }
        return values
    }
}
