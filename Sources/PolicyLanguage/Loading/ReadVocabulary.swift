import SourceText
import YAMLTree

extension PolicyReader {
    static func fact(_ name: Located<String>, _ node: YAMLNode) -> FactDeclaration? {
        guard let type: ValueType = node["type"]?.choice()?.value else { return nil }
        let about: Home = node["about"]?.choice()?.value ?? .contact
        return FactDeclaration(name: name, type: type, about: about, by: node["by"]?.texts ?? [])
    }

    static func fields(_ node: YAMLNode?) -> [EventFieldDeclaration] {
        (node?.entries ?? []).compactMap { entry in
            let written = entry.value.scalar == nil ? entry.value["type"] : entry.value
            guard let type: ValueType = written?.choice()?.value else { return nil }
            return EventFieldDeclaration(
                name: entry.key, type: type, required: entry.value["required"]?.flag ?? false)
        }
    }

    static func action(_ name: Located<String>, _ node: YAMLNode?) -> ActionDeclaration {
        var action = ActionDeclaration(name: name)
        guard let node else { return action }
        action.by = node["by"]?.texts
        action.mustSay = node["must_say"]?.texts ?? []
        action.fields = node["fields"]?.texts ?? []
        action.closed = node["closed"]?.flag
        action.irreversible = node["irreversible"]?.flag
        action.during = node["during"]?.choice()?.value
        return action
    }

    func localized(_ node: YAMLNode?) -> [LocalizedText] {
        (node?.entries ?? []).compactMap { entry in
            entry.value.located.map { LocalizedText(language: entry.key, text: $0) }
        }
    }
}

extension SettingValue {
    /// What a setting's value means; in quotation marks it is always text.
    init(_ scalar: YAMLScalar) {
        if scalar.style == .plain {
            switch scalar.text {
            case "true":
                self = .bool(true)
                return
            case "false":
                self = .bool(false)
                return
            default: break
            }
            if let number = wholeNumber(scalar.text) {
                self = .int(number)
                return
            }
            if case .elapsed(let milliseconds) = TermText.elapsed(scalar.text) {
                self = .duration(milliseconds)
                return
            }
        }
        self = .text(scalar.text)
    }

    /// What the value is, as a message says it.
    var noun: String {
        switch self {
        case .bool: "a truth"
        case .int: "a number"
        case .duration: "a length of time"
        case .text: "text"
        }
    }
}

extension YAMLNode {
    /// A word out of a fixed set, by its raw value.
    func choice<Word: RawRepresentable<String>>() -> Located<Word>? {
        guard let located, let word = Word(rawValue: located.value) else { return nil }
        return Located(word, located.span)
    }

    var flag: Bool? {
        switch located?.value {
        case "true": true
        case "false": false
        default: nil
        }
    }

    var number: Located<Int64>? {
        guard let located, let number = wholeNumber(located.value) else { return nil }
        return Located(number, located.span)
    }

    var condition: Condition? {
        guard let scalar, let located, !scalar.isBlank else { return nil }
        return Condition(text: located) { scalar.span(ofUTF8: $0) }
    }

    /// `if` and `unless` of a map.
    var guards: Guard { Guard(if: self["if"]?.condition, unless: self["unless"]?.condition) }
}
