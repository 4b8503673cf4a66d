import Testing

@testable import PolicyLanguage

/// What newcomers write after `when:`, and in conditions: each help line gives what is right, and that has no finding.
@Suite struct WrongTurnTriggerTests {
    typealias Turn = WrongTurnTests.Turn

    private static let vocabulary = """
        conduct: [insult, threat]
        groups: {abuse: [insult, threat]}
        facts: {emergency: {type: bool}, level: {type: text}, vip: {type: bool, about: customer}}
        events: {period.ended: {}}
        measures:
          talk: {elapsed: contact.started}
          call_length: {elapsed: contact.started}
          insults: {count: conduct.insult, per: contact, in_last: ever}
          insult_count: {count: conduct.insult, per: contact, in_last: ever}
          warn_done: {count: action.done, if: 'event.action == "warn"', per: contact, in_last: ever}
        statuses: {banned: {about: customer, until: 30d, while_active: {must_not: transfer}}}
        ladders: {steps_up: {when: conduct.abuse, steps: [{must: warn}, {may: end_contact}]}}

        """

    static let triggers = [
        Turn("{talk: 30m}", "{measure: talk, reaches: 30m}"),
        Turn("{talk: {reaches: 30m}}", "{measure: talk, reaches: 30m}"),
        Turn("{insults: 3}", "{measure: insults, reaches: 3}"),
        Turn("{banned: active}", "{status: banned, becomes: active}"),
        Turn("{banned: over}", "{status: banned, becomes: ended}"),
        Turn("{steps_up: 2}", "{ladder: steps_up, reaches: 2}"),
        Turn("{ladder: steps_up, step: 2}", "{ladder: steps_up, reaches: 2}", "`reaches`"),
        Turn("ladder.steps_up.2", "{ladder: steps_up, reaches: 2}"),
        Turn("{measure: talk, reaches: 30}", "{measure: talk, reaches: 30m}", "`reaches: 30m`"),
        Turn("{status: banned, is: active}", "{status: banned, becomes: active}", "`becomes: active`"),
        Turn("{status: banned, ends: true}", "{status: banned, becomes: ended}", "`becomes: ended`"),
        Turn("{status: banned, becomes: imposed}", "{status: banned, becomes: active}", "`active`"),
        Turn("status.imposed", "{status: banned, becomes: active}"),
        Turn("status.lifted", "{status: banned, becomes: ended}"),
        Turn("{duty: warn, is: done}", "{duty: warn, becomes: fulfilled}", "`becomes: fulfilled`"),
        Turn("{duty: warn, becomes: done}", "{duty: warn, becomes: fulfilled}", "`fulfilled`"),
        Turn("{duty: warn, missed: true}", "{duty: warn, becomes: missed}", "`becomes: missed`"),
        Turn("{conduct.insult: 3}", "{measure: insult_count, reaches: 3}"),
        Turn("{conduct.insult: {times: 3}}", "{measure: insult_count, reaches: 3}"),
        Turn("{any: [conduct.insult, threat]}", "[conduct.insult, conduct.threat]"),
        Turn("{all: [insult, threat]}", "conduct.insult", "`if: 'contact.conduct(\"threat\") > 0'`"),
        Turn("{emergency: true}", "fact.recorded", "`if: 'event.name == \"emergency\" && fact(\"emergency\")'`"),
        Turn("{warn: done}", "action.done", "`if: 'event.action == \"warn\"'`"),
        Turn("{action.done: warn}", "action.done", "`if: 'event.action == \"warn\"'`"),
        Turn(
            "contact.elapsed > 30m", "{measure: call_length, reaches: 30m}",
            "`when: {measure: call_length, reaches: 30m}`"),
        Turn("3 insults", "{measure: insult_count, reaches: 3}"),
        Turn("second insult", "{measure: insult_count, reaches: 2}"),
        Turn("conduct.insult twice", "{measure: insult_count, reaches: 2}"),
        Turn("{count: conduct.insult, reaches: 4}", "{measure: insult_count, reaches: 4}"),
        Turn(
            "contact.started + 30m", "{measure: call_length, reaches: 30m}",
            "`when: {measure: call_length, reaches: 30m}`"),
        Turn(
            "30m after contact.started", "{measure: call_length, reaches: 30m}",
            "`when: {measure: call_length, reaches: 30m}`"),
        Turn("silence for 5 minutes", "{measure: talk, reaches: 5m}", "`measures: {time_since: {elapsed: utterance}}`"),
        Turn("the supervisor agreed to stop", "fact.recorded", "`facts: {supervisor_agreed_to_stop: {type: bool}}`"),
        Turn("'action.done, warn'", "action.done", "`if: 'event.action == \"warn\"'`"),
        Turn("warning given", "action.done", "`if: 'event.action == \"warning\"'`"),
        Turn("2 period ends", "{measure: insults, reaches: 2}", "`events: {period.ends: {}}`"),
        Turn("conduct.insult and something else", "conduct.insult", "`conduct.insult` alone"),
        Turn("every 3 months", "period.ended", "`when: period.ended`"),
        Turn(
            "'contact.ended, 3 times'", "{measure: insults, reaches: 3}",
            "`measures: {ended_count: {count: contact.ended, per: customer, in_last: 365d}}`"),
        Turn(
            "20 insults in 1 day", "{measure: insults, reaches: 20}",
            "`measures: {conduct_insult_count: {count: conduct.insult, per: customer, in_last: 1d}}`"),
        Turn(
            "3 calls a week", "{measure: insults, reaches: 3}",
            "`measures: {contact_started_count: {count: contact.started, per: customer, in_last: 7d}}`"),
        Turn("level becomes high", "fact.recorded", "`if: 'event.name == \"level\" && fact(\"level\") == \"high\"'`"),
        Turn("daily", "period.ended", "`when: period.ended`"),
        Turn("{every: 3 months}", "period.ended", "`when: period.ended`"),
        Turn("always", "contact.started", "`contact.started`"),
        Turn("conduct", "conduct.observed", "`conduct.observed`"),
        Turn("start", "contact.started", "`contact.started`"),
        Turn("contact.closed", "contact.ended", "`contact.ended`"),
    ]

