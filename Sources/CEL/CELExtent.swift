/// How large a value can get: what the worst-case cost of an expression is reckoned with.
public struct CELExtent: Hashable, Sendable {
    /// Bytes of text, or elements of a list or map; one for anything else.
    public let count: Int
    /// Steps to walk over all of it.
    let walk: Int
    /// The element of a list; the key and the value of a map.
    let elements: [CELExtent]

    private init(count: Int, walk: Int, elements: [CELExtent]) {
        self.count = count
        self.walk = walk
        self.elements = elements
    }

    /// A number, a bool, a time: something of one size.
    public static let scalar = CELExtent(count: 1, walk: 1, elements: [])

    /// Text or bytes of at most so many bytes.
    public static func text(_ bytes: Int) -> CELExtent {
        let count = max(0, bytes)
        return CELExtent(count: count, walk: 1 + count / CELLimits.bytesAStep, elements: [])
    }

    /// A list of at most so many elements.
    public static func list(_ count: Int, of element: CELExtent) -> CELExtent {
        let count = max(0, count)
        return CELExtent(count: count, walk: plus(1, times(count, plus(1, element.walk))), elements: [element])
    }

    /// A map of at most so many entries.
    public static func map(_ count: Int, from key: CELExtent, to value: CELExtent) -> CELExtent {
        let count = max(0, count)
        let entry = plus(1, plus(key.walk, value.walk))
        return CELExtent(count: count, walk: plus(1, times(count, entry)), elements: [key, value])
    }

    /// What is assumed of a type when nothing is declared.
    public static func assumed(for type: CELType) -> CELExtent {
        switch type {
        case .string, .bytes: .text(CELLimits.assumedTextBytes)
        case .list(let element): .list(CELLimits.assumedElements, of: assumed(for: element))
        case .map(let key, let value):
            .map(CELLimits.assumedElements, from: assumed(for: key), to: assumed(for: value))
        case .dyn:
            CELExtent(
                count: CELLimits.assumedTextBytes,
                walk: list(CELLimits.assumedElements, of: .text(CELLimits.assumedTextBytes)).walk, elements: [])
        default: .scalar
        }
    }

    /// The extent of an element of a list, or of a value of a map.
    var element: CELExtent { elements.last ?? .assumed(for: .dyn) }

    /// The extent of what a loop walks over: elements of a list, keys of a map.
    var item: CELExtent { elements.first ?? .assumed(for: .dyn) }

    /// The extent that covers both.
    func covering(_ other: CELExtent) -> CELExtent {
        var shared: [CELExtent] = []
        let fewer = min(elements.count, other.elements.count)
        for index in 0..<fewer { shared.append(elements[index].covering(other.elements[index])) }
        shared += elements.count > fewer ? elements[fewer...] : other.elements[fewer...]
        return CELExtent(count: max(count, other.count), walk: max(walk, other.walk), elements: shared)
    }

    /// The extent of one put after the other.
    func appending(_ other: CELExtent) -> CELExtent {
        let joined = covering(other)
        let walk = CELExtent.plus(self.walk, other.walk)
        return CELExtent(count: CELExtent.plus(count, other.count), walk: walk, elements: joined.elements)
    }

    /// A product that stops at the largest number.
    static func times(_ left: Int, _ right: Int) -> Int {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? .max : product
    }

    /// A sum that stops at the largest number.
    static func plus(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}
