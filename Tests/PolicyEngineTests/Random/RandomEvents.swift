/// Makes streams of events as lines of JSON: few contacts, times on a coarse grid, and all that goes wrong in a log.
struct RandomEvents {
    var random: SplitMix64
    let statuses: [String]
    /// Seconds from the start of the test.
    var now = 0
    private var count = 0
    private var lines: [String] = []
    var ended: Set<String> = []
    /// Each contact's customer, and whether its events say so yet.
    private var customers: [String: (id: String, isNamed: Bool)] = [:]

    private static let contacts = ["c1", "c2", "c3", "c4"]

    init(seed: UInt64, statuses: [String]) {
        random = SplitMix64(seed: seed)
        self.statuses = statuses
        for contact in Self.contacts where random.chance(75) {
            customers[contact] = (random.pick(["k1", "k2"]), random.chance(50))
        }
    }

    mutating func stream() -> [String] {
        let length = random.between(20, 200)
        while lines.count < length { step() }
        return lines
    }

    private mutating func step() {
        advance()
        switch random.below(100) {
        case 0..<3 where !lines.isEmpty: lines.append(random.pick(lines.suffix(10)))
        case 3..<5 where !lines.isEmpty: otherContent()
        case 5..<9: add("time.passed", who: [:], [:])
        case 9..<12: agentOnly()
        case 12..<14: customerOnly()
        default: contactEvent()
        }
    }

    private mutating func advance() {
        switch random.below(100) {
        case 0..<40: break
        case 40..<75: now += 10
        case 75..<90: now += random.between(2, 6) * 10
        case 90..<99: now += random.between(1, 10) * 60
        default: now += random.chance(30) ? 90_000 : 3_600
        }
    }

    // MARK: lines

    /// Most events come in time, some late, a few too late; some are between two points of the grid.
    private mutating func time() -> String {
        var seconds = now
        if random.chance(6) { seconds -= random.between(1, 12) * 10 }
        if random.chance(1) { seconds -= 90_000 }
        return Self.text(seconds, rest: random.chance(3) ? "500" : "000")
    }

    static func text(_ seconds: Int, rest: String = "000") -> String {
        let (days, clock) = seconds.dividedDown(by: 86_400)
        // Days begin at ten o'clock here; what goes past midnight belongs to the next.
        let hour = 10 + clock / 3_600
        let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "2026-11-\(padded(21 + days + hour / 24))T\(padded(hour % 24))"
            + ":\(padded(clock / 60 % 60)):\(padded(clock % 60)).\(rest)Z"
    }

    mutating func add(_ type: String, who: [String: String], _ data: [String: String], channel: String? = nil) {
        count += 1
        var members = ["\"id\":\"e\(count)\"", "\"time\":\"\(time())\"", "\"type\":\"\(type)\""]
        for key in ["contact", "customer", "agent"] {
            if let name = who[key] { members.append("\"\(key)\":\"\(name)\"") }
        }
        if let channel { members.append("\"channel\":\"\(channel)\"") }
        if !data.isEmpty {
            let fields = data.keys.sorted().map { "\"\($0)\":\(data[$0] ?? "null")" }
            members.append("\"data\":{\(fields.joined(separator: ","))}")
        }
        lines.append("{\(members.joined(separator: ","))}")
    }

    private mutating func otherContent() {
        let line = random.pick(lines.suffix(10))
        lines.append(String(line.dropLast()) + ",\"channel\":\"email\"}")
    }

    private mutating func agentOnly() {
        let who = ["agent": random.pick(["a1", "a2"])]
        switch random.below(3) {
        case 0: add("fact.recorded", who: who, ["name": "\"tired\"", "value": random.pick(["true", "false"])])
        case 1: add("action.done", who: who, ["action": "\"offer_break\"", "by": "\"supervisor\""])
        default: add("note.made", who: who, ["kind": "\"x\""])
        }
    }

    private mutating func customerOnly() {
        let who = ["customer": random.pick(["k1", "k2"])]
        switch random.below(3) {
        case 0: add("fact.recorded", who: who, ["name": "\"vip\"", "value": random.pick(["true", "false"])])
        case 1: statusEvent(who)
        default: deed(who)
        }
    }

    private mutating func contactEvent() {
        var contact = random.pick(Self.contacts)
        if ended.contains(contact), random.chance(75) { contact = random.pick(Self.contacts) }
        var who = ["contact": contact]
        if let customer = customers[contact] {
            if !customer.isNamed, random.chance(15) { customers[contact]?.isNamed = true }
            if customers[contact]?.isNamed == true, random.chance(70) { who["customer"] = customer.id }
        }
        if random.chance(1) { who["customer"] = random.pick(["k1", "k2"]) }
        if random.chance(70) { who["agent"] = random.chance(85) ? (contact < "c3" ? "a1" : "a2") : "a1" }
        let channel = random.chance(40) ? random.pick(["phone", "phone", "chat", "email"]) : nil
        switch random.below(100) {
        case 0..<34: conduct(who, channel)
        case 34..<58: deed(who)
        case 58..<64: declined(who)
        case 64..<70: add("contact.started", who: who, started(), channel: channel)
        case 70..<76: fact(who)
        case 76..<81: utterance(who)
        case 81..<85: end(who)
        case 85..<88: add("supervisor.requested", who: who, [:])
        case 88..<91: joined(who)
        case 91..<94: add("contact.transferred", who: who, ["to": random.pick(["\"sales\"", "\"security\""])])
        case 94..<98: statusEvent(who)
        default: add("note.made", who: who, ["kind": "\"x\"", "score": "\(random.below(4))"])
        }
    }
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> (quotient: Int, rest: Int) {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
