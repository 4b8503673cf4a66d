import Dispatch
import Synchronization

/// Hands values from one thread to another, in their order. It is as long as there are values that go round.
final class Relay<Value: Sendable>: Sendable {
    private let values: Mutex<[Value]>
    private let ready: DispatchSemaphore

    init(_ first: [Value] = []) {
        values = Mutex(first)
        ready = DispatchSemaphore(value: 0)
        for _ in first { ready.signal() }
    }

    /// Hands a value over; nobody else holds it then, so that its memory can be used again without a copy.
    func put(_ value: consuming Value) {
        var moving: Value? = consume value
        values.withLock { if let value = moving.take() { $0.append(value) } }
        ready.signal()
    }

    /// The next value; waits for it.
    func take() -> Value {
        ready.wait()
        return values.withLock { $0.removeFirst() }
    }

    /// Waits until there is something to take, at most so many milliseconds; for ever if negative.
    func isReady(_ milliseconds: Int32) -> Bool {
        if milliseconds < 0 {
            ready.wait()
        } else if ready.wait(timeout: .now() + .milliseconds(Int(milliseconds))) == .timedOut {
            return false
        }
        ready.signal()
        return true
    }
}
