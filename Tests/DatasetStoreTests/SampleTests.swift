import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite struct `Lists of samples` {
    @Test func `say of each sample what a fold over its events says, at any moment`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let inherited = SampleBuilder.warmth(of: "Oslo").sample.state
        let plain = SampleBuilder.warmth(of: "Oslo")
        let histories: [[RunEvent]] = [
            plain.events, plain.ended(.nothingGrown).events, plain.unfinished.events,
            plain.ended(.synthesisFailed(reason: "none")).events,
            [
                .branched(from: plain.id, iteration: 3, steering: Steering(), inherited: inherited.cut(after: 2)),
                .iterationBegan(3), .iterationEnded(3, .stalled(.everyTrialFailed)), .draftFailed(reason: "none"),
                .iterationBegan(4), .interrupted(.time),
            ],
        ]
        try await dataset.begin(plain)

        for (place, history) in histories.enumerated() {
            let sample = SampleID(run: plain.id.run, index: place + 1)
            var state = RunState()
            for event in history.recorded(of: sample) {
                try await dataset.record(event)
                state.apply(event.event)
                #expect(try await dataset.summaries(of: [sample]).first.map(Shown.init) == Shown(state))
            }
        }
    }

    /// What a line shows of a state.
    private struct Shown: Equatable {
        let growth: SampleSummary.Growth
        let counts: [Int]
        let query: String?

        init(_ summary: SampleSummary) {
            growth = summary.growth
            counts = [summary.iterations, summary.chains, summary.steps]
            query = summary.queryHead
        }

        init(_ state: RunState) {
            growth =
                switch state.outcome {
                case .completed: .completed
                case .synthesisFailed: .synthesisFailed
                case .nothingGrown: .nothingGrown
                case nil: .growing(state.phase)
                }
            counts = [state.iterations.count, state.workflow.chains.count, state.workflow.steps.count]
            query = state.synthesis?.query
        }
    }

    @Test func `name the primary reason of a rejection, as long as it stands`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        var seen: [Reason?] = []

        let reasons = [AnchoredReason(.wrongTool, at: .step(1)), AnchoredReason(.unnatural, at: .query)]
        for action in [Decision.Action.reject(reasons, note: ""), .accept, .undo(2)] {
            try await dataset.decide(sample, action)
            seen.append(try await dataset.summaries(offset: 0, limit: 1).first?.reason)
        }

        #expect(seen == [.wrongTool, nil, .wrongTool])
    }

    @Test func `follow the decisions`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        var seen: [String] = []

        for action in [Decision.Action.flag, .accept, .edit(.query("Cold?")), .undo(3), .undo(4), .unflag, .skip] {
            try await dataset.decide(sample, action)
            let line = try #require(try await dataset.summaries(offset: 0, limit: 1).first)
            seen.append("\(line.status) \(line.queryHead ?? "") \(line.isEdited) \(line.isFlagged)")
        }

        #expect(
            seen == [
                "pending How warm is it in Oslo? false true", "accepted How warm is it in Oslo? false true",
                "draft Cold? true true", "accepted How warm is it in Oslo? false true", "draft Cold? true true",
                "draft Cold? true false", "skipped Cold? true false",
            ])
    }

    @Test func `come by page, in the order of the labels`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await folder.grown(count: 12)

        let page = try await dataset.summaries(offset: 9, limit: 5)

        #expect(page.map(\.label.description) == ["s-00010", "s-00011", "s-00012"])
        #expect(page.map(\.id.index) == [10, 11, 12])
        #expect(try await dataset.summaries(offset: 12, limit: 5).isEmpty)
    }

    @Test func `hold what the filter lets through`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await folder.grown(count: 6)
        let other = try await dataset.store(.warmth(of: "Bergen", seed: 2))
        let samples = try await dataset.summaries(offset: 0, limit: 9).map(\.id)
        for index in [1, 3, 6] { try await dataset.decide(samples[index], .accept) }
        try await dataset.decide(samples[4], .skip)
        try await dataset.record(SampleBuilder.warmth(of: "Oslo", index: 7).recordedEvents[0])

        let expected: [(Filter, [Int])] = [
            (.everything, [1, 2, 3, 4, 5, 6, 7, 8]), (.accepted, [2, 4, 7]),
            (Filter(statuses: [.accepted, .skipped], run: samples[0].run), [2, 4, 5]),
            (Filter(statuses: [.pending], growth: .finished), [1, 3, 6]), (Filter(growth: .growing), [8]),
            (Filter(run: other.run), [7]),
        ]
        for (filter, numbers) in expected {
            let lines = try await dataset.summaries(offset: 0, limit: 9, filter)
            #expect(lines.map(\.label.number) == numbers)
            #expect(try await dataset.sampleCount(filter) == numbers.count)
            for (place, line) in lines.enumerated() {
                #expect(try await dataset.offset(of: line.id, filter) == place)
            }
        }
        #expect(try await dataset.offset(of: samples[0], .accepted) == nil)
        #expect(try await dataset.statusCounts() == [.pending: 4, .accepted: 3, .skipped: 1])
        #expect(try await dataset.statusCounts(Filter(run: other.run)) == [.accepted: 1])
        #expect(try await dataset.ids(matching: .accepted, limit: 2) == [samples[1], samples[3]])
    }

    @Test func `give whole samples one after the other`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await folder.grown(count: 205)
        for line in try await dataset.summaries(offset: 0, limit: 205) where line.id.index != 7 {
            try await dataset.decide(line.id, .accept)
        }

        var numbers: [Int] = []
        for try await sample in dataset.reviewedSamples(.accepted) {
            numbers.append(sample.id.index)
            #expect(sample.query == "How warm is it in Oslo?")
        }

        #expect(numbers == Array(1...6) + Array(8...205))
    }
}

@Suite struct `Searching samples` {
    @Test func `finds words of the texts that count`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let oslo = try await dataset.store(.warmth(of: "Oslo"))
        let malmo = try await dataset.store(.warmth(of: "Malmö", index: 2))
        try await dataset.decide(oslo, .edit(.response("Quite cold, with sleet.")))
        let flagged = try await dataset.decide(malmo, .edit(.query("Is it sunny in Kyōto?")))
        try await dataset.decide(malmo, .undo(flagged.sequence))

        let expected: [(String, [SampleID])] = [
            ("slee", [oslo]), ("SLEET cold", [oslo]), ("malmo", [malmo]), ("kyoto", []), ("how war", [oslo, malmo]),
            ("degrees oslo", []), ("", []), ("\"(*:", []), ("sleet\0", [oslo]),
        ]
        for (text, samples) in expected {
            #expect(try await dataset.search(text).sorted() == samples.sorted(), "\(text)")
        }
    }
}

extension TemporaryFolder {
    /// A dataset with this many finished samples of one run.
    fileprivate func grown(count: Int) async throws -> Dataset {
        let dataset = try dataset()
        try await dataset.begin(.warmth(of: "Oslo"), requested: count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 1...count {
                group.addTask {
                    for event in SampleBuilder.warmth(of: "Oslo", index: index).recordedEvents {
                        try await dataset.record(event)
                    }
                }
            }
            try await group.waitForAll()
        }
        return dataset
    }
}
