import SourceText

/// Names of time zones that are none: the header's, and those that conditions ask for.
struct ZoneNames {
    static func find(in view: PolicyView) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let zone = view.policy.timeZone, !TimeZones.isKnown(zone.value) {
            found.append(finding(zone.value, zone.span))
        }
        for condition in view.conditions {
            for match in condition.text.value.matches(of: /\.get[A-Z][A-Za-z]*\(\s*["']([^"']*)["']\s*\)/) {
                let name = String(match.output.1)
                let isOffset = name == "UTC" || name == "Z" || name.wholeMatch(of: /[+-]\d\d:\d\d/) != nil
                if !isOffset, !TimeZones.isKnown(name) { found.append(finding(name, condition.text.span)) }
            }
        }
        return found
    }

    private static func finding(_ name: String, _ span: SourceSpan) -> Diagnostic {
        .error("bad-time-zone", span, "\(quoted(name)) is not a time zone", TimeZones.help(for: name))
    }
}
