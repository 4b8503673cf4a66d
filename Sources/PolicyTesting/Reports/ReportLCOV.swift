import SourceText

extension CoverageReport {
    /// The coverage as an LCOV tracefile, which editors and build servers show beside the policy's lines: rules, steps,
    /// statuses and acts as lines with the number of tests that tried them, outcomes of conditions as branches.
    public var lcov: String {
        var text = ""
        for file in 0..<UInt32(clamping: files.count) {
            let here = coverage.items.indices.filter { coverage.items[$0].span.file == file }
            if !here.isEmpty { text += record(files[Int(file)], here) }
        }
        return text
    }

    private var files: [SourceFile] {
        var files: [SourceFile] = []
        while let file = sources[UInt32(clamping: files.count)] { files.append(file) }
        return files
    }

    private func record(_ file: SourceFile, _ indices: [Int]) -> String {
        var lines: [Int: Int] = [:]
        /// Lines with nothing but conditions.
        var looked: [Int: Int] = [:]
        var branches: [(line: Int, count: Int)] = []
        for index in indices {
            let item = coverage.items[index]
            let line = file.position(at: item.span.start).line
            let count = coverage.counts[index]
            if item.kind == .condition {
                branches.append((line, count))
                looked[line] = max(looked[line] ?? 0, count)
            } else {
                lines[line] = min(lines[line] ?? .max, count)
            }
        }
        lines.merge(looked) { known, _ in known }
        var text = "TN:holdline\nSF:\(file.name)\n"
        branches.sort { $0.line < $1.line }
        var number = 0
        for (index, branch) in branches.enumerated() {
            number = index > 0 && branches[index - 1].line == branch.line ? number + 1 : 0
            text += "BRDA:\(branch.line),0,\(number),\(branch.count)\n"
        }
        text += "BRF:\(branches.count)\nBRH:\(branches.count { $0.count > 0 })\n"
        for (line, count) in lines.sorted(by: { $0.key < $1.key }) { text += "DA:\(line),\(count)\n" }
        return text + "LF:\(lines.count)\nLH:\(lines.values.count { $0 > 0 })\nend_of_record\n"
    }
}
