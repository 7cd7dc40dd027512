import ArgumentParser
import Canvas
import DatasetStore
import Engine
import Explorer
import Foundation
import Review
import Testing

@testable import benchmarks
@testable import toolgrad

@Suite("Deciding while fifty samples grow", .timeLimit(.minutes(5)))
struct DecidingAmongEventsTests {
    @Test func `no key is lost and no decision goes to another sample`() async throws {
        var seat = try await ReviewersSeat(finished: 24, growing: 50)
        defer { seat.close() }
        var reviewer = ScriptedReviewer()

        try await seat.sit(as: &reviewer, until: 12)
        let done = try await seat.deeds()

        #expect(reviewer.deeds.count == 16)
        let (decided, steered) = (reviewer.deeds.decisions, reviewer.deeds.filter { !$0.decides })
        #expect(done.decided == decided)
        #expect(done.steered == steered)
        #expect(seat.eventsSeen > 100)
        try await seat.end()
    }

    @Test func `the desk of the benchmark is asked for what the reviewer meant`() async throws {
        let run = try await DemoRun()
        let benchmark = DecidingAmongEvents(run: run, grown: try await run.grown(4), samples: 1000, decisions: 12)

        let passage = try await benchmark.passage()

        // Which sample is followed on Live may change between two frames, so which one is held is not compared.
        #expect(passage.meant.count == 16)
        #expect(passage.done.decisions == passage.meant.decisions)
        #expect(passage.lost == 0)
        #expect(passage.waits.count > passage.meant.count)
    }

    @Test func `what was typed without looking is compared with what is stored`() {
        let run = RunID(ContentHash(of: "run"))
        let meant: [Decision.Action] = [
            .accept, .reject([AnchoredReason(.argumentNotInferable)], note: ""), .accept, .skip,
        ]
        let stored = meant.enumerated().map { place, action in
            Decision(
                sequence: place + 9, time: Timestamp(microseconds: 0), reviewer: "ada",
                sample: SampleID(run: run, index: place + 3), action: action)
        }
        let typed = TypedDecisions(count: 4)

        #expect(typed.result(for: stored) == TypedDecisions.Result(typed: 4, lost: 0, misdirected: 0))
        #expect(typed.result(for: stored.dropLast()) == TypedDecisions.Result(typed: 4, lost: 1, misdirected: 0))
        #expect(
            typed.result(for: [stored[0], stored[2], stored[3]])
                == TypedDecisions.Result(typed: 4, lost: 1, misdirected: 2))
    }

    @Test func `a lost deed and a misdirected one are counted`() {
        let meant: [ScriptedReviewer.Deed] = [.accepted("s-00001"), .skipped("s-00002"), .accepted("s-00003")]
        let took = benchmarks.Measurement(seconds: 1, cpuSeconds: 1)

        let lost = DecidingAmongEvents.Passage(
            meant: meant, done: Array(meant.prefix(2)), waits: [], events: 0, took: took)
        let misdirected = DecidingAmongEvents.Passage(
            meant: meant, done: [.accepted("s-00001"), .skipped("s-00009"), .accepted("s-00003")], waits: [],
            events: 0, took: took)

        #expect(lost.lost == 1)
        #expect(lost.misdirected == 0)
        #expect(misdirected.lost == 0)
        #expect(misdirected.misdirected == 1)
    }
}

@Suite("A scripted reviewer")
struct ScriptedReviewerTests {
    private static let first = "┌─ s-00001 it 4/4 ─┐ final query"
    private static let second = "┌─ s-00002 it 4/4 ─┐ final query"

    @Test func `presses nothing before the next sample is there and finished`() throws {
        var reviewer = ScriptedReviewer()

        let keys = try ["", "s-00001 it 2/4 draft", Self.first, Self.first, "s-00002 it 1/4 draft"].map {
            try reviewer.nextKey(seeing: $0)
        }

        #expect(keys == [nil, nil, .character("a"), nil, nil])
        #expect(reviewer.deeds == [.accepted("s-00001")])
        #expect(reviewer.decided == 1)
    }

    @Test func `waits for a dialog before a key is pressed that means something only there`() throws {
        var reviewer = ScriptedReviewer()

        let keys = try [Self.first, Self.second, Self.second, "Reject s-00002", Self.first].map {
            try reviewer.nextKey(seeing: $0)
        }

        #expect(keys == [.character("a"), .character("r"), nil, .character("3"), .character("j")])
        #expect(reviewer.deeds == [.accepted("s-00001"), .rejected("s-00002", reason: "3")])
    }

