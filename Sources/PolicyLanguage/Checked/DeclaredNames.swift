import SourceText
import YAMLTree

/// One kind of declared names, for looking up and for suggesting.
struct NameSet: Sendable {
    /// What one of them is: "role".
    let noun: String
    /// Where they are declared: "roles".
    let part: String
    private(set) var all: [String]
    /// Those that stand in the part itself.
    private let own: [String]
    private let known: Set<String>

    init(_ noun: String, in part: String, _ names: [String], and others: [String] = []) {
        own = names
        let names = names + others
        self.noun = noun
        self.part = part
        all = names
        known = Set(names)
    }

    func contains(_ name: String) -> Bool { known.contains(name) }

    /// Whether a word has the form of these names; one that has not was told of as such.
    func couldHold(_ name: String) -> Bool { part == "events" ? Name.isEventType(name) : Name.isID(name) }

    /// What to do about a name that is not among these.
    func help(for name: String) -> String {
        if let near = nearest(name, in: all) {
            let other =
                part == "roles" && NameSet.isOther(name, than: near)
                ? " a role of your own is listed: `roles: [\((all + [name]).joined(separator: ", "))]`" : ""
            return "did you mean \(quoted(near))?" + other
        }
        if part == "actions", ["nothing", "none", "no_action", "continue"].contains(name) {
            return "where nothing is asked, write nothing: take it out, or the whole rule"
        }
        if part == "roles", ["nobody", "none", "no_one", "noone", "never"].contains(name) {
            return
                "what nobody may do is closed, and allowed by nothing: `{by: [\(all.contains("manager") ? "manager" : all.last ?? "manager")], "
                + "closed: true}`"
        }
        if part == "roles", ["email", "phone", "letter", "post", "sms", "chat", "mail", "fax"].contains(name) {
            return "`by` names who does it, one of \(listed(all)); how it is done stands in a comment, `# …`"
        }
        if part == "actions", Spoken.restricts(name) {
            return
                "what lasts is a status, which a rule begins or somebody decides on: `statuses: {\(name): {about: customer, "
                + "until: 30d, fields: {reason: text}, while_active: …}}` and `must: {decide: {status: \(name), within: 3d}}`"
        }
        let own = declaration(name)
        if let spoken = spoken(name), contains(spoken) {
            let other = part == "actions" ? own.map { " an action of your own is declared: \($0)" } : nil
            return "did you mean \(quoted(spoken))?" + (other ?? "")
        }
        let declare = own.map { "declare it: \($0)" } ?? "declare it under `\(part):`"
        if part == "events", !name.contains(".") {
            return
                "\(declare), if some program sends it; what somebody notes, and takes back when it is over, is a fact: "
                + "`facts: {\(name): {type: bool}}`, `when: fact.recorded` and `if: 'event.name == \"\(name)\" && fact(\"\(name)\")'`; "
                + "built-in events: \(listed(all))\(remark)"
        }
        return all.isEmpty ? declare : "\(declare), or use one of \(listed(all))\(remark)"
    }

    /// Whether two names that are near have too many other letters for a slip, as `agency` and `agent`.
    private static func isOther(_ name: String, than near: String) -> Bool {
        var counts: [Character: Int] = [:]
        for letter in name { counts[letter, default: 0] += 1 }
        for letter in near { counts[letter, default: 0] -= 1 }
        return counts.values.reduce(0) { $0 + abs($1) } > 2
    }

    /// What newcomers do not know of these names, after a list of them.
    var remark: String {
        if part == "actions" || part == "events" {
            return "; `holdline check --explain unknown-name` has all built-in ones"
        }
        guard part == "roles", contains("agent") else { return "" }
        let agent = "; the person who talks to the customer is `agent`"
        return all == BuiltInAction.roles
            ? "\(agent), and a `roles:` list replaces the built-in one, so it has to name all" : agent
    }

    /// Whether a built-in action that somebody's word comes near to may well be another one than they meant.
    private func isLoose(_ action: String, _ name: String) -> Bool {
        // To refuse somebody is near to sending them elsewhere, and not the same.
        if Spoken.isSaid(name), action != "redirect" { return false }
        if Spoken.words(of: name).count > 1 { return true }
        return ["report", "decide", "record", "notify", "notice", "say", "answer", "involve_supervisor", "redirect"]
            .contains(
                action)
    }

