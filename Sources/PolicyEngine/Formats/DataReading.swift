import CEL
import PolicyLanguage

extension JSONScanner {
    /// Reads the object that comes next as the `data` of an event of some shape, with what is left out filled in.
    ///
    /// The fields come in the order of the shape, whatever their order in the line.
    mutating func data(
        of shape: EventShapes.Shape, in shapes: borrowing EventShapes, into fields: inout [Event.Field]
    ) throws(EventRefusal) {
        var seen = FieldSet()
        var present = FieldSet()
        var unknown = MemberNames()
        // The one of those kept that comes last in the shape.
        var last = -1
        var expected = 0
        try open()
        var isFirst = true
        while !closesObject() {
            let position: Int
            if let known = expectedMember(isFirst: isFirst, shapes.fieldLeads[shape.index], from: expected) {
                position = known
                if seen.contains(position) { throw duplicateBefore(shapes.names[shape.fields.lowerBound + position]) }
            } else {
                guard let name = try member(isFirst: isFirst) else { break }
                guard let known = shapes.field(named: name, of: shape, in: self) else {
                    isFirst = false
                    try unknown.add(name, in: self)
                    try skipValue()
                    continue
                }
                position = known
                if seen.contains(position) { throw duplicate(name) }
            }
            isFirst = false
            expected = position + 1
            seen.insert(position)
            if peek() == UInt8(ascii: "n"), take("null") { continue }
            let index = shape.fields.lowerBound + position
            present.insert(position)
            if !shapes.fields[index].isKept {
                try skip(index, in: shapes)
                continue
            }
            let value = try value(of: shapes.fields[index], in: shapes)
            // Built twice, since one that is kept for either would be copied.
            if position > last {
                fields.append(Event.Field(name: shapes.names[index], value: value))
                last = position
            } else {
                fields.insert(
                    Event.Field(name: shapes.names[index], value: value),
                    at: shapes.keptCount(before: position, present, of: shape))
            }
        }
        if !present.holds(shape.awaited), let missing = shapes.fillIn(&fields, present, of: shape) {
            let meant = unknown.nearest(to: shapes.names[missing], in: self)
            throw EventRefusal(missing: shapes.path(shapes.fields[missing]), meantBy: meant)
        }
    }
}

extension EventShapes {
    /// How many fields of those given that somebody reads come before one in the shape.
    @inline(never)
    func keptCount(before position: Int, _ given: FieldSet, of shape: Shape) -> Int {
        (0..<position).count { given.contains($0) && fields[shape.fields.lowerBound + $0].isKept }
    }

    /// Fills in what is left out and has a standard; returns the first required field that is missing.
    func fillIn(_ values: inout [Event.Field], _ given: FieldSet, of shape: Shape) -> Int? {
        var place = 0
        for (position, index) in shape.fields.enumerated() {
            if given.contains(position) {
                if fields[index].isKept { place += 1 }
            } else if fields[index].isRequired {
                return index
            } else if fields[index].isKept, let standard = standards[index] {
                values.place(Event.Field(name: names[index], value: standard), at: place)
                place += 1
            }
        }
        return nil
    }
}

extension [Event.Field] {
    /// Puts a field in its place where it is nearly always the end.
    @inline(__always)
    fileprivate mutating func place(_ field: Event.Field, at index: Int) {
        if index == count { append(field) } else { insert(field, at: index) }
    }
}

extension Event {
    /// Refuses what no single field shows: a contact that ends without a reason, an event that is about nobody.
    func checkAsAWhole() throws(EventRefusal) {
        if case .builtIn(.contactEnded) = type, self["reason"] == nil, text("by") != "customer" {
            let exception = "only a contact that the customer ended may go without"
            throw EventRefusal(.missingField, "`data.reason` is missing; \(exception)")
        }
        if case .builtIn(.timePassed) = type { return }
        guard contact != nil || customer != nil || agent != nil else {
            throw EventRefusal(.noLane, "an event names a `contact`, a `customer` or an `agent`")
        }
    }
}
