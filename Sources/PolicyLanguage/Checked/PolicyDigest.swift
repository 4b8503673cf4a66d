import Crypto

/// The digest of a policy: SHA-256 over its canonical form and the version of what the words mean.
enum PolicyDigest {
    /// The version of `Documentation/meaning.md`. A change in what a policy does changes it, and every digest.
    static let meaning = "meaning 1"

    /// 64 hexadecimal digits.
    static func of(_ policy: Policy) -> String {
        var hash = SHA256()
        let text = Array(meaning.utf8) + [UInt8(ascii: "\n")] + CanonicalForm(policy).json.bytes
        text.withUnsafeBytes { hash.update(bufferPointer: $0) }
        let digits = Array("0123456789abcdef".utf8)
        var output: [UInt8] = []
        for byte in hash.finalize() {
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: output, as: UTF8.self)
    }
}
