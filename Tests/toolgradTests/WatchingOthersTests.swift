import Engine
import Explorer
import Foundation
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("A run that another process grows", .timeLimit(.minutes(3)))
struct WatchingOthersTests {
    private let program: Program
    private let file: String

    init() throws {
        program = try Program()
        file = program.file("a.toolgrad")
    }

    /// A process of its own, but for the process.
    private func desk(growing: toolgrad.Growth?, in dataset: Dataset) async throws -> (desk: EffectDesk, inbox: Inbox) {
        let surroundings = Surroundings.read(program.environment)
        let tools = try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings)
        let inbox = Inbox()
        try await inbox.introduce(growing)
        let folders = ThemeFolders(option: nil, settings: program.folder.path)
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings,
            growing: growing.map { GrowingRun($0, pacer: nil, inbox: inbox) }, tools: tools,
            look: Look.begin("dark", in: folders, glyphs: .utf8).look, mayCopy: false, requiresRerun: false,
            undoDepth: 0)
        return (desk, inbox)
    }

    /// A run of three samples whose third one is held where it makes its first selection; the others have ended.
    private func grown() async throws -> (desk: EffectDesk, growth: toolgrad.Growth) {
        let dataset = try Dataset.open(at: file, mode: .readWrite)
        let growth = try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 3, concurrency: 3, in: dataset)
        let held = growth.samples[2]
        await growth.control.hold(held)
        let (desk, _) = try await desk(growing: growth, in: dataset)
        for _ in 1...2 {
            while await !growth.control.isWaiting(held) { try await Task.sleep(for: .milliseconds(2)) }
            await growth.control.step(held)
        }
        while await !growth.control.isWaiting(held) { try await Task.sleep(for: .milliseconds(2)) }
        while try await dataset.finishedIndices(of: growth.generator.run).count < 2 {
            try await Task.sleep(for: .milliseconds(2))
        }
        return (desk, growth)
    }

    /// What arrives, one event after the other.
    private actor Arrivals {
        private let inbox: Inbox
        private var rest: ArraySlice<ExplorerEvent> = []

        init(in inbox: Inbox) { self.inbox = inbox }

        /// Waits for an event that somebody else's doing brings; those before it are passed over.
        func next<Found: Sendable>(_ find: @Sendable (ExplorerEvent) -> Found?) async throws -> Found {
            while true {
                while let event = rest.popFirst() {
                    if let found = find(event) { return found }
                }
                rest += inbox.takeAll().compactMap { if case .event(let event) = $0 { event } else { nil } }
                if rest.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            }
        }
    }

    @Test func `is shown as it stands, and what happens later only once`() async throws {
        defer { program.clean() }
        let (_, growth) = try await grown()
        let held = growth.samples[2]
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))

        let arrivals = Arrivals(in: inbox)
        let watching = Task { await desk.watchOthers() }
        let standing = try await arrivals.next { event in
            if case .runStands(let standing) = event { standing } else { nil }
        }
        await growth.control.release(held)
        let first = try await arrivals.next { event in
            if case .recorded(let event) = event { event } else { nil }
        }
        watching.cancel()

        let states = try await [0, 1].asyncMap { index in
            try await desk.dataset.reviewedSample(growth.samples[index]).state
        }
        #expect(standing.run == growth.generator.run)
        #expect(standing.requested == 3)
        #expect(standing.figures.begun == 3)
        #expect(standing.figures.ended == 2)
        #expect(standing.underWay.map { $0.first?.sample } == [held])
        let open = RunState(standing.underWay.joined().map(\.event))
        #expect(
            standing.figures.usage.toolCalls == (states + [open]).map(\.usage.toolCalls).reduce(0, +))
        #expect(
            standing.figures.usage.failedCalls == (states + [open]).map(\.usage.failedCalls).reduce(0, +))
        #expect(first.sample == held)
        #expect(first.number == (standing.lastEvents[held] ?? 0) + 1)
    }

    @Test func `has its waiting words shown, as they are given and as they are taken back`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let held = growth.samples[2]
        let note = Steering(note: "more of music")
        await other.carryOut([.steer(held, note, at: .proposing, iteration: nil)])
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))
        let arrivals = Arrivals(in: inbox)
        func words() async throws -> [Steering] {
            try await arrivals.next { event in
                if case .waiting(held, let waiting) = event { waiting.words.map(\.steering) } else { nil }
            }
        }

        let watching = Task { await desk.watchOthers() }
        let atFirst = try await words()
        await other.carryOut([.steer(held, Steering(choice: .decline), at: .selecting, iteration: nil)])
        let both = try await words()
        await other.carryOut([
            .steer(held, Steering(), at: .selecting, iteration: nil),
            .steer(held, Steering(), at: .proposing, iteration: nil),
        ])
        var last = try await words()
        while !last.isEmpty { last = try await words() }
        watching.cancel()

        #expect(atFirst == [note])
        #expect(Set(both) == [note, Steering(choice: .decline)])
        #expect(last == [])
    }

    /// Watches a dataset in which nothing grows yet, and returns once every change is noticed.
    private func watching() async throws -> (inbox: Inbox, task: Task<Void, Never>) {
        try await giveSign("n", at: Timestamp(microseconds: 1))
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))
        let task = Task { await desk.watchOthers() }
        _ = try await Arrivals(in: inbox).next { Self.isSign("n", $0) ? true : nil }
        return (inbox, task)
    }

    /// A word for a sample that is not there: whoever watches shows it, after all that was committed before.
    private func giveSign(_ note: String, at time: Timestamp) async throws {
        let dataset = try Dataset.open(at: file, mode: .readWrite)
        let word = WaitingSteering(Steering(note: note), at: .proposing)
        try await dataset.keep(
            KeptSteering(sample: Self.nobody, event: 0, words: [word], hold: .free), at: time)
    }

    private static let nobody = SampleID(run: RunID(ContentHash(of: "no run")), index: 1)

    private static func isSign(_ note: String, _ event: ExplorerEvent) -> Bool {
        guard case .waiting(nobody, let waiting) = event else { return false }
        return waiting.words.map(\.steering.note) == [note]
    }

    /// What arrives until something has happened.
    private func events(
        in inbox: Inbox, until isLast: (ExplorerEvent) -> Bool
    ) async throws -> [ExplorerEvent] {
        var events: [ExplorerEvent] = []
        while !events.contains(where: isLast) {
            events += inbox.takeAll().compactMap { if case .event(let event) = $0 { event } else { nil } }
            try await Task.sleep(for: .milliseconds(2))
        }
        return events
    }

    @Test func `after it was watched for a while is counted from its record, and nothing of it twice`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let held = growth.samples[2]
        await other.carryOut([.quit(.cancelling)])
        let (inbox, watching) = try await watching()
        let dataset = try Dataset.open(at: file, mode: .readWrite)
        while dataset.isGrowing(held.run) { try await Task.sleep(for: .milliseconds(2)) }
        let again = try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 3, concurrency: 3, in: dataset)
        await again.control.hold(held)
        let growing = GrowingRun(again, pacer: nil, inbox: Inbox())
        while await !again.control.isWaiting(held) { try await Task.sleep(for: .milliseconds(2)) }

        await again.control.step(held)
        let first = try await events(in: inbox) { if case .listChanged = $0 { true } else { false } }
        while await !again.control.isWaiting(held) { try await Task.sleep(for: .milliseconds(2)) }
        await again.control.release(held)
        let later = try await events(in: inbox) { event in
            if case .recorded(let event) = event, case .finished = event.event { true } else { false }
        }
        watching.cancel()
        await growing.cancel()

        let standings = first.compactMap { if case .runStands(let standing) = $0 { standing } else { nil } }
        let told = (first + later).compactMap { if case .recorded(let event) = $0 { event } else { nil } }
        #expect(standings.map(\.run) == [again.generator.run])
        #expect(standings.map(\.figures.ended) == [2])
        #expect(standings.first?.underWay.map { $0.first?.sample } == [held])
        #expect(Set(told.map(\.sample)) == [held])
        let last = try #require(standings.first?.lastEvents[held])
        let end = try await dataset.events(of: held).count
        // The newest that the standing counts, then all that came after it.
        #expect(told.first.map { $0.number <= last } == true)
        #expect(told.dropFirst().map(\.number) == Array(last + 1...end))
    }

    @Test func `is none where samples are imported`() async throws {
        defer { program.clean() }
        let dataset = try Dataset.open(at: file, mode: .readWrite)
        let (inbox, watching) = try await watching()
        let run = RunID(importedFrom: "rows", contents: ContentHash(of: "a file"))
        try await dataset.beginRun(
            run, plan: .demo(seed: 1), planner: Dataset.importPlanner, library: [], requested: 1,
            at: Timestamp(microseconds: 1))

        let lock = try dataset.lockRun(run)
        try await dataset.record(
            RecordedEvent(
                sample: SampleID(run: run, index: 1), number: 1, time: Timestamp(microseconds: 2),
                event: .imported(from: "rows", Workflow())))
        try await giveSign("later", at: Timestamp(microseconds: 3))
        let events = try await events(in: inbox) { Self.isSign("later", $0) }
        watching.cancel()
        lock.release()

        #expect(events.contains { if case .recorded = $0 { true } else { false } })
        #expect(!events.contains { if case .runStands = $0 { true } else { false } })
    }

    /// What one look at a dataset brings to whoever watches it, after whatever was there at first.
    private func look(
        of desk: EffectDesk, _ inbox: Inbox, at samples: [SampleID]
    ) async -> [ExplorerEvent] {
        _ = inbox.takeAll()
        await desk.noticed(DatasetChange(grown: samples, decisions: [], hasNewRun: false))
        return inbox.takeAll().compactMap { if case .event(let event) = $0 { event } else { nil } }
    }

    @Test func `has a word waiting no longer that counted by an event that was not told`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let held = growth.samples[2]
        await other.carryOut([.steer(held, Steering(note: "more of music"), at: .proposing, iteration: nil)])
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))
        try await desk.showWaiting()
        // Through its next proposal to the selection after it.
        await growth.control.step(held)
        while await !growth.control.isWaiting(held) { try await Task.sleep(for: .milliseconds(2)) }

        let events = await look(of: desk, inbox, at: [held])
        await other.carryOut([.quit(.cancelling)])

        let told = events.compactMap { if case .recorded(let event) = $0 { event.event } else { nil } }
        #expect(told.count == 1)
        #expect(!told.contains { if case .steered = $0 { true } else { false } })
        #expect(events.contains(.waiting(held, WaitingSteerings([]))))
    }

    @Test func `is told of what a standing counts no more, also of samples that had ended`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))

        let first = await look(of: desk, inbox, at: [growth.samples[2]])
        let second = await look(of: desk, inbox, at: [growth.samples[0], growth.samples[2]])
        await other.carryOut([.quit(.cancelling)])

        let standings = first.compactMap { if case .runStands(let standing) = $0 { standing } else { nil } }
        #expect(standings.map(\.figures.ended) == [2])
        #expect(second == [])
    }

    @Test func `that cannot be read is told of once, and hides no other run`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let dataset = try Dataset.open(at: file, mode: .readWrite)
        let damaged = RunID(ContentHash(of: "a damaged run"))
        try await dataset.beginRun(
            damaged, plan: .demo(seed: 9), planner: Dataset.importPlanner, library: [], requested: 1,
            at: Timestamp(microseconds: 1))
        try await dataset.write(.alone) { database in
            try database.execute(sql: "UPDATE run SET plan = '{}' WHERE hash = '\(damaged.hash.hex)'")
        }
        let lock = try dataset.lockRun(damaged)
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))
        let samples = [SampleID(run: damaged, index: 1), growth.samples[2]]

        let first = await look(of: desk, inbox, at: samples)
        let second = await look(of: desk, inbox, at: samples)
        lock.release()
        await other.carryOut([.quit(.cancelling)])

        let failures = first.compactMap { if case .failed(let text) = $0 { text } else { nil } }
        let standings = first.compactMap { if case .runStands(let standing) = $0 { standing.run } else { nil } }
        #expect(failures.count == 1)
        #expect(failures.first?.contains("the plan of run \(damaged.hash.hex.prefix(8)) cannot be read") == true)
        #expect(standings == [growth.generator.run])
        #expect(second == [])
    }

    @Test func `is said to be left once nobody grows it`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let (desk, inbox) = try await desk(growing: nil, in: try Dataset.open(at: file, mode: .readOnly))
        let arrivals = Arrivals(in: inbox)
        let watching = [Task { await desk.watchOthers() }, Task { await desk.watchLocks() }]
        _ = try await arrivals.next { event in
            if case .runStands(let standing) = event { standing } else { nil }
        }

        await other.carryOut([.quit(.cancelling)])
        let left = try await arrivals.next { event in
            if case .runLeft(let run) = event { run } else { nil }
        }
        for watch in watching { watch.cancel() }

        #expect(left == growth.generator.run)
    }

    @Test func `and was killed is listed where it was once it is gone on with`() async throws {
        defer { program.clean() }
        let (other, growth) = try await grown()
        let held = growth.samples[2]
        await other.carryOut([.steer(held, Steering(note: "n"), at: .proposing, iteration: nil)])
        await other.carryOut([.quit(.cancelling)])
        let dataset = try Dataset.open(at: file, mode: .readWrite)
        while dataset.isGrowing(growth.generator.run) { try await Task.sleep(for: .milliseconds(2)) }
        let again = try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 3, concurrency: 3, in: dataset)
        await again.control.pause()

        let (desk, inbox) = try await desk(growing: again, in: dataset)
        await inbox.greet(again)
        let events = inbox.takeAll().compactMap { arrival in
            if case .event(let event) = arrival { event } else { nil }
        }
        while await !again.control.isWaiting(held) { try await Task.sleep(for: .milliseconds(2)) }
        await desk.carryOut([.quit(.cancelling)])

        guard case .runStands(let standing) = events.first else {
            Issue.record("The run's standing comes before anything else: \(events)")
            return
        }
        #expect(standing.underWay.map { $0.last?.sample } == [held])
        #expect(standing.figures.ended == 2)
        #expect(events.contains(.runPaused))
        #expect(
            events.contains { event in
                if case .waiting(held, let waiting) = event {
                    waiting.words.map(\.steering.note) == ["n"]
                } else {
                    false
                }
            })
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
