/// Cards in columns, read from top to bottom and from left to right, as in a newspaper.
struct Columns {
    /// A heading, or a card.
    struct Item {
        var block: Block
        /// A heading stands above at least one card.
        var isHeading: Bool
    }

    let gap: Double

    /// The items of each column: as even as the order allows.
    func columns(_ items: [Item], count: Int) -> [[Item]] {
        var low = items.map(\.block.height).max() ?? 0
        var high = items.reduce(0) { $0 + $1.block.height + gap }
        while high - low > 1 {
            let middle = (low + high) / 2
            if filled(items, middle).count <= count { high = middle } else { low = middle }
        }
        return filled(items, high)
    }

    func height(_ column: [Item]) -> Double { column.reduce(-gap) { $0 + $1.block.height + gap } }

    /// Fills columns up to a height.
    private func filled(_ items: [Item], _ most: Double) -> [[Item]] {
        var columns: [[Item]] = []
        var column: [Item] = []
        var height = -gap
        for (index, item) in items.enumerated() {
            var needed = item.block.height + gap
            if item.isHeading, index + 1 < items.count { needed += items[index + 1].block.height + gap }
            if height + needed > most, !column.isEmpty, !(column.count == 1 && column[0].isHeading) {
                columns.append(column)
                column = []
                height = -gap
            }
            column.append(item)
            height += item.block.height + gap
        }
        if !column.isEmpty { columns.append(column) }
        return columns
    }
}
