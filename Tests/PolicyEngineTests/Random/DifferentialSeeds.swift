import Foundation

/// Which cases the differential test runs: `HOLDLINE_SEEDS=FROM-TO` for others than the usual ones.
enum DifferentialSeeds {
    static var all: ClosedRange<UInt64> {
        let text = ProcessInfo.processInfo.environment["HOLDLINE_SEEDS"] ?? ""
        let ends = text.split(separator: "-").compactMap { UInt64($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { return 1...400 }
        return ends[0]...ends[1]
    }
}
