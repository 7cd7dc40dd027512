extension SchemaCompiler {
    /// The rule of a `$ref` that stays inside the schema; others are reported, since nothing is ever fetched.
    mutating func referenceRule(in source: SchemaSource) throws(JSONSchema.Problem) -> (any SchemaRule)? {
        let text = try source.text(.reference)
        let own = SchemaPointer(place: source.place).resource(in: root)
        guard let reference = SchemaReference(text), let resource = place(of: reference.address, from: own) else {
            report("$ref to \(text)", at: source.place)
            return nil
        }
        guard let pointer = pointer(to: reference.fragment, in: resource), let target = pointer.target(in: root) else {
            throw .missingTarget(reference: text, place: source.place)
        }
        return ReferenceRule(node: try node(for: target, at: pointer.place))
    }

    /// The place of the resource with an address; nil when it lies outside the schema.
    private mutating func place(of address: String, from own: (place: String, address: SchemaURI)) -> String? {
        address.isEmpty ? own.place : resources.place(of: own.address.resolving(SchemaURI(address)))
    }

    private mutating func pointer(to fragment: SchemaReference.Fragment, in resource: String) -> SchemaPointer? {
        switch fragment {
        case .pointer(let pointer): pointer.inside(resource)
        case .anchor(let name): resources.place(ofAnchor: name, in: resource).map(SchemaPointer.init(place:))
        }
    }
}
