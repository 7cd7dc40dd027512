import Engine

/// How a JSON value is written for a person to edit, and read back.
enum ValueText: Hashable, Sendable {
    /// A string as it is, without quotes.
    case plain
    case json

    /// A string stands as it is where the schema says that it must be one; everything else is JSON.
    init(of value: JSON, schema: JSON) {
        self = value.string != nil && schema["type"]?.string == "string" ? .plain : .json
    }

    var name: String {
        switch self {
        case .plain: "plain text"
        case .json: "JSON"
        }
    }

    func text(of value: JSON) -> String {
        switch self {
        case .plain: value.string ?? value.compactText
        case .json: value.prettyText
        }
    }

    /// The value that a text stands for, checked against a schema as far as the schema can be read.
    ///
    /// - Throws: ``ValueProblem`` where the text is no JSON, or the schema does not allow the value.
    func value(of text: String, allowedBy schema: JSON) throws(ValueProblem) -> JSON {
        let value = try read(text)
        if let problem = ValueProblem(of: value, against: schema) { throw problem }
        return value
    }

    private func read(_ text: String) throws(ValueProblem) -> JSON {
        switch self {
        case .plain: return .string(text)
        case .json:
            do throws(JSON.ParseError) {
                return try JSON(parsing: text)
            } catch {
                throw ValueProblem("\(error)", at: error.offset)
            }
        }
    }
}

/// Why a text cannot be kept.
struct ValueProblem: Error, Hashable {
    /// What is wrong, as a sentence.
    let sentence: String
    /// The byte of the text that it is about, where it is about one.
    let offset: Int?

    init(_ sentence: String, at offset: Int? = nil) {
        self.sentence = sentence
        self.offset = offset
    }

    /// What a schema has against a value; nil where it has nothing, or cannot be read.
    init?(of value: JSON, against schema: JSON) {
        guard let schema = try? JSONSchema(schema) else { return nil }
        let failures = schema.failures(of: value)
        guard let first = failures.first else { return nil }
        let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
        self.init(first.message + more)
    }
}
