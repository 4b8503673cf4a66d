import SourceText

/// What is declared and nothing speaks of.
struct NeverUsed {
    private let view: PolicyView
    private let mentions: Mentions

    /// Only the file asked for is looked at: a parent may declare what other children use. So may a policy of words
    /// alone.
    static func find(in view: PolicyView, _ mentions: Mentions) -> [Diagnostic] {
        if view.sources.isEmpty { return [] }
        let check = NeverUsed(view: view, mentions: mentions)
        let found =
            check.facts() + check.measures() + check.scripts() + check.groups() + check.settings() + check.actions()
            + check.roles() + check.events() + check.conduct() + check.statuses()
        return found.filter { $0.span.file == view.policy.span.file }
    }

    private func unused(_ noun: String, _ name: Located<String>, _ use: String) -> Diagnostic {
        .warning(
            "never-used", name.span, "nothing uses the \(noun) \(quoted(name.value))", "\(use), or take it out")
    }

    private func facts() -> [Diagnostic] {
        // A rule about every recorded fact speaks of all of them.
        let isAny = view.sources.contains { source in
            source.when.contains { $0.isEvent(.factRecorded) } && !view.reads(source.guard).contains("event.name")
        }
        if isAny { return [] }
        return view.policy.facts.map(\.name).filter { !mentions.contains($0.value) }.map { name in
            unused("fact", name, "read it with \(quoted("fact(\"\(name.value)\")")) in a condition")
        }
    }

    private func measures() -> [Diagnostic] {
        view.policy.measures.filter { measure in
            let name = measure.name.value
            return !mentions.measures.contains(name) && !mentions.reads.contains(name)
        }.map { measure in
            let example = measure.kind == .count ? "3" : "15m"
            let trigger = "when: {measure: \(measure.name.value), reaches: \(example)}"
            return unused("measure", measure.name, "set a rule off with \(quoted(trigger))")
        }
    }

    private func scripts() -> [Diagnostic] {
        view.policy.scripts.map(\.name).filter { !mentions.scripts.contains($0.value) }.map { name in
            unused("script", name, "name it with \(quoted("script: \(name.value)")) in an act")
        }
    }

    private func groups() -> [Diagnostic] {
        view.policy.groups.map(\.name).filter { name in
            !mentions.conduct.contains(name.value) && !mentions.contains(name.value)
        }.map { unused("group", $0, "name it with \(quoted("when: conduct.\($0.value)"))") }
    }

    private func settings() -> [Diagnostic] {
        let values = SettingUses(view)
        return view.policy.settings.filter { setting in
            !mentions.reads.contains(setting.name.value) && !values.mayUse(setting)
        }.map { unused("setting", $0.name, "write its name in place of a number or a time") }
    }

    private func actions() -> [Diagnostic] {
        view.policy.actions.filter { action in
            let name = action.name.value
            return BuiltInAction.named(name) == nil && action.closed != true && !mentions.actions.contains(name)
                && !mentions.contains(name)
        }.map { unused("action", $0.name, "ask for it with \(quoted("must: \($0.name.value)"))") }
    }

    private func roles() -> [Diagnostic] {
        view.policy.roles.filter { role in
            !BuiltInAction.roles.contains(role.value) && !mentions.roles.contains(role.value)
                && !mentions.contains(role.value)
        }.map { unused("role", $0, "name it with \(quoted("by: \($0.value)"))") }
    }

    private func events() -> [Diagnostic] {
        view.policy.events.map(\.name).filter { !mentions.events.contains($0.value) }.map {
            unused("event type", $0, "name it with \(quoted("when: \($0.value)"))")
        }
    }

    private func conduct() -> [Diagnostic] {
        if mentions.events.contains(BuiltInEvent.conductObserved.rawValue) { return [] }
        let spoken = view.policy.groups.filter { group in
            mentions.conduct.contains(group.name.value) || mentions.contains(group.name.value)
        }.flatMap { $0.members.map(\.value) }
        let known = mentions.conduct.union(spoken)
        return view.policy.conduct.map(\.name).filter { !known.contains($0.value) && !mentions.contains($0.value) }
            .map { name in
                .warning(
                    "unspoken-conduct", name.span, "nothing happens when \(quoted(name.value)) is observed",
                    "name \(quoted("conduct.\(name.value)")) in the `when` of a rule or a ladder, "
                        + "or put it into a group that is named there; meant so? write "
                        + "`# holdline: allow unspoken-conduct because …` on the line above")
            }
    }

    private func statuses() -> [Diagnostic] {
        let decided = Set(view.policy.notBuilt.filter { $0.what.contains("`decided_by`") }.map(\.owner))
        let begun = Set(view.sources.flatMap { $0.rule?.begins ?? [] }.map(\.status.value))
            .union(view.acts.compactMap(\.placed.act.status?.value))
        return view.policy.statuses.map(\.name).filter { name in
            !begun.contains(name.value) && !decided.contains("statuses.\(name.value)")
        }.map { name in
            .warning(
                "never-begun", name.span, "nothing in the policy begins the status \(quoted(name.value))",
                "add \(quoted("begin: \(name.value)")) to a rule, or ask for a decision with "
                    + quoted("must: {decide: {status: \(name.value)}}")
                    + "; what somebody only notes is easier as a fact, "
                    + quoted("facts: {\(name.value): {type: bool}}")
                    + "; if it is decided elsewhere, `# holdline: allow never-begun because …`")
        }
    }
}
