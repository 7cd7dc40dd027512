import Engine
import Foundation
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `The ledger of a study` {
    private static let study = RunID(ContentHash(of: "a study"))
    private static let item = SampleID(run: study, index: 4)
    private static let slot = ExchangeSlot(sample: item, iteration: 0, stage: .searching, turn: 2)
    private static let call = ToolCall(tool: "find", arguments: ["name": "Oslo"])
    private static let callSlot = CallSlot(sample: item, iteration: 0, proposal: Proposal.ID(1), attempt: 1)
    private static let request = ModelRequest.ofEverything("How warm is it?")

    @Test func `keeps to both contracts`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)

        try await expectKeepsLedgerContract(ledger, for: Self.item)
        try await expectKeepsExchangeContract(ledger, for: Self.item)
    }

    @Test func `knows after a restart what was called and answered, to the last byte`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let result = ToolResult(.returned(RecordedOutput(Data([0x00, 0xFF, 0x22]))), origin: .live)
        try await dataset.begin(Self.study)
        try await dataset.ledger(for: Self.study).finish(Self.call, in: Self.callSlot, with: result)
        try await dataset.ledger(for: Self.study).finish(Question(Self.request, in: Self.slot), with: .oddAnswer)
        try dataset.close()

        let ledger = try folder.dataset().ledger(for: Self.study)

        let known = try await ledger.begin(Self.call, in: Self.callSlot)
        #expect(known == result)
        #expect(known?.outcome.recorded?.bytes == Data([0x00, 0xFF, 0x22]))
        try await expectKnows(.oddAnswer, of: Self.request, in: Self.slot, ledger)
    }

    @Test func `sends again after a restart what has no ending`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        _ = try await dataset.ledger(for: Self.study).begin(Self.call, in: Self.callSlot)
        _ = try await dataset.ledger(for: Self.study).begin(Question(Self.request, in: Self.slot))
        try dataset.close()

        let reopened = try folder.dataset()

        #expect(try await reopened.ledger(for: Self.study).begin(Self.call, in: Self.callSlot) == nil)
        #expect(try await reopened.ledger(for: Self.study).begin(Question(Self.request, in: Self.slot)) == nil)
        #expect(try await reopened.studyExchanges(of: Self.item).map(\.ending) == [nil])
    }

    @Test func `takes nothing of a study that has not begun, nor of another one`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let ledger = dataset.ledger(for: Self.study)
        let other = RunID(ContentHash(of: "another study"))

        await #expect(throws: DatasetError.unknownStudy(Self.study)) {
            try await ledger.begin(Question(Self.request, in: Self.slot))
        }
        try await dataset.begin(Self.study)
        try await dataset.begin(other)
        await #expect(throws: DatasetError.unknownStudy(Self.study)) {
            try await dataset.ledger(for: other).begin(Self.call, in: Self.callSlot)
        }
        #expect(try await ledger.begin(Self.call, in: Self.callSlot) == nil)
    }

    @Test func `adds up what a study that goes on has spent`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)
        try await ledger.finish(
            Self.call, in: Self.callSlot, with: ToolResult(.refused(code: 1, reason: "no"), origin: .live))
        _ = try await ledger.begin(ToolCall(tool: "detail", arguments: [:]), in: Self.callSlot)
        try await ledger.finish(Question(Self.request, in: Self.slot), with: .oddAnswer)
        try await ledger.finish(Question(.ofEverything("How cold?"), in: Self.slot), with: .unanswered)
        _ = try await ledger.begin(Question(.ofEverything("Why?"), in: Self.slot))
        try await dataset.saveItem(["a": 1], index: 4, of: Self.study, at: .zero)

        let totals = try await dataset.studyTotals(of: Self.study)
        let spent = try await dataset.studySpending(of: Self.study)

        // The odd answer took 2 requests, 900 + 40 tokens and 41,000,001 billionths; the failed question 5 requests.
        #expect(
            spent
                == BudgetAccount.Spent(
                    toolCalls: 1, modelCalls: 7, tokens: 940, money: Money(nanodollars: 41_000_001)))
        #expect(totals.items == 1 && totals.toolCalls == 1)
        #expect(totals.models.questions == 2 && totals.models.failures == 1 && totals.models.pending == 1)
        #expect(totals.models.unpriced == 1)
        #expect(try await dataset.studySpending(of: RunID(ContentHash(of: "?"))) == BudgetAccount.Spent())
    }

    @Test func `tells the calls that left from those that were about to`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)
        for (place, outcome) in ToolOutcome.examples.enumerated() {
            let slot = CallSlot(sample: Self.item, iteration: 0, proposal: Proposal.ID(1), attempt: place + 1)
            try await ledger.finish(Self.call, in: slot, with: ToolResult(outcome, origin: .simulated))
        }

        let totals = try await dataset.studyTotals(of: Self.study)

        // Rejected and denied calls are two of the eight.
        #expect(totals.toolCalls == 6)
        #expect(try await dataset.studySpending(of: Self.study).toolCalls == 8)
    }

    @Test func `tells how a question ended each time that it was asked`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)
        let again = ExchangeSlot(sample: Self.item, iteration: 1, stage: .searching, turn: 2)
        let next = ExchangeSlot(sample: Self.item, iteration: 0, stage: .searching, turn: 3)
        let question = Question(Self.request, in: Self.slot)

        let never = try await ledger.endings(of: question)
        try await ledger.finish(question, with: .unanswered)
        _ = try await ledger.begin(Question(Self.request, in: again))
        let once = try await ledger.endings(of: question)
        try await ledger.finish(Question(Self.request, in: again), with: .oddAnswer)
        try await ledger.finish(Question(Self.request, in: next), with: .oddAnswer)

        #expect(never.isEmpty)
        #expect(once == [.unanswered(.unanswered)], "What is under way has no ending.")
        #expect(try await ledger.endings(of: question) == [.unanswered(.unanswered), .answered])
        #expect(
            try await ledger.endings(of: Question(Self.request, in: again)) == [.unanswered(.unanswered), .answered])
        #expect(try await ledger.endings(of: Question(.ofEverything("Why?"), in: Self.slot)).isEmpty)
        #expect(try await dataset.studyExchanges(of: Self.item).map(\.slot) == [Self.slot, again, next])
        #expect(again.place == "item 4, searching, turn 2, asked again")
    }

    @Test func `does not read an answer to know that there is one`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)
        let question = Question(Self.request, in: Self.slot)
        try await ledger.finish(question, with: .oddAnswer)
        // Whoever reads the answer now finds that it is not what was stored.
        try await dataset.tamper("DROP TRIGGER study_exchange_no_update; UPDATE study_exchange SET result = '{}'")

        #expect(try await ledger.endings(of: question) == [.answered])
        await #expect(throws: DatasetError.self) { try await ledger.begin(question) }
    }

    @Test func `tells people what an item asked, in its order`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let slots = [
            ExchangeSlot(sample: Self.item, iteration: 0, stage: .instructing),
            ExchangeSlot(sample: Self.item, iteration: 0, stage: .searching, turn: 1),
            ExchangeSlot(sample: Self.item, iteration: 0, stage: .searching, turn: 2),
            ExchangeSlot(sample: Self.item, iteration: 0, stage: .judging, repair: 1),
        ]
        let ledger = dataset.ledger(for: Self.study)
        for slot in slots.reversed() { try await ledger.finish(Question(Self.request, in: slot), with: .oddAnswer) }

        let exchanges = try await dataset.studyExchanges(of: Self.item)

        #expect(exchanges.map(\.slot) == slots)
        #expect(exchanges.map(\.ending) == Array(repeating: .oddAnswer, count: 4))
        #expect(try await dataset.studyExchanges(of: SampleID(run: Self.study, index: 5)).isEmpty)
    }
}

