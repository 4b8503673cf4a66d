import PolicyEngine
import SourceText

extension Explanation {
    /// The same as one JSON object, without a line break.
    public var json: String {
        var json = JSONText()
        json.beginObject()
        json.member("event", event)
        json.member("time", TimeText.format(time))
        json.member("contact", contact)
        json.member("customer", customer)
        json.member("agent", agent)
        json.member("policy", policy)
        json.member("sentence", sentence)
        json.key("findings")
        json.list(findings) { $1.write(to: &$0) }
        json.endObject()
        return json.text
    }
}

extension Finding {
    fileprivate func write(to json: inout JSONText) {
        json.beginObject()
        json.member("code", code.rawValue)
        json.member("rule", rule)
        json.member("norm", norm)
        json.member("sentence", sentence)
        json.member("script", script)
        json.key("checks")
        json.list(checks) { $1.write(to: &$0) }
        json.key("cites")
        json.list(cites) { $0.string($1) }
        json.endObject()
    }
}

extension Check {
    fileprivate func write(to json: inout JSONText) {
        json.beginObject()
        if let key { json.member("key", key) }
        json.member("text", text)
        json.member("result", result.rawValue)
        if let isWanted {
            json.key("passes")
            json.literal(isWanted ? "true" : "false")
        }
        json.key("reads")
        json.list(reads) { json, read in
            json.beginObject()
            json.member("name", read.name)
            json.member("value", read.value)
            if read.isHidden {
                json.key("hidden")
                json.literal("true")
            }
            json.endObject()
        }
        json.key("parts")
        json.list(parts) { $1.write(to: &$0) }
        json.endObject()
    }
}
