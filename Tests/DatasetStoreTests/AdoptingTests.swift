import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite struct `Samples that come from elsewhere` {
    @Test func `are taken over with their decisions, and once`() async throws {
        let folder = try TemporaryFolder()
        let source = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        let sample = try await source.store(built)
        let rerun = Edit.rerun(step: 2, of: ["latitude": 59.91], RecordedOutput("\u{0}new"), .live)
        for action in [Decision.Action.accept, .undo(1), .accept, .edit(rerun), .accept] {
            try await source.decide(sample, action)
        }
        let reading = try await source.reading(of: sample)
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)
        try await target.begin(built)

        let first = try await target.adopt(sample, events: built.recordedEvents, decisions: reading.decisions)
        let second = try await target.adopt(sample, events: built.recordedEvents, decisions: reading.decisions)
        let shorter = try await target.adopt(sample, events: Array(built.recordedEvents.prefix(3)))

        #expect(try await target.reading(of: sample) == reading)
        #expect(first.growth == .new && first.number == 1 && first.newDecisions == 5 && first.bytes > 0)
        #expect(second.growth == .same && second.newDecisions == 0 && second.knownDecisions == 5 && second.bytes == 0)
        #expect(shorter.growth == .same)
    }

    @Test func `are taken over with their runs, many in one commit`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = [
            SampleBuilder.warmth(of: "Oslo"), SampleBuilder.warmth(of: "Rome", index: 2),
            SampleBuilder.warmth(of: "Bonn", seed: 2),
        ]
        let samples = built.map { sample in
            AdoptedSample(
                sample.id,
                of: RunBeginning(
                    plan: SampleBuilder.plan(seed: sample.sample.seed), planner: "offline",
                    library: sample.sample.library,
                    requested: sample.id.index), events: sample.recordedEvents,
                decisions: [Decision(sequence: 1, time: .zero, reviewer: "ada", sample: sample.id, action: .accept)])
        }

        let first = try await dataset.adopt(samples, at: .zero)
        let second = try await dataset.adopt(samples, at: .zero)

        #expect(first.map(\.growth) == [.new, .new, .new] && first.map(\.newDecisions) == [1, 1, 1])
        #expect(second.map(\.growth) == [.same, .same, .same] && second.map(\.knownDecisions) == [1, 1, 1])
        #expect(try await dataset.runs().map(\.requested) == [2, 1])
        for sample in built {
            let read = try await dataset.reviewedSample(sample.id)
            #expect(read.library == sample.sample.library && read.review.status == .accepted)
        }
    }

    @Test func `are taken over all or not at all`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let pages = try #require(Int(try await dataset.pragma("page_count")[1]))
        let samples = (1...40).map { index in
            let built = SampleBuilder(query: "Read \(index).", response: "Done.", index: index)
                .step("read", ["page": .string("p\(index)")], gives: String(repeating: "\(index) ", count: 4_000))
            return AdoptedSample(
                built.id,
                of: RunBeginning(
                    plan: SampleBuilder.plan(seed: 7), planner: "offline", library: built.sample.library,
                    requested: 40), events: built.recordedEvents)
        }
        try await dataset.limitPages(to: pages + 20)

        await #expect(throws: DatasetError.self) { try await dataset.adopt(samples, at: .zero) }

        #expect(try await dataset.sampleCount() == 0)
        #expect(try await dataset.runs().isEmpty)
    }

    @Test func `name the decisions that are not taken over`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built)
        let undo = Decision(sequence: 1, time: .zero, reviewer: "ada", sample: built.id, action: .undo(0))
        let other = SampleBuilder.warmth(of: "Rome").events.recorded(of: built.id)

        let taken = try await dataset.adopt(built.id, events: built.recordedEvents, decisions: [undo])
        let refused = try await dataset.adopt(built.id, events: other, decisions: [undo])

        #expect(taken.growth == .new && taken.newDecisions == 0)
        #expect(taken.refusedDecisions.map(\.reason) == [.nothingToUndo])
        #expect(taken.refusedDecisions.map(\.reviewer) == ["ada"] && taken.refusedDecisions.map(\.action) == ["undo"])
        #expect(refused.refusedDecisions.map(\.reason) == [.noSample])
    }

    @Test func `are refused when they are not what is here`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let other = SampleBuilder.warmth(of: "Rome").events.recorded(of: sample)
        let accepted = Decision(sequence: 1, time: .zero, reviewer: "ada", sample: sample, action: .accept)

        let adoption = try await dataset.adopt(sample, events: other, decisions: [accepted])
        let gap = try await dataset.adopt(
            SampleID(run: sample.run, index: 2), events: Array(other.dropFirst()), decisions: [])

        guard case .refused(let reason) = adoption.growth else { return #expect(Bool(false), "\(adoption)") }
        #expect(reason.hasSuffix("is another one here"))
        #expect(gap.growth == .refused("its event 1 is missing"))
        #expect(try await dataset.decisions(of: sample).isEmpty)
        #expect(try await dataset.sampleCount() == 1)
    }

    @Test func `need their run to have begun`() async throws {
        let folder = try TemporaryFolder()
        let built = SampleBuilder.warmth(of: "Oslo")

        await #expect(throws: DatasetError.unknownRun(built.id.run)) {
            try await folder.dataset().adopt(built.id, events: built.recordedEvents)
        }
    }

    @Test func `may be read from a file whose tools are known only at its end`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let contents = ContentHash(of: "the file")
        let run = RunID(importedFrom: "trl", contents: contents)
        let built = SampleBuilder.warmth(of: "Oslo").sample
        let sample = SampleID(run: run, index: 1)
        let events: [RunEvent] = [
            .began(planner: Dataset.importPlanner, plan: .demo(seed: 0)), .imported(from: "trl", built.workflow),
            .finished(.completed(Synthesis(query: "How warm?", response: "Nine."))),
        ]

        for _ in 1...2 {
            try await dataset.beginRun(
                run, plan: .demo(seed: 0), planner: Dataset.importPlanner, library: [], requested: 1, at: .zero)
            try await dataset.adopt(sample, events: events.recorded(of: sample))
            _ = try await dataset.reviewedSample(sample)
            try await dataset.addTools(built.library, to: run)
        }

        let imported = try await dataset.reviewedSample(sample)
        #expect(imported.library == built.library && imported.workflow == built.workflow)
        #expect(imported.state.importedFrom == "trl" && imported.query == "How warm?")
        #expect(try await dataset.sampleCount(try Filter(parsing: "tool:geocode growth:finished model:imported")) == 1)
        #expect(run != RunID(importedFrom: "openai", contents: contents))
    }

    @Test func `do not give tools to a run that was grown here`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))

        try await dataset.addTools([Tool(name: "news", description: "News.", inputSchema: [:])], to: sample.run)

        #expect(try await folder.dataset().library(of: sample.run) == SampleBuilder.warmth(of: "Oslo").sample.library)
    }
}
