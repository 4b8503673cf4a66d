extension Engine {
    /// When something may happen by itself, soonest first, each moment once: when a deadline has just passed, and when
    /// anything else is due. Some of them will turn out to be without effect. Linear in what is awaited.
    public func moments(atMost count: Int) -> [Int64] {
        var found: Set<Int64> = []
        for lane in lanes {
            for item in lane.timers.heap {
                let (shown, overflow) = item.time.addingReportingOverflow(item.isDeadline ? 1 : 0)
                if !overflow, shown > lane.clock ?? .min { found.insert(shown) }
            }
        }
        return Array(found.sorted().prefix(count))
    }
}
