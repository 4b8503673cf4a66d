import SourceText
import Testing

@Suite struct NearestTests {
    @Test(
        "a word finds the candidate that was meant",
        arguments: [
            ("laddres", "ladders"), ("RULES", "rules"), ("stauses", "statuses"), ("polcy", "policy"), ("rule", "rules"),
            ("ladders", "ladders"), ("meausres", "measures"), ("ia", "if"),
        ])
    func found(word: String, meant: String) {
        let candidates = ["rules", "ladders", "statuses", "policy", "measures", "if"]
        #expect(nearest(word, in: candidates) == meant)
        #expect(nearest(word, in: candidates.reversed()) == meant)
    }

    @Test("a word that is near to nothing finds nothing", arguments: ["x", "", "banana", "rl", "ladderssssss"])
    func notFound(word: String) {
        #expect(nearest(word, in: ["rules", "ladders", "y"]) == nil)
    }

    @Test("a third of the word's letters may differ, at least one and at most three")
    func threshold() {
        #expect(nearest("ab", in: ["ax"]) == "ax")
        #expect(nearest("abcdef", in: ["abxyef"]) == "abxyef")
        #expect(nearest("abcdef", in: ["abxyzf"]) == nil)
        #expect(nearest("abcdefghijklmnop", in: ["abcdefghijklmxyz"]) == "abcdefghijklmxyz")
        #expect(nearest("abcdefghijklmnop", in: ["abcdefghijklwxyz"]) == nil)
    }

    @Test("swapped neighbours count once")
    func swaps() {
        #expect(nearest("wran", in: ["warn"]) == "warn")
        #expect(nearest("arwn", in: ["rawn", "warn"]) == "rawn")
    }

    @Test("of equally near candidates the first in sorted order is taken, whatever order they come in")
    func ties() {
        #expect(nearest("cat", in: ["cut", "bat", "cot"]) == "bat")
        #expect(nearest("cat", in: ["cot", "cut", "bat"]) == "bat")
        #expect(nearest("cat", in: ["bat", "cats", "cat"]) == "cat")
    }

    @Test("very long words are not compared")
    func long() {
        let word = String(repeating: "a", count: 100_000)
        #expect(nearest(word, in: [word, "a"]) == nil)
        #expect(nearest("abc", in: [word]) == nil)
    }
}
