/// A piece of the poster with its size: SVG elements around an origin of its own, one a line.
struct Block {
    var width: Double
    var height = 0.0
    private(set) var elements: [String] = []

    init(width: Double) { self.width = width }

    mutating func add(_ element: String) { elements.append(element) }

    /// Puts another block into this one, in a group of its own.
    mutating func place(_ block: Block, x: Double, y: Double, attributes: String = "", title: String? = nil) {
        elements.append("<g transform=\"translate(\(number(x)) \(number(y)))\"\(attributes)>")
        if let title { elements.append("<title>\(XML.text(title))</title>") }
        elements += block.elements
        elements.append("</g>")
    }

    /// Puts the elements of another block behind all that is here.
    mutating func underlay(_ shapes: [String]) { elements.insert(contentsOf: shapes, at: 0) }

    // MARK: Text

    /// One line with its baseline at the cursor's next line; moves the cursor down.
    mutating func line(_ text: String, _ style: TextStyle, x: Double, more: String = "") {
        height += style.leading
        write(text, style, x: x, y: height - style.leading * 0.27, more: more)
    }

    /// Text over as many lines as it takes.
    mutating func paragraph(_ text: String, _ style: TextStyle, x: Double, right: Double = 0) {
        for line in Wrapping.lines(text, width - x - right, style.width) { self.line(line, style, x: x) }
    }

    mutating func write(_ text: String, _ style: TextStyle, x: Double, y: Double, more: String = "") {
        add("<text class=\"\(style.name)\" x=\"\(number(x))\" y=\"\(number(y))\"\(more)>\(XML.text(text))</text>")
    }

    mutating func gap(_ points: Double) { height += points }

    // MARK: Shapes

    mutating func rectangle(
        _ style: String, x: Double, y: Double, width: Double, height: Double, radius: Double = 0
    ) {
        add(Block.rectangle(style, x: x, y: y, width: width, height: height, radius: radius))
    }

    static func rectangle(
        _ style: String, x: Double, y: Double, width: Double, height: Double, radius: Double = 0
    ) -> String {
        "<rect class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
            + "height=\"\(number(height))\"" + (radius > 0 ? " rx=\"\(number(radius))\"" : "") + "/>"
    }

    mutating func path(_ style: String, _ path: String) { add("<path class=\"\(style)\" d=\"\(path)\"/>") }
}

/// A number with at most one decimal.
func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
}

/// Text that XML takes.
enum XML {
    static func text(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
            case _ where scalar.value & 0xFFFE == 0xFFFE: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
