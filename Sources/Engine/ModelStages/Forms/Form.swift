/// The form that a model's answer must have, narrowed to what exists.
protocol Form<Value>: Sendable {
    associatedtype Value: Sendable

    /// Of `[A-Za-z0-9_-]{1,64}`.
    var name: String { get }
    /// What endpoints are told to enforce.
    var schema: JSON { get }
    /// The form as a model is told of it.
    var words: String { get }

    /// Holds an answer against the form and against what exists.
    ///
    /// What is plainly meant is mended; so an answer may pass that does not fit the schema to the letter.
    func read(_ answer: JSON) -> FormReading<Value>
}

/// What an answer turned out to be.
enum FormReading<Value: Sendable>: Sendable {
    case usable(Value)
    /// It will do, but it is worth asking once for a better one.
    case poor(Value, problem: String)
    case unusable(problem: String)
}

extension FormReading: Equatable where Value: Equatable {}

extension Form {
    var answerForm: ModelRequest.AnswerForm { ModelRequest.AnswerForm(name: name, schema: schema) }
}

/// Short ways to write schemas.
enum Shape {
    static let text: JSON = ["type": "string"]

    static func oneOf(_ words: [String]) -> JSON { ["type": "string", "enum": .array(words.map(JSON.string))] }

    /// An object with exactly these members.
    static func object(_ members: [(String, JSON)]) -> JSON {
        [
            "type": "object",
            "properties": .object(JSON.Object(members.map { .init(key: $0.0, value: $0.1) })),
            "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
        ]
    }

    /// A list of one up to so many.
    static func list(of item: JSON, atMost most: Int) -> JSON {
        ["type": "array", "items": item, "minItems": 1, "maxItems": .number(JSON.Number(max(1, most)))]
    }

    /// What breaks a schema in an answer, in words; nil when nothing does.
    ///
    /// Members that the schema does not know count for nothing, and break nothing.
    static func problem(of answer: JSON, against schema: JSON) -> String? {
        guard let checker = try? JSONSchema(schema) else { return "The form itself is damaged." }
        let failures = checker.failures(of: answer).filter { $0.keyword != "additionalProperties" }
        return failures.isEmpty ? nil : failures.prefix(5).map(\.message).joined(separator: " ")
    }
}
