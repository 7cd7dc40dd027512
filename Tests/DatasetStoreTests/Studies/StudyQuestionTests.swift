import Engine
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `The items of which a model was asked a question` {
    private static let study = RunID(ContentHash(of: "a study"))

    private func slot(_ index: Int, turn: Int, iteration: Int = 0, repair: Int = 0) -> ExchangeSlot {
        ExchangeSlot(
            sample: SampleID(run: Self.study, index: index), iteration: iteration, stage: .judging, turn: turn,
            repair: repair)
    }

    private func question(_ slot: ExchangeSlot, of model: String = "strict") -> Question {
        Question(ModelRequest(model: model, messages: [.user("Is it?")], maxTokens: 16), in: slot)
    }

    @Test func `are told apart by its turn and by the model, and each is told once`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)
        try await ledger.finish(question(slot(1, turn: 1)), with: .unanswered)
        try await ledger.finish(question(slot(1, turn: 1, iteration: 1)), with: .oddAnswer)
        try await ledger.finish(question(slot(1, turn: 1, repair: 1)), with: .oddAnswer)
        try await ledger.finish(question(slot(2, turn: 1)), with: .unanswered)
        _ = try await ledger.begin(question(slot(3, turn: 1)))
        try await ledger.finish(question(slot(4, turn: 17)), with: .oddAnswer)
        try await ledger.finish(question(slot(5, turn: 1), of: "mild"), with: .oddAnswer)
        let searching = ExchangeSlot(
            sample: SampleID(run: Self.study, index: 6), iteration: 0, stage: .searching, turn: 1)
        try await ledger.finish(question(searching), with: .oddAnswer)
        func items(
            _ turn: Int, _ asking: StudyAsking, by model: String = "strict", of study: RunID = Self.study
        ) async throws -> Set<Int> {
            try await dataset.askedItems(of: study, by: model, stage: .judging, turn: turn, asking)
        }

        // The second item has no answer, and the question of the third has no ending.
        #expect(try await items(1, .answered) == [1])
        #expect(try await items(1, .begun) == [1, 2, 3])
        #expect(try await items(17, .answered) == [4])
        #expect(try await items(1, .answered, by: "mild") == [5])
        #expect(try await items(2, .begun).isEmpty)
        #expect(try await items(1, .begun, of: RunID(ContentHash(of: "another"))).isEmpty)
    }
}
