import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// Holds a test file against its table and notes everything that does not fit.
///
/// After it no reader complains about forms again: what does not fit was told, and is left out.
extension TestReader {
    /// `span` is where something is missing from the block.
    mutating func check(_ node: YAMLNode, _ block: TestBlock, missingAt span: SourceSpan? = nil) {
        let help = ShapeHelp(deed: deed, time: stepTime)
        guard let entries = node.entries else {
            return note(
                "wrong-shape", node.span, "\(block.noun) wants a map, not \(node.noun)",
                (block == .expect ? help.expect(node) : nil) ?? "for example `\(block.example)`")
        }
        if entries.isEmpty, block == .expect {
            note("empty-value", node.span, "`expect` is empty", help.none)
        }
        if block == .step {
            deed = entries.deed
            stepTime = (entries["at"]?.word?.value).flatMap { TestTime.duration($0) }
        }
        for entry in entries {
            if let key = block[entry.key.value] {
                check(entry.value, key.form, key.name, key.example)
            } else if block != .step {
                // The other key of a step is its event.
                unknown(entry, block.keyNames, in: block.noun)
            }
        }
        let head = span ?? entries.first?.key.span ?? node.span
        for key in block.keys where key.isRequired && entries[key.name] == nil {
            missing(key.name, in: block.this, head, key.example)
        }
    }

    private mutating func check(_ node: YAMLNode, _ form: TestForm, _ key: String, _ example: String) {
        switch form {
        case .anything: break
        case .block(let block): check(node, block)
        case .list(let block, let least): checkList(node, block, least, key, example)
        case .acts: checkActs(node, key, example)
        case .words: checkEach(node, .word, key, example)
        case .oneOrMore(let one): checkEach(node, one, key, example)
        case .named(let form):
            guard let entries = node.entries else {
                return note(
                    "wrong-shape", node.span, "\(quoted(key)) wants a map, not \(node.noun)",
                    node.scalar?.text == "none"
                        ? "an empty map says that there was none: `\(key): {}`"
                        : ShapeHelp(deed: deed, time: stepTime).named(node, form, key, example)
                            ?? "for example `\(example)`")
            }
            for entry in entries { check(entry.value, form, entry.key.value, example) }
        case .path where node.items != nil:
            note(
                "not-built", node.span, "tests of several versions of a policy are not built yet",
                "name one policy, and write a test file for each version")
        case .word, .path, .truth, .number, .position, .amount, .moment, .choice:
            checkValue(node, form, key, example)
        }
    }

    private mutating func checkEach(_ node: YAMLNode, _ form: TestForm, _ key: String, _ example: String) {
        for item in node.items ?? [node] { check(item, form, key, example) }
    }

    private mutating func checkList(
        _ node: YAMLNode, _ block: TestBlock, _ least: Int, _ key: String, _ example: String
    ) {
        guard let items = node.items else {
            return note("wrong-shape", node.span, "\(quoted(key)) wants a list of \(key)", block.listHelp)
        }
        if items.count < least {
            note("empty-value", node.span, "\(quoted(key)) is empty", "for example `- {at: 0s, contact.started: {}}`")
        }
        for item in items { check(item, block) }
    }

    private mutating func checkActs(_ node: YAMLNode, _ key: String, _ example: String) {
        for item in node.items ?? [node] {
            guard let entries = item.entries else {
                check(item, .word, key, example)
                continue
            }
            if entries.isEmpty {
                note(
                    "empty-value", item.span, "\(quoted(key)) is an empty map, which names no act",
                    "an empty list says that none stands: `\(key): []`")
            }
            for entry in entries where !entry.value.isEmptyPlain && entry.value.word?.value != "none" {
                if entry.value.entries != nil {
                    check(entry.value, .claim)
                } else {
                    note(
                        "wrong-shape", entry.value.span,
                        "\(TestBlock.claim.noun) wants a map, not \(entry.value.noun)", ShortClaim(entry).help)
                }
            }
        }
    }

    // MARK: Values

    private mutating func checkValue(_ node: YAMLNode, _ form: TestForm, _ key: String, _ example: String) {
        guard let scalar = node.scalar else {
            return note(
                "wrong-shape", node.span, "\(quoted(key)) wants one value, not \(node.noun)",
                "for example `\(example)`")
        }
        if scalar.text.isEmpty {
            return note("empty-value", node.span, "\(quoted(key)) is empty", "for example `\(example)`")
        }
        guard let fault = form.fault(in: scalar.text, key) else { return }
        note(fault.code, scalar.span, fault.message, fault.help)
    }
}

