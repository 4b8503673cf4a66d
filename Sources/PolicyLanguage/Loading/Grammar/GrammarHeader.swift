extension Grammar {
    static let id = Shape.scalar(.id)
    static let ids = Shape.oneOrMore(id)
    static let word = Shape.scalar(.word)
    static let words = Shape.oneOrMore(word)
    static let text = Shape.scalar(.text)
    static let flag = Shape.scalar(.flag)
    static let condition = Shape.scalar(.condition)
    static let home = Shape.scalar(.choice(Home.allCases.map(\.rawValue)))
    static let valueType = Shape.scalar(.choice(ValueType.allCases.map(\.rawValue)))
    /// Words by language.
    static let localized = Shape.entries(.language, text)

    /// A whole file. Blocks whose entries a child policy replaces one by one are those of `Draft.Part`.
    static let policy = Block("policy", header + vocabulary + machines)

    private static let header = [
        Key("holdline", .scalar(.version), "holdline: 1", isRequired: true),
        Key("policy", id, "policy: contact-safety", isRequired: true),
        Key("title", text, "title: How we handle abuse"),
        Key("company", text, "company: Northwind"),
        Key("effective", .block(.effective), "effective: {from: 2026-10-01}"),
        Key("time_zone", .scalar(.timeZone), "time_zone: Europe/Copenhagen"),
        Key("languages", .list(.scalar(.language), least: 1), "languages: [en, da]"),
        Key("extends", id, "extends: company-base"),
        Key("remove", .oneOrMore(.scalar(.removal)), "remove: [rules.long-call]"),
    ]

    private static let vocabulary = [
        Key("roles", .list(id), "roles: [agent, supervisor]"),
        Key("conduct", conduct, "conduct: [rude, insult]"),
        Key("groups", .entries(.id, .oneOrMore(id)), "groups: {abuse: [insult, hateful]}"),
        Key("facts", .entries(.id, .block(.fact)), "facts: {emergency: {type: bool, about: contact}}"),
        Key("events", .entries(.eventType, eventFields), "events: {survey.answered: {score: int}}"),
        Key(
            "calendars", .entries(.id, .block(.calendar)), "calendars: {default: {hours: 09:00-16:00}}", isBuilt: false),
        Key("settings", .entries(.variable, .scalar(.setting)), "settings: {long_call: 15m}"),
        Key("actions", .entries(.id, .optional(.block(.action))), "actions: {warn: {by: [agent]}}"),
        Key("scripts", .entries(.id, localized), "scripts: {warning: {en: Please stop.}}"),
        Key("wording", .block(.wording), "wording: {avoid: {en: [calm down]}}"),
    ]

    private static let machines = [
        Key(
            "measures", .entries(.variable, .block(.measure)),
            "measures: {endings: {count: contact.ended, per: customer, in_last: 365d}}"),
        Key(
            "ladders", .entries(.id, .block(.ladder)),
            "ladders: {abuse: {when: conduct.insult, steps: [{must: warn}]}}"),
        Key(
            "statuses", .entries(.id, .block(.status)),
            "statuses: {protected: {about: contact, while_active: {must_not: end_contact}}}"),
        Key("rules", .entries(.id, .block(.rule)), "rules: {threat: {when: conduct.threat, may: end_contact}}"),
        Key(
            "guarantees", .entries(.id, .block(.guarantee)),
            "guarantees: {warned: {never: {allowed: end_contact}, before: {done: warn}}}", isBuilt: false),
    ]

    /// Names, names with their words, or a map of both.
    private static let conduct = Shape.either([
        .list(.either([id, .entries(.id, .optional(localized), least: 1)])),
        .entries(.id, .optional(localized)),
    ])

    private static let eventFields = Shape.optional(
        .entries(.variable, .either([valueType, .block(.eventField)])))

    static let effective = Block(
        "period", leastOneOf: ["from", "until"],
        [
            Key("from", .scalar(.date), "from: 2026-10-01"),
            Key("until", .scalar(.date), "until: 2027-09-30"),
        ])

    static let wording = Block(
        "block of wording",
        [Key("avoid", .entries(.language, .list(text)), "avoid: {en: [calm down]}", isRequired: true)])

    static let fact = Block(
        "fact",
        [
            Key("type", valueType, "type: bool", isRequired: true),
            Key("about", home, "about: customer"),
            Key("by", ids, "by: [agent]"),
        ])

    static let eventField = Block(
        "field",
        [
            Key("type", valueType, "type: text", isRequired: true),
            Key("required", flag, "required: true"),
        ])

    static let action = Block(
        "action",
        [
            Key("by", ids, "by: [agent]"),
            Key("must_say", ids, "must_say: [behaviour, consequence]"),
            Key("fields", ids, "fields: [reason]"),
            Key("closed", flag, "closed: true"),
            Key("irreversible", flag, "irreversible: true"),
            Key("during", home, "during: contact"),
        ])
}
