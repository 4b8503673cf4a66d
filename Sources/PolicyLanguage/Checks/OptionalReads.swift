import CEL
import SourceText

/// Conditions that read what an event may lack.
struct OptionalReads {
    static func find(in view: PolicyView) -> [Diagnostic] {
        var seen: Set<SourceSpan> = []
        return view.conditions.flatMap { condition -> [Diagnostic] in
            guard seen.insert(condition.text.span).inserted, let typed = view.typed(condition) else { return [] }
            var names: Set<String> = []
            let own = Set(view.policy.events.flatMap { $0.fields.map { "event.\($0.name.value)" } })
            return typed.unguardedOptionalReads.filter { names.insert($0.name).inserted }.map { read in
                .warning(
                    "unguarded-optional", condition.place(read.range),
                    "\(quoted(read.name)) may be missing, and then this condition counts as false",
                    "write \(quoted("has(\(read.name)) && …")) before it"
                        + (own.contains(read.name)
                            ? ", or say in `events:` that it never is, with `required: true`" : ""))
            }
        }
    }
}
