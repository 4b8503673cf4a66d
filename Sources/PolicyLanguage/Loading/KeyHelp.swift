import SourceText
import YAMLTree

/// What to do about a key that a block does not have.
struct KeyHelp {
    let block: Block
    let entries: [YAMLEntry]
    /// The author's name for the block, where it has one.
    let owner: String?
    /// What the policy declares, as far as it can be read.
    var names: DeclaredNames?

    /// What to type: the key that was meant, or where this one belongs.
    func help(for entry: YAMLEntry) -> String? {
        let names = block.keys.filter(\.isBuilt).map(\.name)
        let key = entry.key.value
        if let instead = insteadOf(entry) { return instead }
        if let sequel = sequel(entry) ?? otherwise(entry) { return sequel }
        if let meant = meant(by: key, in: names) { return "did you mean \(quoted(meant))?" }
        if let place = place(of: entry) { return place }
        let known = suggestion(for: key, in: names, called: "keys of \(block.phrase)")
        return known.map { $0.hasPrefix("keys of") ? "\($0); what else is to be noted is a comment, `# …`" : $0 }
    }

    /// The key of the block that an unknown one stands for.
    func meant(by key: String, in names: [String]) -> String? {
        let word = KeyHelp.plain(key)
        if names.contains(word) { return word }
        if let synonym = KeyHelp.synonyms[word]?.first(where: names.contains) { return synonym }
        return likely(key, in: names)
    }

    /// The key that an unknown one was meant to be, which is then not missing as well.
    func meantKey(_ entry: YAMLEntry) -> String? {
        if block.noun == Grammar.statusTrigger.noun, block["becomes"] != nil,
            ofTrigger(KeyHelp.plain(entry.key.value), entry) != nil
        {
            return "becomes"
        }
        if beyond(KeyHelp.plain(entry.key.value), entry) != nil { return "reaches" }
        return meant(by: entry.key.value, in: block.keys.map(\.name))
    }

    static func plain(_ key: String) -> String {
        String(key.lowercased().filter { $0 != "'" && $0 != "’" }.map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    // MARK: Other words

    /// What people write for a key, as they say it; the first one that the block has is meant.
    private static let synonyms: [String: [String]] = {
        var all: [String: [String]] = [:]
        for (key, words) in table {
            for word in words.split(separator: " ") { all[String(word), default: []].append(key) }
        }
        return all
    }()

    private static let table = [
        (
            "must_not",
            "cannot can_not mustnt shall_not never forbid forbidden may_not should_not do_not dont not_allowed prohibit prohibited prohibits forbids prohibition"
        ),
        (
            "must",
            "shall has_to have_to needs_to then do action actions required require requires obligation obliged duty duties"
        ),
        ("may", "can allowed allow permitted permit permission permits allows"),
        ("should", "ought ought_to recommended recommend recommends advise advised advice"),
        ("runs_while", "while during only_while as_long_as when runs running"),
        ("elapsed", "duration since timer clock stopwatch time length"),
        ("reaches", "over is exceeds above at_least hits step level position rung times count"),
        ("when", "on event trigger triggers whenever always"),
        ("if", "condition where only_if and given provided while only_while as_long_as"),
        ("unless", "except exception exceptions if_not except_when except_if not_if not_when"),
        ("within", "deadline timeout due by_when time_limit in time"),
        ("by", "role roles actor who"), ("script", "text words message say wording"),
        ("if_missed", "otherwise else on_missed missed if_not_done"), ("steps", "levels stages rungs"),
        ("cools", "cooldown cool_down decays resets"), ("until", "before ends_when ends expires duration lasts"),
        ("begin", "begins start starts set"), ("end", "ends stop stops"), ("cites", "source sources reference cite"),
        ("while_active", "effects norms rules"), ("about", "for of scope subject"), ("policy", "name id"),
        ("holdline", "version holdline_version language_version schema"),
        ("conduct", "behaviours behaviors behaviour behavior categories conducts classes offences offenses incidents"),
        ("scripts", "texts phrases messages templates"), ("settings", "variables parameters constants limits config"),
        ("actions", "acts measures_taken deeds"), ("measures", "counters counts clocks timers"),
        ("facts", "flags inputs"),
        ("title", "description"), ("company", "organisation organization"),
        ("count", "counts number sum of event events counting"),
        ("in_last", "in window period over last past timeframe"), ("per", "for each"), ("about", "per"),
        ("type", "kind"),
        ("after", "requires require needs depends_on following"), ("channels", "channel media"),
    ]
}
