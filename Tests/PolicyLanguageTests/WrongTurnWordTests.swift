import Testing

@testable import PolicyLanguage

/// Words that newcomers take from elsewhere, block by block: each help line gives what is right, and that has no finding.
@Suite struct WrongTurnWordTests {
    typealias Turn = WrongTurnTests.Turn

    private static let vocabulary = """
        conduct: [insult, threat, swearing]
        groups: {abuse: [insult, threat, swearing]}
        facts: {emergency: {type: bool}}
        actions: {call_police: {by: [supervisor]}}
        scripts: {sorry: {en: Hello}}
        measures: {talk: {elapsed: contact.started}, insults: {count: conduct.insult, per: contact, in_last: ever}}

        """
    private static let machines = """
        statuses: {banned: {about: customer, until: 30d, while_active: {must_not: transfer}}}
        ladders: {steps_up: {when: conduct.abuse, steps: [{must: warn}, {may: end_contact}]}}

        """

    // MARK: Statuses

    static let statuses = [
        Turn("for: 8h", "until: 8h"), Turn("expires_after: 30d", "until: 30d"),
        Turn("valid_for: 2 weeks", "until: 14d"),
        Turn("ends_after: 1h", "until: 1h"), Turn("holds_for: 90d", "until: 90d"),
        Turn("must_not: hold", "until: 1d", "`while_active: {must_not: hold}`"),
        Turn("lifted_by: manager", "until: 1d", "`actions: {decide: {by: [manager]}}`"),
        Turn("when: conduct.threat", "until: 1d", "`rules: {s_begins: {when: conduct.threat, begin: s}}`"),
        Turn("begins: {when: conduct.threat}", "until: 1d", "`rules: {s_begins: {when: conduct.threat, begin: s}}`"),
        Turn("variation: appointment", "until: 1d", "take it out"),
        Turn("starts_when: threat", "until: 1d", "`rules: {s_begins: {when: conduct.threat, begin: s}}`"),
    ]

