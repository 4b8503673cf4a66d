import CEL
import PolicyLanguage
import SourceText

/// Turns a checked policy into the program's tables.
///
/// Names are known to be declared; a name that is not found (which checking rules out) compiles to what never matches.
struct Compiler {
    let checked: CheckedPolicy
    var roles: [String] = []
    var roleIndex: [String: Int] = [:]
    var classNames: [String] = []
    var classIndex: [String: Int] = [:]
    var classWords: [[String: String]] = []
    var groupMasks: [String: BitSet] = [:]
    var conductReads: [BitSet] = []
    var actions: [Action] = []
    var actionIndex: [String: Int] = [:]
    var effects: [Effect] = []
    var entries: [Entry] = []
    var begins: [Beginning] = []
    var sourceNames: [String] = []
    var sourceIndex: [String: Int] = [:]
    var overrides: [Set<Int>] = []
    var measures: [MeasureTable] = []
    var measureIndex: [String: Int] = [:]
    var ladders: [LadderTable] = []
    var ladderIndex: [String: Int] = [:]
    var statuses: [StatusTable] = []
    var statusIndex: [String: Int] = [:]
    var facts: [FactTable] = []
    var factIndex: [String: Int] = [:]
    var scripts: [ScriptTable] = []
    var scriptIndex: [String: Int] = [:]
    var settings: [CELValue] = []
    var settingIndex: [String: Int] = [:]
    var conditions: [CELProgram] = []
    var readings: [SlotReading] = []
    var fieldNames: [String] = []
    var languages: [String] = []
    var eventIndex: [String: Int] = [:]

    init(_ checked: CheckedPolicy) { self.checked = checked }

    mutating func compile() {
        compileVocabulary()
        compileActions()
        compileScripts()
        compileVariables()
        compileReadings()
        compileMeasures()
        compileEntries()
        compileReaches()
        noteHomes()
    }

    private mutating func compileVocabulary() {
        let policy = checked.policy
        roles = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
        for (index, role) in roles.enumerated() { roleIndex[role] = index }
        for conduct in policy.conduct {
            classIndex[conduct.name.value] = classNames.count
            classNames.append(conduct.name.value)
            classWords.append(
                Dictionary(conduct.words.map { ($0.language.value, $0.text.value) }) { first, _ in first })
        }
        for group in policy.groups { groupMasks[group.name.value] = mask(ofGroup: group) }
        for (index, event) in policy.events.enumerated() { eventIndex[event.name.value] = index }
        languages = policy.languages.map(\.value)
        if languages.isEmpty { languages = ["en"] }
    }

    private func mask(ofGroup group: ConductGroup) -> BitSet {
        var mask = BitSet()
        for member in group.members {
            if let index = classIndex[member.value] {
                mask.insert(index)
            } else if let nested = groupMasks[member.value] {
                mask.formUnion(nested)
            }
        }
        return mask
    }

    /// The classes that a class or group name stands for.
    func conductMask(_ name: String) -> BitSet {
        if let index = classIndex[name] { return BitSet(index) }
        return groupMasks[name] ?? BitSet()
    }

    func roleSet(_ names: [String]) -> BitSet {
        names.reduce(into: BitSet()) { $0.insert(roleIndex[$1] ?? -1) }
    }

    private mutating func compileActions() {
        for builtIn in BuiltInAction.all {
            add(Action(name: builtIn.name, roleNames: builtIn.by, closed: builtIn.closed, home: builtIn.during))
        }
        for declared in checked.policy.actions {
            let name = declared.name.value
            let index = actionIndex[name] ?? add(Action(name: name, roleNames: ["agent"], home: .contact))
            if let by = declared.by {
                actions[index].roleNames = by.map(\.value)
                actions[index].declaredRoles = roleSet(by.map(\.value))
                actions[index].hasDeclaredRoles = true
            }
            actions[index].mustSay = declared.mustSay.map(\.value)
            actions[index].fields = declared.fields.map(\.value)
            if let closed = declared.closed { actions[index].closed = closed }
            if let during = declared.during { actions[index].home = during }
        }
    }

    @discardableResult
    private mutating func add(_ action: Action) -> Int {
        actionIndex[action.name] = actions.count
        actions.append(action)
        return actions.count - 1
    }

    private mutating func compileScripts() {
        for script in checked.policy.scripts {
            scriptIndex[script.name.value] = scripts.count
            scripts.append(
                ScriptTable(
                    name: script.name.value, languages: script.texts.map(\.language.value),
                    texts: script.texts.map { Array($0.text.value.utf8) }))
        }
    }

    private mutating func compileVariables() {
        let policy = checked.policy
        for setting in policy.settings {
            settingIndex[setting.name.value] = settings.count
            settings.append(setting.value.value.cel)
        }
        for fact in policy.facts {
            factIndex[fact.name.value] = facts.count
            facts.append(
                FactTable(
                    name: fact.name.value, home: fact.about, slot: facts.count { $0.home == fact.about },
                    type: fact.type, roles: roleSet(fact.by.map(\.value)), anyRole: fact.by.isEmpty))
        }
        for (index, status) in policy.statuses.enumerated() { statusIndex[status.name.value] = index }
        for (index, ladder) in policy.ladders.enumerated() { ladderIndex[ladder.name.value] = index }
        let measureNames = policy.measures.map(\.name.value).sorted(by: utf8Less)
        for (index, name) in measureNames.enumerated() { measureIndex[name] = index }
        for status in policy.statuses {
            let until = compile(until: status.until?.value)
            begins.append(
                Beginning(status: statuses.count, untilElapsed: until.elapsed, untilPattern: until.pattern))
            statuses.append(
                StatusTable(
                    name: status.name.value, home: status.about, slot: statuses.count { $0.home == status.about },
                    begin: begins.count - 1, fields: status.fields.map(\.value)))
        }
    }

    private mutating func compileReadings() {
        for reading in checked.readings {
            readings.append(slot(for: reading))
        }
    }

    private mutating func slot(for reading: Reading) -> SlotReading {
        switch reading {
        case .event(let field):
            fieldNames.append(field)
            return field == "conduct" ? .eventConduct : .event(fieldNames.count - 1)
        case .contact(let field): return .contact(field)
        case .conduct(let name):
            conductReads.append(conductMask(name))
            return .conduct(conductReads.count - 1)
        case .customerID: return .customerID
        case .agentID: return .agentID
        case .measure(let name): return .measure(measureIndex[name] ?? -1)
        case .setting(let name): return .setting(settingIndex[name] ?? -1)
        case .fact(let name): return .fact(factIndex[name] ?? -1)
        case .status(let name): return .status(statusIndex[name] ?? -1)
        case .ladder(let name): return .ladder(ladderIndex[name] ?? -1)
        }
    }

    /// Some acts put their action in another home than the action's own.
    private mutating func noteHomes() {
        for effect in effects {
            if effect.home == .agent {
                actions[effect.action].livesWithAgent = true
            } else {
                actions[effect.action].livesWithCustomer = true
            }
        }
    }
}

extension SettingValue {
    /// The setting as a CEL value.
    var cel: CELValue {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .duration(let milliseconds): CELDuration(milliseconds: milliseconds).map { .duration($0) } ?? .null
        case .text(let value): .string(value)
        }
    }
}

/// Text order as UTF-8 bytes.
func utf8Less(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}
