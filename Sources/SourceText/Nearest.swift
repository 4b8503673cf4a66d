/// The candidate an author most likely meant by a misspelt word, for "did you mean"; nil where none is near enough.
///
/// Near is a Damerau-Levenshtein distance, case aside, of at most a third of the word's length (at least 1, at most 3),
/// and less than the longer word's length. Of equally near candidates the first in sorted order is taken.
/// Words longer than 64 characters have no near ones. Complexity: O(candidates × length²).
public func nearest(_ word: String, in candidates: [String]) -> String? {
    let longest = 64
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var limit = min(max(wanted.count / 3, 1), 3)
    var best: String?
    for candidate in candidates.sorted() {
        let letters = Array(candidate.lowercased())
        guard letters.count <= longest, abs(letters.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
        if best == nil || distance < limit {
            best = candidate
            limit = distance
        }
    }
    return best
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var current = last
    for row in first.indices {
        current[0] = row + 1
        for column in second.indices {
            let same = first[row] == second[column]
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current[column + 1] = cost
        }
        (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[second.count]
}
