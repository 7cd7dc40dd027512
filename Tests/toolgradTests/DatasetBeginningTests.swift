import DatasetStore
import Engine
import Foundation
import TestSupport
import Testing

@testable import toolgrad

@Suite("Datasets that are begun")
struct DatasetBeginningTests {
    private static let failure = CommandFailure("It failed.")

    private func isThere(_ program: Program) -> Bool {
        FileManager.default.fileExists(atPath: program.file("a.toolgrad"))
    }

    private func begin(_ sample: SampleBuilder, in dataset: Dataset) async throws {
        try await dataset.beginRun(
            sample.id.run, plan: SampleBuilder.plan(seed: 1), planner: "offline", library: sample.sample.library,
            requested: 1, at: Timestamp(microseconds: 0))
    }

    @Test func `are taken away with all of their files where nothing came into them`() async throws {
        let program = try Program()
        defer { program.clean() }

        try await DatasetBeginning(at: program.file("a.toolgrad")).abandon(after: Self.failure)

        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(names.filter { $0.hasPrefix("a.toolgrad") } == [])
    }

    @Test func `stay where another process made the file`() async throws {
        let program = try Program()
        defer { program.clean() }
        let first = try DatasetBeginning(at: program.file("a.toolgrad"))

        try await DatasetBeginning(at: program.file("a.toolgrad")).abandon(after: Self.failure)

        #expect(isThere(program))
        #expect(try await first.dataset.runs().isEmpty)
    }

    @Test func `stay where another process has begun a run in them meanwhile`() async throws {
        let program = try Program()
        defer { program.clean() }
        let beginning = try DatasetBeginning(at: program.file("a.toolgrad"))
        let other = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        try await begin(.warmth(of: "Oslo"), in: other)

        await beginning.abandon(after: Self.failure)

        #expect(isThere(program))
        #expect(try await other.runs().count == 1)
    }

    @Test func `stay where a study has begun in them`() async throws {
        let program = try Program()
        defer { program.clean() }
        let beginning = try DatasetBeginning(at: program.file("a.toolgrad"))
        try await beginning.dataset.beginStudy(
            RunID(ContentHash(of: "a study")), kind: .baseline, name: "base", plan: [:],
            at: Timestamp(microseconds: 0))

        await beginning.abandon(after: Self.failure)

        #expect(isThere(program))
    }

    @Test func `stay for as long as another process holds a run that is still to begin`() async throws {
        let program = try Program()
        defer { program.clean() }
        let beginning = try DatasetBeginning(at: program.file("a.toolgrad"))
        let other = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let lock = try other.lockRun(SampleBuilder.warmth(of: "Oslo").id.run)

        await beginning.abandon(after: Self.failure)
        #expect(isThere(program))
        lock.release()
        await beginning.abandon(after: Self.failure)

        #expect(!isThere(program))
    }

    @Test func `stay where a run was locked`() async throws {
        let program = try Program()
        defer { program.clean() }
        let beginning = try DatasetBeginning(at: program.file("a.toolgrad"))

        await beginning.abandon(
            after: DatasetError.runIsLocked(SampleBuilder.warmth(of: "Oslo").id.run, holder: "another process"))

        #expect(isThere(program))
    }

    @Test func `are begun in an empty file, which stays when nothing comes into it`() async throws {
        let program = try Program()
        defer { program.clean() }
        try Data().write(to: URL(fileURLWithPath: program.file("a.toolgrad")))

        let beginning = try DatasetBeginning(at: program.file("a.toolgrad"))
        #expect(try await beginning.dataset.runs().isEmpty)
        await beginning.abandon(after: Self.failure)

        #expect(isThere(program))
    }
}
