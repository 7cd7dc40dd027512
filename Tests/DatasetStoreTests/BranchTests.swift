import Engine
import Foundation
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Branches of samples` {
    private func event(from parent: SampleID, note: String = "n") -> RunEvent {
        .branch(from: parent, in: RunState(), at: 1, steering: Steering(note: note))
    }

    @Test func `are numbered one after the other, each sample its own`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = try await dataset.store(.warmth(of: "Oslo"))
        let second = try await dataset.store(.warmth(of: "Bergen", index: 2))

        var begun: [SampleID] = []
        for parent in [first, first, second] {
            begun.append(try await dataset.beginBranch(of: parent, with: event(from: parent), at: .zero).sample)
        }
        begun.append(try await dataset.beginBranch(of: begun[1], with: event(from: begun[1]), at: .zero).sample)
        begun.append(try await dataset.beginBranch(of: first, with: event(from: first), at: .zero).sample)

        #expect(begun.map(\.branch) == [[1], [2], [1], [2, 1], [3]])
        #expect(begun.map(\.index) == [1, 1, 2, 1, 1])
        var labels: [String] = []
        for branch in begun { labels.append(try await dataset.label(of: branch).description) }
        #expect(labels == ["s-00001.b1", "s-00001.b2", "s-00002.b1", "s-00001.b2.b1", "s-00001.b3"])
    }

    @Test func `never share a number, whoever begins them at the same time`() async throws {
        let folder = try TemporaryFolder()
        let datasets = [try folder.dataset(), try folder.dataset(), try folder.dataset()]
        let parent = try await datasets[0].store(.warmth(of: "Oslo"))

        let begun = try await withThrowingTaskGroup(of: SampleID.self) { group in
            for count in 0..<30 {
                let event = event(from: parent, note: "\(count)")
                group.addTask {
                    try await datasets[count % 3].beginBranch(of: parent, with: event, at: .zero).sample
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(Set(begun.map(\.branch)) == Set((1...30).map { [$0] }))
        var notes: Set<String> = []
        for branch in begun {
            let events = try await datasets[0].events(of: branch)
            #expect(events.count == 1)
            if case .branched(_, _, let steering, _) = events.first?.event { notes.insert(steering.note ?? "") }
        }
        #expect(notes.count == 30)
    }

    @Test func `need a sample to branch from`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let stranger = SampleID(run: try await dataset.store(.warmth(of: "Oslo")).run, index: 9)

        await #expect(throws: DatasetError.unknownSample(stranger)) {
            try await dataset.beginBranch(of: stranger, with: event(from: stranger), at: .zero)
        }
        #expect(try await dataset.sampleCount() == 1)
    }

    @Test func `are listed by whether they have ended, and a run with an open one is not complete`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let parent = try await dataset.store(.warmth(of: "Oslo"))
        #expect(try await dataset.runs().map(\.unfinished) == [0])
        let open = try await dataset.beginBranch(of: parent, with: event(from: parent), at: .zero).sample
        let ended = try await dataset.beginBranch(of: parent, with: event(from: parent), at: .zero).sample
        try await dataset.record(
            RecordedEvent(sample: ended, number: 2, time: .zero, event: .finished(.nothingGrown)))

        #expect(try await dataset.unfinishedBranches(of: parent.run) == [open])
        #expect(try await dataset.finishedBranches(of: parent.run) == [ended])
        #expect(try await dataset.runs().map(\.unfinished) == [1])
        #expect(try await dataset.finishedIndices(of: parent.run) == [1])
    }

    @Test(arguments: [1, 2, 4, 7, 10])
    func `cut off anywhere go on as if they had not been, with what they were asked for`(cut: Int) async throws {
        let whole = try await Self.branched(cut: .max)
        let resumed = try await Self.branched(cut: cut)

        #expect(resumed.map(\.event).inCanonicalOrder == whole.map(\.event).inCanonicalOrder)
        #expect(resumed.map(\.number) == Array(1...whole.count))
        let state = RunState(resumed.map(\.event))
        #expect(state.notes == ["more of Rome"])
        #expect(state.parent?.branch == [])
        #expect(state.branchedAt == 2)
        #expect(state.workflow.steps.map { $0.call.arguments["name"]?.string } == ["city 1", "rome", "city 3"])
    }

    /// A branch of a sample, cut off after some events and gone on with from the file, by a new generator.
    private static func branched(cut: Int) async throws -> [RecordedEvent] {
        let folder = try TemporaryFolder()
        let steering = Steering(
            choice: .proposal(Proposal.ID(2)),
            proposals: [.calling(1, ("find", ["name": "x"])), .calling(2, ("find", ["name": "rome"]))],
            note: "more of Rome")
        let dataset = try folder.dataset()
        let generator = try await Self.generator(dataset)
        try await dataset.beginRun(
            generator.run, plan: generator.plan, planner: "scripted", library: generator.library.tools, requested: 1,
            at: .zero)
        for try await event in generator.sample(generator.firstSample) { try await dataset.record(event) }
        let parent = RunState(try await dataset.events(of: generator.firstSample).map(\.event))
        let event = RunEvent.branch(from: generator.firstSample, in: parent, at: 2, steering: steering)
        let first = try await dataset.beginBranch(of: generator.firstSample, with: event, at: .zero)
        var count = 1
        if count < cut {
            for try await event in generator.sample(first.sample, after: [first]) {
                try await dataset.record(event)
                count += 1
                if count == cut { break }
            }
        }
        try dataset.close()

        let reopened = try folder.dataset()
        let again = try await Self.generator(reopened)
        try await Run(again, control: RunControl(), recorder: reopened)
            .grow(samples: try await reopened.unfinishedBranches(of: again.run))
        return try await reopened.events(of: first.sample)
    }

    private static func generator(_ ledger: any RunLedger) async throws -> Generator {
        let stages = Stages(
            planner: "scripted", proposer: ByIteration(), executor: PlannedExecutor(), selector: First(),
            synthesizer: Plain())
        return try await .testing(stages, on: CountingTools(), plan: .testing(iterations: 3), ledger: ledger)
    }

    private struct ByIteration: Proposer {
        func propose(_ request: ProposalRequest) -> Proposals {
            Proposals(
                reason: "by number", all: [.calling(1, ("find", ["name": .string("city \(request.iteration)")]))])
        }
    }

    private struct First: Selector {
        func select(_ request: SelectionRequest) -> Selection {
            .chosen(request.candidates[0].id, place: .newChain, reason: "first")
        }
    }

    private struct Plain: Synthesizer {
        func synthesize(_ request: SynthesisRequest) -> Synthesis { Synthesis(query: "q", response: "r") }
    }
}

@Suite struct `Steering in the record` {
    @Test func `counts again after a crash, without anybody saying it again`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let control = RunControl()
        let script = ScriptedStages(proposer: [.success(Proposals(.calling(1, ("find", ["name": "oslo"]))))])
        let plan = Plan.testing(iterations: 2)
        let first = try await Generator.testing(
            script.stages, on: CountingTools(), plan: plan, control: control, ledger: dataset)
        let sample = first.firstSample
        try await dataset.beginRun(
            first.run, plan: plan, planner: "scripted", library: first.library.tools, requested: 1, at: .zero)
        await control.steer(sample, with: Steering(note: "only Oslo"), at: .proposing)
        await control.steer(sample, with: Steering(choice: .decline), at: .selecting)
        // The selection is steered and stored; the crash comes before the iteration has ended.
        for try await event in first.sample(sample) {
            try await dataset.record(event)
            if case .steered(_, at: .selecting) = event.event { break }
        }
        try dataset.close()

        let reopened = try folder.dataset()
        let later = ScriptedStages(
            proposer: [
                .success(Proposals(.calling(1, ("find", ["name": "oslo"])))),
                .success(Proposals(reason: "nothing", all: [])),
            ])
        let second = try await Generator.testing(
            later.stages, on: CountingTools(), plan: plan, control: RunControl(), ledger: reopened)
        try await Run(second, control: RunControl(), recorder: reopened).grow(1...1)

        let state = RunState(try await reopened.events(of: sample).map(\.event))
        #expect(state.iterations[0].outcome == .stalled(.selectorDeclined(reason: "The curator declined.")))
        #expect(later.proposer.asked.map(\.notes) == [["only Oslo"], ["only Oslo"]])
        #expect(later.selector.asked.isEmpty)
    }
}
