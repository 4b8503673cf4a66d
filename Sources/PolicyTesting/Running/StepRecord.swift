import PolicyEngine
import PolicyLanguage

/// What one step did: how its event was received, every outcome up to the step's end, and the norms that stood then.
struct StepRecord {
    var reception: Reception
    /// Those that are not empty, of what fell due since the step before, of the event itself, and of agents' answers.
    var outcomes: [Outcome]
    var standing: [StandingNorm]
    /// Every norm of the test so far, by its id.
    var issued: [String: Outcome.Issued]

    var closed: [Outcome.Closed] { outcomes.flatMap(\.closed) }
    var verdicts: [Outcome.Verdict] { outcomes.flatMap(\.verdicts) }
    var coached: [Outcome.Coached] { outcomes.flatMap(\.coached) }
    var faults: [Outcome.Fault] { outcomes.flatMap(\.faults) }
    /// The norms that began in this step.
    var begun: [Outcome.Issued] { outcomes.flatMap(\.issued) }
}
