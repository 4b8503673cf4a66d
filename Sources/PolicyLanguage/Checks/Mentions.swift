import CEL
import SourceText

/// Everything a policy speaks of, by name.
struct Mentions {
    /// Texts in conditions, such as the `stalemate` of `event.name == "stalemate"`.
    private(set) var literals: Set<String> = []
    /// Names that conditions read: `endings`, `contact.channel`.
    private(set) var reads: Set<String> = []
    /// Names in what this version reads and does not evaluate.
    private(set) var unread: Set<String> = []
    private(set) var conduct: Set<String> = []
    private(set) var events: Set<String> = []
    private(set) var measures: Set<String> = []
    private(set) var actions: Set<String> = []
    private(set) var scripts: Set<String> = []
    private(set) var roles: Set<String> = []
    private(set) var statuses: Set<String> = []

    init(_ view: PolicyView) {
        for condition in view.conditions {
            literals.formUnion(Mentions.texts(in: condition.text.value))
            reads.formUnion(view.reads(condition))
        }
        for part in view.policy.notBuilt { unread.formUnion(Mentions.words(in: part.written)) }
        for trigger in view.triggers {
            switch trigger.kind {
            case .event(let type): events.insert(type.value)
            case .conduct(let name): conduct.insert(name.value)
            case .measure(let name, _): measures.insert(name.value)
            case .status(let name, _): statuses.insert(name.value)
            case .ladder: break
            case .duty(let action, _): actions.insert(action.value)
            }
        }
        for (_, placed) in view.acts {
            let act = placed.act
            actions.insert(act.action.value)
            if let after = act.after { actions.insert(after.value) }
            scripts.formUnion(act.scripts.map(\.value))
            roles.formUnion(act.by.map(\.value))
            if let to = act.to { roles.insert(to.value) }
            if let status = act.status { statuses.insert(status.value) }
        }
        for action in view.policy.actions { roles.formUnion((action.by ?? []).map(\.value)) }
        for fact in view.policy.facts { roles.formUnion(fact.by.map(\.value)) }
        for source in view.sources { statuses.formUnion((source.rule?.begins ?? []).map(\.status.value)) }
    }

    /// Whether a condition, or what is not evaluated yet, names something.
    func contains(_ name: String) -> Bool { literals.contains(name) || unread.contains(name) }

    /// What stands between quotation marks.
    private static func texts(in condition: String) -> [String] {
        var found: [String] = []
        var mark: UInt8?
        let bytes = condition.utf8
        var start = bytes.startIndex
        for place in bytes.indices {
            let byte = bytes[place]
            if let open = mark {
                if byte != open { continue }
                found.append(String(decoding: bytes[start..<place], as: UTF8.self))
                mark = nil
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                mark = byte
                start = bytes.index(after: place)
            }
        }
        return found
    }

    private static func words(in text: String) -> [String] {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")) }.map(String.init)
    }
}
