import DatasetStore
import Engine
import Foundation
import TestSupport
import Testing

@Suite struct `A run from a record` {
    private static let record = "/record.toolgrad"

    @Test func `gives the same events and a whole dataset, and asks nobody`() async throws {
        let folder = try TemporaryFolder()
        let original = try await Self.grown(at: folder.path + Self.record)
        let before = try folder.contents
        let (model, tools) = (RoteModel(), CountingTools())
        let record = try Dataset.open(at: folder.path + Self.record, mode: .readOnly)
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(
            model, on: tools, ledger: ReplayLedger(from: record, into: dataset))
        let sample = generator.firstSample

        try await generator.begin(in: dataset)
        try await generator.grow(in: dataset)

        #expect(generator.run == original)
        #expect(model.asked.isEmpty && tools.made.isEmpty)
        #expect(try await dataset.events(of: sample) == (try await record.events(of: sample)))
        let exchanges = try await dataset.exchanges(of: sample)
        #expect(exchanges == (try await record.exchanges(of: sample)))
        #expect(exchanges.count == 6 && exchanges.allSatisfy { $0.completion != nil })
        #expect(try await dataset.spent(of: original) == (try await record.spent(of: original)))
        try dataset.close()
        try record.close()
        #expect(try folder.contents[String(Self.record.dropFirst())] == before[String(Self.record.dropFirst())])
    }

    @Test func `can itself be the record of another`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.grown(at: folder.path + Self.record)
        let record = try Dataset.open(at: folder.path + Self.record, mode: .readOnly)
        let first = try folder.dataset()
        let replay = try await Generator.asking(RoteModel(), ledger: ReplayLedger(from: record, into: first))
        try await replay.begin(in: first)
        try await replay.grow(in: first)
        try record.close()

        let again = try await Generator.asking(RoteModel(), ledger: ReplayLedger(from: first)).events()

        #expect(again == (try await first.events(of: replay.firstSample)))
    }

    @Test func `goes on where it was cut`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.grown(at: folder.path + Self.record)
        let record = try Dataset.open(at: folder.path + Self.record, mode: .readOnly)
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(
            RoteModel(), ledger: ReplayLedger(from: record, into: dataset))
        let all = try await record.events(of: generator.firstSample)
        try await generator.begin(in: dataset)
        _ = try await generator.events()
        for event in all.prefix(7) { try await dataset.record(event) }

        try await generator.grow(in: dataset)

        #expect(try await dataset.events(of: generator.firstSample) == all)
        #expect(try await dataset.exchanges(of: generator.firstSample).count == 6)
    }

    @Test func `names the question that the record does not have`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.grown(at: folder.path + Self.record)
        let record = try Dataset.open(at: folder.path + Self.record, mode: .readOnly)
        let generator = try await Generator.asking(RoteModel(), ledger: ReplayLedger(from: record))
        let second = SampleID(run: generator.run, index: 2)

        let error = await #expect(throws: ModelError.self) {
            for try await _ in generator.sample(second) {}
        }

        #expect(error?.stopsRun == true)
        #expect(
            error?.description == "The record has no answer for the question at s-00002, iteration 1, proposing. "
                + "It is of another run or version, or was cut short.")
    }

    @Test func `takes a question without an ending for one that was never asked`() async throws {
        let folder = try TemporaryFolder()
        let record = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        let slot = ExchangeSlot(sample: built.id, iteration: 0, stage: .synthesising, repair: 2)
        try await record.begin(built)
        _ = try await record.begin(Question(ModelRequest.ofEverything("?"), in: slot))

        await #expect(throws: ModelError.notRecorded("the question at s-00001, at the end, synthesising, repair 2")) {
            try await ReplayLedger(from: record).begin(Question(ModelRequest.ofEverything("?"), in: slot))
        }
    }

    @Test func `names the call that the record does not have`() async throws {
        let folder = try TemporaryFolder()
        let record = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        let call = ToolCall(tool: "find", arguments: [:])
        let slot = CallSlot(sample: built.id, iteration: 2, proposal: Proposal.ID(3), attempt: 1)
        try await record.begin(built)

        let error = await #expect(throws: DatasetError.self) {
            try await ReplayLedger(from: record).begin(call, in: slot)
        }

        #expect(
            error?.description == "\(folder.file) has no result for the call of find at s-00001, iteration 2, "
                + "proposal 3, attempt 1. It is the record of another run or version, or was cut short.")
    }

    @Test func `never takes a result from outside`() async throws {
        let dataset = try TemporaryFolder().dataset()
        let (ledger, sample) = (ReplayLedger(from: dataset), SampleBuilder.warmth(of: "Oslo").id)
        let question = ExchangeSlot(sample: sample, iteration: 1, stage: .proposing)
        let call = CallSlot(sample: sample, iteration: 1, proposal: Proposal.ID(1), attempt: 1)

        await #expect(throws: ModelError.self) {
            try await ledger.finish(Question(ModelRequest.ofEverything("?"), in: question), with: .oddAnswer)
        }
        await #expect(throws: DatasetError.self) {
            try await ledger.finish(
                ToolCall(tool: "find", arguments: [:]), in: call,
                with: ToolResult(.rejected(reason: "no"), origin: .live))
        }
    }

    @Test func `answers as the record does, to the last byte`() async throws {
        let folder = try TemporaryFolder()
        let record = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await record.begin(built)
        try await expectKeepsExchangeContract(record, for: built.id)
        let slot = ExchangeSlot(
            sample: built.id, iteration: 2, stage: .executing, proposal: Proposal.ID(1), turn: 1)
        let copy = MemoryLedger()

        for ledger in [ReplayLedger(from: record), ReplayLedger(from: record, into: copy)] {
            try await expectKnows(.oddAnswer, of: .ofEverything("How warm is it?"), in: slot, ledger)
        }

        try await expectKnows(.oddAnswer, of: .ofEverything("How warm is it?"), in: slot, copy)
    }

    /// Grows the first sample of a run, and says which run it was.
    private static func grown(at path: String) async throws -> RunID {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        let generator = try await Generator.asking(RoteModel(), ledger: dataset)
        try await generator.begin(in: dataset)
        try await generator.grow(in: dataset)
        try dataset.close()
        return generator.run
    }
}
