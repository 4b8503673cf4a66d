/// One word or sign of an expression.
struct Token {
    /// What kind of word it is.
    enum Kind: Hashable {
        case end
        case name
        case quotedName
        case int
        case uint
        case double
        case string
        case bytes
        case sign(Sign)
    }

    /// The operators and brackets.
    enum Sign: String, Hashable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divide = "/"
        case remainder = "%"
        case not = "!"
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case and = "&&"
        case or = "||"
        case question = "?"
        case colon = ":"
        case comma = ","
        case dot = "."
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case openBrace = "{"
        case closeBrace = "}"
    }

    let kind: Kind
    /// The place in UTF-8 bytes.
    let range: Range<Int>
}
