import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(4))) struct `How a run stands` {
    private static let run = SampleBuilder.warmth(of: "Oslo").id.run

    /// Two samples that ended completed, one that failed, and one of which so many events are stored.
    private func dataset(in folder: TemporaryFolder, cutting index: Int = 4, after count: Int) async throws -> Dataset {
        let dataset = try folder.dataset()
        try await dataset.begin(.warmth(of: "Oslo"), requested: 9)
        for index in 1...2 { try await dataset.store(.warmth(of: "Oslo", index: index)) }
        try await dataset.store(.warmth(of: "Oslo", index: 3).ended(.synthesisFailed(reason: "none")))
        try await dataset.grow(index, to: count)
        return dataset
    }

    @Test func `is what its samples came to, and the events of those under way`() async throws {
        let folder = try TemporaryFolder()
        // Begun, a whole iteration, and two events of the next one.
        let dataset = try await dataset(in: folder, after: 10)
        let open = SampleBuilder.warmth(of: "Oslo", index: 4)

        let standing = try await dataset.standing(of: Self.run, following: 16)

        #expect(standing.run == Self.run)
        #expect(standing.plan == SampleBuilder.plan(seed: 7))
        #expect(standing.requested == 9)
        #expect(standing.underWay == [Array(open.recordedEvents.prefix(10))])
        #expect(standing.lastEvents == [open.id: 10])
        let figures = standing.figures
        #expect([figures.begun, figures.completed, figures.failed, figures.ended] == [4, 2, 1, 3])
        #expect(figures.iterations == 7, "Two of each that ended, and the one that is over.")
        #expect(figures.noOps == 0)
        #expect(figures.usage.toolCalls == 7)
    }

    @Test func `counts calls, and what models were asked and cost, as the samples' own folds do`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(RoteModel(), ledger: dataset)
        try await generator.begin(in: dataset, requested: 2)
        for index in 1...2 { try await generator.grow(index, in: dataset) }
        let states = try await [1, 2].asyncMap { index in
            try await dataset.reviewedSample(SampleID(run: generator.run, index: index)).state
        }
        let usage = states.map(\.usage).reduce(Usage(), +)

        let figures = try await dataset.standing(of: generator.run, following: 16).figures

        #expect(figures.iterations == states.map(\.iterations.count).reduce(0, +))
        #expect(figures.usage.toolCalls == usage.toolCalls)
        #expect(figures.usage.failedCalls == usage.failedCalls)
        #expect(figures.usage.modelCalls == usage.modelCalls)
        #expect(figures.usage.tokens == usage.tokens)
        #expect(figures.usage.cost == usage.cost)
        #expect(usage.modelCalls == 12)
    }

    @Test func `follows no more samples than asked for, and knows how far all of them are`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, after: 3)
        try await dataset.grow(6, to: 5)

        let standing = try await dataset.standing(of: Self.run, following: 1)

        #expect(standing.underWay.map(\.first?.sample.index) == [4])
        #expect(Set(standing.lastEvents.values) == [3, 5])
    }

    @Test func `has a sample whose budget was spent among the interrupted, and does not follow it`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, after: 2)
        let sample = SampleBuilder.warmth(of: "Oslo", index: 4).id
        try await dataset.record(
            RecordedEvent(sample: sample, number: 3, time: .zero, event: .interrupted(.toolCalls)))

        let standing = try await dataset.standing(of: Self.run, following: 16)

        #expect(standing.interrupted == [4])
        #expect(standing.underWay.isEmpty)
        #expect(standing.lastEvents == [sample: 3])
    }

    @Test(arguments: [(10, 7), (15, 8)])
    func `counts the last iteration of an interrupted sample where only its texts were left to write`(
        count: Int, iterations: Int
    ) async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, after: count)
        let sample = SampleBuilder.warmth(of: "Oslo", index: 4).id
        let slot = ExchangeSlot(sample: sample, iteration: 2, stage: .synthesising)
        let question = Exchange(Question(ModelRequest.ofEverything("?"), in: slot), .unanswered)
        for (place, event) in [RunEvent.asked(question), .interrupted(.modelCalls)].enumerated() {
            try await dataset.record(
                RecordedEvent(sample: sample, number: count + 1 + place, time: .zero, event: event))
        }

        let standing = try await dataset.standing(of: Self.run, following: 16)

        #expect(standing.figures.iterations == iterations)
        #expect(standing.interrupted == [4])
    }

    @Test func `has no branch among the interrupted samples that were asked for`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, after: 2)
        let parent = try await dataset.reviewedSample(SampleBuilder.warmth(of: "Oslo", index: 1).id)
        let branch = try await dataset.beginBranch(
            of: parent.id,
            with: .branched(from: parent.id, iteration: 2, steering: Steering(), inherited: parent.state.cut(after: 1)),
            at: .zero)
        try await dataset.record(
            RecordedEvent(sample: branch.sample, number: 2, time: .zero, event: .interrupted(.toolCalls)))

        let standing = try await dataset.standing(of: Self.run, following: 16)

        #expect(standing.interrupted == [])
        #expect(standing.lastEvents[branch.sample] == 2)
    }

    @Test func `is read with its place: what happened to a sample later can be told from what it counts`() async throws
    {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, after: 3)
        func touched(after place: EventPlace) async throws -> [Int] {
            var touched: [Int] = []
            for index in 1...6 {
                let sample = SampleBuilder.warmth(of: "Oslo", index: index).id
                if try await dataset.hasEvents(of: sample, after: place) { touched.append(index) }
            }
            return touched
        }

        let (standing, place) = try await dataset.standing(locating: Self.run, following: 16)
        let atOnce = try await touched(after: place)
        try await dataset.grow(4, from: 3, to: 4)
        try await dataset.grow(5, to: 1)

        #expect(standing.lastEvents.keys.map(\.index) == [4])
        #expect(atOnce == [])
        #expect(try await touched(after: place) == [4, 5])
    }

    @Test func `is no guess for a run that is not there`() async throws {
        let dataset = try TemporaryFolder().dataset()

        await #expect(throws: DatasetError.unknownRun(Self.run)) {
            _ = try await dataset.standing(of: Self.run, following: 16)
        }
    }

    @Test func `is followed by all that is committed later, and by nothing that it counts`() async throws {
        let folder = try TemporaryFolder()
        let growing = try await dataset(in: folder, after: 8)
        let watching = try folder.dataset(.readOnly)
        let (standings, stream) = try await watching.changes(afterStandingsOf: [Self.run], following: 16)
        var changes = stream.makeAsyncIterator()

        try await growing.grow(4, from: 8, to: 9)
        let change = await changes.next()

        #expect(standings.first?.figures.ended == 3)
        #expect(standings.first?.lastEvents.values.map(\.self) == [8])
        #expect(change?.grown.map(\.index) == [4])
    }

    @Test func `of those that some process grows is asked for by the lock`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, after: 2)
        let free = try await dataset.growingRuns()

        let lock = try dataset.lockRun(Self.run)
        let held = try await dataset.growingRuns()
        lock.release()

        #expect(free.isEmpty)
        #expect(held == [Self.run])
    }
}

