// Text as the language sees it: equal by bytes, ordered by code points (which is the order of UTF-8 bytes),
// measured in code points.

/// Whether two texts have the same bytes; unlike Swift's `==`, composed and decomposed letters differ.
@usableFromInline
func sameText(_ left: String, _ right: String) -> Bool {
    // The same storage; short texts are their own.
    if unsafeBitCast(left, to: StringBits.self) == unsafeBitCast(right, to: StringBits.self) { return true }
    guard left.utf8.count == right.utf8.count else { return false }
    let quick = left.utf8.withContiguousStorageIfAvailable { a in
        right.utf8.withContiguousStorageIfAvailable { b in sameBytes(UnsafeRawBufferPointer(a), .init(b)) }
    }
    if case .some(.some(let same)) = quick { return same }
    return left.utf8.elementsEqual(right.utf8)
}

private struct StringBits: Equatable {
    var low: UInt64
    var high: UInt64
}

/// Whether two buffers of one length hold the same bytes, eight at a time.
private func sameBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= left.count {
        let a = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if a != right.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
        index += 8
    }
    while index < left.count {
        if left[index] != right[index] { return false }
        index += 1
    }
    return true
}

/// Below, at or above zero as one text comes before, with or after another.
func textOrder(_ left: String, _ right: String) -> Int {
    bytesOrder(left.utf8, right.utf8)
}

/// Below, at or above zero as one row of bytes comes before, with or after another.
func bytesOrder<A: Sequence<UInt8>, B: Sequence<UInt8>>(_ left: A, _ right: B) -> Int {
    var a = left.makeIterator()
    var b = right.makeIterator()
    while true {
        switch (a.next(), b.next()) {
        case (nil, nil): return 0
        case (nil, _): return -1
        case (_, nil): return 1
        case (let x?, let y?): if x != y { return x < y ? -1 : 1 }
        }
    }
}

/// The number of code points in a text.
func codePoints(_ text: String) -> Int {
    var count = 0
    for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
}

/// Whether one text stands anywhere in another; at most the product of their lengths in comparisons.
func holds(_ text: String, _ part: String) -> Bool {
    if part.isEmpty { return true }
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard wanted.count <= bytes.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
        if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
}
