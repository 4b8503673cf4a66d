import CEL

/// Where a JSON number stands in its line.
struct JSONNumber {
    var start: Int
    var end: Int
    /// It has neither a fraction nor an exponent.
    var isWhole: Bool
}

extension JSONScanner {
    /// Reads the number that comes next, past its end, without working it out.
    mutating func numberEnd() throws(EventRefusal) -> JSONNumber {
        let start = position
        if byte == UInt8(ascii: "-") { position += 1 }
        if byte == UInt8(ascii: "0") {
            position += 1
            if isDigit { throw refusal(.badJSON, "a number has no leading zeros") }
        } else {
            try digits()
        }
        var isWhole = true
        if byte == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try digits()
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        guard position - start <= EventLimits.numberBytes else {
            throw refusal(.tooLong, "a number has more than \(EventLimits.numberBytes) characters", at: start)
        }
        return JSONNumber(start: start, end: position, isWhole: isWhole)
    }

    /// The number that comes next: an `int` where it is whole and fits into 64 bits, else the nearest `double`.
    mutating func number() throws(EventRefusal) -> CELValue {
        let number = try numberEnd()
        if number.isWhole, let whole = whole(number) { return .int(whole) }
        let text = String(decoding: slice(number.start, number.end), as: UTF8.self)
        guard let double = Double(text), double.isFinite else {
            throw refusal(.outOfRange, "a number is too large", at: number.start)
        }
        return .double(double)
    }

    private func whole(_ number: JSONNumber) -> Int64? {
        let isNegative = bytes[number.start] == UInt8(ascii: "-")
        var value: Int64 = 0
        // Summed up below zero, where there is room for one more.
        for index in (isNegative ? number.start + 1 : number.start)..<number.end {
            let (tens, tooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooFar) = tens.subtractingReportingOverflow(Int64(bytes[index] &- UInt8(ascii: "0")))
            if tooLong || tooFar { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The next byte; 0 at the end.
    @inline(__always)
    private var byte: UInt8 { position < end ? bytes[position] : 0 }

    @inline(__always)
    private var isDigit: Bool { byte &- UInt8(ascii: "0") < 10 }

    /// One digit or more.
    private mutating func digits() throws(EventRefusal) {
        guard isDigit else { throw unexpected("a digit") }
        while isDigit { position += 1 }
    }
}
