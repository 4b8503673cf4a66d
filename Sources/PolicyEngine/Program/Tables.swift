import CEL
import PolicyLanguage

/// A set of roles or conduct classes, by their position in the policy; at most 64.
struct BitSet: Sendable, Equatable {
    var bits: UInt64 = 0

    init(bits: UInt64 = 0) { self.bits = bits }
    init(_ index: Int) { bits = index >= 0 && index < 64 ? 1 << UInt64(index) : 0 }

    var isEmpty: Bool { bits == 0 }
    func contains(_ index: Int) -> Bool { index >= 0 && index < 64 && bits & (1 << UInt64(index)) != 0 }
    func intersects(_ other: BitSet) -> Bool { bits & other.bits != 0 }
    func isSubset(of other: BitSet) -> Bool { bits & ~other.bits == 0 }
    mutating func insert(_ index: Int) { bits |= BitSet(index).bits }
    mutating func formUnion(_ other: BitSet) { bits |= other.bits }
    func subtracting(_ other: BitSet) -> BitSet { BitSet(bits: bits & ~other.bits) }
}

/// `if` and `unless` as indices into the program's conditions; -1 where absent.
struct CompiledGuard: Sendable {
    var condition: Int32 = -1
    var exception: Int32 = -1

    var isEmpty: Bool { condition < 0 && exception < 0 }
}

/// What sets an entry off, ends a norm, or moves a measure.
enum Pattern: Sendable {
    case event(EventType)
    case conduct(BitSet)
    case measure(Int, reaches: Int64)
    case status(Int, StatusPhase)
    case ladder(Int, step: Int)
    case duty(action: Int, NormState)
}

/// One act of the policy at its place: what the interpreter issues as a norm.
///
/// An object, as the other tables with many parts are, so that reading one of them copies nothing. Only the compiler
/// changes it, before the program is shared; so `unchecked` is safe, and spares every read a look whether somebody does.
final class Effect: @unchecked Sendable {
    /// Why the norm of this effect is there.
    enum Basis: Sendable, Equatable {
        /// A rule asserts it when it fires; also the acts of `if_missed`.
        case rule
        /// A ladder's step owes it when climbed to (`slot` numbers the ladder's duties).
        case duty(ladder: Int, step: Int, slot: Int)
        /// It stands while the ladder's position is at or past the step.
        case position(ladder: Int, step: Int)
        /// It stands while the status is active.
        case status(Int)
    }

    @exclusivity(unchecked) var modality: Modality
    @exclusivity(unchecked) var action: Int
    /// Index of the rule, ladder or status it belongs to, for `overrides`.
    @exclusivity(unchecked) var source: Int
    /// What outcomes name as its rule: `rules.threat`, `ladders.abuse.1`.
    @exclusivity(unchecked) var rule: String
    @exclusivity(unchecked) var basis: Basis
    @exclusivity(unchecked) var roles: BitSet
    @exclusivity(unchecked) var roleNames: [String]
    @exclusivity(unchecked) var to: String?
    @exclusivity(unchecked) var mode: InvolvementMode?
    @exclusivity(unchecked) var status: String?
    @exclusivity(unchecked) var within: Int64?
    @exclusivity(unchecked) var untilElapsed: Int64?
    @exclusivity(unchecked) var untilPattern: Pattern?
    /// An action that must have been done first; -1 for none.
    @exclusivity(unchecked) var after: Int = -1
    /// That action is owed by the same list of acts: only one done while the norm is open counts.
    @exclusivity(unchecked) var isAfterItsOwn = false
    /// The act's own guard, asked whenever its standing is.
    @exclusivity(unchecked) var own = CompiledGuard()
    /// The guard of a `while_active` entry that stands all the while; asked with the act's own.
    @exclusivity(unchecked) var outer = CompiledGuard()
    /// Of such an entry: the channels on which it stands; empty for all.
    @exclusivity(unchecked) var channels: [String] = []
    @exclusivity(unchecked) var home: Home
    @exclusivity(unchecked) var excusedBy: [String] = []
    @exclusivity(unchecked) var ifMissed: [Int] = []
    @exclusivity(unchecked) var confirmEvery: Int64?
    @exclusivity(unchecked) var confirmUntil: Pattern?
    @exclusivity(unchecked) var scripts: [Int] = []
    @exclusivity(unchecked) var mustSay: [String] = []
    @exclusivity(unchecked) var fields: [String] = []
    @exclusivity(unchecked) var arguments: [Outcome.Argument] = []

    init(
        modality: Modality, action: Int, source: Int, rule: String, basis: Basis, roles: BitSet, roleNames: [String],
        to: String?, mode: InvolvementMode?, status: String?, home: Home
    ) {
        self.modality = modality
        self.action = action
        self.source = source
        self.rule = rule
        self.basis = basis
        self.roles = roles
        self.roleNames = roleNames
        self.to = to
        self.mode = mode
        self.status = status
        self.home = home
    }
}

/// A rule or a ladder: what is set off, under which guard, with which effects.
///
/// Only the compiler changes it, before the program is shared; so `unchecked` is safe.
final class Entry: @unchecked Sendable {
    enum Body: Sendable { case rule, ladder(Int) }

