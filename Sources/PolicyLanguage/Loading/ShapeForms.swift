import SourceText
import YAMLTree

/// What to type where a value has another form than its place wants: the author's own words in the right form.
extension ShapeCheck {
    mutating func formed(_ node: YAMLNode, _ shape: Shape, _ place: Place) -> String? {
        switch shape {
        case .block(.fact): return fact(node, place)
        case .block(.action):
            let roles = node.texts.map(\.value)
            return roles.isEmpty ? nil : "write `\(place.key): {by: [\(roles.joined(separator: ", "))]}`"
        case .block(.step): return step(node)
        case .block(.rule), .block(.ladder): return onlyOne(node, place)
        case .block(.measure): return measure(node, place)
        case .block(.act): return act(node, place)
        case .list(.block(.step), _): return steps(node)
        case .entries(_, .block(let name), _), .entries(_, .optional(.block(let name)), _):
            return named(node, name, place)
        case .entries(.language, .scalar, _): return words(node, place)
        case .entries(.eventType, _, _): return events(node, place)
        case .list, .either: return list(node, shape, place)
        case .block(.effective):
            return node.scalar.flatMap { CivilDate($0.text) }.map { _ in
                "write `effective: {from: \(node.scalar?.text ?? "")}`"
            }
        case .scalar: return bare(node, place)
        default: return nil
        }
    }

    // MARK: Vocabulary

    private func fact(_ node: YAMLNode, _ place: Place) -> String? {
        guard let word = node.scalar?.text else { return nil }
        let types = ["bool", "text", "int", "double", "timestamp", "duration"]
        let type = types.contains(word) ? word : likely(word, in: types) ?? "bool"
        return "write `\(place.key): {type: \(type)}`"
    }

    /// `endings: contact.ended`, `endings: count(contact.ended)`.
    private mutating func measure(_ node: YAMLNode, _ place: Place) -> String? {
        guard let text = node.scalar?.text else { return nil }
        let parts = text.split { "() ".contains($0) }.map(String.init)
        guard let names = speaking()?.names, let last = parts.last else { return nil }
        let event = names.observable.contains(last) ? "conduct.\(last)" : last
        guard names.events.contains(event) || event.hasPrefix("conduct.") else { return nil }
        let isClock = parts.count > 1 && ["elapsed", "since", "time", "clock"].contains(parts[0])
        return isClock
            ? "write `\(place.key): {elapsed: \(event)}`"
            : "write `\(place.key): {count: \(event), per: contact, in_last: ever}`"
    }

    /// A list where a map from names is wanted: `facts: [emergency]`, `rules: [{name: a, when: …}]`.
    private func named(_ node: YAMLNode, _ name: BlockName, _ place: Place) -> String? {
        guard let items = node.items, place.part == .value else { return nil }
        let inside = [BlockName.fact: "{type: bool}", .action: "{by: [agent]}"][name] ?? "…"
        let names = items.compactMap { $0.scalar?.text ?? $0["name"]?.scalar?.text ?? $0["id"]?.scalar?.text }
        let keys = names.filter(Name.isID).prefix(3)
        if keys.isEmpty {
            return "each has a name, as the key it stands under: `\(place.key): {my_name: {…}}`"
        }
        return
            "each name is a key, and no list: `\(place.key): {\(keys.map { "\($0): \(inside)" }.joined(separator: ", "))}`"
    }

    /// `languages: en, da`, `roles: {agent: people}`: a list.
    private func list(_ node: YAMLNode, _ shape: Shape, _ place: Place) -> String? {
        guard ["languages", "roles", "conduct", "channels"].contains(place.key) else { return nil }
        let words =
            node.scalar.map { $0.text.split { ",; ".contains($0) }.map(String.init) } ?? node.entries?.map(\.key.value)
            ?? []
        let names = words.filter(Name.isID).prefix(12)
        return names.isEmpty ? nil : "write `\(place.key): [\(names.joined(separator: ", "))]`"
    }

    private func events(_ node: YAMLNode, _ place: Place) -> String? {
        let types = node.texts.map(\.value).filter(Name.isEventType).prefix(3)
        return types.isEmpty ? nil : "write `\(place.key): {\(types.map { "\($0): {}" }.joined(separator: ", "))}`"
    }

    private func words(_ node: YAMLNode, _ place: Place) -> String? {
        guard let entry = node.items?.first?.entries?.first, let text = entry.value.scalar?.text else { return nil }
        return "write `\(place.key): {\(entry.key.value): \(inBraces(text))}`"
    }

