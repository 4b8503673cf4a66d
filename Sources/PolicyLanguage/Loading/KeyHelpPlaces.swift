import SourceText
import YAMLTree

/// Keys that belong to another place than the block they stand in.
extension KeyHelp {
    /// Where a key belongs that is one of something inside this block, or around it.
    func place(of entry: YAMLEntry) -> String? {
        let key = entry.key.value
        if KeyHelp.remarks.contains(key.lowercased()) { return remark(entry) }
        let hasActs = Modality.allCases.contains { block[$0.rawValue] != nil }
        if hasActs, key == "after", let time = entry.value.scalar.flatMap({ MeasureExample.time($0.text) }) {
            return "`after` names an action; \(MeasureExample.wait(time))"
        }
        if hasActs, let act = actAlone(entry) { return act }
        if hasActs, Grammar.act[key] != nil { return "it belongs to an act: write it like `\(act(with: entry))`" }
        switch block.noun {
        case Grammar.policy.noun: return inPolicy(key, entry.value)
        case Grammar.status.noun:
            guard let rule = Grammar.activeRule[key] else { return nil }
            let norm = ["cites", "channels", "when", "if", "unless"].contains(key) ? "must_not: transfer, " : ""
            let act = Modality(rawValue: key) == nil ? nil : entry.value.located?.value
            let own = act.flatMap { Name.isID($0) ? "\(key): \($0)" : nil }
            return "it belongs to the rules of the status: `while_active: {\(norm)\(own ?? rule.example)}`"
        case Grammar.action.noun:
            guard meant(by: key, in: Grammar.act.keys.map(\.name)) == "after" else { return nil }
            let first = entry.value.scalar.map(\.text).flatMap { Name.isID($0) ? $0 : nil } ?? "warn"
            return "what comes first stands where the act is asked for: "
                + "`must: {\(owner ?? "call_back"): {after: \(first)}}`"
        default: return nil
        }
    }

    private static let remarks: Set = [
        "description", "comment", "comments", "note", "notes", "remark", "summary", "reason", "why", "because",
        "rationale", "explanation",
    ]

    private func remark(_ entry: YAMLEntry) -> String {
        let text = entry.value.scalar.flatMap { $0.text.utf8.count > 60 || $0.text.contains("\n") ? nil : $0.text }
        let comment = "write it as a comment: `# \(text.map { $0.replacing("`", with: " ") } ?? "…")`"
        guard block["cites"] != nil, let text, text.utf8.count < 30, text.contains(where: \.isNumber) else {
            return comment
        }
        return comment + ", or, if it is the source, as `cites: \(inBraces(text))`"
    }

    // MARK: What comes next

    /// `then` beside `must`: what is to be done once that was done.
    func sequel(_ entry: YAMLEntry) -> String? {
        let key = KeyHelp.plain(entry.key.value)
        guard ["then", "next", "afterwards", "after_that", "finally"].contains(key), block["must"] != nil,
            let (modality, first) = firstAct
        else { return nil }
        let next = name(of: entry.value) ?? "warn"
        let rule = modality.isDuty ? ", or a rule of its own has `when: {duty: \(first), becomes: fulfilled}`" : ""
        let acts = "\(modality.rawValue): [\(first), {\(next): {after: \(first)}}]"
        return "what comes next waits for the first act: `\(acts)`\(rule)"
    }

    /// The first act of the block, with how it is asked for.
    var firstAct: (Modality, String)? {
        for modality in Modality.allCases {
            let node = entries.first { $0.key.value == modality.rawValue }?.value
            if let name = node.flatMap(name) { return (modality, name) }
        }
        return nil
    }

    /// The name of the first act of a value.
    func name(of node: YAMLNode) -> String? {
        let name =
            switch node.content {
            case .scalar(let scalar): scalar.text
            case .sequence(let items): items.first.flatMap(name)
            case .mapping(let entries): entries.first?.key.value
            }
        return name.flatMap { Name.isID($0) ? $0 : nil }
    }

    // MARK: Acts

    /// The first act of the block with the key inside of it.
    private func act(with entry: YAMLEntry) -> String {
        let value = entry.value.scalar.flatMap { $0.isBlank || $0.text.utf8.count > 30 ? nil : $0.text }
        let example = Grammar.act[entry.key.value]?.example ?? ""
        let inside = value.map { "\(entry.key.value): \($0)" } ?? example
        for modality in Modality.allCases.map(\.rawValue) {
            let node = entries.first { $0.key.value == modality }?.value
            if let action = node?.located?.value, Name.isID(action) { return "\(modality): {\(action): {\(inside)}}" }
        }
        return "must: {warn: {\(inside)}}"
    }
}
