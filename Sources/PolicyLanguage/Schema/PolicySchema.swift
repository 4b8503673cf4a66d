import JSONSchema
import SourceText
import YAMLTree

/// The JSON Schema of a policy, made of the table that policies are read by.
public enum PolicySchema {
    /// Draft 2020-12; the same bytes every time.
    ///
    /// What the loader refuses for its form is refused, and what it takes is taken. Names that nobody declared, types of
    /// conditions and all that needs more than one place to be seen are left to `holdline check`.
    public static var schema: Schema {
        let blocks = BlockName.allCases.filter { $0 != .policy }
        return Schema.document(
            id: "urn:holdline:schema:1:policy", title: "Holdline policy",
            description: "A policy for abusive contacts, NAME.policy.yaml.", block(.policy),
            definitions: blocks.map { ($0.rawValue, block($0)) }
                + [("acts", Shape.byAction(.act, least: 1)), ("actions", Shape.byAction(.action, least: 0))]
                + ScalarKind.definitions)
    }

    private static func block(_ name: BlockName) -> Schema {
        let block = name.block
        return Schema.object(
            block.keys.map { ($0.name, $0.schema) }, required: block.keys.filter(\.isRequired).map(\.name),
            leastOneOf: block.leastOneOf)
    }
}

extension Key {
    /// The schema of the key's value, with what an editor shows.
    fileprivate var schema: Schema {
        let note = isBuilt ? "" : " Read and checked, but not evaluated yet: this version does nothing with it."
        return shape.schema.described(summary + note, examples: value.map { [$0] } ?? [])
    }

    /// The value of the example, as an editor would write it.
    private var value: JSON? {
        guard let root = try? YAMLReader.read(SourceFile(name: name, text: example), id: 0).get() else { return nil }
        return root.entries?.first.map { JSON($0.value) }
    }
}

extension Shape {
    /// The schema of what may stand here.
    var schema: Schema { .anyOf(alternatives) }

    /// Schemas that no value has in common, so that an editor can tell which one was meant.
    private var alternatives: [Schema] {
        switch self {
        case .scalar(let kind): [kind.schema]
        case .list(let one, let least): [.list(of: one.schema, least: least)]
        case .oneOrMore(let one): one.alternatives + [.list(of: one.schema, least: 1)]
        case .entries(.action, .optional(.block(.act)), _): [.reference("acts")]
        case .entries(.action, .optional(.block(.action)), _): [.reference("actions")]
        case .entries(let kind, let value, let least): [.map(kind.schema, to: value.schema, least: least)]
        case .block(let name): [.reference(name.rawValue)]
        case .variants(let names): names.map { .reference($0.rawValue) }
        case .either(let shapes): shapes.flatMap(\.alternatives)
        case .optional(let shape): shape.alternatives + [.types(["null"])]
        }
    }

    /// A map from actions to blocks, which may be left empty; the actions of the language are offered.
    fileprivate static func byAction(_ block: BlockName, least: Int) -> Schema {
        let value = Shape.optional(.block(block)).schema
        return Schema.map(ScalarKind.action.schema, to: value, least: least)
            .with("properties", .named(BuiltInAction.all.map { ($0.name, value) }))
    }
}
