import PolicyEngine
import PolicyLanguage

extension Outcome {
    /// Reads an outcome back from the JSON that `OutcomeWriter` made of it; nil for anything else.
    ///
    /// Members that this version does not know are passed over, so that a newer log can still be shown. Linear.
    public init?(json: [UInt8]) {
        guard let tree = JSONTree(json), let event = tree["event"]?.text,
            let time = tree["time"]?.text.flatMap(TimeText.parse)
        else { return nil }
        self.init(
            event: event, time: time, contact: tree["contact"]?.text, customer: tree["customer"]?.text,
            agent: tree["agent"]?.text)
        late = tree["late"]?.isTrue ?? false
        issued = Self.list(tree, "issued", Issued.init)
        closed = Self.list(tree, "closed", Closed.init)
        paused = Self.list(tree, "paused", Paused.init)
        resumed = Self.list(tree, "resumed", Resumed.init)
        verdicts = Self.list(tree, "verdicts", Verdict.init)
        changes = Self.list(tree, "changes", Change.init)
        coached = Self.list(tree, "coached", Coached.init)
        conflicts = Self.list(tree, "conflicts", Conflict.init)
        faults = Self.list(tree, "faults", Fault.init)
    }

    private static func list<Item>(_ tree: JSONTree, _ name: String, _ read: (JSONTree) -> Item?) -> [Item] {
        (tree[name]?.items ?? []).compactMap(read)
    }
}

extension Outcome.Issued {
    fileprivate init?(_ tree: JSONTree) {
        guard let norm = tree["norm"]?.text, let action = tree["action"]?.text,
            let modality = tree["modality"]?.text.flatMap(Modality.init)
        else { return nil }
        self.init(
            norm: norm, modality: modality, action: action, by: tree["by"]?.texts ?? [],
            due: tree["due"]?.text.flatMap(TimeText.parse), until: tree["until"]?.text.flatMap(TimeText.parse),
            arguments: (tree["arguments"]?.members ?? []).compactMap(Outcome.Argument.init),
            script: tree["script"].flatMap(Outcome.Script.init), rule: tree["rule"]?.text ?? "")
    }
}

extension Outcome.Argument {
    fileprivate init?(_ member: JSONTree.Member) {
        switch member.value {
        case .text(let text): self.init(name: member.name, value: .text(text))
        case .number(let number): self.init(name: member.name, value: .number(number))
        case .list: self.init(name: member.name, value: .list(member.value.texts))
        case .null, .bool, .object: return nil
        }
    }
}

extension Outcome.Script {
    fileprivate init?(_ tree: JSONTree) {
        guard let id = tree["id"]?.text, let language = tree["language"]?.text, let text = tree["text"]?.text else {
            return nil
        }
        self.init(id: id, language: language, text: text)
    }
}

extension Outcome.Closed {
    fileprivate init?(_ tree: JSONTree) {
        guard let norm = tree["norm"]?.text, let action = tree["action"]?.text,
            let state = tree["state"]?.text.flatMap(NormState.init)
        else { return nil }
        self.init(norm: norm, action: action, state: state)
    }
}

extension Outcome.Paused {
    fileprivate init?(_ tree: JSONTree) {
        guard let norm = tree["norm"]?.text, let action = tree["action"]?.text else { return nil }
        self.init(norm: norm, action: action, prohibition: tree["prohibition"]?.text)
    }
}

extension Outcome.Resumed {
    fileprivate init?(_ tree: JSONTree) {
        guard let norm = tree["norm"]?.text, let action = tree["action"]?.text else { return nil }
        self.init(norm: norm, action: action)
    }
}

extension Outcome.Verdict {
    fileprivate init?(_ tree: JSONTree) {
        guard let action = tree["action"]?.text, let verdict = tree["verdict"]?.text.flatMap(Judgement.init) else {
            return nil
        }
        self.init(action: action, verdict: verdict, norm: tree["norm"]?.text, rule: tree["rule"]?.text)
    }
}

extension Outcome.Change {
    fileprivate init?(_ tree: JSONTree) {
        if let ladder = tree["ladder"]?.text, let from = tree["from"]?.number, let to = tree["to"]?.number {
            self = .ladder(ladder, from: Int(clamping: from), to: Int(clamping: to))
        } else if let status = tree["status"]?.text, let to = tree["to"]?.text.flatMap(StatusPhase.init) {
            self = .status(status, from: tree["from"]?.text.flatMap(StatusPhase.init), to: to)
        } else {
            return nil
        }
    }
}

extension Outcome.Coached {
    fileprivate init?(_ tree: JSONTree) {
        guard let phrase = tree["phrase"]?.text, let language = tree["language"]?.text else { return nil }
        self.init(phrase: phrase, language: language)
    }
}

extension Outcome.Conflict {
    fileprivate init?(_ tree: JSONTree) {
        guard let action = tree["action"]?.text, let duty = tree["duty"]?.text,
            let prohibition = tree["prohibition"]?.text
        else { return nil }
        self.init(action: action, duty: duty, prohibition: prohibition)
    }
}

extension Outcome.Fault {
    fileprivate init?(_ tree: JSONTree) {
        guard let rule = tree["rule"]?.text, let code = tree["code"]?.text, let message = tree["message"]?.text else {
            return nil
        }
        self.init(rule: rule, code: code, message: message)
    }
}
