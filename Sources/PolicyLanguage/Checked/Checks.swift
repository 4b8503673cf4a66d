import CEL
import SourceText

/// Checks of what a sound policy means, made once its names and types are known to be right.
enum Checks {
    /// What the checks find, errors first. `typed` gives the typed form of a condition of the policy.
    static func all(_ policy: Policy, typed: @escaping (Condition) -> CheckedCEL?) -> [Diagnostic] {
        let view = PolicyView(policy, typed: typed)
        let excess = NameLimits.find(in: view)
        if !excess.isEmpty { return excess }
        let mentions = Mentions(view)
        var found = ScriptTexts.find(in: view) + Placeholders.find(in: view)
        found += ConductWords.find(in: view) + AvoidedWords.find(in: view)
        found += OpenPlaceholders.find(in: view) + Untranslated.find(in: view) + TooLongToSay.find(in: view)
        found += OpposedNorms.find(in: view) + IdleProhibitions.find(in: view) + SelfFeeding.find(in: view)
        found += Deadlines.find(in: view) + IdleArguments.find(in: view)
        found += Overrides.find(in: view) + Windows.find(in: view) + OptionalReads.find(in: view)
        found += UnlistedRoles.find(in: view) + Recipients.find(in: view) + OwedAfterTheEnd.find(in: view)
        found += OwnEndings.find(in: view) + UngatedSteps.find(in: view) + StandingDuties.find(in: view)
        found += UnreachedSteps.find(in: view) + SaysTheSame.find(in: view)
        found += IdleStatuses.find(in: view, mentions) + MisspeltChannels.find(in: view)
        found += NeverUsed.find(in: view, mentions) + NeverFires.find(in: view)
        found += PassingFacts.find(in: view) + EitherValue.find(in: view) + OutlivesStatus.find(in: view)
        found += UnheardWords.find(in: view) + UnstartedClocks.find(in: view)
        found += AuthorityOfDeeds.find(in: view) + TimeAsEvent.find(in: view) + OwedAgain.find(in: view)
        found += ZoneNames.find(in: view)
        found += SingleScore.find(in: view) + StaysTrue.find(in: view) + Refusals.find(in: view)
        // Errors come first, for a long list of findings is cut.
        return found.filter { $0.severity == .error } + found.filter { $0.severity != .error }
    }
}
