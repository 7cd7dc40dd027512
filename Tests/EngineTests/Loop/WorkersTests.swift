import Engine
import Synchronization
import TestSupport
import Testing

@Suite("Workers of a run", .timeLimit(.minutes(1)))
struct WorkersTests {
    /// Proposes one call in every iteration, whichever sample asks.
    private static let stages = Stages(
        planner: "one call", proposer: OneCall(), executor: PlannedExecutor(), selector: First(),
        synthesizer: Same())

    private struct OneCall: Proposer {
        func propose(_ request: ProposalRequest) -> Proposals {
            Proposals(reason: "one", all: [.calling(1, ("find", ["name": "Oslo"]))])
        }
    }

    private struct First: Selector {
        func select(_ request: SelectionRequest) -> Selection {
            .chosen(request.candidates[0].id, place: .newChain, reason: "first")
        }
    }

    private struct Same: Synthesizer {
        func synthesize(_ request: SynthesisRequest) -> Synthesis { Synthesis(query: "q", response: "r") }
    }

    /// Samples that wait at a gate, and how many ever did at once.
    private func waiting(_ control: RunControl, of generator: Generator, among count: Int) async -> Set<Int> {
        var waiting: Set<Int> = []
        for index in 1...count where await control.isWaiting(SampleID(run: generator.run, index: index)) {
            waiting.insert(index)
        }
        return waiting
    }

    private func untilWaiting(
        _ expected: Set<Int>, _ control: RunControl, of generator: Generator, among count: Int
    ) async {
        while await waiting(control, of: generator, among: count) != expected { await Task.yield() }
    }

    /// Long enough for a sample that may begin to have done so.
    private func letOthersGo() async {
        for _ in 1...2_000 { await Task.yield() }
    }

    @Test func `more of them begin at once, while those that grow wait`() async throws {
        let control = RunControl(concurrency: 2)
        let recorder = MemoryRecorder()
        let generator = try await Generator.testing(Self.stages, on: CountingTools(), control: control)
        await control.pause()
        let growing = Task { try await Run(generator, control: control, recorder: recorder).grow(1...6) }
        await untilWaiting([1, 2], control, of: generator, among: 6)

        await control.setConcurrency(5)
        await untilWaiting([1, 2, 3, 4, 5], control, of: generator, among: 6)
        await letOthersGo()
        #expect(await waiting(control, of: generator, among: 6) == [1, 2, 3, 4, 5])

        await control.resume()
        try await growing.value
        #expect(await recorder.finished == [1, 2, 3, 4, 5, 6])
    }

    @Test func `all of them go on together where a run was cut off, also while it is paused`() async throws {
        let recorder = MemoryRecorder()
        let plan = Plan.testing(iterations: 2)
        let first = RunControl(concurrency: 3)
        let begun = try await Generator.testing(Self.stages, on: CountingTools(), plan: plan, control: first)
        await first.pause()
        let cutOff = Task { try await Run(begun, control: first, recorder: recorder).grow(1...3) }
        await untilWaiting([1, 2, 3], first, of: begun, among: 3)
        cutOff.cancel()
        _ = await cutOff.result
        let stored = await recorder.all.count

        let second = RunControl(concurrency: 3)
        let resumed = try await Generator.testing(Self.stages, on: CountingTools(), plan: plan, control: second)
        await second.pause()
        let growing = Task { try await Run(resumed, control: second, recorder: recorder).grow(1...3) }
        await untilWaiting([1, 2, 3], second, of: resumed, among: 3)

        #expect(await recorder.all.count == stored)
        await second.resume()
        try await growing.value
        #expect(await recorder.finished == [1, 2, 3])
    }

