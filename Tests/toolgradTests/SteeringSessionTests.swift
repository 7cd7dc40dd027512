import ArgumentParser
import Canvas
import DatasetStore
import Engine
import Explorer
import Foundation
import Review
import Testing

@testable import toolgrad

@Suite("Steering in the explorer", .timeLimit(.minutes(3)))
struct SteeringSessionTests {
    /// What stands behind the explorer, over a dataset of its own.
    private struct Bench {
        let program: Program
        let dataset: Dataset
        let inbox = Inbox()
        let desk: EffectDesk
        let growth: toolgrad.Growth
        private var seen: [ExplorerEvent] = []

        init(growing count: Int, isReviewed: Bool) async throws {
            program = try Program()
            dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
            let surroundings = Surroundings.read(program.environment)
            let tools = try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings)
            growth = try await toolgrad.Growth.begin(
                Plan.demo(seed: 5), with: tools.live, count: count, concurrency: 2, in: dataset)
            if isReviewed { try await growth.grow(recording: dataset) } else { await growth.control.pause() }
            let folders = ThemeFolders(option: nil, settings: program.folder.path)
            desk = EffectDesk(
                dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings,
                growing: isReviewed ? nil : GrowingRun(growth, pacer: nil, inbox: inbox), tools: tools,
                look: Look.begin("dark", in: folders, glyphs: .utf8).look, mayCopy: false, requiresRerun: false,
                undoDepth: 0)
        }

        /// Everything that was posted until an event of a kind is there.
        mutating func events(until isLast: (ExplorerEvent) -> Bool) async throws -> [ExplorerEvent] {
            while true {
                for case .event(let event) in inbox.takeAll() { seen.append(event) }
                if let last = seen.firstIndex(where: isLast) {
                    defer { seen.removeFirst(last + 1) }
                    return Array(seen[...last])
                }
                try await Task.sleep(for: .milliseconds(2))
            }
        }

