/// A cursor over the bytes of a short text made of digits and signs: times and lengths of time.
struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Whether exactly `text` is left.
    func rest(is text: String) -> Bool {
        bytes[position...].elementsEqual(text.utf8)
    }

    /// Takes `text` if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// The digits that come next, each as a number; none is fine.
    mutating func digits() -> [UInt8] {
        var found: [UInt8] = []
        while position < bytes.count, (48...57).contains(bytes[position]) {
            found.append(bytes[position] - 48)
            position += 1
        }
        return found
    }

    /// The whole number that comes next; nil without a digit.
    mutating func number() -> (value: Int64, overflow: Bool)? {
        let found = digits()
        if found.isEmpty { return nil }
        var value: Int64 = 0
        for digit in found {
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(Int64(digit))
            if tooBig || overflow { return (0, true) }
            value = sum
        }
        return (value, false)
    }

    /// A number of exactly `count` digits (at most nine).
    mutating func number(digits count: Int) -> Int64? {
        guard position + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<position + count] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        position += count
        return value
    }

    /// The fraction of a second after a point, in nanoseconds; zero where no point comes next.
    mutating func nanoseconds() -> Int32? {
        guard take(".") else { return 0 }
        let found = digits()
        guard (1...9).contains(found.count) else { return nil }
        var value: Int32 = 0
        for index in 0..<9 {
            value = value * 10 + (index < found.count ? Int32(found[index]) : 0)
        }
        return value
    }
}

/// Nanoseconds as a decimal fraction with its point and without trailing zeros; empty for none.
func decimals(_ nanoseconds: Int32) -> String {
    if nanoseconds == 0 { return "" }
    var digits = padded(Int64(nanoseconds), 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
}

/// A number with leading zeros up to a width.
func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
