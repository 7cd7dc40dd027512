import Engine
import Foundation
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `The record of exchanges` {
    private static let built = SampleBuilder.warmth(of: "Oslo")
    private static let slot = ExchangeSlot(sample: built.id, iteration: 3, stage: .selecting)
    private static let request = ModelRequest.ofEverything("How warm is it?")

    @Test func `keeps to the contract`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)

        try await expectKeepsExchangeContract(dataset, for: Self.built.id)
        try await expectKeepsExchangeContract(MemoryLedger(), for: Self.built.id)
    }

    @Test(arguments: [RecordedExchange.oddAnswer, .unanswered])
    func `has an ending to the last byte after a restart`(exchange: RecordedExchange) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        _ = try await dataset.begin(Question(Self.request, in: Self.slot))
        try await dataset.finish(Question(Self.request, in: Self.slot), with: exchange)
        try dataset.close()

        try await expectKnows(exchange, of: Self.request, in: Self.slot, try folder.dataset())
    }

    @Test func `asks again after a restart what has no ending`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        _ = try await dataset.begin(Question(Self.request, in: Self.slot))
        try dataset.close()

        let reopened = try folder.dataset()

        #expect(try await reopened.exchanges(of: Self.built.id).map(\.ending) == [nil])
        #expect(try await reopened.begin(Question(Self.request, in: Self.slot)) == nil)
        try await reopened.finish(Question(Self.request, in: Self.slot), with: .oddAnswer)
        #expect(try await reopened.exchanges(of: Self.built.id).map(\.ending) == [.oddAnswer])
    }

    @Test func `keeps both questions of one slot`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let other = ModelRequest.ofEverything("How cold is it?")
        try await dataset.begin(Self.built)

        try await dataset.finish(Question(Self.request, in: Self.slot), with: .oddAnswer)
        try await dataset.finish(Question(other, in: Self.slot), with: .unanswered)

        try await expectKnows(.oddAnswer, of: Self.request, in: Self.slot, dataset)
        try await expectKnows(.unanswered, of: other, in: Self.slot, dataset)
        #expect(try await dataset.exchanges(of: Self.built.id).map(\.ending) == [.oddAnswer, .unanswered])
    }

    @Test func `looks an ending up without noting that anybody asked, also for reading only`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        let before = try await dataset.recorded(Question(Self.request, in: Self.slot))
        try await dataset.finish(Question(Self.request, in: Self.slot), with: .oddAnswer)
        try dataset.close()

        let reader = try folder.dataset(.readOnly)

        #expect(before == nil)
        #expect(try await reader.recorded(Question(Self.request, in: Self.slot)) == .oddAnswer)
        #expect(try await reader.recorded(Question(.ofEverything("?"), in: Self.slot)) == nil)
        #expect(try await reader.exchanges(of: Self.built.id).count == 1)
    }

    @Test func `takes no question of a run that has not begun`() async throws {
        let dataset = try TemporaryFolder().dataset()

        await #expect(throws: DatasetError.unknownRun(Self.built.id.run)) {
            try await dataset.begin(Question(Self.request, in: Self.slot))
        }
    }

    @Test func `keeps a part once, however often it is sent`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let prompt = String(repeating: "You plan with tools. ", count: 1_500)
        try await dataset.begin(Self.built)
        let before = try #require(try folder.contents["trip.toolgrad"]).count

        for turn in 0..<20 {
            let request = ModelRequest(
                model: "m", messages: [.system(prompt), .user("Turn \(turn).")], maxTokens: 64)
            let slot = ExchangeSlot(sample: Self.built.id, iteration: 1, stage: .proposing, turn: turn)
            _ = try await dataset.begin(Question(request, in: slot))
            try await dataset.finish(Question(request, in: slot), with: .oddAnswer)
        }

        let exchanges = try await dataset.exchanges(of: Self.built.id)
        #expect(exchanges.map { $0.parts.count } == Array(repeating: 3, count: 20))
        #expect(Set(exchanges.flatMap { $0.parts.map(\.json) }).count == 22)
        #expect(prompt.utf8.count > 30_000)
        let size = try #require(try folder.contents["trip.toolgrad"]).count
        // Twenty times in full would be more than 19 times as much.
        #expect(size - before < 6 * prompt.utf8.count, "\(size - before)")
    }

    @Test func `tells people what was asked and answered, in the order of the loop`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = Self.built.id
        let slots = [
            ExchangeSlot(sample: sample, iteration: 1, stage: .proposing),
            ExchangeSlot(sample: sample, iteration: 1, stage: .proposing, repair: 1),
            ExchangeSlot(sample: sample, iteration: 1, stage: .executing, proposal: Proposal.ID(1), turn: 1),
            ExchangeSlot(sample: sample, iteration: 1, stage: .executing, proposal: Proposal.ID(2)),
            ExchangeSlot(sample: sample, iteration: 1, stage: .selecting),
            ExchangeSlot(sample: sample, iteration: 2, stage: .proposing),
            ExchangeSlot(sample: sample, iteration: 0, stage: .synthesising),
        ]
        try await dataset.begin(Self.built)
        for slot in slots.reversed() {
            try await dataset.finish(
                Question(Self.request, in: slot), with: slot == slots[1] ? .unanswered : .oddAnswer)
        }

        let exchanges = try await dataset.exchanges(of: sample)

        #expect(exchanges.map(\.slot) == slots)
        let first = try #require(exchanges.first)
        #expect(first.model == "lab/small" && first.request == Self.request.contentHash)
        #expect(first.parts.map(\.json) == Self.request.parts)
        let titles = ["settings", "seed", "system", "user", "assistant", "tool", "offered tool", "answer's form"]
        #expect(first.parts.map(\.title) == titles)
        let calls = #"[{"id":"c1","name":"find","arguments":"{}","extra":{"sign":"x"}}]"#
        #expect(first.parts[2...5].map(\.text) == ["Plan.", "How warm is it?", calls, "[1]"])
        #expect(first.parts[6].text == Self.request.parts[6])
        #expect(first.completion?.reasoning == "\u{E9}?\r\n" && first.problem == nil)
        #expect(first.ending?.usage.total == 940 && first.ending?.cost == Money(nanodollars: 41_000_001))
        #expect(exchanges[1].completion == nil)
        #expect(exchanges[1].problem?.contains("the first byte") == true)
        #expect(try await dataset.exchanges(of: SampleID(run: sample.run, index: 99)).isEmpty)
    }

    @Test(arguments: [
        ("exchange", "result = result || ' '", "the answer at s-00001, iteration 3, selecting"),
        ("exchange", "resultHash = ''", "the answer at s-00001, iteration 3, selecting"),
        ("output", "bytes = x'00'", "of the answer at s-00001, iteration 3, selecting is not what was stored"),
    ])
    func `never gives a damaged answer`(table: String, change: String, what: String) async throws {
        let folder = try TemporaryFolder()
        let dataset = try await Self.answered(in: folder)
        try await dataset.tamper("DROP TRIGGER \(table)_no_update; UPDATE \(table) SET \(change)")

        let error = await #expect(throws: DatasetError.self) {
            try await dataset.begin(Question(Self.request, in: Self.slot))
        }
        await #expect(throws: DatasetError.self) { try await dataset.exchanges(of: Self.built.id) }

        let text = try #require(error?.description)
        #expect(text.contains("is damaged") && text.contains(what), "\(text)")
    }

    @Test(arguments: ["part SET text = text || ' '", "part SET id = id + 100", "exchange SET parts = '[]'"])
    func `never shows a damaged question`(change: String) async throws {
        let folder = try TemporaryFolder()
        let dataset = try await Self.answered(in: folder)
        try await dataset.tamper(
            "DROP TRIGGER part_no_update; DROP TRIGGER exchange_no_update; UPDATE \(change)")

        let error = await #expect(throws: DatasetError.self) { try await dataset.exchanges(of: Self.built.id) }

        #expect(error?.description.contains("the question at s-00001, iteration 3, selecting is not") == true)
        // What was answered does not depend on it.
        try await expectKnows(.oddAnswer, of: Self.request, in: Self.slot, dataset)
    }

    @Test(arguments: [
        "UPDATE exchange SET cost = 0", "DELETE FROM exchange", "UPDATE part SET text = ''", "DELETE FROM part",
    ])
    func `is not changed by any statement`(statement: String) async throws {
        let folder = try TemporaryFolder()
        let dataset = try await Self.answered(in: folder)

        await #expect(throws: DatasetError.self) { try await dataset.tamper(statement) }

        try await expectKnows(.oddAnswer, of: Self.request, in: Self.slot, dataset)
        #expect(try await dataset.exchanges(of: Self.built.id).first?.parts.map(\.json) == Self.request.parts)
    }

    @Test func `is shared by two programs`() async throws {
        let folder = try TemporaryFolder()
        let (one, other) = (try folder.dataset(), try folder.dataset())
        try await one.begin(Self.built)

        #expect(try await one.begin(Question(Self.request, in: Self.slot)) == nil)
        #expect(try await other.begin(Question(Self.request, in: Self.slot)) == nil)
        try await other.finish(Question(Self.request, in: Self.slot), with: .unanswered)
        try await one.finish(Question(Self.request, in: Self.slot), with: .oddAnswer)

        for dataset in [one, other] { try await expectKnows(.unanswered, of: Self.request, in: Self.slot, dataset) }
    }

    @Test func `of many at once in two programs is whole`() async throws {
        let folder = try TemporaryFolder()
        let datasets = [try folder.dataset(), try folder.dataset()]
        try await datasets[0].begin(Self.built, requested: 2)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for turn in 0..<200 {
                group.addTask {
                    let sample = SampleID(run: Self.built.id.run, index: 1 + turn % 2)
                    let slot = ExchangeSlot(sample: sample, iteration: 1, stage: .proposing, turn: turn)
                    let dataset = datasets[turn % 2]
                    _ = try await dataset.begin(Question(Self.request, in: slot))
                    try await dataset.finish(
                        Question(Self.request, in: slot), with: turn % 3 == 0 ? .unanswered : .oddAnswer)
                }
            }
            try await group.waitForAll()
        }

        for (index, dataset) in datasets.enumerated() {
            let exchanges = try await dataset.exchanges(of: SampleID(run: Self.built.id.run, index: 2 - index))
            #expect(exchanges.count == 100)
            #expect(exchanges.allSatisfy { $0.ending == ($0.slot.turn % 3 == 0 ? .unanswered : .oddAnswer) })
        }
    }

    private static func answered(in folder: TemporaryFolder) async throws -> Dataset {
        let dataset = try folder.dataset()
        try await dataset.begin(built)
        _ = try await dataset.begin(Question(request, in: slot))
        try await dataset.finish(Question(request, in: slot), with: .oddAnswer)
        return dataset
    }
}
