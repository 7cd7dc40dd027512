import Engine
import Review
import Testing

@testable import Explorer

@Suite("A branch that grows here")
struct OwnBranchTests {
    private static let branch = SampleID(
        run: ExampleSample.id(1).run, index: ExampleSample.id(1).index, branch: [1])

    /// An explorer of a finished dataset in which a branch of the sample on the screen began.
    private static func branched() -> ExplorerState {
        var state = ExplorerState.example()
        let begun = RunEvent.branch(
            from: ExampleSample.id(1), in: RunState(ExampleSample.completed), at: 2, steering: Steering(note: "n"))
        _ = record(begun, 1, in: &state)
        _ = state.update(.branched(branch, from: ExampleSample.id(1)))
        return state
    }

    /// The same once the branch is on the screen.
    private static func shown() -> ExplorerState {
        var state = branched()
        let begun = RunEvent.branch(
            from: ExampleSample.id(1), in: RunState(ExampleSample.completed), at: 2, steering: Steering(note: "n"))
        state.load(
            ReviewedSample(
                id: branch, seed: 123, state: RunState([begun]), review: ReviewState(), library: ExampleSample.library),
            lastEvent: 1)
        return state
    }

    private static func record(_ event: RunEvent, _ number: Int, in state: inout ExplorerState) -> [Effect] {
        state.update(
            .recorded(RecordedEvent(sample: branch, number: number, time: .at(12, 0), event: event)))
    }

    @Test func `is no sample that another process grows`() {
        let growing = Self.branched()
        let idle = ExplorerState.example()

        #expect(growing.growsHere(Self.branch))
        #expect(!growing.growsHere(ExampleSample.id(1)))
        #expect(!idle.growsHere(Self.branch))
    }

    @Test func `is asked about before the program ends, until it has ended itself`() {
        var growing = Self.branched()
        var ended = Self.branched()
        _ = Self.record(.finished(.nothingGrown), 2, in: &ended)
        var stopped = Self.branched()
        _ = stopped.update(.stopped(Self.branch))

        #expect(!growing.press("q").contains(.quit(.atOnce)))
        #expect(growing.overlay == .quit)
        #expect(ended.press("q") == [.quit(.atOnce)])
        #expect(stopped.press("q") == [.quit(.atOnce)])
    }

    @Test func `goes on when the run beside it has ended`() {
        var state = Self.branched()
        _ = state.update(.held(Self.branch))
        _ = state.update(.held(ExampleSample.id(2)))

        _ = state.update(.runEnded)

        #expect(state.growsAnything)
        #expect(state.held == [Self.branch])
    }

    @Test(arguments: ["", "g l "]) func `is held by the key that pauses a run, and let go on by it`(way: String) {
        var state = Self.shown()

        let held = state.press(way + "S")
        _ = state.update(.held(Self.branch))
        let released = state.press("S")

        #expect(held == [.hold(Self.branch)])
        #expect(released == [.release(Self.branch)])
    }

    @Test func `cannot be paused any more once it has ended, which is said`() {
        var state = Self.shown()
        _ = Self.record(.finished(.nothingGrown), 2, in: &state)

        #expect(state.press("S").isEmpty)
        #expect(state.notice?.text == "Nothing is growing.")
    }

    @Test func `is called after its sample`() {
        let row = QueueRow(id: Self.branch, number: 417)

        #expect(row.name == "s-00417.b1")
    }
}
