/// A name of a customer, contact or agent, equal to another where their bytes are.
///
/// Swift's own text equality takes composed and decomposed letters for the same; two customers are not.
struct LaneName: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (a: LaneName, b: LaneName) -> Bool { sameBytes(a.text, b.text) }

    func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// Whether two texts are the same bytes.
func sameBytes(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
}
