import PolicyLanguage

/// A policy as facts in the order they are shown: what every form of its picture carries.
///
/// Texts are the policy's own words or plain English, not yet escaped for any form.
public struct Picture: Sendable, Equatable {
    /// The policy's title, else its name.
    public var title: String
    /// The policy's name with the beginning of its digest.
    public var reference: String
    /// A line each about the whole: languages, days in force.
    public var notes: [String]
    /// The roles that act somewhere, in the policy's order.
    public var roles: [String]
    public var ladders: [LadderFacts]
    public var statuses: [StatusFacts]
    public var groups: [RuleGroup]

    /// One act under its modality.
    public struct ActFacts: Sendable, Equatable {
        /// `rules.threat.must.1`, with `.missed.1` for what is owed when that was missed.
        public var id: String
        public var modality: Modality
        public var action: String
        public var by: [String]
        /// `within 30s`, `mode join`, `says warning`, `only if …`, in that order.
        public var details: [String]
        public var missed: [ActFacts]
    }

    public struct LadderFacts: Sendable, Equatable {
        public var id: String
        public var name: String
        public var triggers: [TriggerFacts]
        public var facts: [String]
        public var steps: [StepFacts]
    }

    public struct StepFacts: Sendable, Equatable {
        /// `ladders.abuse.1`.
        public var id: String
        public var number: Int
        public var times: Int
        public var acts: [ActFacts]
    }

    public struct StatusFacts: Sendable, Equatable {
        public var id: String
        public var name: String
        public var facts: [String]
        /// Rules that begin or end it, by name.
        public var begunBy: [String]
        public var endedBy: [String]
        public var rules: [RuleFacts]
    }

    /// Rules that the same kind of thing sets off.
    public struct RuleGroup: Sendable, Equatable {
        public var heading: String
        public var rules: [RuleFacts]
    }

    public struct RuleFacts: Sendable, Equatable {
        /// `rules.threat`, `statuses.protected.1`.
        public var id: String
        public var name: String
        public var triggers: [TriggerFacts]
        public var facts: [String]
        public var acts: [ActFacts]
        public var begins: [BeginFacts]
        public var ends: [String]
    }

    public struct BeginFacts: Sendable, Equatable {
        public var status: String
        public var until: String?
    }

    /// What sets something off.
    public struct TriggerFacts: Sendable, Equatable {
        public var text: String
        /// What a measure counts or times, where the trigger is one.
        public var detail: String?
        public var cause: Cause

        public enum Cause: Sendable, Equatable {
            case event(String), conduct(String), measure(String), status(String), ladder(String, Int), duty(String)
        }
    }
}

extension Picture {
    /// The rules of all groups, then those of all statuses.
    var rules: [RuleFacts] { groups.flatMap(\.rules) + statuses.flatMap(\.rules) }
}
