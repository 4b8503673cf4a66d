/// Positions of a policy's names, by their bytes.
struct NameIndex: Sendable {
    private var table = NameTable()
    private var names: [String] = []
    private var positions: [Int] = []

    init(_ positions: [String: Int]) {
        for (name, position) in positions.sorted(by: { $0.value < $1.value }) {
            table.insert(NameTable.hash(name), names.count)
            names.append(name)
            self.positions.append(position)
        }
    }

    /// The position of a name; nil where it is none of the policy's.
    subscript(name: String) -> Int? {
        table.position(NameTable.hash(name)) { sameBytes(names[$0], name) }.map { positions[$0] }
    }
}
