import DatasetStore
import Engine
import Foundation
import TestSupport
import Testing

@Suite struct `Labels of samples` {
    @Test(arguments: [
        ("s-00417", 417, [] as [Int]), ("s-00001.b1", 1, [1]), ("s-00001.b12.b3", 1, [12, 3]),
        ("s-1234567", 1_234_567, []),
    ])
    func `are read as they are written`(text: String, number: Int, branch: [Int]) {
        let label = SampleLabel(number: number, branch: branch)

        #expect(label.description == text)
        #expect(SampleLabel(text) == label)
    }

    @Test func `may be shortened by people`() {
        #expect(SampleLabel("417") == SampleLabel(number: 417))
        #expect(SampleLabel("s-7.b1") == SampleLabel(number: 7, branch: [1]))
    }

    @Test(arguments: ["", "s-", "s-x", "0", "-3", "s-+3", "s-1.", "s-1.1", "s-1.b0", "s-1.bx", "t-1", "s-1 "])
    func `are nothing else`(text: String) {
        #expect(SampleLabel(text) == nil)
    }

    @Test func `do not depend on which sample begins first`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = SampleBuilder.warmth(of: "Oslo", seed: 1)
        let second = SampleBuilder.warmth(of: "Oslo", seed: 2)
        try await dataset.begin(first, requested: 3)
        try await dataset.begin(second, requested: 2)

        for (built, index) in [(second, 2), (first, 3), (second, 1), (first, 1), (second, 3), (first, 4), (first, 2)] {
            let sample = SampleID(run: built.id.run, index: index)
            try await dataset.record(RecordedEvent(sample: sample, number: 1, time: .zero, event: .sampled([])))
        }

        let lines = try await dataset.summaries(offset: 0, limit: 9)
        #expect(lines.map(\.id.index) == [1, 2, 3, 1, 2, 3, 4])
        #expect(lines.map(\.id.run) == [first, first, first, second, second, second, first].map(\.id.run))
        #expect(lines.map(\.label.number) == Array(1...7))
    }

    @Test func `go on when more samples are asked for`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built, requested: 2)
        try await dataset.begin(built, requested: 5)

        let sample = SampleID(run: built.id.run, index: 5)
        try await dataset.record(RecordedEvent(sample: sample, number: 1, time: .zero, event: .sampled([])))

        #expect(try await dataset.label(of: sample) == SampleLabel(number: 5))
    }

    @Test func `of branches begin with the original's`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let original = try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.store(.warmth(of: "Oslo", index: 2))
        let branches = [[1], [2], [2, 1], [11]].map { SampleID(run: original.run, index: 1, branch: $0) }
        for branch in branches {
            try await dataset.record(RecordedEvent(sample: branch, number: 1, time: .zero, event: .sampled([])))
        }

        let lines = try await dataset.summaries(offset: 0, limit: 9)

        #expect(
            lines.map(\.label.description)
                == ["s-00001", "s-00001.b1", "s-00001.b2", "s-00001.b2.b1", "s-00001.b11", "s-00002"])
        for line in lines { #expect(try await dataset.sample(labelled: line.label) == line.id) }
        #expect(try await dataset.sample(labelled: SampleLabel(number: 3)) == nil)
        #expect(try await dataset.branchCount(of: original) == 3)
        #expect(try await dataset.branchCount(of: branches[1]) == 1)
    }
}
