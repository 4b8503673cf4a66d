/// From libyaml's marks, which count characters from the beginning of its input, to bytes of the file.
///
/// A step stone every 64 characters keeps the table small; a file of ASCII alone needs none.
struct CharacterOffsets {
    private static let stride = 64
    private let bytes: [UInt8]
    private let base: Int
    private var stones: [UInt32] = []

    /// `base` is the byte at which libyaml's input begins. Complexity: O(bytes).
    init(_ bytes: [UInt8], base: Int) {
        self.bytes = bytes
        self.base = base
        if bytes.dropFirst(base).allSatisfy({ $0 < 0x80 }) { return }
        var count = 0
        for index in base..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            if count % CharacterOffsets.stride == 0 { stones.append(UInt32(clamping: index)) }
            count += 1
        }
    }

    /// The byte at which a character begins; the end of the file for any character past it. Complexity: O(1).
    func byte(ofCharacter index: Int) -> Int {
        if stones.isEmpty { return min(base + index, bytes.count) }
        let stone = index / CharacterOffsets.stride
        guard stone < stones.count else { return bytes.count }
        var left = index % CharacterOffsets.stride
        var offset = Int(stones[stone])
        while left > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}
