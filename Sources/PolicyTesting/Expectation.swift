import PolicyEngine
import PolicyLanguage
import SourceText

/// One thing that a test expects after a step, at the place where it was written.
struct Expectation: Sendable {
    var claim: Claim
    var span: SourceSpan
    /// Where the name stands that the claim is about: an action, a ladder, a status.
    var nameSpan: SourceSpan

    init(claim: Claim, span: SourceSpan, nameSpan: SourceSpan? = nil) {
        self.claim = claim
        self.span = span
        self.nameSpan = nameSpan ?? span
    }

    /// What is expected. An optional that is nil stands for `none`.
    enum Claim: Sendable {
        case stands(Modality, StandingClaim)
        case noneStands(Modality)
        /// No such norm on one action, whatever stands on others.
        case noneStandsOn(Modality, String)
        case silent(String)
        case closed(String, NormState?)
        case nothingClosed
        case verdict(String, Judgement?)
        case nothingJudged
        case status(String, StatusPhase?)
        case ladder(String, Int)
        case measure(String, Amount)
        case script(String, String?)
        case due(String, Int64)
        case coached(String)
        case nothingCoached
        /// A condition that could not be evaluated in this step, or another fault, by its code.
        case fault(String)
        case noFaults
        case noEffect
        case refused(String)
        case duplicate
    }

    /// A number, or a length of time in milliseconds.
    enum Amount: Sendable, Equatable {
        case number(Int64)
        case time(Int64)
    }
}

/// A norm as a test describes it: its action, and those of its arguments that the test cares about.
struct StandingClaim: Sendable {
    var action: String
    /// Roles that must be among those of the norm.
    var by: [String] = []
    /// Milliseconds since 1970.
    var due: Int64?
    var until: Int64?
    var to: String?
    var script: String?
    var rule: String?
}