    @Test func `gives up where a key shows no effect`() throws {
        var reviewer = ScriptedReviewer(patience: 2)
        _ = try reviewer.nextKey(seeing: Self.first)
        _ = try reviewer.nextKey(seeing: Self.first)
        _ = try reviewer.nextKey(seeing: Self.first)

        let error = #expect(throws: ScriptedReviewer.Stuck.self) { try reviewer.nextKey(seeing: Self.first) }

        #expect(
            error?.description
                == "After 1 deeds the screen does not show what the last key asked for:\n" + Self.first)
    }
}

extension ScriptedReviewer.Deed {
    fileprivate var decides: Bool {
        switch self {
        case .accepted, .rejected, .skipped: true
        case .held, .released: false
        }
    }
}

extension [ScriptedReviewer.Deed] {
    fileprivate var decisions: [ScriptedReviewer.Deed] { filter { $0.decides } }
}

/// The explorer over a dataset and a run that grows in this process, all but the terminal.
private struct ReviewersSeat {
    private static let size = Size(columns: 120, rows: 36)

    private let program: Program
    private let dataset: Dataset
    private let inbox = Inbox()
    private let desk: EffectDesk
    private let growing: GrowingRun
    private let work: Task<Void, Never>
    private var state: ExplorerState
    /// Samples that were held and released, in the order of the answers.
    private var steered: [(sample: SampleID, isHeld: Bool)] = []
    private(set) var eventsSeen = 0

    init(finished: Int, growing count: Int) async throws {
        program = try Program()
        dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let surroundings = Surroundings.read(program.environment)
        let tools = try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings)
        var before = Plan.demo(seed: 4)
        before.iterations = 2
        try await toolgrad.Growth.begin(before, with: tools.live, count: finished, concurrency: 8, in: dataset)
            .grow(recording: dataset)
        // Longer than anybody reviews, so that there always is something to hold.
        var plan = Plan.demo(seed: 5)
        (plan.targetSteps, plan.iterations) = (nil, 40)
        let growth = try await toolgrad.Growth.begin(
            plan, with: tools.live, count: count, concurrency: count, in: dataset)
        growing = GrowingRun(growth, pacer: nil, inbox: inbox)
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings, growing: growing, tools: tools,
            look: Look.begin("dark", in: ThemeFolders(option: nil, settings: program.folder.path), glyphs: .utf8).look,
            mayCopy: false, requiresRerun: false, undoDepth: 0)
        self.desk = desk
        work = Task { await desk.work() }
        state = ExplorerState(
            dataset: "a", reviewer: "tester", planner: "offline", size: Self.size, run: .growing(requested: count),
            ownRun: growth.generator.run, workers: count)
    }

    /// Lets the reviewer press keys as soon as what they wait for is drawn.
    mutating func sit(as reviewer: inout ScriptedReviewer, until decided: Int) async throws {
        desk.order(state.start())
        while reviewer.decided < decided {
            takeIn()
            let screen = state.frame(in: Self.size, glyphs: .utf8).text()
            if let key = try reviewer.nextKey(seeing: screen) {
                desk.order(state.update(.key(key)))
            } else {
                try await Task.sleep(for: .milliseconds(1))
            }
        }
    }

    private mutating func takeIn() {
        for case .event(let event) in inbox.takeAll() {
            switch event {
            case .recorded: eventsSeen += 1
            case .held(let sample): steered.append((sample, true))
            case .released(let sample): steered.append((sample, false))
            case _: break
            }
            desk.order(state.update(event))
        }
    }

    /// What is in the dataset, and what the run was told, once everything that was ordered is done.
    mutating func deeds() async throws -> (decided: [ScriptedReviewer.Deed], steered: [ScriptedReviewer.Deed]) {
        desk.close()
        await work.value
        takeIn()
        var decided: [ScriptedReviewer.Deed] = []
        for decision in try await dataset.decisions(after: 0).sorted(by: { $0.sequence < $1.sequence }) {
            let name = "\(try await dataset.label(of: decision.sample))"
            decided.append(try #require(ScriptedReviewer.Deed(decision.action, name)))
        }
        var told: [ScriptedReviewer.Deed] = []
        for (sample, isHeld) in steered {
            let name = "\(try await dataset.label(of: sample))"
            told.append(isHeld ? .held(name) : .released(name))
        }
        return (decided, told)
    }

    /// The run does not grow to its end.
    func end() async throws {
        await growing.cancel()
        try dataset.close()
    }

    func close() { program.clean() }
}
