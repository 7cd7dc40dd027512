import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite struct `The family of a sample` {
    @Test func `is the original and all its branches, whichever is asked for`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        func sample(_ branch: [Int], index: Int = 1) -> SampleBuilder {
            SampleBuilder(query: "q", response: "r", index: index, branch: branch).step("find", ["a": 1], gives: "1")
        }
        let original = try await dataset.store(sample([]))
        let second = try await dataset.store(sample([2]))
        let first = try await dataset.store(sample([1]))
        let deeper = try await dataset.store(sample([1, 1]))
        _ = try await dataset.store(sample([], index: 2))

        for asked in [original, deeper] {
            let family = try await dataset.family(of: asked)
            #expect(family.map(\.id) == [original, first, deeper, second])
            #expect(family.map { "\($0.label)" } == ["s-00001", "s-00001.b1", "s-00001.b1.b1", "s-00001.b2"])
        }
    }

    @Test func `of an unknown sample is an error`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let unknown = SampleID(run: RunID(ContentHash(of: "none")), index: 1)

        await #expect(throws: DatasetError.self) { try await dataset.family(of: unknown) }
    }
}
