import PolicyLanguage

/// Everything the interpreter remembers of one customer with their contacts, of a contact whose customer is not known,
/// or of an agent.
///
/// What happens in a lane depends on the lane's own log alone.
struct Lane: Sendable {
    enum Kind: UInt8, Sendable { case customer, contact, agent }

    var name: String
    var kind: Kind
    /// The latest time reached, in milliseconds; nil before the first event.
    var clock: Int64?
    /// Open contacts and those ended a while ago, in the order in which they began.
    var contacts: [ContactState] = []
    /// Open norms and, of each act and home, the latest missed one; in order of creation.
    var norms: [Norm] = []
    var timers = TimerQueue()
    /// What is per customer (in an agent's lane: per agent).
    var vars: Vars
    var recent = RecentEvents()
    /// Of an agent's lane: the utterances of contacts whose observations moved its measures.
    var heard: [ObservedUtterance] = []
    /// Numbers contacts, norms and timers in the order of their creation.
    var created: Int32 = 0
    /// Records of something that fell due.
    var records: Int32 = 0
    /// Norms numbered by the lane itself.
    var normCount: Int32 = 0
    /// A contact has just come from its own lane: norms that stood there by what was the customer's end.
    var hasJoined = false
    /// Messages to agents' lanes.
    var sent: Int32 = 0
    /// Before this moment no contact is to be forgotten; reckoned from the rest, so it is no part of the state.
    var nextForgetting: Int64 = .max

    init(name: String, kind: Kind, vars: Vars) {
        self.name = name
        self.kind = kind
        self.vars = vars
    }

    mutating func nextCreation() -> Int32 {
        created += 1
        return created
    }

    /// Position of a contact by its id. Linear in the lane's few contacts.
    @inline(__always)
    func position(ofContact id: String) -> Int? {
        contacts.position(of: id)
    }

    /// Position of a contact by its handle: the latest is the one most asked for.
    @inline(__always)
    func position(ofHandle handle: Int32) -> Int? {
        if handle == Scope.lane { return nil }
        var index = contacts.count
        while index > 0 {
            index -= 1
            if contacts[index].handle == handle { return index }
        }
        return nil
    }

    /// Position of a norm by its creation number.
    func position(ofNorm creation: Int32) -> Int? {
        norms.firstIndex { $0.creation == creation }
    }
}

/// Where a variable or norm of a lane lives: a contact by its handle, or the lane itself.
enum Scope {
    /// The customer, or in an agent's lane the agent.
    static let lane: Int32 = -1
}

/// What is remembered of one contact.
struct ContactState: Sendable {
    var id: String
    /// Names the contact within its lane; never used again.
    var handle: Int32
    var started: Int64
    var ended: Int64?
    var channel: String?
    var language: String?
    var agent: String?
    var newMatter = false
    var tags: [String] = []
    /// Its `contact.started` has come.
    var isGreeted = false
    /// How `end_contact` and `transfer` were judged last, before `contact.ended` came as such a deed.
    var judgedEnding: Int32 = EndJudgement.none
    var judgedTransfer: Int32 = EndJudgement.none
    var endedByDeed: Int32 = -1
    /// By the program's `conductReads`; empty while nothing was counted.
    var conductCounts: [Int32] = []
    var utterances: [ObservedUtterance] = []
    var normCount: Int32 = 0
    /// What is looked at once more comes out the same, so it is no part of the state.
    var looks = Looks.none

    /// Whether all conditions on the contact's statuses, facts and ladders were looked at since the latest change of these.
    enum Looks: UInt8, Sendable {
        /// Nothing has changed since the contact began, and nothing was looked at.
        case none
        case due, done
    }
    var vars: Vars
}

extension ContactState {
    func conductCount(_ read: Int) -> Int32 { conductCounts.isEmpty ? 0 : conductCounts[read] }
}

extension [ContactState] {
    /// Position of a contact by its id, the latest first. Linear.
    @inline(__always)
    func position(of id: String) -> Int? {
        var index = count
        while index > 0 {
            index -= 1
            if sameBytes(self[index].id, id) { return index }
        }
        return nil
    }
}

/// What observations of one utterance have already said and moved.
struct ObservedUtterance: Sendable {
    var id: String
    var classes: BitSet
    /// Names of classes that the policy does not declare.
    var otherClasses: [String] = []
    /// Those of both that a person named.
    var confirmed = BitSet()
    var otherConfirmed: [String] = []
    /// Entries and measures that it moved: entries as they are, measures after them.
    var moved: [Int32] = []
}

/// What was said of a deed that announces the end of a contact: nothing yet, that it may be, that it is wrong, or the
/// creation number of the norm that forbade it.
enum EndJudgement {
    static let none: Int32 = -2
    static let allowed: Int32 = -1
    static let refused: Int32 = -3
}