    @Test(arguments: statuses) func `a status`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { line in
            Self.vocabulary
                + "rules: {s_begins: {when: conduct.threat, begin: s}}\n"
                + "statuses: {s: {about: customer, \(line), while_active: {must_not: transfer}}}\n"
        }
    }

    // MARK: Rules

    static let rules = [
        Turn("begin: {banned: 30d}", "begin: {banned: {until: 30d}}", "`banned: {until: 30d}`"),
        Turn("begin: {status: banned}", "begin: banned"), Turn("status: banned", "begin: banned"),
        Turn("must: {impose: banned}", "must: {decide: {status: banned, within: 3d}}"),
        Turn(
            "must: {decide: {banned: imposed}}", "must: {decide: {status: banned, within: 3d}}",
            "`decide: {status: banned, within: 3d}`"),
        Turn("must: {decide: {status: banned, decision: imposed}}", "must: {decide: {status: banned}}", "take it out"),
        Turn("must: warn, times: 3", "must: warn", "`when: {measure: threat_count, reaches: 3}`"),
        Turn("must: warn, priority: high", "must: warn", "`overrides: [rules.NAME]`"),
        Turn("must: warn, name: a", "must: warn", "the key that the rule stands under is its name"),
        Turn("must: warn, else: {must: hold}", "must: warn", "with `unless` in the place of `if`"),
        Turn("agent must: warn", "must: {warn: {by: agent}}"), Turn("agent: {must: warn}", "must: {warn: {by: agent}}"),
    ]

    static let steps = [
        Turn(
            "steps: [{must: warn}, {may: hold}]", "must: warn",
            "`ladders: {a: {when: conduct.threat, steps: [{must: warn}, {may: end_contact}]}}`"),
        Turn("must: warn, second: {may: hold}", "must: warn", "what goes step by step is a ladder"),
        Turn("must: warn, then_may: hold", "must: warn, may: {hold: {after: warn}}", "`may: {hold: {after: warn}}`"),
        Turn(
            "must: {hold: {without_music: true}}", "must: call_police", "`actions: {hold_without_music: {by: [agent]}}`"
        ),
        Turn("must: return it with a word", "must: call_police", "`actions: {return_with_word: {by: [agent]}}`"),
        Turn("must: redirect to third party", "must: redirect", "`must: redirect`"),
        Turn("must: {answer: {by: another manager}}", "must: {answer: {by: manager}}", "`by: manager`"),
    ]

    @Test(arguments: steps) func `a rule with steps`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { lines in
            Self.vocabulary + Self.machines + "rules: {a: {when: conduct.threat, \(lines)}}\n"
        }
    }

    @Test func `a policy without agents is told its own roles`() {
        let found = findings("roles: [staff, senior]\nrules: {a: {when: contact.started, must: greet}}\n")
        #expect(found.count == 1 && found[0].contains("`actions: {greet: {by: [staff]}}`"), "\(found)")
    }

    static let conditions = [
        Turn(
            "if: {channel: phone}, may: hold", "if: 'contact.channel == \"phone\"', may: hold",
            "`if: 'contact.channel == \"phone\"'`"),
        Turn(
            "if: [contact.new_matter, fact(\"emergency\")], may: hold",
            "if: 'contact.new_matter && fact(\"emergency\")', may: hold",
            "`if: 'contact.new_matter && fact(\"emergency\")'`"),
    ]

    @Test(arguments: rules + conditions) func `a rule`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { lines in
            Self.vocabulary + Self.machines + "rules: {a: {when: conduct.threat, \(lines)}}\n"
        }
    }

    static let asides = [
        Turn(
            "should: hold, severity: 3", "if: 'has(event.severity) && event.severity >= 3', should: hold",
            "`if: 'has(event.severity) && event.severity >= 3'`"),
        Turn(
            "should: hold, directed_at: agent", "if: 'event.directed_at == \"agent\"', should: hold",
            "`if: 'event.directed_at == \"agent\"'`"),
        Turn("should: {hold: , channels: phone}", "channels: [phone], should: hold", "beside `should`"),
        Turn("should: hold, for: 5m", "should: {hold: {until: 5m}}"),
        Turn("should: hold, role: supervisor", "should: {hold: {by: supervisor}}"),
        Turn("should: hold, script: sorry", "should: {hold: {script: sorry}}"),
        Turn("should: hold, say: sorry", "should: {hold: {script: sorry}}"),
        Turn("should: hold, per: customer", "should: hold", "take it out"),
        Turn("should: hold, once: true", "should: hold", "take it out"),
        Turn("should: hold, enabled: false", "should: hold", "is a comment"),
        Turn("should: hold, because: it helps", "should: hold", "as a comment"),
        Turn("should: hold, except_when: contact.new_matter", "should: hold, unless: contact.new_matter", "`unless`"),
        Turn("prohibit: hold", "must_not: hold", "`must_not`"), Turn("permission: hold", "may: hold", "`may`"),
        Turn("obligation: hold", "must: hold", "`must`"), Turn("recommend: hold", "should: hold", "`should`"),
        Turn("must: {not: hold}", "must_not: hold"),
        Turn("should: {all: [warn, hold]}", "should: [warn, hold]", "`[warn, hold]`"),
        Turn("should: {any: [warn, hold]}", "should: call_police", "`actions: {warn_or_hold: {by: [agent]}}`"),
        Turn("should: nothing", "should: hold", "take it out"),
        Turn("should: {answer: {by: 2026-12-01}}", "should: {answer: {within: 7d}}", "`within: 7d`"),
        Turn("should: {notify: {who: manager, by: email}}", "should: {notify: {who: manager}}", "stands in a comment"),
        Turn(
            "should: {record: {fields: reason and words}}", "should: {record: {fields: [reason, words]}}",
            "`fields: [reason, words]`"),
        Turn("should: {record: {incident: linked}}", "should: {record: {fields: [incident]}}", "`fields: [incident]`"),
        Turn("should: update the emergency fact", "should: {record: {fields: [emergency]}}"),
        Turn(
            "must_not: {say: aggressive}", "must_not: {say: {script: sorry}}", "`wording: {avoid: {en: [aggressive]}}`"),
        Turn(
            "should: {answer: {via: registered post}}", "should: answer", "`actions: {answer_by_post: {by: [agent]}}`"),
        Turn("should: {record: {in: crm}}", "should: record", "as a comment"),
        Turn(
            "should: {warn: {must_say: 'the call will end'}}", "should: {warn: {must_say: [behaviour, consequence]}}",
            "`must_say: [behaviour, consequence]`"),
        Turn("should: {offer_break: {at_least: 10m}}", "should: {offer_break: {minutes: 10}}", "`minutes: 10`"),
    ]

    @Test(arguments: asides) func `beside an act`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { lines in
            Self.vocabulary + Self.machines + "rules: {a: {when: conduct.threat, \(lines)}}\n"
        }
    }

    // MARK: Measures

    static let measures = [
        Turn(
            "{count: conduct.abuse, per: contact, within: 1h}", "{count: conduct.abuse, per: contact, in_last: 1h}",
            "`in_last: 1h`"),
        Turn(
            "{count: conduct.abuse, per: contact, since: 1h}", "{count: conduct.abuse, per: contact, in_last: 1h}",
            "`in_last: 1h`"),
        Turn(
            "{sum: conduct.abuse, per: contact, in_last: 1h}", "{count: conduct.abuse, per: contact, in_last: 1h}",
            "`count`"),
        Turn(
            "{count: conduct.abuse, per: day, in_last: 1h}", "{count: conduct.abuse, per: customer, in_last: 1d}",
            "`in_last: 1d`"),
        Turn(
            "{count: conduct.abuse, per: contact, in_last: call}",
            "{count: conduct.abuse, per: contact, in_last: ever}", "`in_last: ever`"),
        Turn(
            "conduct.abuse", "{count: conduct.abuse, per: contact, in_last: ever}",
            "`x: {count: conduct.abuse, per: contact, in_last: ever}`"),
        Turn(
            "count(abuse)", "{count: conduct.abuse, per: contact, in_last: ever}",
            "`x: {count: conduct.abuse, per: contact, in_last: ever}`"),
        Turn(
            "{count: {status: banned, becomes: active}, per: customer, in_last: 1d}",
            "{count: status.decided, if: 'event.status == \"banned\" && event.decision == \"imposed\"', per: customer, in_last: 1d}",
            "`if: 'event.status == \"banned\" && event.decision == \"imposed\"'`"),
        Turn(
            "{count: contact.ended, reason: abuse, per: customer, in_last: 1d}",
            "{count: contact.ended, if: 'has(event.reason) && event.reason == \"abuse\"', per: customer, in_last: 1d}",
            "`if: 'has(event.reason) && event.reason == \"abuse\"'`"),
    ]

    @Test(arguments: measures) func `a measure`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { measure in
            let declared = Self.vocabulary.replacing("measures: {", with: "measures: {x: \(measure), ")
            return declared + Self.machines + "rules: {a: {when: conduct.threat, if: 'x > 0', should: hold}}\n"
        }
    }

    // MARK: Acts

    static let acts = [
        Turn("{warn: {say: please stop}}", "{warn: {script: sorry}}", "`scripts: {my_words: {en: …}}`"),
        Turn(
            "{notify: {supervisor: {within: 5m}}}", "{notify: {who: supervisor, within: 5m}}",
            "`notify: {who: supervisor, within: 5m}`"),
        Turn("{notify: [supervisor, manager]}", "[{notify: {who: supervisor}}, {notify: {who: manager}}]"),
        Turn("{notify: {who: manager, immediately: true}}", "{notify: {who: manager, within: 30s}}", "`within: 30s`"),
        Turn("{notify: {who: manager, how: email}}", "{notify: {who: manager}}", "stands in a comment"),
        Turn("{warn: {channels: [phone]}}", "{warn: {}}", "`channels: [phone]`"),
        Turn("{record: {what: [reason, words]}}", "{record: {fields: [reason, words]}}", "`fields: [reason, words]`"),
        Turn("{record: [reason, words]}", "{record: {fields: [reason, words]}}"),
        Turn(
            "{end_contact: {approval: supervisor}}", "{end_contact: {by: supervisor, after: warn}}", "one agrees first"),
        Turn(
            "{end_contact: {requires: supervisor}}", "{end_contact: {by: supervisor, after: warn}}", "one agrees first"),
        Turn("{end_contact: {first: warn}}", "{end_contact: {after: warn}}", "`after: warn`"),
        Turn("{end_contact: {without: warn}}", "{end_contact: {after: warn}}", "`may: {end_contact: {after: warn}}`"),
        Turn(
            "{end_contact: {after: [warn, hold]}}", "[{hold: {after: warn}}, {end_contact: {after: hold}}]",
            "`[{hold: {after: warn}}, {…: {after: hold}}]`"),
        Turn("{end_contact: {by: agent, alone: true}}", "{end_contact: {by: agent}}", "`by: [agent]`"),
        Turn("{offer_break: 15m}", "{offer_break: {minutes: 15}}", "`{offer_break: {minutes: 15}}`"),
        Turn("{call: police}", "call_police", "write `call_police`"),
        Turn("{warn: {within: {2m}}}", "{warn: {within: 2m}}", "`within: 2m`"),
    ]

    @Test(arguments: acts) func `an act`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { act in
            Self.vocabulary + Self.machines + "rules: {a: {when: conduct.threat, should: \(act)}}\n"
        }
    }

    /// An action that is not declared: how it is, and what else may be meant.
    static let actions = [
        ("stay_calm", "`actions: {stay_calm: {by: [agent]}}`"), ("refuse", "`actions: {refuse: {by: [agent]}}`"),
        ("call_the_police", "`actions: {call_the_police: {by: [agent]}}`"),
        ("record_incident", "`actions: {record_incident: {by: [agent]}}`"),
        ("ban_customer", "`must: {decide: {status: ban_customer, within: 3d}}`"),
    ]

    @Test(arguments: actions) func `an action of one's own`(_ name: String, _ help: String) {
        let found = findings(Self.vocabulary + "rules: {a: {when: conduct.threat, must: \(name)}}\n")
        #expect(found.count == 1 && found[0].contains(help), "\(found)")
        let declared = Self.vocabulary.replacing("{call_police:", with: "{\(name): {by: [agent]}, call_police:")
        #expect(findings(declared + "rules: {a: {when: conduct.threat, must: \(name)}}\n") == [])
    }

    // MARK: Ladders

    static let ladders = [
        Turn(
            "reset: 30d, steps: [{must: warn}]", "per: customer, in_last: 30d, steps: [{must: warn}]",
            "`per: customer, in_last: 30d`"),
        Turn(
            "resets_after: 20m, steps: [{must: warn}]", "cools: {after: 20m}, steps: [{must: warn}]",
            "`cools: {after: 20m}`"),
        Turn("about: customer, steps: [{must: warn}]", "per: customer, steps: [{must: warn}]", "`per: customer`"),
        Turn(
            "paused_while: fact(\"emergency\"), steps: [{must: warn}]",
            "suspended_while: fact(\"emergency\"), steps: [{must: warn}]", "`suspended_while`"),
        Turn("must: hold, steps: [{must: warn}]", "steps: [{must: hold}, {may: end_contact}]"),
        Turn("skip_to: 2, steps: [{must: warn}]", "steps: [{must: warn}]", "`rules: {at_once: "),
        Turn("steps: {1: warn, 2: end_contact}", "steps: [{must: warn}, {may: end_contact}]"),
        Turn("steps: [end_contact]", "steps: [{may: end_contact}]", "`{may: end_contact}`"),
        Turn("steps: [{first: {must: warn}}]", "steps: [{must: warn}]", "a step has no name"),
        Turn("steps: [{name: one, must: warn}]", "steps: [{must: warn}]", "a step has no name"),
        Turn(
            "steps: [{must: {warn: {within: 30s}, times: 3}}]", "steps: [{times: 3, must: {warn: {within: 30s}}}]",
            "`{times: 3, must: …}`"),
        Turn("steps: [{must: warn, after: 2}]", "steps: [{must: warn, times: 2}]", "`times: 2`"),
        Turn("steps: [{must: warn, reaches: 3}]", "steps: [{must: warn, times: 3}]", "`times: 3`"),
        Turn(
            "steps: [{must: warn, when: conduct.threat}]", "steps: [{must: warn}]",
            "`rules: {at_once: {when: conduct.threat, "),
        Turn("steps: [{must: warn, within: 30s}]", "steps: [{must: {warn: {within: 30s}}}]", "`{warn: {within: 30s}}`"),
    ]

    @Test(arguments: ladders) func `a ladder`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { lines in
            Self.vocabulary + "ladders: {l: {when: conduct.abuse, \(lines)}}\n"
        }
    }

    @Test func `a rule without a when says what always holds`() {
        let found = findings(Self.vocabulary + "rules: {a: {if: fact(\"emergency\"), must_not: hold}}\n")
        #expect(found.count == 1, "\(found)")
        for part in ["`when: contact.started`", "`must_not: {hold: {if: …}}`", "`actions: {hold: {by: […]}}`"] {
            #expect(found.first?.contains(part) == true, "\(found)")
        }
    }

    // MARK: The file

    static let headers = [
        Turn("language: [en]", "languages: [en]", "`languages`"),
        Turn("languages: [english]", "languages: [en]", "`en`"),
        Turn("languages: en, da", "languages: [en, da]"), Turn("conduct: insult, threat", "conduct: [insult, threat]"),
        Turn("roles: {agent: people, supervisor: leaders}", "roles: [agent, supervisor]"),
        Turn("effective: 2026-01-01", "effective: {from: 2026-01-01}"),
        Turn("valid_from: 2026-01-01", "effective: {from: 2026-01-01}"),
        Turn("effective: {from: 1 January 2026}", "effective: {from: 2026-01-01}", "`2026-01-01`"),
        Turn("effective: {from: 2026/1/5}", "effective: {from: 2026-01-05}", "`2026-01-05`"),
        Turn("effective: {from: 01/02/2026}", "effective: {from: 2026-10-01}", "`2026-10-01`"),
        Turn("country: JP", "title: x", "as a comment"), Turn("tests: [{name: a}]", "title: x", "`NAME.test.yaml`"),
        Turn("avoid: [calm down]", "wording: {avoid: {en: [calm down]}}"),
        Turn("behaviours: [insult]", "conduct: [insult]", "`conduct`"),
        Turn("include: base.policy.yaml", "title: x", "`extends: base`"),
        Turn("extends: base.policy.yaml", "title: x", "`extends: base`"),
    ]

    @Test(arguments: headers) func `a key of the file`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { line in "\(line)\nrules: {a: {when: contact.started, should: announce}}\n" }
    }

    static let lists = [
        Turn("- announce\n      - within: 5m", "- {announce: {within: 5m}}", "`{announce: {within: 5m}}`"),
        Turn("announce:\n      within: 5m", "{announce: {within: 5m}}", "`{announce: {within: 5m}}`"),
    ]

    @Test(arguments: lists) func `an act and its argument side by side`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { act in "rules:\n  a:\n    when: contact.started\n    should:\n      \(act)\n" }
    }

    @Test func `rules under a status have no names`() {
        let named = "while_active: {no_transfer: {must_not: transfer}}"
        let found = findings(
            "rules: {a: {when: contact.started, begin: s}}\nstatuses: {s: {about: contact, \(named)}}\n")
        #expect(found.count == 1 && found[0].contains("write what stands below `no_transfer` itself"), "\(found)")
    }

    // MARK: Vocabulary

    static let vocabularies = [
        Turn("facts: {x: bool}", "facts: {x: {type: bool}}", "`x: {type: bool}`"),
        Turn("facts: {x: boolean}", "facts: {x: {type: bool}}", "`x: {type: bool}`"),
        Turn("facts: [x, y]", "facts: {x: {type: bool}, y: {type: bool}}"),
        Turn("facts: {x: {type: bool, reset: contact.ended}}", "facts: {x: {type: bool}}", "take it out"),
        Turn(
            "roles: [agent]\nactions: {look: {by: [system]}}",
            "roles: [agent, system]\nactions: {look: {by: [system]}}",
            "`roles: [agent, system]`"),
        Turn("actions: {look: {consent: needed}}", "actions: {look: {by: [agent]}}", "is a comment"),
        Turn("facts: {x: {type: bool, default: false}}", "facts: {x: {type: bool}}", "take it out"),
        Turn(
            "actions: {look: [agent, supervisor]}", "actions: {look: {by: [agent, supervisor]}}",
            "`look: {by: [agent, supervisor]}`"),
        Turn("actions: [look]", "actions: {look: {by: [agent]}}"),
        Turn("actions: {look: {about: customer}}", "actions: {look: {during: customer}}", "`during: customer`"),
        Turn("actions: {look: {within: 5m}}", "actions: {look: {by: [agent]}}", "`must: {look: {within: 5m}}`"),
        Turn("events: [ticket.opened]", "events: {ticket.opened: {}}"),
        Turn(
            "conduct: [rude]\ngroups: {abuse: [conduct.rude]}", "conduct: [rude]\ngroups: {abuse: [rude]}",
            "write `rude` alone"),
        Turn(
            "settings: {limit: 20 min}\nmeasures: {n: {elapsed: contact.started}}\nrules: {a: {when: {measure: n, reaches: limit}, should: announce}}",
            "settings: {limit: 20m}\nmeasures: {n: {elapsed: contact.started}}\nrules: {a: {when: {measure: n, reaches: limit}, should: announce}}",
            "`settings: {limit: 20m}`"),
        Turn("settings: {limit: {value: 30m}}", "settings: {limit: 30m}", "`limit: 30m`"),
        Turn("scripts: {w: [{en: Please stop}]}", "scripts: {w: {en: Please stop}}", "`w: {en: Please stop}`"),
        Turn(
            "measures: {n: {count: contact.started, per: customer, in_last: 1d, channel: phone}}",
            "measures: {n: {count: contact.started, per: customer, in_last: 1d, if: 'contact.channel == \"phone\"'}}",
            "`if: 'contact.channel == \"phone\"'`"),
        Turn(
            "measures: {n: {count: calls, per: customer, in_last: 1d}}",
            "measures: {n: {count: contact.started, per: customer, in_last: 1d}}", "`contact.started`"),
        Turn(
            "settings: {limit: 30m}\nrules: {a: {when: contact.started, must: {warn: {within: settings.limit}}}}",
            "settings: {limit: 30m}\nrules: {a: {when: contact.started, must: {warn: {within: limit}}}}",
            "`within: limit`"),
    ]

    @Test(arguments: vocabularies) func `a declaration`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { lines in "\(lines)\n" }
    }
}
