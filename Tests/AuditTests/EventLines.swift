import PolicyEngine

/// Events of a few made-up customers over some hours, the same for the same seed; a few lines are broken, told twice or
/// told late.
enum EventLines {
    static func make(_ count: Int, seed: UInt64) -> String {
        var numbers = SeededNumbers(seed)
        var lines: [String] = []
        var time: Int64 = 1_790_000_000_000
        var contacts = (0..<8).map { $0 }
        var next = 8
        for index in 0..<count {
            time += Int64.random(in: 0...9_000, using: &numbers)
            let place = Int.random(in: 0..<contacts.count, using: &numbers)
            let contact = contacts[place]
            var data = "\"utterance\",\"data\":{\"speaker\":\"customer\",\"text\":\"hello\"}"
            switch Int.random(in: 0..<20, using: &numbers) {
            case 0...3: data = "\"conduct.observed\",\"data\":{\"conduct\":[\"insult\"],\"severity\":2}"
            case 4: data = "\"conduct.observed\",\"data\":{\"conduct\":[\"threat\"]}"
            case 5...7: data = "\"action.done\",\"data\":{\"action\":\"warn\",\"by\":\"agent\"}"
            case 8: data = "\"supervisor.joined\",\"data\":{\"mode\":\"join\"}"
            case 9:
                data = "\"contact.ended\",\"data\":{\"by\":\"agent\",\"reason\":\"abuse\"}"
                contacts[place] = next
                next += 1
            case 10: data = "\"action.done\",\"data\":{\"action\":\"offer_break\",\"by\":\"supervisor\"}"
            default: break
            }
            let moment = index % 50 == 49 ? time - 60_000 : time
            lines.append(
                "{\"id\":\"e\(index)\",\"time\":\"\(TimeText.format(moment))\",\"type\":\(data),"
                    + "\"contact\":\"c\(contact)\",\"customer\":\"k\(contact % 40)\",\"agent\":\"a\(contact % 7)\",\"channel\":\"phone\"}"
            )
            if index % 97 == 96 { lines.append(lines[lines.count - 5]) }
            if index % 61 == 60 { lines.append("{\"id\":\"broken\(index)\",") }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