    /// One value that stands in braces or in a map of its own: `{limit}`, `{value: 30m}`.
    private func bare(_ node: YAMLNode, _ place: Place) -> String? {
        if ["if", "unless", "suspended_while", "runs_while"].contains(place.key) { return condition(node, place.key) }
        if place.key == "measure", let event = node["count"]?.scalar?.text ?? node["elapsed"]?.scalar?.text {
            let name = "\(event.split(separator: ".").last ?? "my")_count".replacing("-", with: "_")
            return "a measure is declared with a name, below `measures:`, and named here: `measure: \(name)`"
        }
        if place.key == "policy", let name = node["name"]?.scalar?.text ?? node["id"]?.scalar?.text {
            return "write `policy: \(name)`\(node["title"] == nil ? "" : ", and `title:` as a key of its own")"
        }
        if let items = node.items {
            let names = items.compactMap { $0.scalar?.text }.filter(Name.isID)
            if place.key == "status", place.part == .value, names.count > 1 {
                return
                    "an act names one: where any of them will do leave `status` out, and every decision answers it; where each is "
                    + "owed, write one act for each: `[{decide: {status: \(names[0])}}, {decide: {status: \(names[1])}}]`"
            }
            if place.key == "per" { return Home.help(names) }
            if place.key == "becomes", names.count > 1 {
                return
                    "write one state in each: `[{duty: …, becomes: \(names[0])}, {duty: …, becomes: \(names[1])}]` in the `when` of a "
                    + "rule; whether it was done at all, in time or late, is counted: `count: action.done`"
            }
            guard place.key == "after", names.count == items.count, names.count > 1 else { return nil }
            return "one after the other: each act has `after:` with the one before it, as in "
                + "`[{\(names[1]): {after: \(names[0])}}, {…: {after: \(names[1])}}]`"
        }
        guard let entry = node.entries?.first, node.entries?.count == 1 else { return nil }
        if place.key == "climbs" {
            return entry.value.scalar.flatMap { MeasureExample.time($0.text) }.map(KeyHelp.gap)
                ?? "write `climbs: always` or `climbs: when_done`"
        }
        let word = entry.value.isEmptyPlain ? entry.key.value : entry.value.scalar?.text
        return word.map { "write `\(place.key): \(inBraces($0))`" }
    }

    /// `if: {channel: phone}`, `if: [a, b]`.
    private func condition(_ node: YAMLNode, _ key: String) -> String? {
        let parts: [String]
        if let entries = node.entries {
            parts = entries.compactMap { entry in
                guard let value = entry.value.scalar?.text else { return nil }
                let name = entry.key.value == "channel" || entry.key.value == "language" ? "contact." : ""
                let isBare = wholeNumber(value) != nil || value == "true" || value == "false"
                return "\(name)\(entry.key.value) == \(isBare ? value : "\"\(value)\"")"
            }
        } else {
            parts = node.texts.map(\.value)
        }
        let whole = parts.joined(separator: key == "unless" ? " || " : " && ")
        let isShort = !whole.isEmpty && whole.utf8.count <= 80 && !whole.contains { "'`\n".contains($0) }
        return isShort ? "a condition is one text: `\(key): '\(whole)'`" : nil
    }

    // MARK: Acts

    /// A list where the arguments of an act belong: `notify: [supervisor, manager]`, `record: [words, time]`.
    private mutating func act(_ node: YAMLNode, _ place: Place) -> String? {
        guard let items = node.items else { return nil }
        let words = items.compactMap { $0.scalar?.text }
        if ["any", "or", "one_of", "either", "any_of"].contains(place.key), words.count > 1 {
            let name = words.joined(separator: "_or_")
            return "each act is owed for itself; where one of them will do, it is an action of its own: "
                + "`actions: {\(Name.isID(name) ? name : "one_of_them"): {by: [agent]}}`"
        }
        if ["all", "and", "both", "all_of"].contains(place.key), words.count > 1 {
            return "several acts are a list: `[\(words.joined(separator: ", "))]`"
        }
        guard words.count == items.count, !words.isEmpty, words.allSatisfy(Name.isID) else { return nil }
        let roles = speaking()?.names.roles
        guard words.allSatisfy({ roles?.contains($0) == true }) else {
            return "write `{\(place.key): {fields: [\(words.joined(separator: ", "))]}}`"
        }
        switch place.key {
        case "notify", "report", "transfer":
            let argument = place.key == "notify" ? "who" : "to"
            let acts = words.map { "{\(place.key): {\(argument): \($0)}}" }.joined(separator: ", ")
            return "each is an act of its own: write `[\(acts)]`"
        default: return "write `{\(place.key): {by: [\(words.joined(separator: ", "))]}}`"
        }
    }

    // MARK: Rules, ladders and steps

    /// A list with one rule below a rule's name, or only the steps below a ladder's.
    private func onlyOne(_ node: YAMLNode, _ place: Place) -> String? {
        guard let items = node.items, let first = items.first else { return nil }
        let isStep = first["when"] == nil && Modality.allCases.contains { first[$0.rawValue] != nil }
        if isStep {
            return "these are steps: `\(place.key): {when: conduct.insult, steps: [{must: warn}, {may: end_contact}]}`"
        }
        return items.count > 1
            ? "each rule has a name of its own: `rules: {\(place.key)_1: {…}, \(place.key)_2: {…}}`"
            : "take the dash or the brackets away: the keys of a rule stand right below its name"
    }

    /// An act that stands for a step.
    private mutating func step(_ node: YAMLNode) -> String? {
        guard let word = node.scalar?.text, let known = speaking()?.names.actions, Name.isID(word) else { return nil }
        let action = known.contains(word) ? word : Spoken.action(in: Spoken.words(of: word)) ?? word
        return "write `\(stepText(action))`"
    }

    private func stepText(_ action: String) -> String {
        action == "end_contact" ? "{may: end_contact}" : "{must: \(action)}"
    }

    /// A map from numbers where a list of steps is wanted: `{1: warn, 2: end_contact}`.
    private func steps(_ node: YAMLNode) -> String? {
        guard let entries = node.entries, entries.count <= 6 else { return nil }
        let steps = entries.map { entry -> String in
            if let action = entry.value.scalar?.text, Name.isID(action) { return stepText(action) }
            return "{…}"
        }
        return "steps are a list, in their order and without numbers: `steps: [\(steps.joined(separator: ", "))]`"
    }
}
