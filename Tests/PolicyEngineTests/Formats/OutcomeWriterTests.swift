import Foundation
import PolicyEngine
import PolicyLanguage
import Testing

struct OutcomeWriterTests {
    private func written(_ outcome: Outcome, policy: String = "contact-safety@3f9c1b") -> String {
        var bytes: [UInt8] = []
        OutcomeWriter(policy: policy).write(outcome, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("An outcome without effect is its envelope alone, on one line")
    func plain() {
        let line = """
            {"event":"e-12","time":"2026-11-21T10:00:40.250Z","contact":"c-1","customer":"cu-9",\
            "policy":"contact-safety@3f9c1b"}

            """
        #expect(written(OutcomeSamples.plain()) == line)
    }

    @Test("Members stand in the order of the language page, and what is absent is left out")
    func full() {
        let line = #"""
            {"event":"e-12","time":"2026-11-21T10:00:40.250Z","contact":"c-1","customer":"cu-9","agent":"a-7",\#
            "policy":"contact-safety@3f9c1b","late":true,\#
            "issued":[{"norm":"c-1/3","modality":"must","action":"warn","by":["agent"],"due":"2026-11-21T10:01:10.250Z",\#
            "script":{"id":"warning","language":"da","text":"Jeg vil \"gerne\"\nhjælpe dig."},"rule":"ladders.abuse.1"},\#
            {"norm":"cu-9/1","modality":"must_not","action":"report","by":["manager","director"],\#
            "until":"2026-11-22T10:00:40.250Z",\#
            "arguments":{"to":"police","minutes":-10,"must_say":["reason","appeal"]},"rule":"rules.threat"}],\#
            "closed":[{"norm":"c-1/2","action":"warn","state":"fulfilled"}],\#
            "paused":[{"norm":"c-1/1","action":"end_contact","prohibition":"c-1/2"},\#
            {"norm":"c-1/2","action":"hold","prohibition":null}],\#
            "resumed":[{"norm":"c-1/3","action":"warn"}],\#
            "verdicts":[{"action":"end_contact","verdict":"wrong_role","norm":null,"rule":"actions.end_contact"},\#
            {"action":"warn","verdict":"fulfilled","norm":"c-1/2","rule":"ladders.abuse.1"},\#
            {"action":"hold","verdict":"silent","norm":null,"rule":null}],\#
            "changes":[{"ladder":"abuse","from":0,"to":1},{"status":"protected","from":null,"to":"active"},\#
            {"status":"protected","from":"active","to":"ended"}],\#
            "coached":[{"phrase":"calm down","language":"en"}],\#
            "conflicts":[{"action":"warn","duty":"c-1/3","prohibition":"c-1/1"}],\#
            "faults":[{"rule":"rules.threat","code":"no-such-key","message":"there is no `x`"}]}

            """#
        #expect(written(OutcomeSamples.full) == line)
    }

    @Test("Lines are appended, and nothing before them is touched")
    func appended() {
        let writer = OutcomeWriter(policy: "p")
        var bytes = Array("before\n".utf8)
        writer.write(OutcomeSamples.plain(), to: &bytes)
        writer.write(OutcomeSamples.full, to: &bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 4 && lines[0] == "before" && lines[3].isEmpty)
    }

    @Test("Only what JSON demands is escaped")
    func escapes() {
        let outcome = OutcomeSamples.plain { $0.contact = "\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}é\u{2028}😀" }
        #expect(written(outcome).contains(#""contact":"\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}é\u{2028}😀\""))
    }

    @Test("Any text comes back from another reader of JSON as it was")
    func anyText() throws {
        let seed = FormatRandom.seedOfTheRun
        var sample = JSONSample(random: FormatRandom(seed: seed))
        for _ in 0..<500 {
            let (id, policy, text) = (sample.text(), sample.text(), sample.text())
            let outcome = OutcomeSamples.plain {
                $0.event = id
                $0.faults = [Outcome.Fault(rule: text, code: "", message: String(text.reversed()))]
            }
            let line = Data(written(outcome, policy: policy).utf8)
            let json = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
            #expect(Array((json["event"] as? String ?? "").utf8) == Array(id.utf8), "SEED=\(seed)")
            #expect(Array((json["policy"] as? String ?? "").utf8) == Array(policy.utf8), "SEED=\(seed)")
            let fault = (json["faults"] as? [[String: String]])?.first
            #expect(fault.map { Array(($0["rule"] ?? "?").utf8) } == Array(text.utf8), "SEED=\(seed)")
        }
    }
}
