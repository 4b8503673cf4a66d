import Foundation
import PolicyEngine
import PolicyLanguage
import Testing

/// The page for integrators names everything that an event can be, carry and be refused for.
struct EventPageTests {
    private static let page: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return try? String(contentsOf: folder.appending(path: "Documentation/events.md"), encoding: .utf8)
    }()

    @Test("Every built-in type has a row with all its fields and choices", arguments: BuiltInEvent.allCases)
    func types(_ type: BuiltInEvent) throws {
        let rows = try #require(Self.page).split(separator: "\n").filter { $0.hasPrefix("| ") }
        let row = try #require(rows.first { $0.contains("`\(type.rawValue)`") }, "\(type.rawValue)")
        for field in type.fields {
            let isMarked = row.contains("**`\(field.name)`**")
            #expect(isMarked || row.contains("`\(field.name)`"), "\(type.rawValue): \(field.name)")
            #expect(isMarked == (field.presence == .required), "\(type.rawValue): \(field.name)")
            for choice in field.choices { #expect(try #require(Self.page).contains(choice), "\(choice)") }
        }
    }

    @Test("Every refusal has a row", arguments: EventRefusal.Code.allCases)
    func refusals(_ code: EventRefusal.Code) throws {
        #expect(try #require(Self.page).contains("`\(code.rawValue)`"), "\(code.rawValue)")
    }
}