@Suite struct `Looking studies over` {
    private static let study = RunID(ContentHash(of: "a study"))
    private static let item = SampleID(run: study, index: 4)

    private func examined(in folder: TemporaryFolder, after change: String = "") async throws -> DatasetExamination {
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        let ledger = dataset.ledger(for: Self.study)
        try await expectKeepsLedgerContract(ledger, for: Self.item)
        try await expectKeepsExchangeContract(ledger, for: Self.item)
        try await dataset.saveItem(["a": 1], index: 4, of: Self.study, at: .zero)
        if !change.isEmpty { try await dataset.tamper(change) }
        try dataset.close()
        return try DatasetExamination(of: DatasetFile(at: folder.file))
    }

    @Test func `counts them and finds nothing wrong`() async throws {
        let folder = try TemporaryFolder()
        let examination = try await examined(in: folder)

        #expect(try await examination.census()?.studies == 1)
        #expect(try await examination.census()?.exchanges == 0)
        #expect(await examination.references() == .sound)
        #expect(await examination.integrity() == .sound)
        let rows = await examination.rows()
        #expect(rows.damaged == 0 && rows.unread.isEmpty && rows.checked > 5)
    }

    @Test(arguments: [
        ("study", "plan = '{}'"), ("study_item", "payload = '{}'"), ("study_call", "result = '{}'"),
        ("study_exchange", "resultHash = 'x'"),
    ])
    func `finds what is not as it was stored`(table: String, change: String) async throws {
        let unguarded = table == "study_item" ? "" : "DROP TRIGGER \(table)_no_update; "
        let folder = try TemporaryFolder()
        let examination = try await examined(
            in: folder,
            after: "\(unguarded)UPDATE \(table) SET \(change) WHERE id = (SELECT min(id) FROM \(table) WHERE id > 0)")

        let rows = await examination.rows()

        #expect(rows.damaged == 1)
        #expect(rows.problems == ["\(table) 1 does not have the hash it was stored with"])
    }

    @Test func `finds a question that lost its parts`() async throws {
        let folder = try TemporaryFolder()
        let examination = try await examined(
            in: folder,
            after: "DROP TRIGGER study_exchange_no_update; UPDATE study_exchange SET parts = '[1]' WHERE id = 1")

        let problem = "study_exchange 1 does not have the parts that its question was made of"
        #expect(await examination.references() == .unsound([problem]))
    }

    @Test(arguments: [
        ("study SET plan = '{}'", "the plan of study"), ("study_item SET payload = '{}'", "item 4 of a study"),
    ])
    func `is told on reading as well`(change: String, what: String) async throws {
        let folder = try TemporaryFolder()
        try await examined(in: folder, after: "DROP TRIGGER study_no_update; UPDATE \(change)").close()
        let dataset = try folder.dataset()

        let error = await #expect(throws: DatasetError.self) {
            _ = try await dataset.items(of: Self.study)
            _ = try await dataset.studies()
        }

        #expect(error?.description.contains("is damaged: \(what)") == true)
    }
}
