import PolicyEngine
import PolicyLanguage

/// What came before, as far as a reason may name it.
struct CaseMemory {
    /// A norm from its issue on.
    struct Life {
        var norm: Outcome.Issued
        var at: Int64
        var contact: String?
        /// How and when it closed, if it did.
        var end: (state: NormState, time: Int64)?
    }

    private(set) var lives: [String: Life] = [:]
    /// Norms in the order of their issue.
    private var order: [String] = []
    /// How often each ladder counted, by ladder and whose it is.
    private var counted: [String: Int] = [:]
    /// Where each ladder stands, by ladder and whose it is.
    private var positions: [String: Int] = [:]
    /// Since when statuses are active, by status and whose it is.
    private var active: [String: Int64] = [:]

    mutating func note(_ outcome: Outcome) {
        for case .entry(let look) in outcome.trace.looks where look.result == .fired && look.entry.hasPrefix("ladders.")
        {
            for who in owners(outcome) { counted["\(look.entry) \(who)", default: 0] += 1 }
        }
        for closed in outcome.closed { lives[closed.norm]?.end = (closed.state, outcome.time) }
        for norm in outcome.issued {
            if lives[norm.norm] == nil { order.append(norm.norm) }
            lives[norm.norm] = Life(norm: norm, at: outcome.time, contact: outcome.contact, end: nil)
        }
        for change in outcome.changes {
            for who in owners(outcome) {
                switch change {
                case .ladder(let name, _, let to): positions["\(name) \(who)"] = to
                case .status(let name, _, let phase): active["\(name) \(who)"] = phase == .active ? outcome.time : nil
                }
            }
        }
    }

    private func owners(_ outcome: Outcome) -> [String] {
        [outcome.contact.map { "contact \($0)" }, outcome.customer.map { "customer \($0)" }].compactMap { $0 }
    }

    private func owner(_ home: Home, _ outcome: Outcome) -> String? {
        switch home {
        case .contact: outcome.contact.map { "contact \($0)" }
        case .customer: outcome.customer.map { "customer \($0)" }
        case .agent: nil
        }
    }

    /// How often a ladder has counted, for a contact or over all of a customer's.
    func times(_ ladder: String, per home: Home, in outcome: Outcome) -> Int {
        owner(home, outcome).flatMap { counted["ladders.\(ladder) \($0)"] } ?? 0
    }

    func position(_ ladder: String, per home: Home, in outcome: Outcome) -> Int {
        owner(home, outcome).flatMap { positions["\(ladder) \($0)"] } ?? 0
    }

    func since(_ status: String, about home: Home, in outcome: Outcome) -> Int64? {
        owner(home, outcome).flatMap { active["\(status) \($0)"] }
    }

    /// The latest norm of a rule, in a contact where one is given.
    func latest(of rule: String, in contact: String?) -> Life? {
        latest { $0.norm.rule == rule && (contact == nil || $0.contact == contact) }
    }

    /// The norm issued last of those that are meant.
    func latest(where isMeant: (Life) -> Bool) -> Life? {
        order.reversed().lazy.compactMap { lives[$0] }.first(where: isMeant)
    }
}
