import AuditLog
import PolicyEngine
import PolicyLanguage
import Testing

/// What a works council reads.
@Suite struct TimelineTests {
    private let lines = [
        Samples.line("1", at: 0, "contact.started", "{\"language\":\"da\"}"),
        Samples.line("2", at: 5, "utterance", "{\"speaker\":\"customer\",\"text\":\"secret words\"}"),
        Samples.line("3", at: 7, "utterance", "{\"speaker\":\"agent\",\"text\":\"secret answer\"}"),
        Samples.line("4", at: 10, "conduct.observed", "{\"conduct\":[\"insult\"],\"quote\":\"secret quote\"}"),
        Samples.line("5", at: 50, "action.done", "{\"action\":\"warn\",\"by\":\"agent\",\"said\":[\"behaviour\"]}"),
        Samples.line("6", at: 60, "contact.ended", "{\"by\":\"agent\",\"reason\":\"abuse\"}"),
    ]

    private var outcomes: [Outcome] {
        var asked = Samples.outcome("4", at: 10)
        var norm = Samples.issued("c-1/1", due: 40)
        norm.script = Outcome.Script(id: "warning", language: "da", text: "Hold venligst op.")
        asked.issued = [norm]
        var missed = Samples.outcome("cu-1#1", at: 40)
        missed.closed = [Outcome.Closed(norm: "c-1/1", action: "warn", state: .missed)]
        var done = Samples.outcome("5", at: 50)
        done.closed = [Outcome.Closed(norm: "c-1/1", action: "warn", state: .late)]
        done.verdicts = [Outcome.Verdict(action: "warn", verdict: .late, norm: "c-1/1", rule: "ladders.abuse.1")]
        var ended = Samples.outcome("6", at: 60)
        ended.verdicts = [
            Outcome.Verdict(action: "end_contact", verdict: .premature, norm: nil, rule: "ladders.abuse.3")
        ]
        return [asked, missed, done, ended]
    }

    @Test func everythingStandsInTheOrderInWhichItTookEffect() throws {
        let timeline = Timeline(try Samples.records(lines, outcomes), withTexts: false)
        #expect(timeline.entries.map(\.time) == [0, 5, 10, 40, 50, 60].map { Samples.start + $0 * 1_000 })
        #expect(timeline.entries.map { $0.remarks.map(\.kind) } == [[], [], [.duty], [.missed], [.kept], [.objection]])
    }

    @Test func aDutySaysWhoHasToDoWhatByWhenInWhichWordsAndWhy() throws {
        let text = Timeline(try Samples.records(lines, outcomes), withTexts: false).text
        #expect(text.contains("The agent has to warn the customer by 10:00:40 (within 30 seconds), in these words:"))
        #expect(text.contains("“Hold venligst op.”"))
        #expect(text.contains("Why: step 1 of the ladder `abuse`."))
        #expect(text.contains("but 10 seconds too late."))
        #expect(text.contains("Too soon to end the call: a later step of the ladder `abuse` could still allow it"))
    }

    @Test func adviceThatWasNotTakenIsNoMissedDuty() throws {
        var asked = Samples.outcome("4", at: 10)
        asked.issued = [Samples.issued("c-1/1", .should, "announce", due: 40)]
        var missed = Samples.outcome("cu-1#1", at: 40)
        missed.closed = [Outcome.Closed(norm: "c-1/1", action: "announce", state: .missed)]
        let timeline = Timeline(try Samples.records(lines, [asked, missed]), withTexts: false)
        #expect(timeline.text.contains("Advice not taken: The agent should announce something"))
        #expect(!timeline.text.contains("Missed"))
    }

