import PolicyEngine
import PolicyLanguage

/// A contact in a few words: who, when, the worst that was observed, where it ended, and what went wrong.
public struct CaseSummary: Sendable, Equatable {
    public var contact: String
    public var customer: String?
    public var agents: [String]
    public var channel: String?
    public var began: Int64
    public var ended: Int64?
    /// `by` of `contact.ended`.
    public var endedBy: String?
    public var reason: String?
    /// What was observed and not taken back, the worst first.
    public var conduct: [Observed]
    /// Ladders that were climbed, in the order of their first step, with where they stood last and how high they were.
    public var ladders: [Climb]
    /// Actions of duties (`must`, not `should`) that were missed and not done later.
    public var missed: [String]
    /// Duties done after their deadline.
    public var late: [String]
    /// Deeds that the policy did not allow: forbidden, too soon, incomplete, by the wrong role.
    public var objections: [Objection]
    /// Duties that are still open.
    public var open: Int
    /// The policy had anything to say at all.
    public var hasOutcomes: Bool

    public struct Observed: Sendable, Equatable {
        public var conduct: String
        public var times: Int
        /// The highest given, 0 to 4.
        public var severity: Int64?
    }

    public struct Climb: Sendable, Equatable {
        public var ladder: String
        public var position: Int
        public var highest: Int
    }

    public struct Objection: Sendable, Equatable {
        public var action: String
        public var verdict: Judgement
        public var time: Int64
    }

    /// Sums a case up. Linear in its records.
    public init(_ records: Case) {
        contact = records.contact
        customer = records.customer
        agents = records.agents
        channel = records.channel
        began = records.events.first?.time ?? records.outcomes.first?.outcome.time ?? 0
        let end = records.events.last { $0.type == BuiltInEvent.contactEnded.rawValue }
        ended = end?.time
        endedBy = end?.event?.text("by")
        reason = end?.event?.text("reason")
        conduct = Self.conduct(in: records)
        ladders = Self.ladders(in: records)
        let owed = records.norms.filter { $0.modality == .must }
        missed = owed.filter { $0.state == .missed }.map(\.action)
        late = owed.filter { $0.state == .late }.map(\.action)
        hasOutcomes = !records.outcomes.isEmpty
        open = owed.count { $0.state == .open }
        objections = records.outcomes.flatMap { finding in
            finding.outcome.verdicts.filter { $0.verdict.isObjection }
                .map { Objection(action: $0.action, verdict: $0.verdict, time: finding.outcome.time) }
        }
    }

    /// Something to tell: conduct was observed, or the policy asked, allowed, judged or changed anything.
    public var isEventful: Bool { hasOutcomes || !conduct.isEmpty }

    /// By severity where every observation has one, else by the policy, which lists its conduct from the gravest down
    /// (the order in which scripts take it); ties by the other, then by name. Classes that the policy does not list
    /// come last.
    private static func conduct(in records: Case) -> [Observed] {
        let takenBack = Set(
            records.events.filter { $0.type == BuiltInEvent.retracted.rawValue }
                .compactMap { $0.event?.text("event") })
        var found: [Observed] = []
        for happening in records.events where happening.type == BuiltInEvent.conductObserved.rawValue {
            guard let event = happening.event, !takenBack.contains(event.id) else { continue }
            for name in event.texts("conduct") { note(name, severity(event), &found) }
        }
        let order = records.policy?.conduct ?? []
        let allRated = found.allSatisfy { $0.severity != nil }
        func place(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
        return found.sorted { a, b in
            let (placeA, placeB) = (place(a.conduct), place(b.conduct))
            let (severityA, severityB) = (a.severity ?? -1, b.severity ?? -1)
            if allRated, severityA != severityB { return severityA > severityB }
            if placeA != placeB { return placeA < placeB }
            if severityA != severityB { return severityA > severityB }
            return a.conduct.utf8.lexicographicallyPrecedes(b.conduct.utf8)
        }
    }

    private static func severity(_ event: Event) -> Int64? {
        if case .int(let severity)? = event["severity"] { severity } else { nil }
    }

    private static func note(_ name: String, _ severity: Int64?, _ found: inout [Observed]) {
        guard let known = found.firstIndex(where: { $0.conduct == name }) else {
            return found.append(Observed(conduct: name, times: 1, severity: severity))
        }
        found[known].times += 1
        if let severity { found[known].severity = max(severity, found[known].severity ?? severity) }
    }

    private static func ladders(in records: Case) -> [Climb] {
        var found: [Climb] = []
        for change in records.outcomes.lazy.flatMap(\.outcome.changes) {
            guard case .ladder(let name, _, let to) = change else { continue }
            if let known = found.firstIndex(where: { $0.ladder == name }) {
                found[known].position = to
                found[known].highest = max(found[known].highest, to)
            } else {
                found.append(Climb(ladder: name, position: to, highest: to))
            }
        }
        return found
    }
}

extension Judgement {
    /// The policy did not allow the deed as it was done.
    public var isObjection: Bool {
        switch self {
        case .forbidden, .wrongRole, .incomplete, .premature: true
        case .late, .fulfilled, .permitted, .excused, .silent: false
        }
    }
}
