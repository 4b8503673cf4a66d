import PolicyEngine
import Testing

struct OutcomeTextTests {
    private func written(_ outcomes: Outcome...) -> String {
        var text = OutcomeText()
        var bytes: [UInt8] = []
        for outcome in outcomes { text.write(outcome, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Everything in an outcome has its line, in columns")
    func full() {
        let text = """
            contact c-1, customer cu-9, agent a-7, 2026-11-21
              10:00:40  late        the event came after its lane had moved on
                        must        warn                agent  by 10:01:10  "Jeg vil "gerne" hjælpe dig."  (ladders.abuse.1)
                        must not    report              manager, director  until 2026-11-22 10:00:40  to police  \
            minutes -10  must_say reason, appeal  (rules.threat)
                        fulfilled   warn                c-1/2
                        paused      end_contact         c-1/1  ruled out by c-1/2
                        paused      hold                c-1/2  its condition does not hold
                        resumed     warn                c-1/3
                        wrong role  end_contact         (actions.end_contact)
                        fulfilled   warn                c-1/2  (ladders.abuse.1)
                        silent      hold
                        ladder      abuse               0 to 1
                        status      protected           active
                        status      protected           ended
                        coached     "calm down"         en
                        conflict    warn                c-1/3 against c-1/1
                        fault       rules.threat        there is no `x` [no-such-key]

            """
        #expect(written(OutcomeSamples.full) == text)
    }

    @Test("A heading stands where somebody else or another day is meant, and only there")
    func headings() {
        let first = OutcomeSamples.plain { $0.changes = [.ladder("abuse", from: 1, to: 0)] }
        var second = first
        second.time += 1_000
        var other = second
        other.contact = "c-2"
        var tomorrow = other
        tomorrow.time += 86_400_000
        let text = """
            contact c-1, customer cu-9, 2026-11-21
              10:00:40  ladder      abuse               1 to 0
              10:00:41  ladder      abuse               1 to 0

            contact c-2, customer cu-9, 2026-11-21
              10:00:41  ladder      abuse               1 to 0

            contact c-2, customer cu-9, 2026-11-22
              10:00:41  ladder      abuse               1 to 0

            """
        #expect(written(first, second, other, tomorrow) == text)
    }

    @Test("An outcome without effect has no line")
    func empty() {
        #expect(written(OutcomeSamples.plain(), OutcomeSamples.plain { $0.late = true }).isEmpty)
    }

    @Test("No word from outside steers the terminal or breaks the line")
    func harmless() {
        let outcome = OutcomeSamples.plain {
            $0.contact = "c\u{1B}[31m\u{9B}2J\u{202E}"
            $0.faults = [Outcome.Fault(rule: "r\n\u{2028}x", code: "c\u{7F}", message: "family 👩\u{200D}👩")]
        }
        let text = written(outcome)
        #expect(text.hasPrefix("contact c\u{FFFD}[31m\u{FFFD}2J\u{FFFD}, customer"))
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("r  x") && text.contains("[c\u{FFFD}]") && text.contains("👩\u{200D}👩"))
    }

    @Test("A long script is cut at its sixtieth character, a short one is whole")
    func scripts() {
        func quote(_ count: Int) -> String {
            var issued = OutcomeSamples.warn
            issued.script?.text = String(repeating: "é", count: count)
            return written(OutcomeSamples.plain { $0.issued = [issued] })
        }
        #expect(quote(60).contains("\"\(String(repeating: "é", count: 60))\""))
        #expect(quote(61).contains("\"\(String(repeating: "é", count: 59))…\""))
    }
}
