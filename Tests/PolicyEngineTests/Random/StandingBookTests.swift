import PolicyEngine
import PolicyLanguage
import Testing

/// A screen that keeps a book of outcomes alone shows what stands.
@Suite struct StandingBookTests {
    @Test func `issued, closed, paused and resumed tell what stands`() throws {
        var (compared, paused) = (0, 0)
        for seed in UInt64(70)...130 {
            guard let random = RandomCase(seed: seed), let program = try? Program(random.policy) else { continue }
            var engine = Engine(program)
            var book = Book()
            for entry in random.events {
                let reception = engine.handle(entry.event) { book.note($0) }
                guard case .accepted = reception, let contact = entry.event.contact else { continue }
                let standing = engine.standing(contact: contact, customer: entry.event.customer)
                let shown = Set(book.standing.map(\.norm))
                #expect(standing.map(\.norm).filter { !shown.contains($0) } == [], "seed \(seed), \(entry.event.id)")
                // A contact's own prohibition goes before what its customer may have; it does not pause it.
                let owners = [contact, entry.event.customer]
                let extra = book.standing.filter { norm in
                    owners.contains(Book.owner(norm.norm)) && norm.modality != .mustNot
                        && !standing.contains { $0.norm == norm.norm }
                        && !standing.contains { $0.modality == .mustNot && $0.action == norm.action }
                }
                #expect(extra.map(\.norm) == [], "seed \(seed), \(entry.event.id)")
                compared += standing.count
                paused += book.paused.count
            }
        }
        #expect(compared > 1_000 && paused > 100)
    }

    /// What outcomes have said so far.
    private struct Book {
        private var open: [String: Outcome.Issued] = [:]
        private(set) var paused: Set<String> = []

        mutating func note(_ outcome: Outcome) {
            for norm in outcome.issued {
                open[norm.norm] = norm
                paused.remove(norm.norm)
            }
            for closed in outcome.closed {
                open[closed.norm] = nil
                paused.remove(closed.norm)
            }
            for norm in outcome.paused { paused.insert(norm.norm) }
            for norm in outcome.resumed { paused.remove(norm.norm) }
        }

        var standing: [Outcome.Issued] {
            open.values.filter { !paused.contains($0.norm) }.sorted { $0.norm < $1.norm }
        }

        static func owner(_ norm: String) -> String { String(norm.prefix { $0 != "/" }) }
    }
}
