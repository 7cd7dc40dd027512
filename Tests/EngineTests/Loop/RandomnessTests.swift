import Testing

@testable import Engine

@Suite("Randomness")
struct RandomnessTests {
    @Test func `a stream depends on its purpose, seed, sample and iteration, and on nothing else`() {
        func first(_ purpose: SeededGenerator.Purpose, _ seed: UInt64, _ sample: Int, _ iteration: Int) -> UInt64 {
            var random = SeededGenerator(for: purpose, seed: seed, sample: sample, iteration: iteration)
            return random.next()
        }
        let streams = [
            first(.sampling, 1, 1, 1), first(.proposing, 1, 1, 1), first(.sampling, 2, 1, 1), first(.sampling, 1, 2, 1),
            first(.sampling, 1, 1, 2),
        ]

        #expect(Set(streams).count == streams.count)
        #expect(first(.sampling, 1, 1, 1) == streams[0])
    }

    @Test(arguments: [(0, 5), (3, 5), (5, 5), (9, 5)])
    func `a batch has no repetition and never more than there is`(count: Int, available: Int) {
        var random = SeededGenerator(for: .sampling, seed: 1, sample: 1, iteration: 1)

        let batch = Array(0..<available).sample(count, using: &random)

        #expect(batch.count == min(count, available))
        #expect(Set(batch).count == batch.count)
    }

    @Test func `every element is drawn about equally often`() {
        var random = SeededGenerator(for: .sampling, seed: 3, sample: 1, iteration: 1)
        var counts = Array(repeating: 0, count: 10)

        for _ in 0..<10_000 {
            for pick in Array(0..<10).sample(3, using: &random) { counts[pick] += 1 }
        }

        #expect(counts.allSatisfy { (2_700...3_300).contains($0) }, "\(counts)")
    }
}