    @Test func aPermissionThatIsRuledOutForNowIsToldAndThatItIsBack() throws {
        var asked = Samples.outcome("4", at: 10)
        asked.issued = [
            Samples.issued("c-1/1", .may, "end_contact", due: nil),
            Samples.issued("c-1/2", .mustNot, "end_contact", due: nil),
        ]
        asked.paused = [Outcome.Paused(norm: "c-1/1", action: "end_contact", prohibition: "c-1/2")]
        var back = Samples.outcome("5", at: 50)
        back.resumed = [Outcome.Resumed(norm: "c-1/1", action: "end_contact")]
        let text = Timeline(try Samples.records(lines, [asked, back]), withTexts: false).text
        #expect(text.contains("For now not allowed: to end the call; something stronger rules it out."))
        #expect(text.contains("Again allowed: to end the call."))
    }

    @Test func wordsOfPeopleStandInItOnlyWhenAskedFor() throws {
        let records = try Samples.records(lines, outcomes)
        let closed = Timeline(records, withTexts: false)
        #expect(!closed.text.contains("secret"))
        #expect(!closed.json.contains("secret"))
        #expect(closed.text.contains("They talked until 10:00:07: the customer once, the agent once."))
        let open = Timeline(records, withTexts: true).text
        for words in ["secret words", "secret answer", "secret quote"] { #expect(open.contains(words)) }
    }

    @Test func aNormThatClosesOutsideOfTheContactIsToldHere() throws {
        var records = try Samples.records(lines, Array(outcomes.prefix(1)))
        records.norms = [
            NormRecord(
                number: 1, norm: "c-1/1", modality: .must, action: "warn", by: ["agent"], rule: "ladders.abuse.1",
                contact: "c-1", customer: "cu-1", agent: "a-1", due: nil, until: nil, state: .excused,
                issued: .init(time: Samples.start, event: "4", outcome: 1),
                closed: .init(time: Samples.start + 90_000_000, event: "e-99", outcome: 77))
        ]
        let timeline = Timeline(records, withTexts: false)
        #expect(timeline.entries.last?.event == "e-99")
        #expect(timeline.text.contains("2026-11-22"))
        #expect(timeline.text.contains("Excused from having to warn the customer."))
    }

    @Test(arguments: BuiltInEvent.allCases)
    func everyKindOfEventIsASentenceOfItsOwn(type: BuiltInEvent) throws {
        let data =
            switch type {
            case .contactEnded: "{\"by\":\"customer\"}"
            case .utterance: "{\"speaker\":\"agent\"}"
            case .conductObserved: "{\"conduct\":[\"rude\"]}"
            case .factRecorded: "{\"name\":\"stalemate\",\"value\":true}"
            case .actionDone, .actionDeclined: "{\"action\":\"warn\"}"
            case .statusDecided: "{\"status\":\"restricted\",\"decision\":\"imposed\"}"
            case .statusProposed, .statusNotified, .statusAppealed, .statusVaried, .statusReviewed, .statusEnded:
                "{\"status\":\"restricted\"}"
            case .retracted: "{\"event\":\"e-0\"}"
            default: "{}"
            }
        let records = try Samples.records([Samples.line("1", at: 0, type.rawValue, data)])
        let entries = Timeline(records, withTexts: false).entries
        if type == .timePassed { return #expect(entries.isEmpty) }
        let sentence = try #require(entries.first?.sentence)
        #expect(sentence.hasSuffix(".") && !sentence.contains("  ") && !sentence.contains("``"))
        #expect(sentence.first?.isUppercase == true)
    }

    @Test(arguments: BuiltInAction.all.map(\.name))
    func everyBuiltInActionHasWordsForWhoHasToDoItAndForWhoDidIt(action: String) throws {
        var asked = Samples.outcome("1", at: 0)
        asked.issued = [Samples.issued("c-1/1", .must, action)]
        let line = Samples.line("1", at: 0, "action.done", "{\"action\":\"\(action)\"}")
        let text = Timeline(try Samples.records([line], [asked]), withTexts: false).text
        #expect(!text.contains("has to do `") && !text.contains("agent did `"))
    }
}
