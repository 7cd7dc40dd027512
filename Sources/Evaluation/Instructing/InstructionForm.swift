import Engine

/// The form of an answer with instructions, narrowed to the tools of a set.
struct InstructionForm: Sendable {
    private let set: APISet

    init(_ set: APISet) {
        self.set = set
    }

    private static let name = "instructions"

    var answerForm: ModelRequest.AnswerForm {
        let names: JSON = ["type": "string", "enum": .array(set.tools.map { .string($0.name.text) })]
        let query = Self.object([
            ("query", ["type": "string"]), ("tools", ["type": "array", "items": names, "minItems": 1]),
        ])
        let count = JSON.number(JSON.Number(InstructionWriter.perQuestion))
        let queries: JSON = ["type": "array", "items": query, "minItems": 1, "maxItems": count]
        return ModelRequest.AnswerForm(name: Self.name, schema: Self.object([("queries", queries)]))
    }

    /// The form as a model is told of it.
    var words: String {
        #"{"queries": [\#(InstructionWriter.perQuestion) of {"query": text, "tools": [names of tools]}]}"#
    }

    /// The tools that a form offers; nil for a form of something else.
    static func tools(offeredBy form: ModelRequest.AnswerForm) -> [ToolName]? {
        guard form.name == name else { return nil }
        let names = form.schema["properties"]?["queries"]?["items"]?["properties"]?["tools"]?["items"]?["enum"]
        return (names?.array ?? []).compactMap(\.string).map { ToolName($0) }
    }

    private static func object(_ members: [(String, JSON)]) -> JSON {
        [
            "type": "object",
            "properties": .object(JSON.Object(members.map { .init(key: $0.0, value: $0.1) })),
            "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
        ]
    }
}

extension InstructionForm {
    /// What an answer turned out to be.
    enum Reading: Hashable {
        case usable(WrittenInstructions)
        /// The sentence goes back to the model.
        case unusable(problem: String)
    }

    /// Keeps the queries that are about tools of the set; the others are named.
    func read(_ answer: JSON) -> Reading {
        guard let object = answer.object else { return .unusable(problem: "The answer is no JSON object.") }
        guard object.duplicateKeys.isEmpty, let items = object["queries"]?.array else {
            return .unusable(problem: "The answer has no list called queries.")
        }
        var written = WrittenInstructions()
        for item in items { add(item, to: &written) }
        guard written.kept.isEmpty else { return .usable(written) }
        let reasons = written.dropped.prefix(3).map { "\($0.reason)" }
        return .unusable(
            problem: (["No query of it can be used."] + reasons).joined(separator: " "))
    }

    private func add(_ item: JSON, to written: inout WrittenInstructions) {
        let query = (item["query"]?.string ?? "").trimmedEnds
        let names = (item["tools"]?.array ?? []).map { $0.string ?? $0.compactText }
        func drop(_ reason: DroppedInstruction.Reason) {
            written.dropped.append(DroppedInstruction(query: query, reason: reason))
        }
        if query.isEmpty { return drop(.noQuery) }
        if names.isEmpty { return drop(.noTools) }
        let known = Set(set.tools.map(\.name))
        let strangers = names.filter { !known.contains(ToolName($0)) }
        if !strangers.isEmpty { return drop(.strangers(strangers)) }
        if written.kept.contains(where: { $0.query == query }) { return drop(.repeated) }
        if written.kept.count == InstructionWriter.perQuestion { return drop(.surplus) }
        var related: [ToolName] = []
        for name in names.map({ ToolName($0) }) where !related.contains(name) { related.append(name) }
        written.kept.append(Instruction(query: query, related: related))
    }
}

/// What a question for instructions brought.
package struct WrittenInstructions: Hashable, Sendable {
    /// In the order in which they were written.
    package internal(set) var kept: [Instruction] = []
    package internal(set) var dropped: [DroppedInstruction] = []
    /// Why there are none at all; nil where there are some.
    package internal(set) var problem: String?
    /// How many of the questions had no answer.
    package internal(set) var unanswered = 0

    init(problem: String? = nil, unanswered: Int = 0) {
        self.problem = problem
        self.unanswered = unanswered
    }
}

/// A query that was written and cannot be used.
package struct DroppedInstruction: Hashable, Sendable {
    package enum Reason: Hashable, Sendable, CustomStringConvertible {
        /// It is about tools that are not in the set, under these names.
        case strangers([String])
        case noTools
        case noQuery
        /// The same answer has it already.
        case repeated
        /// It is one more than were asked for.
        case surplus

        package var description: String {
            switch self {
            case .strangers(let names):
                "A query is about \(names.prefix(3).map { JSON.string($0).compactText }.joined(separator: ", ")), which "
                    + "the set does not have."
            case .noTools: "A query names no tool that it is about."
            case .noQuery: "A query has no words."
            case .repeated: "A query is there twice."
            case .surplus: "There are more queries than were asked for."
            }
        }
    }

    package let query: String
    package let reason: Reason
}

extension String {
    var trimmedEnds: String {
        let inner = drop(while: \.isWhitespace)
        return String(inner.reversed().drop(while: \.isWhitespace).reversed())
    }
}
