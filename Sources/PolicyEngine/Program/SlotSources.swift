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

    private let sources: UnsafeMutableBufferPointer<Source>
    private let names: UnsafeMutableBufferPointer<String>
    private let settings: UnsafeMutableBufferPointer<CELValue>

    /// The tables as they are lent.
    struct View {
        let sources: UnsafePointer<Source>
        let names: UnsafePointer<String>
        let settings: UnsafePointer<CELValue>
    }

    /// Valid as long as this object.
    let view: View

    init(_ c: Compiler) {
        sources = Self.table(c.readings.map { Source($0, c) })
        names = Self.table(c.fieldNames)
        settings = Self.table(c.settings)
        view = View(
            sources: Self.start(of: sources), names: Self.start(of: names), settings: Self.start(of: settings))
    }

    deinit {
        sources.deinitialize().deallocate()
        names.deinitialize().deallocate()
        settings.deinitialize().deallocate()
    }

    private static func table<Item>(_ items: [Item]) -> UnsafeMutableBufferPointer<Item> {
        let table = UnsafeMutableBufferPointer<Item>.allocate(capacity: items.count)
        _ = table.initialize(fromContentsOf: items)
        return table
    }

    /// An empty table is never looked into.
    private static func start<Item>(of table: UnsafeMutableBufferPointer<Item>) -> UnsafePointer<Item> {
        table.baseAddress.map { UnsafePointer($0) } ?? UnsafePointer(bitPattern: MemoryLayout<Item>.alignment)!
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
