/// Turns a schema into nodes with rules, one place after another, so that references in circles need no recursion.
struct SchemaCompiler {
    private(set) var unsupported: [String] = []

    let root: JSON
    private var nodes: [SchemaNode?] = []
    private var known: [ExactText: SchemaNode.ID] = [:]
    /// Read when a reference first names something, since most schemas only point.
    private(set) lazy var resources = SchemaResources(of: root)
    var patterns: [ExactText: TextPattern] = [:]
    var patternSize = 0
    private var pending: [(id: SchemaNode.ID, schema: JSON, place: String)] = []

    /// Bytes of one JSON pointer; long keys in deep schemas would otherwise multiply.
    static let placeLimit = 4096

    init(root: JSON) {
        self.root = root
    }

    mutating func compile() throws(JSONSchema.Problem) -> [SchemaNode] {
        _ = try node(for: root, at: SchemaPointer.root)
        var next = 0
        while next < pending.count {
            let job = pending[next]
            nodes[job.id.index] = SchemaNode(rules: try rules(of: job.schema, at: job.place))
            next += 1
        }
        return nodes.compactMap { $0 }
    }

    /// The node of a subschema; it is read later, and once.
    mutating func node(for schema: JSON, at place: String) throws(JSONSchema.Problem) -> SchemaNode.ID {
        if let id = known[ExactText(place)] { return id }
        guard place.utf8.count <= Self.placeLimit else { throw .placeTooLong(limit: Self.placeLimit) }
        let id = SchemaNode.ID(index: nodes.count)
        nodes.append(nil)
        known[ExactText(place)] = id
        pending.append((id, schema, place))
        return id
    }

    mutating func report(_ keyword: String, at place: String) {
        unsupported.append("\(keyword) at \(place)")
    }

    private mutating func rules(of schema: JSON, at place: String) throws(JSONSchema.Problem) -> [any SchemaRule] {
        switch schema {
        case .bool(true): return []
        case .bool(false): return [SchemaAssertion.nothing]
        case .object(let object):
            let duplicates = object.duplicateKeys
            guard duplicates.isEmpty else { throw .duplicateKeys(duplicates, place: place) }
            return try rules(of: SchemaSource(object: object, place: place))
        case .null, .number, .string, .array:
            throw .notASchema(place: place, found: schema.typeName)
        }
    }

    private mutating func rules(of source: SchemaSource) throws(JSONSchema.Problem) -> [any SchemaRule] {
        var rules: [any SchemaRule] = []
        for key in source.object.keys {
            guard let keyword = SchemaKeyword(rawValue: key), keyword != .nothing else {
                report(key, at: source.place)
                continue
            }
            if let rule = try rule(for: keyword, in: source) { rules.append(rule) }
        }
        return rules
    }
}
