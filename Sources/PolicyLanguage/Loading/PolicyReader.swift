import SourceText
import YAMLTree

/// Reads the blocks of a draft into a `Policy`.
///
/// The shapes were checked before: what does not fit them is left out here without a word. What is found here needs
/// more than one place to be seen: settings, the kinds of measures, two keys that exclude each other.
struct PolicyReader {
    let draft: Draft
    let settings: [String: SettingValue]
    let measureKinds: [String: Measure.Kind]
    var findings: Findings
    var notBuilt: [NotBuilt] = []
    /// The entry being read, as `NotBuilt` names it: `rules.threat`.
    private(set) var owner = ""
    private(set) lazy var instead = NotBuiltHelp(DeclaredNames(draft))

    init(_ draft: Draft, _ findings: Findings) {
        self.draft = draft
        self.findings = findings
        var settings: [String: SettingValue] = [:]
        for entry in draft[.settings] {
            if let value = entry.value?.scalar { settings[entry.key.value] = SettingValue(value) }
        }
        self.settings = settings
        var kinds: [String: Measure.Kind] = [:]
        for entry in draft[.measures] {
            if entry.value?["count"] != nil {
                kinds[entry.key.value] = .count
            } else if entry.value?["elapsed"] != nil {
                kinds[entry.key.value] = .elapsed
            }
        }
        measureKinds = kinds
    }

    /// The policy, with everything left out that could not be read.
    mutating func policy() -> Policy {
        let start = SourceSpan(file: draft.span.file, from: draft.span.start, to: draft.span.start)
        var policy = Policy(span: draft.span, id: draft.header["policy"]?.located ?? Located("", start))
        readHeader(into: &policy)
        readVocabulary(into: &policy)
        policy.measures = read(.measures) { reader, name, node in reader.measure(name, node) }
        policy.ladders = read(.ladders) { reader, name, node in reader.ladder(name, node) }
        policy.statuses = read(.statuses) { reader, name, node in reader.status(name, node) }
        policy.rules = read(.rules) { reader, name, node in reader.rule(name, node) }
        for entry in draft[.calendars] {
            owner = Draft.Part.calendars.rawValue
            leave(
                "the calendar \(quoted(entry.key.value))", entry.key, entry.value,
                instead: instead.file(Draft.Part.calendars.rawValue))
        }
        for entry in draft[.guarantees] {
            owner = "guarantees.\(entry.key.value)"
            leave(
                "the guarantee \(quoted(entry.key.value))", entry.key, entry.value,
                instead: instead.file(Draft.Part.guarantees.rawValue))
        }
        policy.notBuilt = notBuilt.sorted { $0.span < $1.span }
        return policy
    }

    // MARK: Blocks

    private mutating func readHeader(into policy: inout Policy) {
        let header = draft.header
        policy.title = header["title"]?.located
        policy.company = header["company"]?.located
        policy.timeZone = header["time_zone"]?.located
        policy.languages = unique(header["languages"]?.texts ?? [], in: "languages")
        policy.extends = header["extends"]?.located
        policy.remove = header["remove"]?.texts ?? []
        guard let effective = header["effective"], effective.entries != nil else { return }
        let from = effective["from"]?.located
        let until = effective["until"]?.located
        policy.effective = Effective(from: from, until: until)
        if let from, let until, let first = CivilDate(from.value), let last = CivilDate(until.value), last < first {
            findings.note(
                "out-of-range", until.span, "\(quoted(until.value)) is before \(quoted(from.value))",
                "swap the two days")
        }
    }

    private mutating func readVocabulary(into policy: inout Policy) {
        policy.roles = draft[.roles].map(\.key)
        policy.conduct = draft[.conduct].map { ConductClass(name: $0.key, words: localized($0.value)) }
        policy.groups = draft[.groups].map { entry in
            ConductGroup(name: entry.key, members: unique(entry.value?.texts ?? [], in: entry.key.value))
        }
        policy.facts = read(.facts) { _, name, node in PolicyReader.fact(name, node) }
        policy.events = draft[.events].map { EventDeclaration(name: $0.key, fields: PolicyReader.fields($0.value)) }
        policy.settings = draft[.settings].compactMap { entry in
            guard let scalar = entry.value?.scalar else { return nil }
            return Setting(name: entry.key, value: Located(SettingValue(scalar), scalar.span))
        }
        policy.actions = draft[.actions].map { PolicyReader.action($0.key, $0.value) }
        policy.scripts = draft[.scripts].map { Script(name: $0.key, texts: localized($0.value)) }
        policy.avoidedWording = draft[.wording].map { AvoidedWording(language: $0.key, phrases: $0.value?.texts ?? []) }
    }

    /// Reads each entry of a part that has a value.
    private mutating func read<Item>(
        _ part: Draft.Part, _ one: (inout PolicyReader, Located<String>, YAMLNode) -> Item?
    ) -> [Item] {
        var items: [Item] = []
        for entry in draft[part] {
            guard let value = entry.value else { continue }
            owner = "\(part.rawValue).\(entry.key.value)"
            if let item = one(&self, entry.key, value) { items.append(item) }
        }
        return items
    }

    // MARK: Findings

    /// Keeps something that this version does not evaluate, under its key.
    mutating func leave(_ what: String, _ key: Located<String>, _ node: YAMLNode?, instead: String? = nil) {
        let written = "\(key.value) \(node.map(canonicalText) ?? "")"
        notBuilt.append(NotBuilt(what: what, span: key.span, owner: owner, written: written, instead: instead))
    }

    /// The entries of a list without those that stand in it already, which are told.
    mutating func unique(_ all: [Located<String>], in list: String) -> [Located<String>] {
        var kept: [Located<String>] = []
        var seen: [String: SourceSpan] = [:]
        for word in all {
            if let first = seen[word.value] {
                findings.noteDuplicate(word, in: list, first: first)
            } else {
                seen[word.value] = word.span
                kept.append(word)
            }
        }
        return kept
    }
}
