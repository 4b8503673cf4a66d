/// Columns a character takes on a terminal: 0 for what only joins or marks, 2 for wide ones and emoji, else 1.
func displayWidth(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
        // Variation selector 16 asks for the picture form of the character before it.
        if scalar.value == 0xFE0F { return 2 }
        width = max(width, displayWidth(of: scalar))
    }
    return width
}

/// Text in which nothing can steer a terminal or turn the direction of writing: such characters become U+FFFD.
///
/// Line breaks become spaces, so that one message stays on one line.
func printable(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0A, 0x0D, 0x09: output.append(" ")
        default: output.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar)
        }
    }
    return String(output)
}

/// Control characters, line separators, and what turns the direction of the text after it.
func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// Blocks of East Asian letters and signs that take two columns.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x20000...0x3FFFD,
]
