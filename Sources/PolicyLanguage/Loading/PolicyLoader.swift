import SourceText

/// Reads a policy, puts it together with its parents, and checks it.
public enum PolicyLoader {
    /// Loads a policy; `read` gives the bytes of a file by name, nil where there is none.
    ///
    /// A parent `extends: base` is read as `base.policy.yaml` in the folder of its child. Nothing that is wrong stops
    /// the reading of what does not depend on it. Never traps; all limits are in `PolicyLimits`, `YAMLLimits` and
    /// `CELLimits`.
    public static func load(_ name: String, read: (String) -> [UInt8]?) -> LoadedPolicy {
        load(name, withChecks: true, read: read)
    }

    /// Without `Checks` if asked: for tests of what comes before and after them.
    package static func load(_ name: String, withChecks: Bool, read: (String) -> [UInt8]?) -> LoadedPolicy {
        var family = PolicyFamily(name, read: read)
        guard let draft = family.merged() else { return loaded(nil, family.findings, family) }
        var reader = PolicyReader(draft, family.findings)
        let policy = reader.policy()
        let names = DeclaredNames(draft)
        var nameCheck = NameCheck(policy, names, reader.findings)
        nameCheck.check()
        var laterNames = LaterNames(names, nameCheck.findings)
        laterNames.check(draft)
        var conditions = ConditionCheck(policy, names, laterNames.findings)
        conditions.check()
        var findings = conditions.findings
        // What has no form to be read was told of as an error.
        let told = findings.all.filter { $0.code == "not-built" }.map(\.span)
        for part in policy.notBuilt where !told.contains(where: { $0.covers(part.span) }) {
            findings.add(finding(part))
        }
        if findings.hasErrors { return loaded(nil, findings, family, names.roles) }
        let typed = conditions.typed
        if withChecks {
            for finding in Checks.all(policy, typed: { typed[$0.text.span] }) { findings.add(finding) }
        }
        if findings.hasErrors { return loaded(nil, findings, family, names.roles) }
        let checked = CheckedPolicy(
            policy: policy, digest: PolicyDigest.of(policy), readings: conditions.readings, conditions: typed)
        return loaded(checked, findings, family, names.roles, isWhole: withChecks && findings.left == 0)
    }

    private static func loaded(
        _ policy: CheckedPolicy?, _ findings: Findings, _ family: PolicyFamily, _ roles: NameSet? = nil,
        isWhole: Bool = false
    ) -> LoadedPolicy {
        var allowances = Allowances(family.allowances, family.sources)
        var all = sorted(allowances.apply(to: findings.all.map { fitted($0, roles) }, isWhole: isWhole))
        if findings.left > 0 {
            all.append(
                Diagnostic(
                    code: "too-many-findings", span: .none,
                    message: "\(findings.left) more findings are not shown", help: "mend these first"))
        }
        return LoadedPolicy(
            sources: family.sources, diagnostics: all, allowed: allowances.allowed, policy: policy)
    }

    /// A finding whose help names a role of the policy where it would name one that the policy does not list.
    private static func fitted(_ finding: Diagnostic, _ roles: NameSet?) -> Diagnostic {
        guard let roles, let first = roles.all.first, !roles.contains("agent"), let help = finding.help,
            finding.code != "unlisted-role"
        else { return finding }
        var finding = finding
        finding.help = help.replacing("{by: [agent]}", with: "{by: [\(first)]}")
        return finding
    }

    private static func finding(_ notBuilt: NotBuilt) -> Diagnostic {
        Diagnostic(
            code: "not-built", severity: .warning, span: notBuilt.span,
            message: "\(notBuilt.what) is read, but this version does nothing with it",
            help: notBuilt.instead ?? "until it does, see to it by other means")
    }
}

extension SourceSpan {
    /// Whether another one lies in this one.
    fileprivate func covers(_ other: SourceSpan) -> Bool {
        file == other.file && start <= other.start && other.end <= end
    }
}
