import CEL
import Testing

@Suite("Problems of expressions")
struct ProblemTests {
    /// One mistaken expression and what is said about it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let text: String
        let code: String
        let place: String
        let message: String
        let help: String?
        var testDescription: String { text }

        init(_ text: String, _ code: String, _ place: String, _ message: String, help: String? = nil) {
            self.text = text
            self.code = code
            self.place = place
            self.message = message
            self.help = help
        }
    }

    static let grammar: [Mistake] = [
        Mistake("", "empty", "", "the expression is empty", help: "write a condition"),
        Mistake("limit >", "unexpected-end", "", "the expression ends too early", help: "here goes a value"),
        Mistake("limit = 1u", "unexpected-character", "=", "`=` has no meaning here", help: "did you mean `==`?"),
        Mistake(
            "a == “b”", "unexpected-character", "“", "`“` has no meaning here",
            help: "write straight quotation marks: `\"`"),
        Mistake("a & b", "unexpected-character", "&", "`&` has no meaning here", help: "did you mean `&&`?"),
        Mistake("limit € 1u", "unexpected-character", "€", "`€` has no meaning here"),
        Mistake("a and b", "unexpected-token", "and", "`and` does not belong here", help: "did you mean `&&`?"),
        Mistake("a OR b", "unexpected-token", "OR", "`OR` does not belong here", help: "did you mean `||`?"),
        Mistake(
            "limit 1u", "unexpected-token", "1u", "`1u` does not belong here", help: "here goes an operator or the end"),
        Mistake(
            "a && 'x' not in words", "unexpected-token", "not", "`not` does not belong here",
            help: "write `!('x' in words)`"),
        Mistake("not (a || b)", "unexpected-token", "not", "`not` does not belong here", help: "write `!(a || b)`"),
        Mistake("not a == b", "unexpected-token", "not", "`not` does not belong here", help: "write `!(a == b)`"),
        Mistake("a is not b", "unexpected-token", "is", "`is` does not belong here", help: "did you mean `!=`?"),
        Mistake("(limit", "unexpected-end", "", "the expression ends too early", help: "here goes `)`"),
        Mistake("[1, 2", "unexpected-end", "", "the expression ends too early", help: "here goes `,` or `]`"),
        Mistake("size(words,)", "unexpected-token", ")", "`)` does not belong here", help: "here goes a value"),
        Mistake(
            "{'a' 1}", "unexpected-token", "1", "`1` does not belong here",
            help: "here goes `:` and the value of the key"),
        Mistake(
            "true ? 1", "unexpected-end", "", "the expression ends too early",
            help: "here goes `:` and what holds otherwise"),
        Mistake(
            "event.'reason'", "unexpected-token", "'reason'", "`'reason'` does not belong here",
            help: "here goes a field's name"),
        Mistake("'abuse", "unterminated-string", "'abuse", "this text does not end", help: "close it with '"),
        Mistake("\"a\nb\"", "unterminated-string", "\"a", "this text does not end", help: "close it with \""),
        Mistake(
            #"'a\q'"#, "bad-escape", #"\q"#, #"`\q` is not an escape that text can have"#,
            help: #"write `\\` for a backslash, or put `r` before the quotes"#),
        Mistake(
            #"'\ud800'"#, "bad-escape", #"\ud800"#, #"`\ud800` is not an escape that text can have"#,
            help: #"write `\\` for a backslash, or put `r` before the quotes"#),
        Mistake(
            "9223372036854775808", "bad-number", "9223372036854775808",
            "`9223372036854775808` is beyond the range of `int`",
            help: "from -9223372036854775808 to 9223372036854775807"),
        Mistake("1e999 > 0.0", "bad-number", "1e999", "`1e999` is beyond the range of `double`"),
        Mistake("12ab", "bad-number", "12ab", "`12ab` is not a number"),
        Mistake(
            "for > 1", "reserved-word", "for", "`for` is a word the language keeps for itself", help: "use another name"
        ),
        Mistake(
            "Warning{a: 1}", "unsupported", "{", "messages with `{}` after a name are not part of this language",
            help: "write a map: `{\"key\": value}`"),
        Mistake(
            "has(event)", "bad-macro", "has(event)", "`has` asks whether one field is there",
            help: "write `has(value.field)`"),
        Mistake(
            "words.all(w.x, true)", "bad-macro", "w.x", "the variable of `all` is not a plain name",
            help: "name each element with one word, as in `all(x, ...)`"),
        Mistake(
            "words.exists(true)", "bad-macro", "exists",
            "`exists` takes a variable and what to work out for each element",
            help: "write it as in `list.exists(x, x > 0)`"),
    ]

    static let names: [Mistake] = [
        Mistake("evnt.reason == ''", "unknown-name", "evnt", "unknown name `evnt`", help: "did you mean `event`?"),
        Mistake(
            "abuse_ending > 2", "unknown-name", "abuse_ending", "unknown name `abuse_ending`",
            help: "did you mean `abuse_endings`?"),
        Mistake(
            "zzz > 2", "unknown-name", "zzz", "unknown name `zzz`",
            help: "names here: `abuse_endings`, `anything`, `contact`, `event`, `limit`, `numbers`, `words`"),
        Mistake("fact", "unknown-name", "fact", "unknown name `fact`", help: "as a function it needs `(...)`"),
        Mistake(
            "event.raeson == ''", "unknown-field", "raeson", "`event` has no field `raeson`",
            help: "did you mean `reason`?"),
        Mistake(
            "has(event.reasons)", "unknown-field", "reasons", "`event` has no field `reasons`",
            help: "did you mean `reason`?"),
        Mistake(
            "contact.conduct > 0", "unknown-field", "conduct", "`contact.conduct` wants a name in parentheses",
            help: "write `contact.conduct(\"...\")`"),
        Mistake(
            "event == 1", "record-as-value", "event", "`event` is a record, not a value",
            help: "name one of its fields: `event.conduct`, `event.directed_at`, `event.reason`, `event.score`"),
        Mistake("factt('x')", "unknown-function", "factt", "unknown function `factt`", help: "did you mean `fact`?"),
        Mistake(
            "contact.conducts('rude') > 0", "unknown-function", "conducts", "unknown function `contact.conducts`",
            help: "did you mean `conduct`?"),
        Mistake(
            "event.directed_at.startWith('a')", "unknown-function", "startWith", "unknown function `startWith`",
            help: "did you mean `startsWith`?"),
        Mistake(
            "contains('a', 'b')", "unknown-function", "contains", "`contains` is called otherwise",
            help: "write `value.contains()`"),
        Mistake(
            "event.directed_at.matches('a.*')", "unsupported", "matches", "`matches` is not part of this language",
            help: "use `contains`, `startsWith` or `endsWith`"),
        Mistake(
            "fact(event.directed_at)", "literal-argument", "event.directed_at",
            "the name in `fact(...)` must be written out", help: "write it between quotes, as in `fact(\"...\")`"),
        Mistake(
            "fact('a', 'b')", "wrong-arguments", "fact('a', 'b')", "`fact` takes one name, and here are 2",
            help: "write `fact(\"...\")`"),
        Mistake(
            "fact('stale')", "unknown-fact", "'stale'", "there is no fact `stale`", help: "declare it under `facts`"),
        Mistake("contact.conduct('x') > 0", "unknown-class", "'x'", "there is no class `x`"),
        Mistake("size(words, 1) > 0", "wrong-arguments", "size", "`size` takes 1 argument, and here are 2"),
        Mistake(
            "words.exists(w, wrod == '')", "unknown-name", "wrod", "unknown name `wrod`", help: "did you mean `words`?"),
    ]

    static let types: [Mistake] = [
        Mistake(
            "abuse_endings == 'three'", "type-mismatch", "abuse_endings == 'three'",
            "`int` and `string` are never equal", help: "compare values of one type"),
        Mistake(
            "abuse_endings == limit", "type-mismatch", "abuse_endings == limit", "`int` and `uint` are never equal",
            help: "convert one of them, as in `int(...)`"),
        Mistake(
            "event.reason == null", "type-mismatch", "event.reason == null", "`string` and `null` are never equal",
            help: "to ask whether a field is there, write `has(...)`"),
        Mistake(
            "event.conduct == 'rude'", "type-mismatch", "event.conduct == 'rude'",
            "`list(string)` and `string` are never equal",
            help: "to ask whether the list holds it, write `'rude' in event.conduct`"),
        Mistake(
            "contact.elapsed > 60", "type-mismatch", "contact.elapsed > 60", "`duration` and `int` cannot be ordered",
            help: "say in what: `duration(\"60s\")` or `duration(\"60m\")`"),
        Mistake("words < words", "type-mismatch", "words", "`list(string)` has no order", help: "compare with `==`"),
        Mistake("1 in words", "type-mismatch", "1 in words", "`int` is never in `list(string)`"),
        Mistake(
            "'a' in event.directed_at", "type-mismatch", "'a' in event.directed_at", "`string` is never in `string`",
            help: "to ask whether a text holds another, write `text.contains(part)`"),
        Mistake(
            "abuse_endings && true", "type-mismatch", "abuse_endings", "`&&` takes `bool`, and this is `int`",
            help: "compare it with something"),
        Mistake(
            "!event.directed_at", "type-mismatch", "event.directed_at", "`!` takes `bool`, and this is `string`",
            help: "compare it with something"),
        Mistake(
            "true ? 1 : 'a'", "type-mismatch", "true ? 1 : 'a'", "one way this is `int`, the other way `string`",
            help: "give both ways one type"),
        Mistake(
            "abuse_endings + limit > 1", "type-mismatch", "abuse_endings + limit",
            "`+` does not apply to `int` and `uint`", help: "convert one of them, as in `int(...)`"),
        Mistake("-limit > 0", "type-mismatch", "-limit", "`-` does not apply to `uint`"),
        Mistake("limit.all(x, true)", "type-mismatch", "limit", "`all` walks over a list or a map, and this is `uint`"),
        Mistake(
            "limit.size > 0", "no-such-field", "size", "`uint` has no field `size`",
            help: "only records and maps have fields"),
        Mistake(
            "{1.5: 2}.size() > 0", "type-mismatch", "1.5", "`double` cannot be the key of a map",
            help: "keys are texts, whole numbers or bools"),
        Mistake(
            "{'a': 1, 'a': 2}.size() > 0", "duplicate-key", "'a'", "the key `\"a\"` is there twice",
            help: "drop one of them"),
        Mistake(
            "contact.elapsed < duration('60')", "bad-literal", "'60'", "`60` is not a `duration`",
            help: "write hours, minutes and seconds, as in `1h30m` or `90s`"),
        Mistake(
            "contact.started < timestamp('2026-13-01T00:00:00Z')", "bad-literal", "'2026-13-01T00:00:00Z'",
            "`2026-13-01T00:00:00Z` is not a `timestamp`", help: "write it as in `2026-10-01T09:00:00Z`"),
        Mistake(
            "event.reason == 'abuze'", "never-equal", "'abuze'", "`event.reason` is never `abuze`",
            help: "did you mean `abuse`?"),
        Mistake(
            "event.conduct == ['rude', 'thread']", "never-equal", "'thread'", "`event.conduct` is never `thread`",
            help: "did you mean `threat`?"),
        Mistake(
            "'spam' in event.conduct", "never-equal", "'spam'", "`event.conduct` is never `spam`",
            help: "it is one of: `insult`, `rude`, `threat`"),
        Mistake(
            "event.conduct.exists(c, c != 'rud')", "never-equal", "'rud'", "this is never `rud`",
            help: "did you mean `rude`?"),
    ]

    @Test("each mistake is told at its place, in the house's words", arguments: grammar + names + types)
    func told(_ mistake: Mistake) throws {
        let problem = try #require(TestHost.problems(mistake.text).first)
        #expect(problem.code == mistake.code)
        #expect(mistake.text.words(problem.range) == mistake.place)
        #expect(problem.message == mistake.message)
        #expect(problem.help == mistake.help)
        #expect(problem.severity == .error)
        for line in [problem.message, problem.help].compactMap({ $0 }) where !line.hasSuffix("?") {
            #expect(MessageStyle.isKept(line), "\(line)")
        }
    }

    @Test("several mistakes are told at once, in the order of their places")
    func several() {
        let text = "evnt.reason == 'a' || event.raeson == 'b' || abuse_endings == 'c' || fact('d')"
        let problems = TestHost.problems(text)
        #expect(problems.map(\.code) == ["unknown-name", "unknown-field", "type-mismatch", "unknown-fact"])
    }

    @Test("one mistake is told once")
    func once() {
        #expect(TestHost.problems("evnt.reason.more + 1 == 2 && !evnt.other").count == 2)
        #expect(TestHost.problems("zzz(1 + 2) > 3 ? zzz : 4").count == 2)
    }
}
