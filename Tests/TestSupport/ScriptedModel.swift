import Engine
import Synchronization
import Testing

/// A model that says what a test wrote down for it, in order, or what a closure makes of the request.
///
/// It keeps what it was asked, and fails the test when its script is over.
package final class ScriptedModel: LanguageModel {
    /// One answer of the script.
    package enum Line: Sendable {
        case completion(Completion)
        case failure(ModelError)
    }

    private let state: Mutex<(lines: [Line], asked: [ModelRequest])>
    private let answer: (@Sendable (ModelRequest) throws -> Completion)?

    package init(_ lines: Line...) {
        state = Mutex((lines, []))
        answer = nil
    }

    /// A model that decides by the request.
    package init(answering answer: @escaping @Sendable (ModelRequest) throws -> Completion) {
        state = Mutex(([], []))
        self.answer = answer
    }

    /// Every request, in order.
    package var asked: [ModelRequest] { state.withLock { $0.asked } }

    /// The answers that nobody has asked for.
    package var left: Int { state.withLock { $0.lines.count } }

    package func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        try await line.beforeSending()
        let next = state.withLock { state -> Line? in
            state.asked.append(request)
            return state.lines.isEmpty ? nil : state.lines.removeFirst()
        }
        if let answer { return try answer(request) }
        switch next {
        case .completion(let completion): return completion
        case .failure(let error): throw error
        case nil:
            Issue.record("The script of the model is over. It was asked: \(request.messages.last?.text ?? "")")
            throw ModelError.notRecorded("a question after the end of the script")
        }
    }
}

extension ScriptedModel.Line {
    /// An answer in a form.
    package static func json(_ text: String) -> Self { .completion(.json(text)) }

    /// An answer in words.
    package static func words(_ text: String, ending: Completion.Ending = .stopped) -> Self {
        .completion(.words(text, ending: ending))
    }

    /// A request for calls.
    package static func calls(_ calls: RequestedCall..., saying text: String = "") -> Self {
        .completion(.calling(calls, saying: text))
    }
}

extension Completion {
    /// An answer in a form.
    package static func json(_ text: String, ending: Ending = .stopped) -> Completion {
        of(text: text, answer: text, ending: ending)
    }

    /// An answer in words.
    package static func words(_ text: String, ending: Ending = .stopped) -> Completion {
        of(text: text, ending: ending)
    }

    /// A request for calls.
    package static func calling(_ calls: [RequestedCall], saying text: String = "") -> Completion {
        of(text: text, calls: calls, ending: .calls)
    }

    private static func of(
        text: String, calls: [RequestedCall] = [], answer: String? = nil, ending: Ending
    ) -> Completion {
        Completion(
            text: text, calls: calls, answer: answer, ending: ending, usage: TokenUsage(prompt: 100, completion: 10),
            model: "scripted", body: RecordedOutput(text + calls.map(\.arguments).joined()))
    }
}

extension RequestedCall {
    /// A call with arguments as a model writes them.
    package static func to(_ name: String, _ arguments: String, extra: JSON? = nil) -> RequestedCall {
        RequestedCall(id: "from-endpoint", name: name, arguments: arguments, extra: extra)
    }
}

extension ModelMessage {
    /// The words of the message, whoever says them.
    package var text: String {
        switch self {
        case .system(let text), .user(let text), .assistant(let text, _), .tool(_, let text): text
        }
    }
}

extension ModelSettings {
    /// One model for all stages, called `scripted`.
    package static func testing(_ model: some LanguageModel, _ strategy: Plan.Strategy = .lean) -> ModelSettings {
        ModelSettings(strategy: strategy, model: StageModel(model, name: "scripted"), maxTokens: 512)
    }
}
