extension Grammar {
    static let id = Shape.scalar(.id)
    static let actionName = Shape.scalar(.action)
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
        Key("holdline", .scalar(.version), "holdline: 1", "Version of this language: 1.", isRequired: true),
        Key(
            "policy", id, "policy: contact-safety",
            "The name of the policy, stable for life. Its file is NAME.policy.yaml.", isRequired: true),
        Key("title", text, "title: How we handle abuse", "A title for people."),
        Key("company", text, "company: Northwind", "What {company} in scripts stands for."),
        Key(
            "effective", .block(.effective), "effective: {from: 2026-10-01}",
            "The days on which the policy is in force."),
        Key(
            "time_zone", .scalar(.timeZone), "time_zone: Europe/Copenhagen",
            "The zone of the dates, such as `Europe/Copenhagen`."),
        Key(
            "languages", .list(.scalar(.language), least: 1), "languages: [en, da]",
            "The languages spoken; every script exists in each of them."),
        Key(
            "extends", id, "extends: company-base",
            "One parent policy, from ID.policy.yaml beside this file. Entries here replace those of the same name."),
        Key(
            "remove", .oneOrMore(.scalar(.removal)), "remove: [rules.long-call]",
            "Entries of the parent to leave out, each as BLOCK.NAME."),
    ]

    private static let vocabulary = [
        Key(
            "roles", .list(id), "roles: [agent, supervisor]",
            "Who acts. Left out: agent, supervisor, manager, director, system."),
        Key(
            "conduct", conduct, "conduct: [rude, insult]",
            "Kinds of conduct that people observe, the gravest first; with words by language for {conduct} in scripts."),
        Key(
            "groups", .entries(.id, .oneOrMore(id)), "groups: {abuse: [insult, hateful]}",
            "Several kinds of conduct under one name."),
        Key(
            "facts", .entries(.id, .block(.fact)), "facts: {emergency: {type: bool, about: contact}}",
            "What somebody knows and records."),
        Key(
            "events", .entries(.eventType, eventFields), "events: {survey.answered: {score: int}}",
            "Event types of your own, with the fields they carry."),
        Key(
            "calendars", .entries(.id, .block(.calendar)), "calendars: {default: {hours: 09:00-16:00}}",
            "Working days, opening hours and holidays, for calendar time.", isBuilt: false),
        Key(
            "settings", .entries(.variable, .scalar(.setting)), "settings: {long_call: 15m}",
            "Constants by name, which a child policy may change."),
        Key(
            "actions", .entries(.action, .optional(.block(.action))), "actions: {warn: {by: [agent]}}",
            "Actions of your own, or a narrower form of the built-in ones."),
        Key(
            "scripts", .entries(.id, localized), "scripts: {warning: {en: Please stop.}}",
            "Words to say: for each script its text by language."),
        Key(
            "wording", .block(.wording), "wording: {avoid: {en: [calm down]}}",
            "Phrases to avoid, in scripts and in what agents say."),
    ]

    private static let machines = [
        Key(
            "measures", .entries(.variable, .block(.measure)),
            "measures: {endings: {count: contact.ended, per: customer, in_last: 365d}}",
            "Counts and clocks kept over events; conditions read them by name."),
        Key(
            "ladders", .entries(.id, .block(.ladder)),
            "ladders: {abuse: {when: conduct.insult, steps: [{must: warn}]}}",
            "Norms in order, one step for each repetition."),
        Key(
            "statuses", .entries(.id, .block(.status)),
            "statuses: {protected: {about: contact, while_active: {must_not: end_contact}}}",
            "Lasting conditions of a contact, a customer or an agent."),
        Key(
            "rules", .entries(.id, .block(.rule)), "rules: {threat: {when: conduct.threat, may: end_contact}}",
            "When this happens and that holds, somebody must, should, may or must not do something."),
        Key(
            "guarantees", .entries(.id, .block(.guarantee)),
            "guarantees: {warned: {never: {allowed: end_contact}, before: {done: warn}}}",
            "What must hold whatever happens.", isBuilt: false),
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
            Key("from", .scalar(.date), "from: 2026-10-01", "The first day in force."),
            Key("until", .scalar(.date), "until: 2027-09-30", "The last day in force."),
        ])

    static let wording = Block(
        "block of wording",
        [
            Key(
                "avoid", .entries(.language, .list(text)), "avoid: {en: [calm down]}",
                "Phrases by language that scripts may not hold and that agents are coached on.", isRequired: true)
        ])

    static let fact = Block(
        "fact",
        [
            Key("type", valueType, "type: bool", "The type of its value.", isRequired: true),
            Key("about", home, "about: customer", "What it is about; left out, the contact."),
            Key("by", ids, "by: [agent]", "Who may record it; left out, anyone."),
        ])

    static let eventField = Block(
        "field",
        [
            Key("type", valueType, "type: text", "The type of the field.", isRequired: true),
            Key("required", flag, "required: true", "Whether every such event has it."),
        ])

    static let action = Block(
        "action",
        [
            Key("by", ids, "by: [agent]", "Who may do it."),
            Key(
                "must_say", ids, "must_say: [behaviour, consequence]",
                "What somebody doing it must say for the deed to count."),
            Key("fields", ids, "fields: [reason]", "What a deed must carry to count."),
            Key("closed", flag, "closed: true", "Forbidden unless something in the policy allows it."),
            Key("irreversible", flag, "irreversible: true", "Cannot be taken back; `check` looks at it twice."),
            Key(
                "during", home, "during: contact",
                "Whose end ends a norm about it: that of the contact, the customer or the agent."),
        ])
}
