import SourceText

/// A kind of conduct, with its words by language for `{conduct}` in scripts.
public struct ConductClass: Sendable {
    public var name: Located<String>
    /// Language to words, in file order; empty where the class was only named.
    public var words: [LocalizedText]

    public init(name: Located<String>, words: [LocalizedText]) {
        self.name = name
        self.words = words
    }
}

/// One text in one language.
public struct LocalizedText: Sendable {
    public var language: Located<String>
    public var text: Located<String>

    public init(language: Located<String>, text: Located<String>) {
        self.language = language
        self.text = text
    }
}

/// Several conduct classes under one name; an observation belongs to the group if any of its classes does.
public struct ConductGroup: Sendable {
    public var name: Located<String>
    public var members: [Located<String>]

    public init(name: Located<String>, members: [Located<String>]) {
        self.name = name
        self.members = members
    }
}

/// What a norm, a fact, a measure or a status is about, and whose end ends it.
public enum Home: String, Sendable, CaseIterable {
    case contact, customer, agent
}

/// The type of a recorded value.
public enum ValueType: String, Sendable, CaseIterable {
    case bool, int, double, text, duration, timestamp, list
}

/// Something somebody knows and records with `fact.recorded`.
public struct FactDeclaration: Sendable {
    public var name: Located<String>
    public var type: ValueType
    public var about: Home
    /// Who may record it; empty for anyone.
    public var by: [Located<String>]

    public init(name: Located<String>, type: ValueType, about: Home, by: [Located<String>]) {
        self.name = name
        self.type = type
        self.about = about
        self.by = by
    }
}

/// An event type of the policy's own, with typed fields.
public struct EventDeclaration: Sendable {
    public var name: Located<String>
    public var fields: [EventFieldDeclaration]

    public init(name: Located<String>, fields: [EventFieldDeclaration]) {
        self.name = name
        self.fields = fields
    }
}

/// One field of a declared event type.
public struct EventFieldDeclaration: Sendable {
    public var name: Located<String>
    public var type: ValueType
    public var required: Bool

    public init(name: Located<String>, type: ValueType, required: Bool) {
        self.name = name
        self.type = type
        self.required = required
    }
}

/// A named constant that a child policy may change.
public struct Setting: Sendable {
    public var name: Located<String>
    public var value: Located<SettingValue>

    public init(name: Located<String>, value: Located<SettingValue>) {
        self.name = name
        self.value = value
    }
}

/// The value of a setting; durations in milliseconds.
public enum SettingValue: Sendable, Equatable {
    case bool(Bool), int(Int64), duration(Int64), text(String)
}

/// What the policy says of an action beyond, or narrowing, the built-in ones.
public struct ActionDeclaration: Sendable {
    public var name: Located<String>
    /// nil where the declaration does not speak of it.
    public var by: [Located<String>]?
    public var mustSay: [Located<String>]
    public var fields: [Located<String>]
    public var closed: Bool?
    public var irreversible: Bool?
    public var during: Home?

    public init(name: Located<String>) {
        self.name = name
        self.mustSay = []
        self.fields = []
    }
}

/// Words to say, in each language of the policy.
public struct Script: Sendable {
    public var name: Located<String>
    public var texts: [LocalizedText]

    public init(name: Located<String>, texts: [LocalizedText]) {
        self.name = name
        self.texts = texts
    }
}

/// Phrases agents should avoid, in one language.
public struct AvoidedWording: Sendable {
    public var language: Located<String>
    public var phrases: [Located<String>]

    public init(language: Located<String>, phrases: [Located<String>]) {
        self.language = language
        self.phrases = phrases
    }
}
