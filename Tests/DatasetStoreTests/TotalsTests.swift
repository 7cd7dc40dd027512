import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `What a run has spent` {
    @Test func `is what it is continued with`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(RoteModel(), ledger: dataset)
        try await generator.begin(in: dataset, requested: 2)
        for index in 1...2 { try await generator.grow(index, in: dataset) }

        let spent = try await dataset.spent(of: generator.run)

        #expect(
            spent
                == BudgetAccount.Spent(
                    toolCalls: 4, modelCalls: 12, tokens: 12 * 1_100, money: Money(nanodollars: 12 * 1_100_000)))
        #expect(try await dataset.finishedCallCount(of: generator.run) == 4)
        let sample = try await dataset.modelTotals(of: generator.firstSample)
        #expect(sample.questions == 6 && sample.cost == Money(nanodollars: 6 * 1_100_000))
    }

    @Test func `counts retries, failures, guesses, unknown prices and what is under way`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built)
        let guess = RecordedExchange(
            .answered(
                Completion(
                    text: "?", usage: TokenUsage(prompt: 5, completion: 6, isEstimated: true), model: "m",
                    body: RecordedOutput(""))), tries: 1, cost: nil)
        for (turn, exchange) in [RecordedExchange.oddAnswer, .unanswered, guess, nil].enumerated() {
            let slot = ExchangeSlot(sample: built.id, iteration: 1, stage: .proposing, turn: turn)
            _ = try await dataset.begin(Question(ModelRequest.ofEverything("?"), in: slot))
            if let exchange {
                try await dataset.finish(Question(ModelRequest.ofEverything("?"), in: slot), with: exchange)
            }
        }

        let totals = try await dataset.modelTotals(of: built.id)

        #expect(
            totals
                == ModelTotals(
                    questions: 3, failures: 1, pending: 1, requests: 8, promptTokens: 905, completionTokens: 46,
                    cachedTokens: 300, reasoningTokens: 7, estimated: 1, cost: Money(nanodollars: 41_000_001),
                    unpriced: 2))
        #expect(try await dataset.totals(of: built.id.run).models == totals)
    }

    @Test func `has the calls that left, and a limit counts those that were about to`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built)
        let call = ToolCall(tool: "find", arguments: ["name": "Oslo"])
        for (place, outcome) in ToolOutcome.examples.enumerated() {
            let slot = CallSlot(sample: built.id, iteration: 1, proposal: Proposal.ID(1), attempt: place + 1)
            try await dataset.finish(call, in: slot, with: ToolResult(outcome, origin: .live))
        }

        let totals = try await dataset.totals(of: built.id.run)

        // Rejected and denied calls are two of the eight.
        #expect(totals.toolCalls == 6)
        #expect(try await dataset.spent(of: built.id.run).toolCalls == 8)
    }

    @Test func `is held against what it has come to`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = SampleBuilder.warmth(of: "Oslo")
        try await dataset.store(first)
        try await dataset.store(.warmth(of: "Oslo", index: 2))
        let failed = SampleBuilder.warmth(of: "Oslo", index: 3).ended(.synthesisFailed(reason: "none"))
        try await dataset.store(failed)
        try await dataset.store(.warmth(of: "Oslo", index: 4).unfinished)
        try await dataset.decide(first.id, .accept)
        try await dataset.decide(failed.id, .accept)

        let totals = try await dataset.totals(of: first.id.run)

        #expect(totals.samples == 4 && totals.completed == 2 && totals.accepted == 1 && totals.steps == 4)
        #expect(totals.toolCalls == 0 && totals.models.questions == 0)
    }

    @Test func `is nothing for a run that nobody began`() async throws {
        let dataset = try TemporaryFolder().dataset()
        let stranger = RunID(ContentHash(of: "stranger"))

        #expect(try await dataset.spent(of: stranger) == BudgetAccount.Spent())
        #expect(try await dataset.totals(of: stranger).samples == 0)
    }

    @Test func `can be summed up, however absurd one endpoint is`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built)
        let absurd = RecordedExchange(
            .answered(
                Completion(
                    text: "?", usage: TokenUsage(prompt: .max, completion: -5), model: "m", body: RecordedOutput("")
                )), tries: .max, cost: Money(nanodollars: .max))
        for turn in 1...3 {
            let slot = ExchangeSlot(sample: built.id, iteration: 1, stage: .proposing, turn: turn)
            try await dataset.finish(Question(ModelRequest.ofEverything("?"), in: slot), with: absurd)
            try await expectKnows(absurd, of: .ofEverything("?"), in: slot, dataset)
        }

        let totals = try await dataset.totals(of: built.id.run).models

        #expect(totals.questions == 3 && totals.cost > .zero && totals.promptTokens > 0)
        #expect(totals.completionTokens == 0)
    }
}

@Suite struct `What a sample cost` {
    @Test func `is the same from its events, from its questions and from a replay`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(RoteModel(), ledger: dataset)
        try await generator.begin(in: dataset)
        try await generator.grow(in: dataset)
        let copy = try Dataset.open(at: folder.path + "/copy.toolgrad", mode: .readWrite)
        let replay = try await Generator.asking(RoteModel(), ledger: ReplayLedger(from: dataset, into: copy))
        try await replay.begin(in: copy)
        try await replay.grow(in: copy)

        // Six questions of 0.0011 dollars each, exactly.
        for dataset in [dataset, copy] {
            #expect(try await dataset.sampleCount(try Filter(parsing: "cost:0.0066")) == 1)
            #expect(
                try await dataset.modelTotals(of: generator.firstSample).cost == Money(nanodollars: 6_600_000))
        }
    }

    @Test func `is not known where a price is not`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(RoteModel(), ledger: dataset, prices: PriceTable())
        try await generator.begin(in: dataset)
        try await generator.grow(in: dataset)

        #expect(try await dataset.sampleCount(try Filter(parsing: "cost:..")) == 0)
        #expect(try await dataset.modelTotals(of: generator.firstSample).unpriced == 6)
    }
}
