/// A macro's loop at work.
struct LoopFrame: Sendable {
    var items: [CELValue] = []
    var position = -1
    var isDecided = false
    var matches = 0
    var results: [CELValue] = []
}

extension CELMachine {
    /// Takes one step of a macro's loop, and gives the number of the next.
    mutating func performLoop(
        _ step: Instruction, _ place: Int, _ truth: inout Bool
    ) throws(CELRuntimeError) -> Int {
        let frame = Int(step.a)
        switch step.operation {
        case .enter:
            let value = pop()
            frames[frame] = LoopFrame(items: try items(of: value))
        case .next:
            try meter.charge(Int(step.c))
            frames[frame].position += 1
            if frames[frame].position == frames[frame].items.count { return Int(step.b) }
        case .decideAll, .decideExists:
            if truth != (step.operation == .decideExists) { return Int(step.b) }
            frames[frame].isDecided = true
            return Int(step.c)
        case .count:
            if truth { frames[frame].matches += 1 }
            return Int(step.b)
        case .keep:
            if truth {
                let item = frames[frame].items[frames[frame].position]
                frames[frame].results.append(item)
            }
            return Int(step.b)
        case .collect:
            frames[frame].results.append(pop())
            return Int(step.b)
        case .concludeAll: truth = try !isDecided(frame, place)
        case .concludeExists: truth = try isDecided(frame, place)
        case .concludeOne:
            truth = frames[frame].matches == 1
            frames[frame].items = []
        case .concludeList:
            let results = frames[frame].results
            frames[frame] = LoopFrame()
            stack.append(.list(results))
        default: throw CELRuntimeError("bad-code", "the compiled expression is damaged")
        }
        return place + 1
    }

    /// What a loop walks over: the elements of a list or the keys of a map.
    private mutating func items(of value: CELValue) throws(CELRuntimeError) -> [CELValue] {
        switch value {
        case .list(let elements): return elements
        case .map(let map):
            try meter.charge(map.count)
            return map.entries.map(\.key)
        default: throw noSuchOverload("a macro", [value])
        }
    }

    /// Whether one element decided `all` or `exists`; if none did, an error on the way comes out.
    private mutating func isDecided(_ frame: Int, _ place: Int) throws(CELRuntimeError) -> Bool {
        let isDecided = frames[frame].isDecided
        frames[frame].items = []
        if let waiting = takePending(place), !isDecided { throw waiting }
        return isDecided
    }
}
