import PolicyEngine
import PolicyLanguage

/// What is said, and how it should not be.
extension Reference.Step {
    /// The act's next script in the contact's language. Called before the norm joins the others.
    func script(of norm: Norm, _ context: Context) -> Outcome.Script? {
        let names = norm.effect.act.scripts.map(\.value)
        guard !names.isEmpty else { return nil }
        let before = lane.norms.filter {
            $0.effect.key == norm.effect.key && $0.place == norm.place && !$0.isFromOwnLane
        }.count
        let name = names[before % names.count]
        guard let script = book.policy.scripts.first(where: { $0.name.value == name }),
            let chosen = book.text(of: script, in: context.contact?.language)
        else { return nil }
        var text = chosen.text.value
        if let words = book.words(for: classes ?? [], in: chosen.language.value) {
            text = text.replacing("{conduct}", with: words)
        }
        if let company = book.policy.company?.value { text = text.replacing("{company}", with: company) }
        return Outcome.Script(id: name, language: chosen.language.value, text: text)
    }

    /// Phrases to avoid in an agent's words.
    func coach(_ event: Event, _ context: Context) {
        guard event.type == .builtIn(.utterance), event.text("speaker") == "agent", let text = event.text("text"),
            !isOverheard
        else { return }
        let language = event.text("language") ?? context.contact?.language ?? book.firstLanguage
        guard let language, let wording = book.wording(in: language) else { return }
        let said = words(text)
        for phrase in wording.phrases {
            let wanted = words(phrase.value)
            guard !wanted.isEmpty, wanted.count <= said.count else { continue }
            let starts = 0...(said.count - wanted.count)
            if starts.contains(where: { Array(said[$0..<($0 + wanted.count)]) == wanted }) {
                outcome.coached.append(Outcome.Coached(phrase: phrase.value, language: wording.language.value))
            }
        }
    }

    /// Lower-case words; Swift compares texts by canonical equivalence.
    private func words(_ text: String) -> [String] {
        let plain = text.replacing("\u{2019}", with: "'").replacing("\u{02BC}", with: "'").lowercased()
        return plain.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    }
}

extension Reference.Book {
    /// An exact language, else the part before `-`, else the policy's first.
    func text(of script: Script, in language: String?) -> LocalizedText? {
        let wanted = [language, language.map(base), firstLanguage].compactMap(\.self)
        for language in wanted {
            if let found = script.texts.first(where: { $0.language.value == language }) { return found }
        }
        return script.texts.first
    }

    func wording(in language: String) -> AvoidedWording? {
        policy.avoidedWording.first { $0.language.value == language }
            ?? policy.avoidedWording.first { $0.language.value == base(language) }
    }

    private func base(_ language: String) -> String {
        language.split(separator: "-").first.map(String.init) ?? language
    }

    /// The words of the first class, in the policy's order, among those observed.
    func words(for observed: [String], in language: String) -> String? {
        guard let first = policy.conduct.first(where: { observed.contains($0.name.value) }) else { return nil }
        return first.words.first { $0.language.value == language }?.text.value ?? first.name.value
    }
}
