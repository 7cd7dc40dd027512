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
    /// Why a check had to end before it had an answer.
    enum Stop: Error {
        case tooDeep
        case tooLong
        case searchTooLong(Place)

        /// What is reported in place of an answer: of the whole instance, but for a search that belongs to a place.
        func failure(of instance: JSON) -> JSONSchema.Failure {
            switch self {
            case .searchTooLong(let place):
                JSONSchema.Failure(of: place.value, at: place.path, keyword: place.keyword, objection: objection)
            case .tooDeep, .tooLong:
                JSONSchema.Failure(of: instance, at: .root, keyword: .reference, objection: objection)
            }
        }

        private var objection: String {
            switch self {
            case .tooDeep: "could not be checked: the schema refers to itself without end, or nests too deep"
            case .tooLong: "could not be checked: the schema takes too many steps; simplify its alternatives"
            case .searchTooLong:
                "could not be checked: the patterns of the schema take too many steps; simplify them or shorten the text"
            }
        }
    }

    /// A value of the instance and the keyword that it is checked by.
    struct Place {
        let path: JSONPath
        let value: JSON
        let keyword: SchemaKeyword
    }

    /// Schemas inside each other: enough for a recursive schema on 128 levels, and safe on a stack of 512 KiB.
    static let depthLimit = 300

    /// Steps that all searches for patterns may take together, in all strings and keys of the instance.
    static let searchStepLimit = 20_000_000

    private let nodes: [SchemaNode]
    private var depth = 0
    private var stepsLeft: Int
    private var searchStepsLeft = Self.searchStepLimit

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

    /// Whether a pattern occurs in a string or a key that belongs to a place.
    mutating func finds(_ pattern: TextPattern, in text: String, at place: Place) throws(Stop) -> Bool {
        do throws(TextPattern.OutOfSteps) {
            return try pattern.occurs(in: text, spending: &searchStepsLeft)
        } catch {
            throw .searchTooLong(place)
        }
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
