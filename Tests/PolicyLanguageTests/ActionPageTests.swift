import Foundation
import Testing

@testable import PolicyLanguage

/// The page of built-in actions says of each what the language says of it.
@Suite struct ActionPageTests {
    private static let page: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return try? String(contentsOf: folder.appending(path: "Documentation/actions.md"), encoding: .utf8)
    }()

    /// The cells of each row of the table: action, for, who, takes, lives, by itself.
    private static let rows: [[String]] = (page ?? "").split(separator: "\n").compactMap { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return cells.count == 6 && cells[0].hasPrefix("`") ? cells : nil
    }

    @Test func `the table has the actions of the language in their order, and no others`() {
        #expect(Self.rows.map { $0[0] } == BuiltInAction.all.map { "`\($0.name)`" })
    }

    @Test func `a row says who does it, whose end ends it, and what it is by itself`() {
        for (row, action) in zip(Self.rows, BuiltInAction.all) {
            let itself = (action.closed ? ["closed"] : []) + (action.irreversible ? ["irreversible"] : [])
            #expect(!row[1].isEmpty, "\(action.name)")
            #expect(row[2] == action.by.joined(separator: ", "), "\(action.name)")
            #expect(row[4] == action.during.rawValue, "\(action.name)")
            #expect(row[5] == itself.joined(separator: ", "), "\(action.name)")
        }
    }

    private static let arguments = [
        "to": "police", "who": "manager", "mode": "join", "minutes": "10", "status": "limited", "form": "letter",
        "fields": "[reason]",
    ]

    @Test func `what a row says that an action takes, it takes without a finding`() throws {
        for row in Self.rows {
            let action = row[0].filter { $0 != "`" }
            let words = row[3].split(separator: "`", omittingEmptySubsequences: false).map(String.init)
            for argument in words.indices.filter({ !$0.isMultiple(of: 2) }).map({ words[$0] }) {
                let value = try #require(Self.arguments[argument], "\(argument)")
                let policy = """
                    holdline: 1
                    policy: p
                    statuses: {limited: {about: contact}}
                    rules:
                      a: {when: contact.started, begin: limited, should: {\(action): {\(argument): \(value)}}}

                    """
                let loaded = PolicyLoader.load("p.policy.yaml") { _ in Array(policy.utf8) }
                let said = loaded.diagnostics.filter { $0.severity == .error || $0.code == "idle-argument" }
                #expect(said.isEmpty, "\(action): \(said.map(\.message))")
            }
        }
        for mode in InvolvementMode.allCases { #expect(try #require(Self.page).contains(mode.rawValue)) }
    }

    @Test func `what an unknown action is told to type lists them all`() {
        let said = findings("rules:\n  a: {when: contact.started, should: {dance: {within: 5m}}}\n")
        #expect(said.count == 1)
        #expect(said.first?.hasSuffix("; `holdline check --explain unknown-name` has all built-in ones") == true)
    }
}
