import Foundation
import SourceText
import Testing
import YAMLTree

/// Comments, and what only looks like one.
@Suite struct CommentTests {
    private func comments(_ text: String) throws -> [String] {
        let file = SourceFile(name: "x", text: text)
        let root = try YAMLReader.read(file, id: 0).get()
        return YAMLReader.comments(in: file, of: root).map { "\($0.isAlone ? "-" : "\($0.column)") \($0.text)" }
    }

    @Test func `comments stand alone or beside something`() throws {
        #expect(try comments("# a\nk: v   # b \n  # c\n#d\n") == ["- # a", "7 # b", "- # c", "- #d"])
        #expect(try comments("k: [a, # one\n  b] # two\n") == ["7 # one", "5 # two"])
        #expect(try comments("å: é # c\n") == ["5 # c"])
    }

    @Test func `a hash within a text is none`() throws {
        #expect(try comments("a: x#y\nb: 'p # q'\nc: \"r # s\"\n'd # e': 1\n") == [])
        #expect(try comments("a: 'x\n  # y\n  z' # c\n") == ["5 # c"])
    }

    @Test func `a block has comments only at its header and after its end`() throws {
        #expect(try comments("a: | # c\n  # text\n  more\n# d\nb: >-\n  x # y\n") == ["5 # c", "- # d"])
        #expect(try comments("a: |\n  text\n # less\nb: 1\n") == ["- # less"])
    }

    @Test func `every hash of the shipped policies is text or in a comment`() throws {
        for file in Corpus.own {
            guard case .success(let root) = YAMLReader.read(file, id: 0) else { continue }
            var rest = file.bytes
            for comment in YAMLReader.comments(in: file, of: root).reversed() {
                #expect(file.bytes[comment.span.start] == UInt8(ascii: "#"))
                // The white space before it goes as well, lest it be taken for text of a block.
                var start = comment.span.start
                while start > 0, rest[start - 1] == UInt8(ascii: " ") { start -= 1 }
                rest.removeSubrange(start..<comment.span.end)
            }
            let bare = SourceFile(name: file.name, bytes: rest)
            let again = try YAMLReader.read(bare, id: 0).get()
            #expect(root.means(again), "\(file.name)")
            #expect(YAMLReader.comments(in: bare, of: again).isEmpty, "\(file.name)")
        }
    }
}
