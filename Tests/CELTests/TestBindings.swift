import CEL

/// Values by slot, and the four named zones that the public cases ask for.
struct TestBindings: CELBindings {
    var values: [CELValue?] = []

    func value(at slot: Int) -> CELValue? {
        values.indices.contains(slot) ? values[slot] : nil
    }

    /// Offsets as they stood in February 2009.
    func secondsEast(ofZone name: String, at second: Int64) -> Int? {
        switch name {
        case "Australia/Sydney": 11 * 3_600
        case "US/Central": -6 * 3_600
        case "America/St_Johns": -(3 * 3_600 + 1_800)
        case "Asia/Kathmandu": 5 * 3_600 + 2_700
        default: nil
        }
    }
}