    @Test(arguments: triggers) func `a trigger`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { trigger in
            Self.vocabulary + "rules: {a: {when: \(trigger), should: announce}}\n"
        }
    }

    @Test func `an event of one's own is declared`() {
        let rule = "rules: {a: {when: crm.synced, should: announce}}\n"
        let found = findings(Self.vocabulary + rule)
        #expect(found.count == 1 && found[0].contains("`events: {crm.synced: {}}`"), "\(found)")
        #expect(
            findings(Self.vocabulary.replacing("{period.ended:", with: "{crm.synced: {}, period.ended:") + rule)
                == [])
    }

    // MARK: Conditions

    private static let again = "`contact.conduct(\"abuse\") > 1`"

    static let conditions = [
        Turn("banned == active", "status(\"banned\")", "`status(\"banned\")` alone"),
        Turn("banned is active", "status(\"banned\")", "`status(\"banned\")` alone"),
        Turn("status(\"banned\") is active", "status(\"banned\")", "`status(\"banned\")` alone"),
        Turn(
            "status(\"banned\") was active before", "fact(\"emergency\")", "`statuses: {was_banned: {about: customer}}`"
        ),
        Turn("banned != active", "!status(\"banned\")", "`!status(\"banned\")` alone"),
        Turn("status == banned", "status(\"banned\")", "`status(\"banned\")` alone"),
        Turn("ladder == steps_up", "ladder(\"steps_up\") > 1"),
        Turn("manager", "fact(\"emergency\")", "`by: [manager]`"),
        Turn("phone", "contact.channel == \"phone\""),
        Turn("contact.type == \"phone\"", "contact.channel == \"phone\"", "`contact.channel`"),
        Turn(
            "contact.channel in [phone, chat]", "contact.channel in [\"phone\", \"chat\"]", "`in [\"phone\", \"chat\"]`"
        ),
        Turn(
            "contact.channel in (phone, chat)", "contact.channel in [\"phone\", \"chat\"]", "`in [\"phone\", \"chat\"]`"
        ),
        Turn("conduct.abuse >= 2", "contact.conduct(\"abuse\") >= 2"),
        Turn("insult > 1", "contact.conduct(\"insult\") > 1"), Turn("!insult", "contact.conduct(\"insult\") > 0"),
        Turn("abuse share > 50%", "fact(\"emergency\")", "`facts: {abuse_share: {type: double}}`"),
        Turn("notified", "fact(\"emergency\")", "`facts: {notified: {type: bool}}`"),
        Turn("repeated", "contact.conduct(\"abuse\") > 1"), Turn("it continues", "contact.conduct(\"abuse\") > 1"),
        Turn("second time", "contact.conduct(\"abuse\") > 1"),
        Turn("warn was done", "warn_done > 0"), Turn("after the warning was given", "warn_done > 0"),
        Turn("warn == fulfilled", "warn_done > 0"),
        Turn("ladder(\"steps_up\") reaches 2", "ladder(\"steps_up\") >= 2", "`>= 2`"),
        Turn("customer.married", "fact(\"vip\")", "`facts: {married: {type: bool, about: customer}}`"),
        Turn("contact.elapsed.minutes > 10", "contact.elapsed > duration(\"10m\")"),
        Turn("contact.duration > duration(\"10m\")", "contact.elapsed > duration(\"10m\")", "`contact.elapsed`"),
        Turn("agent.role == \"supervisor\"", "fact(\"emergency\")", "`by: [supervisor]`"),
        Turn("supervisor.present", "fact(\"emergency\")", "{count: supervisor.joined, "),
    ]

    @Test(arguments: conditions) func `a condition`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { condition in
            Self.vocabulary + "rules: {a: {when: contact.started, if: '\(condition)', should: announce}}\n"
        }
    }

    static let ofEvents = [
        Turn(
            "conduct.threat, if: 'event.by == \"agent\"'", "conduct.threat, if: 'event.source == \"agent\"'",
            "`event.source == \"agent\"`"),
        Turn(
            "conduct.threat, if: 'event.severity == \"high\"'", "conduct.threat, if: 'event.severity >= 3'",
            "`event.severity >= 3`"),
        Turn("conduct.threat, if: 'event.confidence > 80%'", "conduct.threat, if: 'event.confidence > 0.8'", "`0.8`"),
        Turn(
            "contact.ended, if: 'event.ended_by == \"agent\"'", "contact.ended, if: 'event.by == \"agent\"'",
            "`event.by`"),
        Turn(
            "action.done, if: 'event.action == \"hang_up\"'", "action.done, if: 'event.action == \"end_contact\"'",
            "`\"end_contact\"`"),
        Turn(
            "status.decided, if: 'status == \"banned\"'", "status.decided, if: 'event.status == \"banned\"'",
            "`event.status == \"banned\"`"),
        Turn(
            "action.done, if: 'reason == \"abuse\"'",
            "action.done, if: 'has(event.fields) && has(event.fields.reason) && event.fields.reason == \"abuse\"'",
            "`has(event.fields) && has(event.fields.reason) && event.fields.reason == …`"),
    ]

    @Test(arguments: ofEvents) func `a condition on an event`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { rule in
            Self.vocabulary + "rules: {a: {when: \(rule), should: announce}}\n"
        }
    }
}
