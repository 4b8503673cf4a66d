// What steps cost beyond being taken: the same sums serve the evaluation, with actual sizes, and the check, with
// the largest ones. So no evaluation takes more steps than the check has said.

/// The steps to find a key, whose own size is given in steps, among entries.
func lookUpCost(entries: Int, key: Int) -> Int {
    CELExtent.times(Int.bitWidth - max(0, entries).leadingZeroBitCount + 1, key)
}

/// The steps to compare a key once.
func keyWalk(_ key: CELValue) -> Int {
    if case .string(let text) = key { CELExtent.text(text.utf8.count).walk } else { 1 }
}

/// The steps to look for one text, of so many bytes, in another.
func searchCost(_ text: Int, _ part: Int) -> Int {
    CELExtent.plus(1, CELExtent.times(text, part) / CELLimits.bytesAStep)
}

extension Emitter {
    /// The most steps that a function adds for arguments of these extents.
    func worstCase(_ function: Function, _ extents: [CELExtent]) -> Int {
        let first = extents[0]
        let second = extents.count > 1 ? extents[1] : .scalar
        switch function {
        case .add: return CELExtent.plus(first.walk, second.walk)
        case .isIn:
            let among = CELExtent.times(second.count, CELExtent.plus(1, min(first.walk, second.item.walk)))
            return max(among, lookUpCost(entries: second.count, key: first.walk))
        case .index: return lookUpCost(entries: first.count, key: second.walk)
        case .contains: return searchCost(first.count, second.count)
        case .startsWith, .endsWith: return second.walk
        case .size, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: return first.walk
        default: return function.isTimePart ? second.walk : 0
        }
    }

    /// The extent of a function's result.
    func result(_ function: Function, _ extents: [CELExtent]) -> CELExtent {
        let first = extents[0]
        switch function {
        case .add: return first.appending(extents[1])
        case .index: return first.element
        // The longest text of a number or a time is well below.
        case .string: return .text(max(64, first.count))
        case .bytes: return .text(first.count)
        case .dyn: return first
        default: return .scalar
        }
    }
}

extension CELExtent {
    /// The extent of a value that is there.
    static func exact(_ value: CELValue) -> CELExtent {
        switch value {
        case .string(let text): .text(text.utf8.count)
        case .bytes(let bytes): .text(bytes.count)
        case .list(let elements):
            .list(elements.count, of: elements.reduce(.scalar) { $0.covering(exact($1)) })
        case .map(let map):
            .map(
                map.count, from: map.entries.reduce(.scalar) { $0.covering(exact($1.key)) },
                to: map.entries.reduce(.scalar) { $0.covering(exact($1.value)) })
        default: .scalar
        }
    }
}
