import SourceText
import YAMLTree

/// Keys in the declaration of an action that belong to an act, or are called otherwise.
extension KeyHelp {
    func ofAction(_ key: String, _ entry: YAMLEntry) -> String? {
        let value = entry.value.scalar?.text ?? ""
        if ["about", "per", "home", "lives", "scope"].contains(key), Home(rawValue: value) != nil {
            return "write `during: \(value)`"
        }
        if KeyHelp.contents.contains(key) || ["needs", "must_carry", "required_fields"].contains(key) {
            let fields = entry.value.texts.map(\.value).filter(Name.isVariable)
            return "write `fields: [\((fields.isEmpty ? ["reason"] : fields).joined(separator: ", "))]`"
        }
        if key.hasPrefix("after_") || ["outlives", "survives", "still_owed", "persistent", "later"].contains(key),
            !key.contains("warn")
        {
            return
                "what is owed when the contact is over is `during: customer`, and `during: agent` where it is the agent's"
        }
        if ["together", "both", "joint", "jointly", "all", "each"].contains(key) {
            let by = entries.first { $0.key.value == "by" }?.value.texts.map(\.value) ?? []
            let roles = by.isEmpty ? entry.value.texts.map(\.value).filter { names?.roles.contains($0) == true } : by
            return NotBuiltHelp.together(
                roles.count > 1 ? roles : [roles.first ?? "manager", "director"], owner ?? "decide")
        }
        if ["optional", "optional_fields", "may_carry"].contains(key) {
            return "take it out: `fields` names what a deed has to carry, and it may always carry more"
        }
        if ["channel", "channels", "if", "unless", "when"].contains(key) {
            let example =
                key == "when"
                ? "when: conduct.threat"
                : key.hasPrefix("channel") ? "channels: [\(value.isEmpty ? "phone" : value)]" : "if: …"
            return
                "it stands in the rule that asks for the act, `rules: {my_rule: {\(example), must: \(owner ?? "warn")}}`"
        }
        guard let inAct = Grammar.act[key], block[key] == nil else { return nil }
        let shown = Name.isID(value) || MeasureExample.time(value) != nil ? "\(key): \(value)" : inAct.example
        return "it stands where the act is asked for: `must: {\(owner ?? "warn"): {\(shown)}}`"
    }
}
