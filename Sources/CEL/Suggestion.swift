/// The nearest of some names to a mistyped one; nil where none is near. Ties go to the first in order of the bytes.
func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    // A name longer than any sensible one is compared with nothing: the distance is quadratic.
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in names where candidate.utf8.count <= 64 {
        let distance = editDistance(wanted, Array(candidate.utf8))
        guard distance <= (wanted.count + 2) / 3 else { continue }
        if let found = best {
            let closer = distance < found.distance
            guard closer || (distance == found.distance && textOrder(candidate, found.name) < 0) else { continue }
        }
        best = (candidate, distance)
    }
    return best?.name
}

/// How many letters to insert, drop, change or swap with their neighbour turn one name into another; capitals and
/// small letters count as the same.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let a = left.map(lowered)
    let b = right.map(lowered)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}

private func lowered(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
}

/// The help line for an unknown name: the nearest known one, else what there is.
func help(for name: String, among names: [String], called noun: String) -> String? {
    if let found = nearest(to: name, among: names) { return "did you mean `\(found)`?" }
    if names.isEmpty { return nil }
    let shown = names.sorted { textOrder($0, $1) < 0 }
    let list = shown.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return "\(noun): \(list)\(shown.count > 12 ? " and \(shown.count - 12) more" : "")"
}
