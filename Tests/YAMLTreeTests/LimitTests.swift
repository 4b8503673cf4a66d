import SourceText
import Testing
import YAMLTree

@Suite struct LimitTests {
    @Test("a file is read up to its limit of bytes and refused past it")
    func bytes() {
        let limits = YAMLLimits(bytes: 6)
        #expect(Reading("a: 123", limits: limits).places == [])
        #expect(Reading("a: 1234", limits: limits).places == ["yaml-too-long 1:7"])
        #expect(Reading("a", limits: YAMLLimits(bytes: -1)).places == ["yaml-too-long 1:1"])
    }

    @Test("nesting is read up to its limit and refused past it, in brackets and in blocks")
    func depth() {
        let limits = YAMLLimits(depth: 3)
        #expect(Reading("[[[a]]]", limits: limits).places == [])
        #expect(Reading("[[[[a]]]]", limits: limits).places == ["yaml-too-deep 1:4"])
        #expect(Reading("a:\n  b:\n    c: 1\n", limits: limits).places == [])
        #expect(Reading("a:\n  b:\n    c:\n      d: 1\n", limits: limits).places == ["yaml-too-deep 4:7"])
        #expect(Reading("a: &x [[1]]\nb: *x\nc: [*x]\n", limits: limits).places == ["yaml-too-deep 3:5"])
    }

    @Test("a hundred thousand brackets are refused, not recursed into")
    func deepBrackets() {
        let text = String(repeating: "[", count: 100_000)
        #expect(Reading(text).places == ["yaml-too-deep 1:65"])
        #expect(Reading(text, limits: YAMLLimits(depth: .max)).places == ["yaml-too-deep 1:1001"])
        #expect(Reading(String(repeating: "- ", count: 50_000)).places == ["yaml-too-deep 1:129"])
        #expect(Reading(String(repeating: "? ", count: 50_000)).places == ["yaml-too-deep 1:129"])
    }

    @Test("keys, scalars and collections count as nodes, each use of an alias in full")
    func nodes() {
        #expect(Reading("a: [1, 2]", limits: YAMLLimits(nodes: 5)).places == [])
        #expect(Reading("a: [1, 2]", limits: YAMLLimits(nodes: 4)).places == ["yaml-too-many-nodes 1:8"])
        #expect(Reading("a: &x [1]\nb: *x", limits: YAMLLimits(nodes: 7)).places == [])
        #expect(Reading("a: &x [1]\nb: *x", limits: YAMLLimits(nodes: 6)).places == ["yaml-too-many-nodes 2:4"])
    }

    @Test("aliases are counted, and what comes out of them")
    func aliases() {
        let text = "a: &x [1, 2]\nb: *x\nc: *x\n"
        #expect(Reading(text, limits: YAMLLimits(aliases: 2, aliasExpansion: 6)).places == [])
        #expect(Reading(text, limits: YAMLLimits(aliases: 1)).places == ["yaml-too-many-aliases 3:4"])
        #expect(Reading(text, limits: YAMLLimits(aliasExpansion: 5)).places == ["yaml-alias-expansion 3:4"])
    }

    @Test("aliases of aliases do not explode")
    func laughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        #expect(Reading(text).places == ["yaml-alias-expansion 4:45"])
    }
}
