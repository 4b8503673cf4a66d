import Foundation
import PolicyEngine
import Testing

/// Real dialogues as events, where the folder with them is there.
struct EventDataTests {
    private static let files: [URL] = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        folder.append(path: "../shared/data")
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "ndjson" }
    }()

    @Test("Every line of real dialogues is accepted", .enabled(if: !files.isEmpty), arguments: files)
    func accepted(_ file: URL) throws {
        let reader = EventReader()
        var hashes: Set<UInt64> = []
        var count = 0
        for line in try [UInt8](Data(contentsOf: file)).split(separator: UInt8(ascii: "\n")) {
            count += 1
            do {
                hashes.insert(try reader.read(line).contentHash)
            } catch {
                Issue.record("line \(count): \(error)")
            }
        }
        #expect(count > 10_000)
        #expect(hashes.count == count)
    }
}
