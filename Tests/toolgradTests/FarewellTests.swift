import DatasetStore
import Engine
import Foundation
import Testing

@testable import toolgrad

@Suite("What whoever leaves the explorer is told", .timeLimit(.minutes(1)))
struct FarewellTests {
    private let program: Program
    private let dataset: Dataset

    init() throws {
        program = try Program()
        dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
    }

    private func growth() async throws -> toolgrad.Growth {
        try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 2, concurrency: 2, in: dataset)
    }

    private var again: String { "\(dataset.path)   open it again with: toolgrad review \(dataset.path)" }

    @Test func `an incomplete run is told with how far it is and how it goes on`() async throws {
        defer { program.clean() }
        let growth = try await growth()
        let run = growth.generator.run
        let recorder = WatchedRecorder(dataset) { _ in }
        let command = "toolgrad resume \(run) --dataset \(dataset.path)"

        let before = await dataset.farewell(to: growth)
        try await growth.grow(recording: recorder, only: [1])
        let between = await dataset.farewell(to: growth)
        try await growth.grow(recording: recorder)
        let after = await dataset.farewell(to: growth)

        #expect(before == ["Run \(run): 0 of 2 samples have ended   go on with: \(command)", again])
        #expect(between == ["Run \(run): 1 of 2 samples have ended   go on with: \(command)", again])
        #expect(after == [again])
    }

    @Test func `where nothing grew, only how the dataset is opened again is told`() async {
        defer { program.clean() }

        #expect(await dataset.farewell(to: nil) == [again])
    }
}

@Suite("Options of resume")
struct ResumeOptionsTests {
    @Test func `a run that is watched may begin paused, as with generate`() throws {
        #expect(try ResumeCommand.parse(["--watch", "--paused"]).paused)
        #expect(try !ResumeCommand.parse(["--watch"]).paused)
    }

    @Test func `nothing is paused that nobody watches`() {
        #expect(throws: (any Error).self) { try ResumeCommand.parse(["--paused"]) }
    }
}

@Suite("A branch of a run whose limit is met", .timeLimit(.minutes(1)))
struct SpentBranchTests {
    @Test func `is warned about before it grows`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        let grown = try await program.run(
            "generate", "--count", "6", "--seed", "5", "--concurrency", "1", "--max-calls", "40", "--dataset", file)
        #expect(grown.output.contains("A limit of the run was met"), "\(grown.output)")

        let branch = try await program.run(
            ["branch", "s-1", "--at", "1", "--note", "more of music", "--dataset", file])

        #expect(
            branch.errors.contains("  the run's limit of tool calls is met already: the branch will end unfinished"),
            "\(branch.errors)")
    }
}
