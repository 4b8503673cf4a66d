import CEL
import SourceText

/// Conditions that read what an event may lack.
struct OptionalReads {
    static func find(in view: PolicyView) -> [Diagnostic] {
        var seen: Set<SourceSpan> = []
        let own = Set(view.policy.events.flatMap { $0.fields.map { "event.\($0.name.value)" } })
        return view.conditions.flatMap { condition -> [Diagnostic] in
            guard seen.insert(condition.text.span).inserted, let typed = view.typed(condition) else { return [] }
            var names: Set<String> = []
            let reads = OptionalRead.all(of: typed)
            return reads.filter { names.insert($0.read.name).inserted }.map { one in
                .warning(
                    "unguarded-optional", condition.place(one.read.range),
                    "\(quoted(one.read.name)) may be missing, and then this condition counts as false",
                    "write \(quoted("\(one.questions) && …")) before it"
                        + (own.contains(one.read.name)
                            ? ", or say in `events:` that it never is, with `required: true`" : ""))
            }
        }
    }
}

/// A read of what may be missing, with all that has to be there for it.
private struct OptionalRead {
    let read: CELRead
    /// What holds it, from outside: `event.fields` of `event.fields.tag`.
    let within: [String]

    /// `has(event.fields) && has(event.fields.tag)`.
    var questions: String { (within + [read.name]).map { "has(\($0))" }.joined(separator: " && ") }

    static func all(of condition: CheckedCEL) -> [OptionalRead] {
        let reads = condition.unguardedOptionalReads
        return reads.indices.compactMap { index in
            let read = reads[index]
            // A map and what is read in it begin at the same place, the map first.
            if reads.dropFirst(index + 1).first.map({ isPart(read, of: $0) }) ?? false { return nil }
            return OptionalRead(read: read, within: reads[..<index].filter { isPart($0, of: read) }.map(\.name))
        }
    }

    private static func isPart(_ map: CELRead, of read: CELRead) -> Bool {
        map.slot == read.slot && map.range.lowerBound == read.range.lowerBound
            && read.name.hasPrefix("\(map.name).")
    }
}
