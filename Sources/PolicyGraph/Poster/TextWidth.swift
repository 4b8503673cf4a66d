/// How wide text becomes, before anybody knows the reader's fonts.
///
/// Advance widths of Helvetica in thousandths of the font's size, with room for the wider faces that stand in for it.
struct TextStyle: Sendable {
    /// The class in the style sheet.
    let name: String
    let size: Double
    let isBold: Bool
    let isMono: Bool

    init(_ name: String, _ size: Double, isBold: Bool = false, isMono: Bool = false) {
        self.name = name
        self.size = size
        self.isBold = isBold
        self.isMono = isMono
    }

    func width(_ text: Substring) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += isMono ? Self.mono(scalar) : Self.advance(scalar) }
        return Double(thousandths) / 1_000 * size * (isMono ? 1 : isBold ? 1.24 : 1.13)
    }

    func width(_ text: String) -> Double { width(text[...]) }

    /// From one line to the next.
    var leading: Double { (size * 1.32).rounded() }

    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value >= 0x20, scalar.value < 0x7F { return ascii[Int(scalar.value) - 0x20] }
        return isWide(scalar) ? 1_000 : 620
    }

    private static func mono(_ scalar: Unicode.Scalar) -> Int { isWide(scalar) ? 1_200 : 605 }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar.value)
            || (0x2E80...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFF00...0xFF60).contains(scalar.value) || scalar.value >= 0x2_0000
    }

    // swift-format-ignore
    private static let ascii = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
}

extension TextStyle {
    static let title = TextStyle("title", 26, isBold: true)
    static let note = TextStyle("note", 12)
    static let heading = TextStyle("heading", 15, isBold: true)
    static let name = TextStyle("name", 14, isBold: true)
    static let when = TextStyle("when", 12, isBold: true)
    static let fact = TextStyle("fact", 11)
    static let condition = TextStyle("condition", 10.5, isMono: true)
    static let action = TextStyle("action", 13, isBold: true)
    static let detail = TextStyle("detail", 11.5)
    static let role = TextStyle("role", 11.5)
    static let badge = TextStyle("badge", 9.5, isBold: true)
    static let link = TextStyle("link", 11.5, isBold: true)
}
