import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Tasks of samples")
struct TaskMakingTests {
    private func made(
        _ samples: [ReviewedSample], _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> (tasks: [OfferedTask], making: TaskMaking) {
        var options = ExportOptions(datasetName: "test")
        change(&options)
        var making = try TaskMaking(options)
        let tasks = samples.flatMap { making.tasks(of: $0) }
        return (tasks, making)
    }

    /// A chain whose pool has two tools that have nothing to do with it.
    private static let withOthers = ExampleSamples.chain
        .tool(.example("song_text", "Prints songs.", family: "music"))
        .tool(.example("loan_rate", "Says what money costs.", family: "money"))
        .sampled("song_text", "loan_rate").sample

    @Test func `have dependent steps in turns of their own, and independent ones together`() throws {
        let (tasks, _) = try made([ExampleSamples.chain.sample, ExampleSamples.parallel.sample])

        #expect(tasks.map { $0.turns.map(\.count) } == [[1, 1], [2, 2]])
        #expect(tasks.map(\.kind) == [.calls, .calls])
        #expect(tasks.first?.query == "How warm will it be in Oslo?")
        #expect(tasks.first?.tools.map(\.name) == ["geocode", "forecast"])
    }

    @Test func `are asked as reviewers edited them`() throws {
        let (tasks, _) = try made([ExampleSamples.edited.sample])

        #expect(tasks.map(\.query) == ["Where is Oslo?"])
        #expect(tasks.map(\.response) == ["At 59.91° north."])
    }

    @Test func `offer other tools beside those in use, as rows do`() throws {
        let (tasks, _) = try made([Self.withOthers]) { $0.candidates = 4 }

        #expect(Set(tasks.flatMap(\.tools).map(\.name)) == ["geocode", "forecast", "song_text", "loan_rate"])
    }

    @Test func `have a second one where no offered tool can help`() throws {
        let (tasks, _) = try made([Self.withOthers]) { $0.irrelevance = .all }

        #expect(tasks.map(\.kind) == [.calls, .irrelevance])
        #expect(tasks.last?.turns == [])
        #expect(Set(tasks.last?.tools.map(\.name) ?? []) == ["song_text", "loan_rate"])
    }

    @Test func `name the samples that are none, and a task that could not be made`() throws {
        let (tasks, making) = try made([
            ExampleSamples.chain.sample, ExampleSamples.failed.sample, ExampleSamples.chain.sample,
        ]) { $0.irrelevance = .all }

        #expect(tasks.count == 1)
        #expect(making.skipped.map(\.sample.index) == [7, 1])
        #expect(making.skipped.map(\.reason).last == .equal(to: ExampleSamples.chain.id))
        #expect(making.refusals.map(\.reason) == [.tooFewOtherTools(0)])
    }

    @Test func `leave out results from where none was wanted from`() throws {
        let (tasks, making) = try made([ExampleSamples.chain.sample]) { $0.origins = [.live] }

        #expect(tasks.isEmpty)
        #expect(making.skipped.map(\.reason) == [.origin(.demo, step: 1)])
    }
}
