import CEL
import PolicyLanguage

/// Where the value of each CEL slot is found in a lane, so that no other table of the program is asked on the way.
///
/// The tables are made once, with the program, and never change; they are read through pointers, which counts no references.
final class SlotSources: @unchecked Sendable {
    enum Source {
        /// A field of the event, by its position among `names`.
        case event(Int)
        /// The classes of the observation that are new.
        case eventConduct
        case contact(Reading.ContactField)
        case conduct(Int)
        case customerID
        case agentID
        /// All observations of a count without a window.
        case total(Home, slot: Int)
        case count(Home, slot: Int, window: Int64)
        case elapsed(Home, slot: Int)
        /// By its position among `settings`.
        case setting(Int)
        case fact(Home, slot: Int, isBool: Bool)
        case status(Home, slot: Int)
        case ladder(Home, slot: Int)
    }

    private let sources: Table<Source>
    private let names: Table<String>
    private let settings: Table<CELValue>

    /// The tables as they are lent.
    struct View {
        let sources: UnsafePointer<Source>
        let names: UnsafePointer<String>
        let settings: UnsafePointer<CELValue>
    }

    /// Valid as long as this object.
    let view: View

    init(_ c: Compiler) {
        sources = Table(c.readings.map { Source($0, c) })
        names = Table(c.fieldNames)
        settings = Table(c.settings)
        view = View(sources: sources.start, names: names.start, settings: settings.start)
    }

    deinit {
        sources.free()
        names.free()
        settings.free()
    }

    /// Items at a place that stays. An empty table has a place, too.
    private struct Table<Item> {
        let start: UnsafePointer<Item>
        private let items: UnsafeMutableBufferPointer<Item>

        init(_ items: [Item]) {
            let place = UnsafeMutablePointer<Item>.allocate(capacity: max(1, items.count))
            self.items = UnsafeMutableBufferPointer(start: place, count: items.count)
            _ = self.items.initialize(fromContentsOf: items)
            start = UnsafePointer(place)
        }

        func free() { items.deinitialize().deallocate() }
    }
}

extension SlotSources.Source {
    init(_ reading: SlotReading, _ c: Compiler) {
        switch reading {
        case .event(let name): self = .event(name)
        case .eventConduct: self = .eventConduct
        case .contact(let field): self = .contact(field)
        case .conduct(let index): self = .conduct(index)
        case .customerID: self = .customerID
        case .agentID: self = .agentID
        case .measure(let index):
            let table = c.measures[index]
            switch (table.kind, table.window) {
            case (.elapsed, _): self = .elapsed(table.home, slot: table.slot)
            case (.count, nil): self = .total(table.home, slot: table.slot)
            case (.count, let window?): self = .count(table.home, slot: table.slot, window: window)
            }
        case .setting(let index): self = .setting(index)
        case .fact(let index):
            let table = c.facts[index]
            self = .fact(table.home, slot: table.slot, isBool: table.type == .bool)
        case .status(let index): self = .status(c.statuses[index].home, slot: c.statuses[index].slot)
        case .ladder(let index): self = .ladder(c.ladders[index].home, slot: c.ladders[index].slot)
        }
    }
}
