extension CELMachine {
    /// Takes one step of a macro's loop, and gives the number of the next.
    mutating func performLoop(_ step: Instruction, _ place: Int) throws(CELRuntimeError) -> Int {
        let frame = Int(step.a)
        switch step.operation {
        case .enter: try enter(frame)
        case .next:
            try meter.charge(Int(step.c))
            frames[frame].position += 1
            if frames[frame].position == frames[frame].items.count { return Int(step.b) }
        case .decideAll: return try decide(false, frame, step)
        case .decideExists: return try decide(true, frame, step)
        case .count:
            if try truth("exists_one") { frames[frame].matches += 1 }
            return Int(step.b)
        case .keep:
            if try truth("filter") {
                let item = frames[frame].items[frames[frame].position]
                frames[frame].results.append(item)
            }
            return Int(step.b)
        case .collect:
            frames[frame].results.append(pop())
            return Int(step.b)
        case .concludeAll: try conclude(frame, deciding: false, place)
        case .concludeExists: try conclude(frame, deciding: true, place)
        case .concludeOne:
            frames[frame].items = []
            stack.append(.bool(frames[frame].matches == 1))
        case .concludeList:
            let results = frames[frame].results
            frames[frame] = Frame()
            stack.append(.list(results))
        default: throw CELRuntimeError("bad-code", "the compiled expression is damaged")
        }
        return place + 1
    }

    /// Begins a loop over the elements of a list or the keys of a map.
    private mutating func enter(_ frame: Int) throws(CELRuntimeError) {
        let value = pop()
        switch value {
        case .list(let elements): frames[frame].items = elements
        case .map(let map):
            try meter.charge(map.count)
            frames[frame].items = map.entries.map(\.key)
        default: throw noSuchOverload("a macro", [value])
        }
        frames[frame].position = -1
        frames[frame].isDecided = false
        frames[frame].matches = 0
        frames[frame].results = []
    }

    /// The body's answer for one element of `all` or `exists`.
    private mutating func decide(_ deciding: Bool, _ frame: Int, _ step: Instruction) throws(CELRuntimeError) -> Int {
        guard try truth(deciding ? "exists" : "all") == deciding else { return Int(step.b) }
        frames[frame].isDecided = true
        return Int(step.c)
    }

    /// The answer of `all` or `exists`: one element decides; else an error on the way comes out.
    private mutating func conclude(_ frame: Int, deciding: Bool, _ place: Int) throws(CELRuntimeError) {
        let isDecided = frames[frame].isDecided
        frames[frame].items = []
        if let waiting = takePending(place), !isDecided { throw waiting }
        stack.append(.bool(isDecided ? deciding : !deciding))
    }
}