@Suite(.timeLimit(.minutes(4))) struct `What waits for growing samples` {
    @Test func `is told to whoever watches, when it is kept and when it is not any more`() async throws {
        let folder = try TemporaryFolder()
        let (watching, steering) = (try folder.dataset(), try folder.dataset())
        var changes = try await watching.changes().makeAsyncIterator()

        try await steering.saveArtefact(
            kind: Artefact.steeringKind, name: "s", json: ["words": []], at: Timestamp(microseconds: 5))
        let kept = await changes.next()
        try await steering.saveArtefact(
            kind: Artefact.steeringKind, name: "s", json: ["words": [1]], at: Timestamp(microseconds: 9))
        let changed = await changes.next()
        try await steering.removeArtefact(kind: Artefact.steeringKind, name: "s")
        let removed = await changes.next()

        let news = DatasetChange(grown: [], decisions: [], hasNewRun: false, changesSteering: true)
        #expect([kept, changed, removed] == [news, news, news])
    }

    @Test func `is no news where something else is kept`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        var changes = try await dataset.changes().makeAsyncIterator()
        try await dataset.saveArtefact(kind: "queue", name: "q", json: [:], at: Timestamp(microseconds: 5))

        let sample = try await dataset.store(.warmth(of: "Oslo"))

        #expect(await changes.next()?.grown == [sample])
    }
}

extension Dataset {
    /// Stores the events of a sample from one number to another.
    fileprivate func grow(_ index: Int, from first: Int = 0, to last: Int) async throws {
        let events = SampleBuilder.warmth(of: "Oslo", index: index).recordedEvents
        for event in events.prefix(last).dropFirst(first) { try await record(event) }
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
