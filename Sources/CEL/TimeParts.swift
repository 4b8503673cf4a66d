extension CELMachine {
    /// The zone on top, which is taken, and the second of the time below, which stays.
    @usableFromInline
    mutating func zone(_ step: Instruction) throws(CELRuntimeError) -> (zone: String, second: Int64) {
        let zone = pop()
        guard case .string(let name) = zone, case .timestamp(let moment)? = stack.last else {
            throw noSuchOverload(step.function.shownName, [stack.last ?? .null, zone])
        }
        try meter.chargeBytes(name.utf8.count)
        return (name, moment.seconds)
    }

    /// Replaces the time on top by its part in a zone so many seconds east of UTC.
    @usableFromInline
    mutating func readTime(_ step: Instruction, _ offset: Int?) throws(CELRuntimeError) {
        guard case .timestamp(let moment) = pop() else { throw noSuchOverload(step.function.shownName, [.null]) }
        // No place on earth is a day away from UTC.
        guard let offset, (-86_399...86_399).contains(offset) else {
            // Its name may come from an event, and what events say is in no message.
            throw CELRuntimeError("unknown-time-zone", "the time zone is not known here")
        }
        stack.append(.int(part(step.function, moment, Int64(offset))))
    }

    /// A part of a moment in UTC, or a measure of a length of time.
    func timePart(_ function: Function, _ value: CELValue) throws(CELRuntimeError) -> Int64 {
        switch value {
        case .timestamp(let moment): return part(function, moment, 0)
        case .duration(let length) where function.takesDuration:
            switch function {
            case .getHours: return length.seconds / 3_600
            case .getMinutes: return length.seconds / 60
            case .getSeconds: return length.seconds
            // The milliseconds within the second, as of a moment.
            default: return length.milliseconds % 1_000
            }
        default: throw noSuchOverload(function.shownName, [value])
        }
    }

    private func part(_ function: Function, _ moment: CELTimestamp, _ offset: Int64) -> Int64 {
        if function == .getMilliseconds { return Int64(moment.nanoseconds) / 1_000_000 }
        let civil = CivilTime(moment.seconds + offset)
        return switch function {
        case .getFullYear: civil.year
        case .getMonth: civil.month - 1
        case .getDayOfYear: civil.dayOfYear
        case .getDayOfMonth: civil.day - 1
        case .getDate: civil.day
        case .getDayOfWeek: civil.weekday
        case .getHours: civil.hour
        case .getMinutes: civil.minute
        default: civil.second
        }
    }
}
