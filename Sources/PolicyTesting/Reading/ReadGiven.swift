import SourceText
import YAMLTree

/// `given:`, what holds before the first step.
extension TestReader {
    func given(_ node: YAMLNode) -> Given {
        let entries = node.entries ?? []
        var given = Given()
        given.contact = entries["contact"]?.word
        given.customer = entries["customer"]?.word
        given.agent = entries["agent"]?.word
        given.channel = entries["channel"]?.word
        given.language = entries["language"]?.word
        given.facts = entries["facts"]?.entries ?? []
        given.statuses = entries["statuses"]?.words ?? []
        given.counts = (entries["counts"]?.entries ?? []).compactMap { entry in
            entry.value.word.flatMap { wholeNumber($0.value) }.map { (entry.key, $0) }
        }
        return given
    }
}
