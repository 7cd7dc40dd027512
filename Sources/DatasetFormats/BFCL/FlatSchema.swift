import Engine

/// A JSON Schema as formats read it that know one type for a value: references inside the schema are followed, and of
/// several alternatives the first that is not `null` is taken.
struct FlatSchema {
    enum Kind: String {
        case string, integer, number, boolean, array, object, any
    }

    let kind: Kind
    /// What else the schema says, such as its description, default and enum.
    let remarks: JSON.Object
    private let keywords: JSON.Object
    private let root: JSON
    /// The references that led here: a schema may describe itself.
    private let followed: Set<String>

    /// A schema that may refer to others of its root.
    init(_ schema: JSON, in root: JSON) {
        self.init(schema, in: root, after: ["#"])
    }

    private init(_ schema: JSON, in root: JSON, after followed: Set<String>) {
        var keywords = schema.object ?? [:]
        var followed = followed
        while let layer = Self.takeLayer(of: &keywords, root, &followed) {
            for member in layer.members where keywords[member.key] == nil { keywords.set(member.key, member.value) }
        }
        self.keywords = keywords
        self.root = root
        self.followed = followed
        kind = Self.kind(of: keywords)
        remarks = JSON.Object(keywords.members.filter { !Self.structural.contains($0.key) })
    }

    /// Takes out the next keyword that stands for another schema, and gives that one.
    private static func takeLayer(
        of keywords: inout JSON.Object, _ root: JSON, _ followed: inout Set<String>
    ) -> JSON.Object? {
        if let reference = keywords["$ref"]?.string {
            keywords.remove("$ref")
            let isNew = followed.count <= mostReferences && followed.insert(reference).inserted
            return isNew ? root.target(of: reference)?.object ?? [:] : [:]
        }
        if let parts = keywords["allOf"]?.array {
            keywords.remove("allOf")
            return parts.flatMap { $0.object?.members ?? [] }.reduce(into: [:]) { all, member in
                if all[member.key] == nil { all.set(member.key, member.value) }
            }
        }
        for key in ["anyOf", "oneOf"] {
            guard let alternatives = keywords[key]?.array else { continue }
            keywords.remove(key)
            return alternatives.lazy.compactMap(\.object).first { $0["type"]?.string != "null" } ?? [:]
        }
        return nil
    }

    /// How deep references inside references are followed, since definitions may all name each other.
    private static let mostReferences = 4

    private static func kind(of keywords: JSON.Object) -> Kind {
        let names = keywords["type"].map { $0.array ?? [$0] } ?? []
        let kinds = names.compactMap { $0.string.flatMap(Kind.init) }
        if let kind = kinds.first { return kind }
        if keywords["properties"] != nil { return .object }
        if keywords["items"] != nil { return .array }
        let values = keywords["enum"]?.array ?? keywords["const"].map { [$0] } ?? []
        return values.lazy.compactMap { Kind(rawValue: $0.typeName) }.first ?? .any
    }

    private static let structural: Set<String> = [
        "type", "properties", "required", "items", "additionalProperties", "$schema", "$id", "$defs", "definitions",
        "$comment",
    ]
}

extension FlatSchema {
    /// One member that an object may have.
    struct Property {
        let name: String
        let schema: FlatSchema
        let isRequired: Bool
    }

    /// The members that the schema names, those that are only required at the end.
    var properties: [Property] {
        let named = keywords["properties"]?.object?.members ?? []
        let names = Set(named.map(\.key))
        let required = (keywords["required"]?.array ?? []).compactMap(\.string)
        let unnamed = required.filter { !names.contains($0) }.map { JSON.Object.Member(key: $0, value: [:]) }
        let needed = Set(required)
        return (named + unnamed).map { member in
            Property(
                name: member.key, schema: FlatSchema(member.value, in: root, after: followed),
                isRequired: needed.contains(member.key))
        }
    }

    /// What the elements of an array are; any value where the schema does not say.
    var items: FlatSchema { FlatSchema(keywords["items"] ?? [:], in: root, after: followed) }
}

extension JSON {
    /// What a reference such as `#/$defs/place` leads to.
    fileprivate func target(of reference: String) -> JSON? {
        guard reference.hasPrefix("#") else { return nil }
        return reference.split(separator: "/").dropFirst().reduce(Optional(self)) { value, part in
            value?[String(part).replacing("~1", with: "/").replacing("~0", with: "~")]
        }
    }
}

extension Tool {
    /// What the tool takes, as flat formats read it.
    var flatInput: FlatSchema { FlatSchema(inputSchema, in: inputSchema) }
}
