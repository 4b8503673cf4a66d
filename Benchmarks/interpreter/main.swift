// The interpreter alone: reads a policy and all events first, then evaluates them, and tells what that took.
//
//     interpreter POLICY EVENTS [ROUNDS]
//
// Each round starts with an engine that knows nothing. Outcomes are counted and dropped: no text is read or written. One line:
// events a round, outcomes, nanoseconds of the processor an event (the best round), calls of the allocator an event.
import Glibc
import PolicyEngine
import PolicyLanguage

func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
}

func fail(_ message: String) -> Never {
    let line = Array("error: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(3)
}

/// Nanoseconds that the processor gave to this thread.
func spent() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// Calls of the allocator so far, where `allocations.c` was loaded before; else nil.
func allocations() -> UInt? {
    typealias Count = @convention(c) () -> UInt
    return dlsym(nil, "holdline_allocations").map { unsafeBitCast($0, to: Count.self)() }
}

let arguments = CommandLine.arguments
guard arguments.count == 3 || arguments.count == 4 else { fail("interpreter POLICY EVENTS [ROUNDS]") }
guard let checked = PolicyLoader.load(arguments[1], read: bytes).policy else { fail("the policy cannot be loaded") }
let program = try Program(checked)
guard let text = bytes(arguments[2]) else { fail("the events cannot be read") }
let reader = EventReader(for: program)
let events = try text.split(separator: 0x0A).map { try reader.read($0) }
let rounds = arguments.count == 4 ? Int(arguments[3]) ?? 1 : 1

var best = Double.infinity
var outcomes = 0
var calls: UInt?
for _ in 0..<rounds {
    var engine = Engine(program)
    engine.tellsEmpty = false
    outcomes = 0
    let before = allocations()
    let start = spent()
    for event in events { _ = engine.handle(event) { _ in outcomes += 1 } }
    engine.flush { _ in outcomes += 1 }
    best = min(best, spent() - start)
    if let before, let after = allocations() { calls = after - before }
}
let count = Double(events.count)
print(events.count, outcomes, best / count, calls.map { "\(Double($0) / count)" } ?? "-")