extension TestForm {
    /// What is wrong with a value that is not empty.
    fileprivate func fault(in text: String, _ key: String) -> (code: String, message: String, help: String?)? {
        let message = "\(quoted(key)) cannot be \(quoted(text))"
        switch self {
        case .truth where text != "true":
            return (
                "bad-value", "\(quoted(key)) can only be `true`, not \(quoted(text))",
                "leave \(quoted(key)) out if it is not expected"
            )
        case .number(let most):
            guard let number = wholeNumber(text) else {
                return (
                    "bad-value", "\(quoted(key)) wants a whole number, not \(quoted(text))", "for example `\(key): 1`"
                )
            }
            return number <= most
                ? nil : ("out-of-range", "\(quoted(key)) is at most \(most) in a test", "write a smaller number")
        case .position where TestForm.position(text) == nil:
            return ("bad-value", message, "write the ladder's position, from `0`")
        case .amount where TestForm.amount(text) == nil:
            return ("bad-value", message, "write a number, or a duration such as `5m`")
        case .moment: return momentFault(text, message)
        case .choice(let words) where !words.contains(text):
            let meant = Self.meant[text]?.first(where: words.contains)
            let help =
                words.contains(StatusPhase.active.rawValue) && Self.isDenial(text)
                ? "one of \(listed(words)): write `none` where it never began, `ended` where it is over"
                : meant.map { "did you mean \(quoted($0))?" }
            return ("unknown-word", message, help ?? suggestion(for: text, in: words, called: "one of"))
        default: return nil
        }
    }

    /// What people call a state, a verdict or a phase.
    static let meant: [String: [String]] = [
        "done": ["fulfilled"], "ok": ["permitted", "fulfilled"], "yes": ["active"], "true": ["active"],
        "completed": ["fulfilled"], "complete": ["fulfilled"], "met": ["fulfilled"], "violation": ["forbidden"],
        "violated": ["forbidden", "missed"], "breach": ["forbidden", "missed"], "breached": ["forbidden", "missed"],
        "not_allowed": ["forbidden"], "prohibited": ["forbidden"], "illegal": ["forbidden"], "denied": ["forbidden"],
        "rejected": ["forbidden", "declined"],
        "refused": ["forbidden", "declined"], "allowed": ["permitted"], "fine": ["permitted"], "legal": ["permitted"],
        "compliant": ["permitted", "fulfilled"], "too_early": ["premature"], "early": ["premature"],
        "too_late": ["late", "missed"], "overdue": ["missed"], "failed": ["missed"], "not_done": ["missed"],
        "unauthorised": ["wrong_role"], "unauthorized": ["wrong_role"], "imposed": ["active"], "begun": ["active"],
        "started": ["active"], "lifted": ["ended"], "expired": ["ended"], "cancelled": ["released"],
        "canceled": ["released"], "closed": ["released"],
    ]

    /// Whether a word says that a status does not stand.
    private static func isDenial(_ text: String) -> Bool {
        let words = ["inactive", "inaktiv", "off", "over", "no", "not", "false", "never", "gone", "closed", "stopped"]
        return words.contains(text.lowercased()) || ["not ", "not_"].contains { text.lowercased().hasPrefix($0) }
    }

    private func momentFault(_ text: String, _ message: String) -> (code: String, message: String, help: String?)? {
        if TestTime.looksLikeDate(text) {
            return TimeText.parse(text) != nil
                ? nil
                : (
                    "not-a-time", "\(quoted(text)) is no date and time",
                    TimeText.parse("\(text)T09:00:00Z") != nil
                        ? "write the time too, and its offset: `\(text)T09:00:00Z`"
                        : "write it with its offset, such as `2026-11-21T10:00:00+01:00` or `2026-11-21T09:00:00Z`"
                )
        }
        if TestTime.duration(text) != nil { return nil }
        let onDay = "2026-01-05T\(text):00Z"
        let meant =
            wholeNumber(text).map { "did you mean `\($0)s`?" } ?? spokenTime(text).map { "did you mean `\($0)`?" }
            ?? (TimeText.parse(onDay) == nil
                ? nil : "a time of day wants its date, `\(onDay)`; else write a duration from the test's start, `70s`")
        return (
            "not-a-time", message,
            meant
                ?? "write a duration from the test's start such as `70s`, `1h5m` or `500ms`, or a date and time with "
                + "its offset such as `2026-11-21T10:00:00+01:00`"
        )
    }
}
