import Engine
import Synchronization

/// The small questions by which a model is tried.
enum ModelQuestion: CaseIterable {
    /// Says a word.
    case word
    /// Answers in a form.
    case form
    /// Calls a tool.
    case call

    /// The most tokens of an answer: a form bounds what is said, yet a small model may spend a hundred on spaces in it.
    static let tokens = 256

    /// The form of the answer, or of the call's arguments; nil for a word.
    var schema: JSON? {
        switch self {
        case .word: nil
        case .form: Self.object("larger", ["type": "integer", "enum": [3, 7]])
        case .call: Self.object("number", ["type": "integer"])
        }
    }

    static let tool = "note_number"

    /// The question as a model of this name is asked.
    func request(for model: String) -> ModelRequest {
        switch self {
        case .word:
            ModelRequest(
                model: model, messages: [.user("Say the word ready, and nothing else.")], maxTokens: Self.tokens)
        case .form:
            ModelRequest(
                model: model, messages: [.user("Which number is larger, 3 or 7?")],
                answer: schema.map { ModelRequest.AnswerForm(name: "larger_number", schema: $0) },
                maxTokens: Self.tokens)
        case .call:
            ModelRequest(
                model: model, messages: [.user("Note the number 7 with the tool.")],
                tools: schema.map { [Self.offer($0)] } ?? [], toolChoice: .required, maxTokens: Self.tokens)
        }
    }

    private static func offer(_ schema: JSON) -> ModelRequest.OfferedTool {
        ModelRequest.OfferedTool(name: tool, description: "Notes a number.", parameters: schema)
    }

    private static func object(_ property: String, _ schema: JSON) -> JSON {
        [
            "type": "object", "properties": .object([property: schema]), "required": [.string(property)],
            "additionalProperties": false,
        ]
    }
}

/// What came of a question.
struct ModelAnswer: Sendable {
    let completion: Completion
    let took: Duration
    /// In how many pieces text or reasoning came.
    let pieces: Int
}

/// Asks questions, and counts what is sent.
actor ModelInterview {
    private let model: any LanguageModel
    private let name: String
    /// Requests that may be sent; retries and other ways to ask are requests too.
    private let most: Int
    private let elapsed: @Sendable () -> Duration
    private(set) var sent = 0

    init(_ model: any LanguageModel, name: String, most: Int, elapsed: @escaping @Sendable () -> Duration) {
        self.model = model
        self.name = name
        self.most = most
        self.elapsed = elapsed
    }

    /// Asks one question.
    func answer(to question: ModelQuestion) async -> Result<ModelAnswer, any Error> {
        let pieces = PieceCount()
        let line = ModelLine(beforeSending: { try await self.count() }, streamed: { pieces.add($0) })
        let start = elapsed()
        do {
            let completion = try await model.complete(question.request(for: name), through: line)
            return .success(ModelAnswer(completion: completion, took: elapsed() - start, pieces: pieces.number))
        } catch {
            return .failure(error)
        }
    }

    private func count() throws {
        guard sent < most else { throw TooManyRequests(most: most) }
        sent += 1
    }
}

/// An endpoint that wants ever more requests for one answer is left alone.
struct TooManyRequests: Error, CustomStringConvertible {
    let most: Int

    var description: String { "No answer after \(most) requests, which are all that this check sends." }
}

/// Counts pieces of a stream, from whatever thread they come.
private final class PieceCount: Sendable {
    private let count = Mutex(0)

    var number: Int { count.withLock { $0 } }

    func add(_ piece: StreamedText) {
        switch piece {
        case .answer, .reasoning: count.withLock { $0 += 1 }
        case .startedOver: count.withLock { $0 = 0 }
        }
    }
}
