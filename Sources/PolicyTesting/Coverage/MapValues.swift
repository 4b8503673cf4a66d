import CEL

/// The maps that a condition could tell apart by the keys that it reads of them.
enum MapValues {
    private static let most = 64

    /// No map at all first; then every combination of the keys with their values, each left out at times too.
    static func all(of slot: Int?, _ condition: CheckedCEL) -> [CELValue?] {
        var all: [[(CELValue, CELValue)]] = [[]]
        for read in condition.keyReads where read.slot == slot {
            var next: [[(CELValue, CELValue)]] = []
            for begun in all {
                for value in values(read) where next.count < most {
                    next.append(begun + (value.map { [(.string(read.key), $0)] } ?? []))
                }
            }
            all = next
        }
        // A map without any of the keys is there all the same.
        let other = all.flatMap { $0 }.contains { $0.0.string == "note" } ? "other" : "note"
        let maps = all.map { $0.isEmpty ? [(.string(other), .string("something"))] : $0 }
        return [nil] + maps.compactMap { (try? CELMap($0)).map { .map($0) } }
    }

    private static func values(_ read: CELKeyRead) -> [CELValue?] {
        var all: [CELValue?] = []
        for constant in read.constants {
            switch constant {
            case .int: all += FieldValues.around(constant, as: .int)
            case .double: all += FieldValues.around(constant, as: .double)
            case .bool: all += [.bool(true), .bool(false)]
            default: all.append(constant)
            }
        }
        let isText = read.constants.allSatisfy { $0.string != nil }
        return all + (isText ? [.string("something"), nil] : [nil])
    }
}
