import SourceText

/// A policy as text that says what it means and nothing of how it was written: JSON with named entries sorted by
/// name, and steps, acts and lists in their order. Places are left out.
struct CanonicalForm {
    var json = JSONText()

    init(_ policy: Policy) {
        json.beginObject()
        json.member("policy", policy.id.value)
        member("title", policy.title)
        member("company", policy.company)
        member("from", policy.effective?.from)
        member("until", policy.effective?.until)
        member("time_zone", policy.timeZone)
        list("languages", policy.languages)
        list("roles", policy.roles)
        writeVocabulary(policy)
        // The order of classes is kept: the first of several gives `{conduct}` its words.
        array("conduct", policy.conduct) { form, one in form.object { $0.write(one) } }
        sorted("measures", policy.measures, by: \.name) { form, one in form.write(one) }
        sorted("ladders", policy.ladders, by: \.name) { form, one in form.write(one) }
        sorted("statuses", policy.statuses, by: \.name) { form, one in form.write(one) }
        sorted("rules", policy.rules, by: \.name) { form, one in form.write(one) }
        writeNotBuilt(policy.notBuilt)
        json.endObject()
    }

    /// The canonical form of a part of a policy.
    static func text(of write: (inout CanonicalForm) -> Void) -> String {
        var form = CanonicalForm()
        form.object(write)
        return form.json.text
    }

    private init() {}

    private mutating func writeNotBuilt(_ all: [NotBuilt]) {
        let written = all.filter { !$0.written.isEmpty }.map { "\($0.owner) \($0.written)" }
        json.key("not_built")
        json.beginArray()
        for text in written.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { json.string(text) }
        json.endArray()
    }

    // MARK: Parts

    mutating func object(_ write: (inout CanonicalForm) -> Void) {
        json.beginObject()
        write(&self)
        json.endObject()
    }

    mutating func array<Item>(_ key: String, _ items: [Item], _ write: (inout CanonicalForm, Item) -> Void) {
        if items.isEmpty { return }
        json.key(key)
        json.beginArray()
        for item in items { write(&self, item) }
        json.endArray()
    }

    /// Named entries as one object, sorted by name.
    mutating func sorted<Item>(
        _ key: String, _ items: [Item], by name: (Item) -> Located<String>,
        _ write: (inout CanonicalForm, Item) -> Void
    ) {
        if items.isEmpty { return }
        json.key(key)
        json.beginObject()
        let order = items.sorted { name($0).value.utf8.lexicographicallyPrecedes(name($1).value.utf8) }
        for item in order {
            json.key(name(item).value)
            object { write(&$0, item) }
        }
        json.endObject()
    }

    mutating func member(_ key: String, _ value: Located<String>?) {
        if let value { json.member(key, value.value) }
    }

    mutating func member<Word: RawRepresentable<String>>(_ key: String, _ value: Word?) {
        if let value { json.member(key, value.rawValue) }
    }

    mutating func member(_ key: String, _ value: Bool?) {
        guard let value else { return }
        json.key(key)
        json.bool(value)
    }

    mutating func member(_ key: String, number: Int64?) {
        guard let number else { return }
        json.key(key)
        json.literal(String(number))
    }

    mutating func list(_ key: String, _ words: [Located<String>]) {
        array(key, words) { form, word in form.json.string(word.value) }
    }

    mutating func member(_ key: String, _ condition: Condition?) { member(key, condition?.text) }

    mutating func write(_ texts: [LocalizedText]) {
        let order = texts.sorted { $0.language.value.utf8.lexicographicallyPrecedes($1.language.value.utf8) }
        for text in order { json.member(text.language.value, text.text.value) }
    }
}
