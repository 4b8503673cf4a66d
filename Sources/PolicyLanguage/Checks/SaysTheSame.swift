import SourceText

/// Rules, ladders and measures that say word for word what another one says: the copy was not changed, or is not needed.
struct SaysTheSame {
    static func find(in view: PolicyView) -> [Diagnostic] {
        let policy = view.policy
        return same("rule", policy.rules, \.name) { form, rule in
            var rule = rule
            rule.cites = []
            form.write(rule)
        }
            + same("ladder", policy.ladders, \.name) { form, ladder in
                var ladder = ladder
                ladder.cites = []
                form.write(ladder)
            }
            + same("measure", policy.measures, \.name) { form, measure in form.write(measure) }
            + view.sources.flatMap(twice)
    }

    /// Acts that stand twice in one list.
    private static func twice(_ source: NormSource) -> [Diagnostic] {
        var first: [String: Located<String>] = [:]
        return source.acts.compactMap { placed in
            if placed.isConsequence { return nil }
            let name = placed.act.action
            let key = "\(placed.modality.rawValue) \(placed.step ?? 0) " + CanonicalForm.text { $0.write(placed.act) }
            guard let known = first[key] else {
                first[key] = name
                return nil
            }
            return .warning(
                "says-the-same", name.span,
                "\(quoted(name.value)) stands twice under \(quoted(placed.modality.rawValue))",
                "take one of the two out, or change what was meant to differ; what is asked for the second time only is a "
                    + "step of a ladder",
                related: [Diagnostic.Related(span: known.span, message: "it stands here first")])
        }
    }

    private static func same<Entry>(
        _ noun: String, _ entries: [Entry], _ name: (Entry) -> Located<String>,
        _ write: (inout CanonicalForm, Entry) -> Void
    ) -> [Diagnostic] {
        var first: [String: Located<String>] = [:]
        return entries.compactMap { entry in
            let name = name(entry)
            let text = CanonicalForm.text { write(&$0, entry) }
            guard let known = first[text] else {
                first[text] = name
                return nil
            }
            return .warning(
                "says-the-same", name.span,
                "the \(noun) \(quoted(name.value)) says the same as \(quoted(known.value)), word for word",
                "take one of the two out, or change what was meant to differ",
                related: [Diagnostic.Related(span: known.span, message: "it says so first")])
        }
    }
}