    /// How a name would be declared; nil where a name alone says too little.
    private func declaration(_ name: String) -> String? {
        switch part {
        case "actions" where spoken(name).map({ isLoose($0, name) }) ?? true: "`actions: {\(name): {by: [agent]}}`"
        case "events": "`events: {\(name): {}}`"
        case "roles" where own.count < 9: "`roles: [\((own + [name]).joined(separator: ", "))]`"
        case "conduct" where own.count < 9: "`conduct: [\((own + [name]).joined(separator: ", "))]`"
        case "facts": "`facts: {\(name): {type: bool}}`"
        case "statuses": "`statuses: {\(name): {about: customer, while_active: …}}`"
        case "scripts": "`scripts: {\(name): {en: …}}`"
        default: nil
        }
    }

    /// What people call by another name.
    private func spoken(_ name: String) -> String? {
        switch part {
        case "actions": Spoken.action(in: Spoken.words(of: name))
        case "events": Spoken.event(in: Spoken.words(of: name))
        default: nil
        }
    }
}

/// Every name a policy declares, also where its declaration could not be read in full.
struct DeclaredNames: Sendable {
    let roles: NameSet
    let conduct: NameSet
    let groups: NameSet
    let facts: NameSet
    /// The facts that are true or false.
    let truths: Set<String>
    let events: NameSet
    let settings: NameSet
    let actions: NameSet
    let scripts: NameSet
    let measures: NameSet
    let ladders: NameSet
    let statuses: NameSet
    let rules: NameSet
    /// The options of each status.
    let options: [String: [String]]
    /// Whose condition each status is: contact, customer or agent.
    let homes: [String: String]
    /// The facts, measures and statuses that are kept for an agent.
    let agents: Set<String>
    /// The zone that the policy names.
    let timeZone: String?

    init(_ draft: Draft) {
        let roles = draft.names(.roles)
        self.roles = NameSet("role", in: "roles", roles.isEmpty ? BuiltInAction.roles : roles)
        conduct = NameSet("conduct", in: "conduct", draft.names(.conduct))
        groups = NameSet("group", in: "groups", draft.names(.groups))
        facts = NameSet("fact", in: "facts", draft.names(.facts))
        truths = Set(draft[.facts].filter { $0.value?["type"]?.located?.value == "bool" }.map(\.key.value))
        let builtIn = BuiltInEvent.allCases.map(\.rawValue)
        events = NameSet("event type", in: "events", builtIn + draft.names(.events).filter { !builtIn.contains($0) })
        settings = NameSet("setting", in: "settings", draft.names(.settings))
        let actions = BuiltInAction.all.map(\.name)
        self.actions = NameSet(
            "action", in: "actions", actions + draft.names(.actions).filter { !actions.contains($0) })
        scripts = NameSet("script", in: "scripts", draft.names(.scripts))
        measures = NameSet("measure", in: "measures", draft.names(.measures))
        ladders = NameSet("ladder", in: "ladders", draft.names(.ladders))
        statuses = NameSet("status", in: "statuses", draft.names(.statuses))
        rules = NameSet("rule", in: "rules", draft.names(.rules))
        var options: [String: [String]] = [:]
        for entry in draft[.statuses] {
            options[entry.key.value] = entry.value?["options"]?.entries?.map(\.key.value) ?? []
        }
        self.options = options
        var homes: [String: String] = [:]
        for entry in draft[.statuses] { homes[entry.key.value] = entry.value?["about"]?.located?.value }
        self.homes = homes
        let kept = draft[.facts] + draft[.measures] + draft[.statuses]
        agents = Set(
            kept.filter { entry in
                ["about", "per"].contains { entry.value?[$0]?.located?.value == "agent" }
            }
            .map(\.key.value))
        // A zone that is none is told where it stands.
        timeZone = (draft.header["time_zone"]?.located?.value).flatMap { $0.contains("/") || $0 == "UTC" ? $0 : nil }
    }

    /// A role of the policy that is told of things and decides on them.
    var leader: String {
        let leading = ["manager", "supervisor", "director"]
        let known = leading.first(where: roles.contains)
        // One of the policy's own that ends so: `clinic_manager`.
        let own = leading.lazy.compactMap { word in roles.all.first { $0.hasSuffix("_\(word)") } }.first
        return known ?? own ?? roles.all.last { !["agent", "system"].contains($0) } ?? roles.all.last ?? "manager"
    }

    /// An example with a role of the policy in the place of one that it does not list.
    func fitted(_ example: String) -> String {
        ["manager", "supervisor", "director"].filter { !roles.contains($0) }.reduce(example) { text, role in
            text.replacing("who: \(role)", with: "who: \(leader)").replacing("by: \(role)", with: "by: \(leader)")
                .replacing("[\(role)]", with: "[\(leader)]")
        }
    }

    /// Classes and groups: what `conduct.NAME` and `contact.conduct("NAME")` may name.
    var observable: NameSet { NameSet("conduct", in: "conduct", conduct.all, and: groups.all) }
}