    /// `rules.threat`, `ladders.abuse`, `statuses.restricted.1`; entries are sorted by it.
    @exclusivity(unchecked) var id: String
    @exclusivity(unchecked) var body: Body
    @exclusivity(unchecked) var patterns: [Pattern]
    @exclusivity(unchecked) var own: CompiledGuard
    @exclusivity(unchecked) var channels: [String]
    /// For a rule under `while_active`: the status that must be active.
    @exclusivity(unchecked) var whileActive: Int = -1
    @exclusivity(unchecked) var effects: [Int] = []
    /// Indices of the program's `begins`.
    @exclusivity(unchecked) var begins: [Int] = []
    @exclusivity(unchecked) var ends: [Int] = []

    init(
        id: String, body: Body, patterns: [Pattern], own: CompiledGuard, channels: [String], whileActive: Int = -1
    ) {
        self.id = id
        self.body = body
        self.patterns = patterns
        self.own = own
        self.channels = channels
        self.whileActive = whileActive
    }

    var isStratumOne: Bool { !begins.isEmpty || !ends.isEmpty }
}

/// An action as the policy knows it.
struct Action: Sendable {
    var name: String
    /// Roles that `actions:` gives; empty where it does not speak of them.
    var declaredRoles = BitSet()
    var hasDeclaredRoles = false
    var roleNames: [String]
    var mustSay: [String] = []
    var fields: [String] = []
    var closed = false
    var home: Home
    /// Some act of this policy with this action lives with the agent.
    var livesWithAgent = false
    /// Some act of this policy with this action lives with the contact or the customer.
    var livesWithCustomer = false
}

/// A measure: where it lives, what moves it, what its values set off.
///
/// Only the compiler changes it, before the program is shared; so `unchecked` is safe.
final class MeasureTable: @unchecked Sendable {
    @exclusivity(unchecked) var name: String
    @exclusivity(unchecked) var kind: Measure.Kind
    @exclusivity(unchecked) var home: Home
    /// Index among the measures of the same home.
    @exclusivity(unchecked) var slot: Int
    @exclusivity(unchecked) var patterns: [Pattern]
    @exclusivity(unchecked) var own: CompiledGuard
    /// Milliseconds; nil for ever.
    @exclusivity(unchecked) var window: Int64?
    @exclusivity(unchecked) var runsWhile: Int32
    /// The constants that triggers compare with, ascending, without repeats.
    @exclusivity(unchecked) var reaches: [Int64] = []

    /// What outcomes name as the place of its conditions: `measures.length`.
    let site: String

    init(
        name: String, kind: Measure.Kind, home: Home, slot: Int, patterns: [Pattern], own: CompiledGuard,
        window: Int64?, runsWhile: Int32
    ) {
        self.name = name
        site = "measures.\(name)"
        self.kind = kind
        self.home = home
        self.slot = slot
        self.patterns = patterns
        self.own = own
        self.window = window
        self.runsWhile = runsWhile
    }
}

/// A ladder's own figures; its trigger is the entry of the same index.
///
/// Only the compiler changes it, before the program is shared; so `unchecked` is safe.
final class LadderTable: @unchecked Sendable {
    struct Step: Sendable {
        var times: Int
        var duties: [Int]
        var standing: [Int]
    }

    @exclusivity(unchecked) var name: String
    @exclusivity(unchecked) var home: Home
    @exclusivity(unchecked) var slot = 0
    @exclusivity(unchecked) var channels: [String]
    @exclusivity(unchecked) var window: Int64?
    @exclusivity(unchecked) var suspendedWhile: Int32
    @exclusivity(unchecked) var always: Bool
    @exclusivity(unchecked) var coolsAfter: Int64?
    @exclusivity(unchecked) var steps: [Step] = []
    @exclusivity(unchecked) var dutyCount = 0

    /// What outcomes name as the place of its conditions: `ladders.abuse`.
    let site: String

    init(
        name: String, home: Home, channels: [String], window: Int64?, suspendedWhile: Int32, always: Bool,
        coolsAfter: Int64?
    ) {
        self.name = name
        site = "ladders.\(name)"
        self.home = home
        self.channels = channels
        self.window = window
        self.suspendedWhile = suspendedWhile
        self.always = always
        self.coolsAfter = coolsAfter
    }
}

/// A status: where it lives and what ends it.
struct StatusTable: Sendable {
    var name: String
    var home: Home
    var slot: Int
    /// How it begins where a rule says nothing else: the index among the program's `begins`.
    var begin: Int
    /// What a decision that imposes it must carry.
    var fields: [String]
}

/// A way in which a status begins: which, and what ends it.
struct Beginning: Sendable {
    var status: Int
    var untilElapsed: Int64?
    var untilPattern: Pattern?
}

/// A fact: where it lives, its type, who may record it.
struct FactTable: Sendable {
    var name: String
    var home: Home
    var slot: Int
    var type: ValueType
    var roles: BitSet
    var anyRole: Bool
}

/// A script with its texts by language.
struct ScriptTable: Sendable {
    var name: String
    var languages: [String]
    var texts: [[UInt8]]
}
