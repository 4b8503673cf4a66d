/// What the events of each type say.
extension RandomEvents {
    mutating func started() -> [String: String] {
        var data: [String: String] = [:]
        if random.chance(40) { data["language"] = random.pick(["\"da\"", "\"da-DK\"", "\"en\"", "\"fi\""]) }
        if random.chance(30) { data["new_matter"] = "true" }
        return data
    }

    mutating func conduct(_ who: [String: String], _ channel: String?) {
        let classes = random.some(["rude", "insult", "threat", "odd"]).map { "\"\($0)\"" }
        var data = ["conduct": "[\(classes.joined(separator: ","))]"]
        if random.chance(30) { data["of"] = random.pick(["\"u1\"", "\"u2\"", "\"u3\""]) }
        if random.chance(20) { data["directed_at"] = random.pick(["\"agent\"", "\"situation\""]) }
        if random.chance(20) { data["confidence"] = random.pick(["0.3", "0.9"]) }
        if random.chance(20) { data["severity"] = "\(random.below(5))" }
        if random.chance(40) { data["source"] = random.pick(["\"classifier\"", "\"classifier\"", "\"supervisor\""]) }
        add("conduct.observed", who: who, data, channel: channel)
    }

    mutating func deed(_ who: [String: String]) {
        var data = ["action": "\"\(random.pick(RandomPolicy.actions + ["warn", "say", "offer_break", "unknown"]))\""]
        if data["action"] == "\"offer_break\"" { data["by"] = "\"supervisor\"" }
        if random.chance(30) { data["by"] = "\"\(random.pick(RandomPolicy.roles))\"" }
        if random.chance(50) { data["said"] = random.pick(["[\"why\"]", "[\"why\",\"how\"]", "[]"]) }
        if random.chance(30) { data["fields"] = random.pick(["{\"reason\":\"x\"}", "{}"]) }
        if random.chance(15) { data["norm"] = norm(who) }
        if random.chance(15) { data["to"] = random.pick(["\"sales\"", "\"security\"", "\"police\"", "\"manager\""]) }
        if random.chance(10) { data["mode"] = random.pick(["\"notify\"", "\"join\"", "\"take_over\""]) }
        if random.chance(10) { data["status"] = "\"\(random.pick(statuses))\"" }
        add("action.done", who: who, data)
    }

    private mutating func norm(_ who: [String: String]) -> String {
        let owners = [who["contact"], who["customer"], who["agent"], "c1", "k1"].compactMap(\.self)
        return "\"\(random.pick(owners))/\(random.between(1, 6))\""
    }

    mutating func declined(_ who: [String: String]) {
        let usual = ["warn", "warn", "say", "say", "announce", "hold", "soothe", "offer_break"]
        var data = ["action": "\"\(random.pick(RandomPolicy.actions + usual))\""]
        if random.chance(80) { data["reason"] = random.pick(["\"unsafe\"", "\"unreachable\"", "\"busy\""]) }
        if random.chance(30) { data["by"] = "\"\(random.pick(RandomPolicy.roles))\"" }
        if random.chance(15) { data["norm"] = norm(who) }
        add("action.declined", who: who, data)
    }

    mutating func fact(_ who: [String: String]) {
        let name = random.pick(["calm", "calm", "vip", "level", "tired", "unheard"])
        var data = ["name": "\"\(name)\"", "value": random.pick(["true", "true", "false"])]
        if name == "level" { data["value"] = random.pick(["0", "2", "\"high\""]) }
        if random.chance(20) { data["by"] = random.pick(["\"agent\"", "\"manager\""]) }
        if random.chance(20) { data["until"] = "\"\(Self.text(now + random.between(1, 6) * 30))\"" }
        add("fact.recorded", who: who, data)
    }

    mutating func utterance(_ who: [String: String]) {
        let texts = ["Calm down!", "That is not  our policy", "SLAP AF nu", "hello", "calm downstairs"]
        var data = ["speaker": random.pick(["\"agent\"", "\"customer\""]), "text": "\"\(random.pick(texts))\""]
        if random.chance(30) { data["language"] = random.pick(["\"en\"", "\"da\""]) }
        add("utterance", who: who, data)
    }

    mutating func end(_ who: [String: String]) {
        var data = ["by": random.pick(["\"agent\"", "\"customer\"", "\"supervisor\"", "\"system\""])]
        data["reason"] = random.pick(["\"completed\"", "\"abuse\"", "\"dropped\"", "\"transferred\"", "\"other\""])
        if let contact = who["contact"] { ended.insert(contact) }
        add("contact.ended", who: who, data)
    }

    mutating func joined(_ who: [String: String]) {
        add(
            "supervisor.joined", who: who,
            random.chance(60) ? ["mode": random.pick(["\"notify\"", "\"join\"", "\"take_over\""])] : [:])
    }

    mutating func statusEvent(_ who: [String: String]) {
        var data = ["status": "\"\(random.pick(statuses))\""]
        let type = random.pick(["status.decided", "status.decided", "status.ended", "status.notified"])
        if type == "status.decided" {
            data["decision"] = random.pick(["\"imposed\"", "\"imposed\"", "\"reversed\"", "\"refused\""])
        }
        if random.chance(20) { data["by"] = random.pick(["\"agent\"", "\"manager\""]) }
        if type != "status.ended", random.chance(50) { data["fields"] = #"{"reason":"x"}"# }
        add(type, who: who, data)
    }
}
