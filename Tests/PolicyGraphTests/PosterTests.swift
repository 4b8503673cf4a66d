import Foundation
import PolicyLanguage
import Testing

@testable import PolicyGraph

/// A poster can be read: text fits its cards, stands out from its ground, and the whole fits a sheet.
@Suite struct PosterTests {
    /// Relative luminance by WCAG 2, of `#rrggbb`.
    private func luminance(_ colour: String) throws -> Double {
        let value = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test(arguments: Theme.allCases.filter { $0 != .auto })
    func `text stands out from its ground by 4.5 to 1, signs by 3 to 1`(_ theme: Theme) throws {
        func contrast(_ one: String, _ two: String) throws -> Double {
            let both = [
                try luminance(StyleSheet.fill(one, theme)), try luminance(StyleSheet.fill(two, theme)),
            ].sorted()
            return (both[1] + 0.05) / (both[0] + 0.05)
        }
        for ground in [".page", ".card", ".statusCard", ".stair"] {
            for text in ["text", ".when", ".fact, .note", ".link"] {
                #expect(try contrast(text, ground) >= 4.5, "\(text) on \(ground)")
            }
            for role in 0...5 { #expect(try contrast(".r\(role)", ground) >= 3, "role \(role) on \(ground)") }
        }
        for (text, ground) in [
            (".badgeOnDark", ".must"), (".badgeOnDark", ".mustNot"), ("text", ".should"), ("text", ".may"),
        ] { #expect(try contrast(text, ground) >= 4.5, "\(text) on \(ground)") }
    }

    /// A policy with so many rules, of one to three acts each.
    private func policy(rules: Int) -> String {
        var yaml = "holdline: 1\npolicy: many\nconduct: [rude, insult]\nrules:\n"
        for index in 1...rules {
            yaml += "  rule-\(index):\n    when: \(["conduct.rude", "contact.ended", "action.done"][index % 3])\n"
            yaml += "    if: 'contact.channel == \"phone\" && !fact_free(\(index))'\n"
                .replacing("!fact_free(\(index))", with: "contact.elapsed > duration(\"\(index)m\")")
            yaml += "    must: {notify: {who: manager, within: 5m, if_missed: {report: {within: 1d}}}}\n"
            if index % 2 == 0 { yaml += "    should: [hold, {offer_break: {minutes: 10, within: 15m}}]\n" }
        }
        return yaml
    }

    private func size(_ svg: String) throws -> (width: Double, height: Double) {
        let match = try #require(svg.firstMatch(of: #/viewBox="0 0 ([0-9.]+) ([0-9.]+)"/#))
        return (try #require(Double(match.output.1)), try #require(Double(match.output.2)))
    }

    @Test(arguments: [12, 25, 40, 60]) func `a poster has about the proportion of a sheet`(_ rules: Int) throws {
        let (width, height) = try size(Poster(try Policies.picture(yaml: policy(rules: rules))).svg())
        #expect((0.95...2.0).contains(width / height), "\(rules) rules: \(width) by \(height)")
        if rules == 40 { #expect(width <= 2_700) }
    }

    @Test(arguments: Policies.all) func `no line is wider than its card`(_ path: String) throws {
        let styles: [String: TextStyle] = [
            "name": .name, "when": .when, "fact": .fact, "detail": .detail, "link": .link, "action": .action,
            "role": .role,
        ]
        let svg = Poster(try Policies.picture(path)).svg()
        for match in svg.matches(of: #/<text class="([a-z]+)" x="([0-9.]+)"[^>]*>([^<]*)<\/text>/#) {
            guard let style = styles[String(match.output.1)], let x = Double(match.output.2) else { continue }
            let text = match.output.3.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
                .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            #expect(x + style.width(text) <= 306, "\(text)")
        }
    }

    @Test func `long words are broken, and nothing is lost`() {
        let text = "a" + String(repeating: "very_long.", count: 20) + " and short"
        let lines = Wrapping.lines(text, 30) { $0.count }
        #expect(lines.allSatisfy { $0.count <= 30 })
        #expect(lines.joined().replacing(" ", with: "") == text.replacing(" ", with: ""))
        #expect(Wrapping.lines("", 30) { $0.count } == [""])
    }

    @Test func `durations are written as an author would`() {
        let all: [(Int64, String)] = [
            (0, "0s"), (500, "500ms"), (90_000, "1m30s"), (5_400_000, "1h30m"), (86_400_000, "1d"),
            (129_600_000, "36h"), (7_776_000_000, "90d"),
        ]
        for (milliseconds, text) in all { #expect(FactText.duration(milliseconds) == text) }
    }
}