        /// What an effect is answered by, recorded events left out.
        mutating func answer(to effect: Effect) async throws -> ExplorerEvent? {
            await desk.carryOut([effect])
            return try await events { event in
                switch event {
                case .recorded, .spoken, .listChanged, .waiting: false
                case _: true
                }
            }.last
        }
    }

    @Test func `a branch of a finished sample grows beside the review, and gives the run back when it has ended`()
        async throws
    {
        var bench = try await Bench(growing: 1, isReviewed: true)
        defer { bench.program.clean() }
        let parent = bench.growth.samples[0]

        await bench.desk.carryOut([.branch(parent, iteration: 2, Steering(note: "more of music"))])
        let events = try await bench.events { event in
            guard case .recorded(let recorded) = event, case .finished = recorded.event else { return false }
            return true
        }

        let branch = SampleID(run: parent.run, index: 1, branch: [1])
        guard case .recorded(let first) = events.first else {
            Issue.record("The first event is \(String(describing: events.first))")
            return
        }
        #expect(first.sample == branch)
        #expect(first.number == 1)
        #expect(events.dropFirst().first == .branched(branch, from: parent))
        let state = try await bench.dataset.reviewedSample(branch).state
        #expect(state.notes == ["more of music"])
        #expect(state.outcome != nil)
        _ = try await bench.events { $0 == .listChanged }
        let lock = try bench.dataset.lockRun(parent.run)
        lock.release()
    }

    @Test func `two branches of one run begin at once, and no event of theirs is shown twice`() async throws {
        var bench = try await Bench(growing: 1, isReviewed: true)
        defer { bench.program.clean() }
        let parent = bench.growth.samples[0]

        await bench.desk.carryOut([
            .branch(parent, iteration: 2, Steering(note: "more of music")),
            .branch(parent, iteration: 1, Steering(note: "avoid loan")),
        ])
        var ended = 0
        let events = try await bench.events { event in
            if event == .listChanged { ended += 1 }
            if case .failed = event { return true }
            return ended == 2
        }

        let seen = events.compactMap { event -> [Int]? in
            guard case .recorded(let recorded) = event else { return nil }
            return recorded.sample.branch + [recorded.number]
        }
        #expect(!events.contains { if case .failed = $0 { true } else { false } })
        #expect(Set(seen.map { $0[0] }) == [1, 2])
        #expect(Set(seen).count == seen.count)
    }

    @Test func `a choice that comes too late is refused with a sentence`() async throws {
        var bench = try await Bench(growing: 1, isReviewed: false)
        defer { bench.program.clean() }
        let sample = bench.growth.samples[0]
        await bench.growth.control.hold(sample)
        await bench.growth.control.resume()
        while await !bench.growth.control.isWaiting(sample) { try await Task.sleep(for: .milliseconds(2)) }
        let late = Effect.steer(sample, Steering(choice: .decline), at: .selecting, iteration: 1)

        #expect(try await bench.answer(to: late) == .steered(sample, at: .selecting))
        await bench.growth.control.step(sample)
        while await !bench.growth.control.isWaiting(sample) { try await Task.sleep(for: .milliseconds(2)) }
        await bench.growth.control.step(sample)
        _ = try await bench.events { event in
            guard case .recorded(let recorded) = event, case .iterationEnded = recorded.event else { return false }
            return true
        }

        #expect(
            try await bench.answer(to: late)
                == .failed("s-00001 has chosen already; b grows a branch from iteration 1."))
        await bench.growth.control.release(sample)
        _ = try await bench.events { $0 == .runEnded }
    }

    @Test func `what does not grow here is said to be elsewhere`() async throws {
        var bench = try await Bench(growing: 1, isReviewed: true)
        defer { bench.program.clean() }
        let sample = bench.growth.samples[0]

        for effect in [
            Effect.hold(sample), .stop(sample), .steer(sample, Steering(note: "n"), at: .proposing, iteration: nil),
        ] {
            #expect(
                try await bench.answer(to: effect)
                    == .failed("s-00001 does not grow in this process, so it can only be watched here."))
        }
        #expect(
            try await bench.answer(to: .mute("city_lookup"))
                == .failed("Nothing grows in this process: no tool can be muted."))
        #expect(
            try await bench.answer(to: .setWorkers(3)) == .failed("No run grows in this process: it has no workers."))
        #expect(
            try await bench.answer(to: .branch(sample, iteration: 99, Steering(note: "n")))
                == .failed(
                    "The sample has no iteration 99. It has iterations 1 to "
                        + "\(try await bench.dataset.reviewedSample(sample).state.iterations.count)."))
    }

    @Test func `a run obeys while it grows`() async throws {
        var bench = try await Bench(growing: 3, isReviewed: false)
        defer { bench.program.clean() }
        let samples = bench.growth.samples
        let muted = try #require(bench.growth.generator.library.tools.first?.name)
        while await !bench.growth.control.isWaiting(samples[1]) { try await Task.sleep(for: .milliseconds(2)) }

        #expect(try await bench.answer(to: .setWorkers(3)) == .workersSet(3))
        #expect(try await bench.answer(to: .mute("no_such_tool")) == .muted(["no_such_tool"]))
        #expect(try await bench.answer(to: .mute(muted)) == .muted([muted, "no_such_tool"].sorted()))
        #expect(try await bench.answer(to: .unmute("no_such_tool")) == .muted([muted]))
        for note in ["more of music", "avoid loan"] {
            let effect = Effect.steer(samples[0], Steering(note: note), at: .proposing, iteration: nil)
            #expect(try await bench.answer(to: effect) == .steered(samples[0], at: .proposing))
        }
        let lost = Effect.steer(samples[1], Steering(note: "no moon"), at: .proposing, iteration: nil)
        #expect(try await bench.answer(to: lost) == .steered(samples[1], at: .proposing))
        await bench.desk.carryOut([.stop(samples[1])])
        let stopped = try await bench.events { if case .told = $0 { true } else { false } }
        #expect(
            stopped.suffix(2) == [
                .stopped(samples[1]),
                .told("s-00002 was stopped; what you asked of it counts when the run is resumed."),
            ])
        #expect(try await bench.answer(to: .resumeRun) == .runResumed)
        _ = try await bench.events { $0 == .runEnded }

        let states = [
            try await bench.dataset.reviewedSample(samples[0]).state,
            try await bench.dataset.reviewedSample(samples[2]).state,
        ]
        #expect(states[0].notes == ["avoid loan"])
        #expect(states.allSatisfy { $0.outcome != nil })
        #expect(!states.flatMap(\.iterations).contains { $0.pool.contains(muted) })
        #expect(try await bench.dataset.reviewedSample(samples[1]).state.outcome == nil)
        #expect(try await bench.dataset.runs().map(\.unfinished) == [1])
    }
}
