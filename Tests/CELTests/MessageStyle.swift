/// How messages are written: one line, a small letter or a backtick first, no full stop at the end.
enum MessageStyle {
    static func isKept(_ message: String) -> Bool {
        guard let first = message.first, let last = message.last else { return false }
        let backticks = message.filter { $0 == "`" }.count
        return !first.isUppercase && last != "." && last != " " && !message.contains("\n") && backticks % 2 == 0
    }
}
