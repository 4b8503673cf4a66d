import SourceText

/// Reads a YAML 1.2 file into a tree in which every key and value knows its place.
///
/// What makes YAML surprising is refused with a finding of its own: tags, merge keys, keys that are not text,
/// duplicate keys, several documents, directives other than `%YAML 1.2`, and aliases beyond a bound.
/// The whole list of codes is in `YAMLCode`.
public enum YAMLReader {
    /// Reads a whole file; `id` is the file's index in its `SourceMap` and goes into every span.
    ///
    /// Scalars are not resolved: `12`, `no` and `2026-10-01` are text, and their meaning is up to the caller.
    /// Complexity: O(bytes) in time and memory, within `limits`.
    public static func read(
        _ file: SourceFile, id: UInt32, limits: YAMLLimits = .default
    ) -> Result<YAMLNode, YAMLFailure> {
        if let refusal = TextGate.firstProblem(of: file, id: id, limits: limits) {
            return .failure(YAMLFailure(diagnostics: [refusal]))
        }
        var builder = TreeBuilder(file: file, id: id, limits: limits)
        // In a block that ends the file, libyaml drops a last line of spaces alone unless it has its line break.
        let lastLine = file.range(ofLine: file.lineCount)
        let needsBreak = !lastLine.isEmpty && file.bytes[lastLine].allSatisfy(isBlank)
        (needsBreak ? file.bytes + [UInt8(ascii: "\n")] : file.bytes).withUnsafeBufferPointer { bytes in
            var events = EventStream(UnsafeBufferPointer(rebasing: bytes.dropFirst(file.markLength)))
            while builder.wantsMore {
                switch events.next() {
                case .success(let event): builder.take(event)
                case .failure(let problem): builder.fail(problem)
                }
            }
        }
        return builder.finish()
    }
}
