import CEL
import PolicyEngine
import PolicyLanguage
import Testing

struct EventReaderTests {
    private let reader = EventLines.reader

    private func data(_ type: String, _ data: String) throws -> [Event.Field] {
        try reader.read(EventLines.of(type, data)).data
    }

    private func fields(_ pairs: (String, CELValue)...) -> [Event.Field] {
        pairs.map { Event.Field(name: $0.0, value: $0.1) }
    }

    @Test("The example of the language page is read whole")
    func example() throws {
        let event = try reader.read(
            #"""
            {"id":"e-12","time":"2026-11-21T10:00:40.250Z","type":"conduct.observed","contact":"c-1","customer":"cu-9",
             "agent":"a-7","channel":"phone","data":{"conduct":["insult"],"directed_at":"agent","source":"agent"}}
            """#)
        #expect(event.id == "e-12" && event.source == nil && event.time == EventLines.time)
        #expect(event.type == .builtIn(.conductObserved))
        #expect(event.contact == "c-1" && event.customer == "cu-9" && event.agent == "a-7" && event.channel == "phone")
        #expect(
            event.data
                == fields(
                    ("conduct", .list([.string("insult")])), ("directed_at", .string("agent")),
                    ("source", .string("agent")), ("confidence", .double(1))))
    }

    @Test("Every built-in type is known by its name", arguments: BuiltInEvent.allCases)
    func types(_ type: BuiltInEvent) throws {
        let required: [String: String] = [
            "by": #""customer""#, "speaker": #""agent""#, "conduct": #""rude""#, "decision": #""imposed""#,
            "value": "1",
        ]
        let members = type.fields.filter { $0.presence == .required }
            .map { "\"\($0.name)\":\(required[$0.name] ?? #""x""#)" }
        let event = try reader.read(EventLines.of(type.rawValue, "{\(members.joined(separator: ","))}"))
        #expect(event.type == .builtIn(type))
        #expect(reader.types.contains(type.rawValue))
    }

    @Test(
        "What is left out has its standard",
        arguments: [
            ("action.done", #"{"action":"warn"}"#, "agent"), ("action.declined", #"{"action":"warn"}"#, "agent"),
            ("contact.transferred", "{}", "agent"),
            ("status.decided", #"{"status":"x","decision":"refused"}"#, "manager"),
            ("status.notified", #"{"status":"x"}"#, "manager"),
        ])
    func standards(_ type: String, _ data: String, _ role: String) throws {
        #expect(try reader.read(EventLines.of(type, data)).text("by") == role)
        let named = data == "{}" ? #"{"by":"system"}"# : data.replacing("}", with: #","by":"system"}"#)
        #expect(try reader.read(EventLines.of(type, named)).text("by") == "system")
    }

    @Test("Nothing else gets a standard")
    func noStandard() throws {
        #expect(try data("supervisor.joined", "{}").isEmpty)
        #expect(try data("status.ended", #"{"status":"x"}"#) == fields(("status", .string("x"))))
        #expect(try reader.read(#"{"id":"e","time":"2026-11-21T10:00:40Z","type":"time.passed"}"#).data.isEmpty)
        #expect(
            try reader.read(#"{"id":"e","time":"2026-11-21T10:00:40Z","type":"contact.transferred","agent":"a"}"#).data
                == fields(("by", .string("agent"))))
    }

    @Test("Conduct is a list without repeats, one class or several")
    func conduct() throws {
        #expect(try data("conduct.observed", #"{"conduct":"rude"}"#)[0].value == .list([.string("rude")]))
        let several = try data("conduct.observed", #"{"conduct":["threat","rude","threat"]}"#)
        #expect(several[0].value == .list([.string("threat"), .string("rude")]))
    }

    @Test(
        "A fact's value keeps its kind, and its number its exactness",
        arguments: [
            ("true", .bool(true)), ("false", .bool(false)), ("0", .int(0)), ("-0", .int(0)),
            ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
            ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.0", .double(1)), ("1e2", .double(100)),
            ("-0.0", .double(-0.0)), ("0.1", .double(0.1)), ("5e-324", .double(.leastNonzeroMagnitude)),
            ("1e-999", .double(0)),
            ("2.2250738585072014e-308", .double(.leastNormalMagnitude)), (#""a\u0000b""#, .string("a\u{0}b")),
            (#""""#, .string("")), (#"["a","b","a"]"#, .list([.string("a"), .string("b"), .string("a")])),
            ("[ ]", .list([])),
        ] as [(String, CELValue)])
    func factValue(_ json: String, _ value: CELValue) throws {
        let event = try reader.read(EventLines.of("fact.recorded", #"{"name":"x","value":\#(json)}"#))
        #expect(event["value"] == value)
    }

    @Test("A fact's end is a moment, to the millisecond")
    func until() throws {
        let line = EventLines.of(
            "fact.recorded", #"{"name":"x","value":1,"until":"2026-11-21T11:00:40.2509999+01:00"}"#)
        #expect(try reader.read(line)["until"] == CELTimestamp(milliseconds: EventLines.time).map(CELValue.timestamp))
    }

    @Test("The fields of a deed are a map of anything")
    func map() throws {
        let event = try reader.read(
            EventLines.of("action.done", #"{"action":"record","fields":{"n":1,"a":{"b":[true,null,1.5]},"":"x"}}"#))
        let inner = try CELMap([(.string("b"), .list([.bool(true), .null, .double(1.5)]))])
        let outer = try CELMap([(.string("n"), .int(1)), (.string("a"), .map(inner)), (.string(""), .string("x"))])
        #expect(event["fields"] == .map(outer))
    }

    @Test("A policy's own type is typed field by field, optional ones may be null")
    func declared() throws {
        let event = try reader.read(
            EventLines.of(
                "queue.measured",
                #"""
                {"waiting":2.0,"open":false,"load":1,"desk":"","length":"1h30m","since":"1970-01-01T00:00:00Z",
                "skills":["da"]}
                """#))
        #expect(event.type == .declared(0))
        let epoch = try #require(CELTimestamp(milliseconds: 0))
        let length = try #require(CELDuration(seconds: 5_400))
        #expect(
            event.data
                == fields(
                    ("waiting", .int(2)), ("open", .bool(false)), ("load", .double(1)), ("desk", .string("")),
                    ("length", .duration(length)), ("since", .timestamp(epoch)), ("skills", .list([.string("da")]))))
        #expect(
            try data("queue.measured", #"{"desk":null,"waiting":-3,"open":null}"#) == fields(("waiting", .int(-3))))
    }

    @Test("The fields come in the order of their declaration, whatever their number and order in the line")
    func order() throws {
        let names = [99, 0, 64, 70, 63, 65, 1].map { "\"f\($0)\":\($0)" }.joined(separator: ",")
        let event = try EventLines.wideReader.read(EventLines.of("wide", "{\(names)}"))
        #expect(event.data.map(\.name) == ["f0", "f1", "f63", "f64", "f65", "f70", "f99"])
        #expect(event.data.map(\.value) == [0, 1, 63, 64, 65, 70, 99].map { CELValue.int($0) })
        #expect(throws: EventRefusal.self) { try EventLines.wideReader.read(EventLines.of("wide", #"{"f69":1}"#)) }
        #expect(throws: EventRefusal.self) {
            try EventLines.wideReader.read(EventLines.of("wide", #"{"f70":1,"f70":1}"#))
        }
    }

    @Test("Members may come in any order, data before its type included")
    func anyOrder() throws {
        let event = try reader.read(
            #"""
            {"data":{"text":"hi","speaker":"agent"},"agent":"a-1","type":"utterance","id":"e",
            "time":"2026-11-21T10:00:40Z"}
            """#)
        #expect(event.data == fields(("speaker", .string("agent")), ("text", .string("hi"))))
        #expect(EventLines.refusal(#"{"data":{"x":01},"type":"utterance"}"#)?.code == .badJSON)
        #expect(
            EventLines.refusal(
                #"{"data":{"speaker":7},"type":"utterance","id":"e","time":"2026-11-21T10:00:40Z"}"#)?.column == 20)
    }

    @Test("Other attributes of CloudEvents and unknown fields are ignored")
    func ignored() throws {
        let line = EventLines.of(
            "utterance", #"{"speaker":"agent","mood":{"angry":[1,2]},"tone":null}"#,
            more: """
                ,"specversion":"1.0","source":"/phones","datacontenttype":"application/json","dataschema":"x","subject":"y",\
                "traceparent":"00-0","contact":"c-1"
                """)
        let event = try reader.read(line)
        #expect(event.source == "/phones")
        #expect(event.data == fields(("speaker", .string("agent"))))
    }

    @Test("Escapes stand for what they mean, in names and values")
    func escapes() throws {
        let event = try reader.read(
            #"""
            {"\u0069d":"\u00e9\ud83d\ude00\/","tim\u0065":"2026-11-21T10:00:40\u005a","type":"utteranc\u0065",
            "contact":"c","data":{"sp\u0065aker":"ag\u0065nt","text":"\"\\\b\f\n\r\t\u20AC"}}
            """#)
        #expect(event.id == "é😀/")
        #expect(
            event.data == fields(("speaker", .string("agent")), ("text", .string("\"\\\u{8}\u{C}\n\r\t€"))))
    }

    @Test("Text is kept byte for byte: composed and decomposed letters stay what they are")
    func normalization() throws {
        let event = try reader.read(EventLines.of("utterance", "{\"speaker\":\"agent\",\"text\":\"e\u{301} é\"}"))
        #expect(event.text("text").map { Array($0.utf8) } == Array("e\u{301} é".utf8))
    }

    @Test("Arrays, slices and texts are read alike")
    func inputs() throws {
        let line = EventLines.of("time.passed", "{}")
        let padded = Array("xx\(line)xx".utf8)
        #expect(try reader.read(Array(line.utf8)) == reader.read(line))
        #expect(try reader.read(padded[2..<padded.count - 2]) == reader.read(line))
        #expect(EventLines.refusal([])?.code == .badJSON)
    }
}
