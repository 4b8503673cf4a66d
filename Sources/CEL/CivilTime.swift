/// A moment in the parts that a calendar and a clock show, Gregorian throughout.
struct CivilTime {
    let year: Int64
    /// From 1.
    let month: Int64
    /// From 1.
    let day: Int64
    let hour: Int64
    let minute: Int64
    let second: Int64
    /// From 0, on Sundays.
    let weekday: Int64
    /// From 0.
    let dayOfYear: Int64

    /// The parts of a local time given as seconds since 1970 on the local clock.
    init(_ localSeconds: Int64) {
        let (days, clock) = dividedDown(localSeconds, 86_400)
        hour = clock / 3_600
        minute = clock / 60 % 60
        second = clock % 60
        weekday = dividedDown(days + 4, 7).rest
        // Years are counted from March, so that the leap day is a year's last; eras are 400 years.
        let (era, dayOfEra) = dividedDown(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayFromMarch + 2) / 153
        day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        dayOfYear = days - Self.daysUnchecked(year: year, month: 1, day: 1)
    }

    /// The days from 1970-01-01 to a date; nil for a date that no calendar has.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
        guard (1...12).contains(month), day >= 1, day <= length(month, year) else { return nil }
        return daysUnchecked(year: year, month: month, day: day)
    }

    private static func daysUnchecked(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = dividedDown(shifted, 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(_ month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Division that rounds down, with a rest that is never negative; `divisor` is above zero.
func dividedDown(_ number: Int64, _ divisor: Int64) -> (quotient: Int64, rest: Int64) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
}
