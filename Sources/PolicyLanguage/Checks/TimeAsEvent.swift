import SourceText

/// What waits for `time.passed`: it comes whenever some program asks what is due, and at no certain time.
struct TimeAsEvent {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.sources.compactMap { source in
            source.when.first { $0.isEvent(.timePassed) }.map {
                finding(source.id, "waits for", $0, view, source.guard)
            }
        }
            + view.policy.measures.compactMap { measure in
                let name = "measures.\(measure.name.value)"
                return measure.of.first { $0.isEvent(.timePassed) }.map {
                    finding(name, measure.kind == .count ? "counts" : "runs from", $0, view, measure.guard)
                }
            }
    }

    private static func finding(
        _ name: String, _ verb: String, _ trigger: Trigger, _ view: PolicyView, _ guard: Guard
    ) -> Diagnostic {
        .warning(
            "time-as-event", trigger.span,
            "\(quoted(name)) \(verb) `time.passed`, which comes whenever a program asks what is due, and at no certain time",
            MeasureExample.wait(time(in: `guard`, view) ?? "15m"))
    }

    /// The length of time that a condition compares with: `contact.elapsed > duration("30m")`.
    private static func time(in guard: Guard, _ view: PolicyView) -> String? {
        view.requirements(`guard`).lazy.compactMap { requirement in
            requirement.text.firstMatch(of: /duration\("([0-9hms]+)"\)/).map { String($0.output.1) }
        }.first
    }
}
