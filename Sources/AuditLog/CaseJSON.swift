import PolicyEngine
import SourceText

extension CaseSummary {
    /// The case as one JSON object on one line, without a line break.
    public var json: String {
        var json = JSONText()
        json.beginObject()
        json.member("contact", contact)
        json.member("customer", customer)
        json.key("agents")
        json.list(agents) { $0.string($1) }
        json.member("channel", channel)
        json.member("began", TimeText.format(began))
        json.member("ended", ended.map(TimeText.format))
        json.member("ended_by", endedBy)
        json.member("reason", reason)
        json.key("conduct")
        json.list(conduct) { json, observed in
            json.beginObject()
            json.member("class", observed.conduct)
            json.member("times", observed.times)
            json.member("severity", observed.severity.map { Int($0) })
            json.endObject()
        }
        json.key("ladders")
        json.list(ladders) { json, climb in
            json.beginObject()
            json.member("ladder", climb.ladder)
            json.member("position", climb.position)
            json.member("highest", climb.highest)
            json.endObject()
        }
        json.key("missed")
        json.list(missed) { $0.string($1) }
        json.key("late")
        json.list(late) { $0.string($1) }
        json.key("objections")
        json.list(objections) { json, objection in
            json.beginObject()
            json.member("action", objection.action)
            json.member("verdict", objection.verdict.rawValue)
            json.member("time", TimeText.format(objection.time))
            json.endObject()
        }
        json.member("open", open)
        json.endObject()
        return json.text
    }
}

extension Timeline {
    /// The timeline as one JSON object on one line, without a line break; times in UTC.
    public var json: String {
        var json = JSONText()
        json.beginObject()
        json.member("contact", contact)
        json.member("customer", customer)
        json.key("agents")
        json.list(agents) { $0.string($1) }
        json.member("channel", channel)
        json.member("policy", policy)
        json.member("title", title)
        json.key("entries")
        json.list(entries) { $0.entry($1) }
        json.key("sum")
        json.list(sum) { $0.string($1) }
        json.endObject()
        return json.text
    }
}

extension JSONText {
    package mutating func list<Item>(_ items: [Item], _ write: (inout JSONText, Item) -> Void) {
        beginArray()
        for item in items { write(&self, item) }
        endArray()
    }

    fileprivate mutating func entry(_ entry: Timeline.Entry) {
        beginObject()
        member("time", TimeText.format(entry.time))
        if let until = entry.until { member("until", TimeText.format(until)) }
        member("event", entry.event)
        member("sentence", entry.sentence)
        key("remarks")
        list(entry.remarks) { json, remark in
            json.beginObject()
            json.member("kind", remark.kind.rawValue)
            json.member("sentence", remark.sentence)
            if let script = remark.script { json.member("script", script) }
            if let reason = remark.reason { json.member("because", reason) }
            json.endObject()
        }
        endObject()
    }
}
