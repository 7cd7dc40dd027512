import Engine
import Synchronization

/// A model in this process that answers at once and well, or as badly as it is told.
///
/// The same questions in the same order get the same answers.
final class MockModel: LanguageModel {
    /// How well it answers.
    struct Manners {
        /// So many of a thousand answers cannot be used.
        var spoiltPerThousand = 0
        /// Of every ten selections in a row, those with these numbers are declined; 1 is the first.
        var declined: Set<Int> = []
    }

    private let manners: Manners
    private let selections = Mutex(0)

    init(_ manners: Manners = Manners()) {
        self.manners = manners
    }

    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        try await line.beforeSending()
        let question = MockQuestion(request)
        let good = MockAnswer(to: question, choosing: choice(for: question))
        guard question.isSpoilt(perThousand: manners.spoiltPerThousand) else { return good.completion(of: request) }
        return MockAnswer(spoilt: good, by: question).completion(of: request)
    }

    private func choice(for question: MockQuestion) -> MockAnswer.Choice {
        guard question.form?.name == "selection", !manners.declined.isEmpty else { return .first }
        let number = selections.withLock { count in
            count += 1
            return (count - 1) % 10 + 1
        }
        return manners.declined.contains(number) ? .decline : .first
    }
}

extension MockAnswer {
    fileprivate func completion(of request: ModelRequest) -> Completion {
        Completion(
            text: text, calls: call.map { [RequestedCall(id: "call_1", name: $0.name, arguments: $0.arguments)] } ?? [],
            answer: request.answer == nil || text.isEmpty ? nil : text, ending: ending.ofCompletion,
            usage: TokenUsage(prompt: 1000, completion: 100), model: request.model, body: RecordedOutput(text))
    }
}

extension MockAnswer.Ending {
    fileprivate var ofCompletion: Completion.Ending {
        switch self {
        case .stopped: .stopped
        case .calls: .calls
        case .length: .length
        }
    }
}
