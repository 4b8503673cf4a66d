import SourceText

/// `{conduct}` where there are no words for it, or nothing that would fill it in.
struct ConductWords {
    private let view: PolicyView
    /// Scripts that say `{conduct}`, with the languages they say it in.
    private let speaking: [String: [String]]

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = ConductWords(view)
        return check.missing() + check.unfilled()
    }

    private init(_ view: PolicyView) {
        self.view = view
        let languages = view.policy.languages.map(\.value)
        var speaking: [String: [String]] = [:]
        for script in view.policy.scripts {
            let spoken = script.texts.filter { text in
                Placeholders.all(in: text.text.value).contains { $0.name == "conduct" }
            }.map(\.language.value)
            let kept = languages.isEmpty ? spoken : languages.filter { spoken.contains($0) }
            if !kept.isEmpty { speaking[script.name.value] = kept }
        }
        self.speaking = speaking
    }

    /// Classes that can set off an act whose script names them, and have no words.
    private func missing() -> [Diagnostic] {
        var scripts: [String: [String]] = [:]
        var seen: Set<[String]> = []
        for (source, placed) in view.acts where !placed.isConsequence {
            let spoken = placed.act.scripts.map(\.value).filter { speaking[$0] != nil }
            if spoken.isEmpty { continue }
            for name in source.when.flatMap(classes) {
                for script in spoken where seen.insert([name, script]).inserted {
                    scripts[name, default: []].append(script)
                }
            }
        }
        return view.policy.conduct.compactMap { conduct in
            let name = conduct.name.value
            let words = Set(conduct.words.map(\.language.value))
            for script in scripts[name] ?? [] {
                let silent = (speaking[script] ?? []).filter { !words.contains($0) }
                if silent.isEmpty { continue }
                return .warning(
                    "missing-words", conduct.name.span,
                    "\(quoted(name)) has no words in \(enumerated(silent, "or")) for `{conduct}` in the script "
                        + quoted(script),
                    ConductWords.help(name, silent, hasSome: !words.isEmpty))
            }
            return nil
        }
    }

    private static func help(_ name: String, _ languages: [String], hasSome: Bool) -> String {
        let words = languages.map { "\($0): …" }.joined(separator: ", ")
        return hasSome ? "add \(quoted(words)) to its words" : "write \(quoted("\(name): {\(words)}")) under `conduct`"
    }

    private func classes(_ trigger: Trigger) -> [String] {
        switch trigger.kind {
        case .conduct(let name): view.classes(name.value)
        case .event where trigger.isConduct: view.policy.conduct.map(\.name.value)
        case .event, .measure, .status, .ladder, .duty: []
        }
    }

    /// Acts whose script says `{conduct}` though what sets them off is none.
    private func unfilled() -> [Diagnostic] {
        view.acts.flatMap { source, placed in
            let isSetOff = source.when.contains { $0.isConduct } && !placed.isConsequence
            guard !isSetOff, placed.isConsequence || source.isSetOffByEvents || source.when.isEmpty else {
                return [Diagnostic]()
            }
            let cause = placed.isConsequence ? "a missed duty" : source.id
            return placed.act.scripts.filter { speaking[$0.value] != nil }.map { script in
                .warning(
                    "unfilled-placeholder", script.span,
                    "`{conduct}` in the script \(quoted(script.value)) stays as it is: "
                        + (placed.isConsequence
                            ? "\(cause) brings no conduct with it" : "no conduct sets off \(quoted(cause))"),
                    "use a script without `{conduct}` here")
            }
        }
    }
}
