import SourceText

/// Reads a policy, puts it together with its parents, and checks it.
public enum PolicyLoader {
    /// Loads a policy; `read` gives the bytes of a file by name, nil where there is none.
    ///
    /// A parent `extends: base` is read as `base.policy.yaml` in the folder of its child. Nothing that is wrong stops
    /// the reading of what does not depend on it. Never traps; all limits are in `PolicyLimits`, `YAMLLimits` and
    /// `CELLimits`.
    public static func load(_ name: String, read: (String) -> [UInt8]?) -> LoadedPolicy {
        var family = PolicyFamily(name, read: read)
        guard let draft = family.merged() else { return loaded(nil, family.findings, [], family.sources) }
        var reader = PolicyReader(draft, family.findings)
        let policy = reader.policy()
        let names = DeclaredNames(draft)
        var nameCheck = NameCheck(policy, names, reader.findings)
        nameCheck.check()
        var conditions = ConditionCheck(policy, names, nameCheck.findings)
        conditions.check()
        let notBuilt = policy.notBuilt.map(finding)
        if conditions.findings.hasErrors { return loaded(nil, conditions.findings, notBuilt, family.sources) }
        let checks = Checks.all(policy) { conditions.typed[$0.text.span] }
        var checked: CheckedPolicy?
        if !checks.contains(where: { $0.severity == .error }) {
            checked = CheckedPolicy(
                policy: policy, digest: PolicyDigest.of(policy), readings: conditions.readings,
                conditions: conditions.typed)
        }
        return loaded(checked, conditions.findings, notBuilt + checks, family.sources)
    }

    private static func loaded(
        _ policy: CheckedPolicy?, _ findings: Findings, _ more: [Diagnostic], _ sources: SourceMap
    ) -> LoadedPolicy {
        var all = sorted(findings.all + more)
        if findings.left > 0 {
            all.append(
                Diagnostic(
                    code: "too-many-findings", span: .none,
                    message: "\(findings.left) more findings are not shown", help: "mend these first"))
        }
        return LoadedPolicy(sources: sources, diagnostics: all, policy: policy)
    }

    private static func finding(_ notBuilt: NotBuilt) -> Diagnostic {
        Diagnostic(
            code: "not-built", severity: .warning, span: notBuilt.span,
            message: "\(notBuilt.what) is read, but this version does nothing with it",
            help: "until it does, see to it by other means")
    }
}