    @Test func `fewer of them let nobody begin until enough have ended`() async throws {
        let control = RunControl(concurrency: 3)
        let recorder = MemoryRecorder()
        let generator = try await Generator.testing(Self.stages, on: CountingTools(), control: control)
        func sample(_ index: Int) -> SampleID { SampleID(run: generator.run, index: index) }
        for index in 1...6 { await control.hold(sample(index)) }
        let growing = Task { try await Run(generator, control: control, recorder: recorder).grow(1...6) }
        await untilWaiting([1, 2, 3], control, of: generator, among: 6)
        await control.setConcurrency(1)

        await control.release(sample(1))
        await control.release(sample(2))
        while await recorder.finished != [1, 2] { await Task.yield() }
        await letOthersGo()
        #expect(await waiting(control, of: generator, among: 6) == [3])

        await control.setConcurrency(2)
        await untilWaiting([3, 4], control, of: generator, among: 6)
        for index in 3...6 { await control.release(sample(index)) }
        try await growing.value
        #expect(await recorder.finished == [1, 2, 3, 4, 5, 6])
    }

    @Test(arguments: [(0, 1), (-3, 1), (64, 64), (65, 64), (1_000_000, 64)])
    func `there are between one and sixty-four of them`(asked: Int, given: Int) async {
        let control = RunControl(concurrency: 4)

        await control.setConcurrency(asked)

        #expect(await control.concurrency == given)
    }

    @Test func `a run that began with more may have as many again`() async {
        let control = RunControl(concurrency: 200)

        await control.setConcurrency(8)
        await control.setConcurrency(500)

        #expect(await control.concurrency == 200)
    }

    @Test func `a sample that is stopped stays as it is, the others go on, and it can go on later`() async throws {
        let control = RunControl(concurrency: 3)
        let recorder = MemoryRecorder()
        let plan = Plan.testing(iterations: 3)
        let generator = try await Generator.testing(Self.stages, on: CountingTools(), plan: plan, control: control)
        let second = SampleID(run: generator.run, index: 2)
        await control.hold(second)
        let growing = Task { try await Run(generator, control: control, recorder: recorder).grow(1...4) }
        while await !control.isWaiting(second) { await Task.yield() }
        await control.step(second)
        while await !control.isWaiting(second) { await Task.yield() }
        let before = await recorder.events(of: second)

        let isStopped = await control.stop(second)
        try await growing.value

        #expect(isStopped)
        #expect(await recorder.finished == [1, 3, 4])
        #expect(await recorder.events(of: second) == before)
        #expect(before.contains { $0.event == .iterationBegan(1) })
        #expect(await !control.isGrowing(second))

        try await Run(generator, control: RunControl(), recorder: recorder).grow(1...4)
        let undisturbed = MemoryRecorder()
        let other = try await Generator.testing(Self.stages, on: CountingTools(), plan: plan)
        try await Run(other, control: RunControl(), recorder: undisturbed).grow(2...2)
        let events = await recorder.events(of: second).map(\.event)
        let whole = await undisturbed.events(of: second).map(\.event)
        #expect(events.inCanonicalOrder == whole.inCanonicalOrder)
    }

    @Test func `stopping a sample in the middle of a call ends it there`() async throws {
        let control = RunControl(concurrency: 2)
        let recorder = MemoryRecorder()
        let isCalled = Mutex(false)
        let tools = CountingTools { _ in
            isCalled.withLock { $0 = true }
            while !Task.isCancelled { await Task.yield() }
        }
        let generator = try await Generator.testing(Self.stages, on: tools, control: control)
        let growing = Task { try await Run(generator, control: control, recorder: recorder).grow(1...1) }
        while !isCalled.withLock({ $0 }) { await Task.yield() }

        let isStopped = await control.stop(generator.firstSample)
        try await growing.value

        #expect(isStopped)
        #expect(await recorder.finished.isEmpty)
    }

    @Test func `what does not grow cannot be stopped`() async throws {
        let control = RunControl()
        let generator = try await Generator.testing(Self.stages, on: CountingTools(), control: control)

        #expect(await !control.stop(generator.firstSample))
    }

    @Test func `muted tools can be read`() async {
        let control = RunControl()
        await control.mute("find")
        await control.mute("fail")
        await control.unmute("find")

        #expect(await control.mutedTools == ["fail"])
    }
}

extension MemoryRecorder {
    /// The indices of the samples that have ended.
    fileprivate var finished: Set<Int> {
        Set(
            all.filter { if case .finished = $0.event { true } else { false } }.map(\.sample.index))
    }
}
