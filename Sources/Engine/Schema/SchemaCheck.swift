/// One schema or subschema: all its rules must hold.
struct SchemaNode: Sendable {
    /// Its place in the list of all nodes of the schema, so that schemas can refer to each other in circles.
    struct ID: Hashable, Sendable {
        let index: Int
        static let root = ID(index: 0)
    }

    let rules: [any SchemaRule]
}

/// What one keyword, or a few that belong together, ask of an instance.
protocol SchemaRule: Sendable {
    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure]
}

/// One check of one instance, with its bounds: a schema may refer to itself without end, or multiply its branches.
struct SchemaCheck {
    enum Stop: Error {
        case tooDeep
        case tooLong

        var objection: String {
            switch self {
            case .tooDeep: "could not be checked: the schema refers to itself without end, or nests too deep"
            case .tooLong: "could not be checked: the schema takes too many steps; simplify its alternatives"
            }
        }
    }

    /// Schemas inside each other: enough for a recursive schema on 128 levels, and safe on a stack of 512 KiB.
    static let depthLimit = 300

    private let nodes: [SchemaNode]
    private var depth = 0
    private var stepsLeft: Int

    /// Allows many schemas for each value of the instance, so that only branching without bound ends a check.
    init(of instance: JSON, nodes: [SchemaNode]) {
        self.nodes = nodes
        stepsLeft = 500_000 + 50 * instance.valueCount
    }

    mutating func failures(
        of instance: JSON, at path: JSONPath, against node: SchemaNode.ID
    ) throws(Stop) -> [JSONSchema.Failure] {
        guard depth < Self.depthLimit else { throw .tooDeep }
        guard stepsLeft > 0 else { throw .tooLong }
        depth += 1
        stepsLeft -= 1
        defer { depth -= 1 }

        var failures: [JSONSchema.Failure] = []
        for rule in nodes[node.index].rules where failures.count < JSONSchema.failureLimit {
            failures += try rule.failures(of: instance, at: path, in: &self)
        }
        return Array(failures.prefix(JSONSchema.failureLimit))
    }

    mutating func accepts(
        _ instance: JSON, at path: JSONPath, against node: SchemaNode.ID
    ) throws(Stop) -> Bool {
        try failures(of: instance, at: path, against: node).isEmpty
    }
}

extension JSON {
    /// This value and all values inside it.
    fileprivate var valueCount: Int {
        switch self {
        case .null, .bool, .number, .string: 1
        case .array(let values): values.reduce(1) { $0 + $1.valueCount }
        case .object(let object): object.members.reduce(1) { $0 + $1.value.valueCount }
        }
    }
}
