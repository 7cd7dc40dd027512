/// The parts of a schema that have names: resources by their `$id`, and anchors inside each of them.
///
/// Only what stands where a schema is expected has a name; an `$id` inside `const` or `examples` has none.
struct SchemaResources {
    private struct Anchor: Hashable {
        let resource: ExactText
        let name: ExactText
    }

    private struct Part {
        let schema: JSON
        let place: String
        let resource: String
        let address: SchemaURI
    }

    private var places: [ExactText: String] = [:]
    private var anchors: [Anchor: String] = [:]

    init(of root: JSON) {
        places[ExactText("")] = SchemaPointer.root
        var open = [Part(schema: root, place: SchemaPointer.root, resource: SchemaPointer.root, address: .none)]
        while let part = open.popLast() {
            let part = named(part)
            guard let object = part.schema.object else { continue }
            for member in object.members { open += Self.children(of: member, in: part) }
        }
    }

    /// The place of the resource with an address; nil when the schema has none.
    func place(of address: SchemaURI) -> String? {
        places[ExactText(address.text)]
    }

    /// The place of an anchor of the resource at a place.
    func place(ofAnchor name: String, in resource: String) -> String? {
        anchors[Anchor(resource: ExactText(resource), name: ExactText(name))]
    }
}

extension SchemaResources {
    /// Remembers the names that a part gives itself; the first to have a name keeps it.
    private mutating func named(_ part: Part) -> Part {
        var part = part
        if let identifier = part.schema.resourceIdentifier {
            let address = part.address.resolving(SchemaURI(identifier))
            part = Part(schema: part.schema, place: part.place, resource: part.place, address: address)
            let key = ExactText(address.text)
            places[key] = places[key] ?? part.place
        }
        for name in part.schema.anchorNames {
            let key = Anchor(resource: ExactText(part.resource), name: ExactText(name))
            anchors[key] = anchors[key] ?? part.place
        }
        return part
    }

    private static func children(of member: JSON.Object.Member, in part: Part) -> [Part] {
        guard let shape = shapes[member.key] else { return [] }
        let place = part.place + "/" + member.key
        switch (shape, member.value) {
        case (.schemas, .object(let object)):
            return object.members.compactMap { child($0.value, "\(place)/\(SchemaPointer.escaped($0.key))", in: part) }
        case (.schema, .array(let list)), (.schemas, .array(let list)):
            return list.enumerated().compactMap { child($0.element, "\(place)/\($0.offset)", in: part) }
        case (.schema, .object): return child(member.value, place, in: part).map { [$0] } ?? []
        case (.schema, _), (.schemas, _): return []
        }
    }

    /// Places beyond the limit are refused when they are read; here they would only take memory.
    private static func child(_ schema: JSON, _ place: String, in part: Part) -> Part? {
        guard schema.object != nil, place.utf8.count <= SchemaCompiler.placeLimit else { return nil }
        return Part(schema: schema, place: place, resource: part.resource, address: part.address)
    }

    /// Where keywords have schemas: themselves or in a list, or by name.
    private enum Shape {
        case schema
        case schemas
    }

    private static let shapes: [String: Shape] = [
        "items": .schema, "prefixItems": .schema, "additionalItems": .schema, "contains": .schema,
        "unevaluatedItems": .schema, "additionalProperties": .schema, "propertyNames": .schema,
        "unevaluatedProperties": .schema, "allOf": .schema, "anyOf": .schema, "oneOf": .schema, "not": .schema,
        "if": .schema, "then": .schema, "else": .schema, "contentSchema": .schema,
        "properties": .schemas, "patternProperties": .schemas, "dependentSchemas": .schemas, "dependencies": .schemas,
        "$defs": .schemas, "definitions": .schemas,
    ]
}

extension JSON {
    /// The address that an `$id` gives a schema; nil where it has none, or one of older drafts that is an anchor.
    var resourceIdentifier: String? {
        guard let text = self[SchemaKeyword.identifier.rawValue]?.string else { return nil }
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.utf8.endIndex
        return hash == text.utf8.startIndex ? nil : String(Substring(text.utf8[..<hash]))
    }

    /// The names of `$anchor` and `$dynamicAnchor`, and of an `$id` like `#name`, as older drafts have them.
    fileprivate var anchorNames: [String] {
        let identifier = self[SchemaKeyword.identifier.rawValue]?.string
        let older =
            identifier?.utf8.first == UInt8(ascii: "#") ? identifier.map { String($0.unicodeScalars.dropFirst()) } : nil
        let names = [self[SchemaKeyword.anchor.rawValue]?.string, self["$dynamicAnchor"]?.string, older]
        return names.compactMap { $0 }.filter { !$0.isEmpty }
    }
}
