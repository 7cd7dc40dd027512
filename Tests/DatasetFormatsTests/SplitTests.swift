import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Training and testing")
struct SplitTests {
    @Test(arguments: [(1, 0.9, 0), (4, 0.9, 0), (6, 0.9, 1), (20, 0.9, 2), (10, 1, 0), (3, 0.01, 2), (1, 0.01, 0)])
    func `share the rows as asked, and there is always one to train on`(
        samples: Int, share: Double, expected: Int
    ) throws {
        let export = try export(of: numbered(1...samples), share: share)

        #expect(try rows(of: export, in: "data/test.jsonl").count == expected)
        #expect(try rows(of: export, in: "data/train.jsonl").count == samples - expected)
        #expect(export.files.map(\.path).contains("data/test.jsonl") == (expected > 0))
    }

    @Test func `depend on the seed and not on the order`() throws {
        let samples = numbered(1...30)

        let forward = try rows(of: export(of: samples, share: 0.5), in: "data/test.jsonl")
        let backward = try rows(of: export(of: samples.reversed(), share: 0.5), in: "data/test.jsonl")
        let other = try rows(of: export(of: samples, share: 0.5, seed: 2), in: "data/test.jsonl")

        #expect(forward == backward.reversed())
        #expect(forward != other)
        #expect(forward == forward.sorted())
    }

    @Test(arguments: 1...5)
    func `never part a sample from its branches`(seed: UInt64) throws {
        let families = (1...12).flatMap { index in
            [[], [1], [1, 1]].map { branch in
                SampleBuilder(
                    query: "\(index) \(branch), where is number \(index * 7919)?", response: "There.", index: index,
                    branch: branch
                )
                .step("find", ["place": .string("\(index) \(branch)")], gives: "{}").sample
            }
        }

        let export = try export(of: families, share: 0.5, seed: seed)

        let testing = Set(try rows(of: export, in: "data/test.jsonl").map(\.index))
        let training = Set(try rows(of: export, in: "data/train.jsonl").map(\.index))
        #expect(testing.count == 6)
        #expect(testing.isDisjoint(with: training))
    }

    @Test(arguments: [0, -0.5, 1.1, Double.nan])
    func `refuse a share that splits nothing`(share: Double) {
        #expect(throws: ExportError.self) { try export(of: numbered(1...2), share: share) }
    }

    private func numbered(_ indices: ClosedRange<Int>) -> [ReviewedSample] {
        indices.map { index in
            SampleBuilder(
                query: "\(index), where in the world is that, number \(index * 7919)?", response: "There.", index: index
            ).step("find", ["place": .string("\(index)")], gives: "{}").sample
        }
    }

    private func export(of samples: [ReviewedSample], share: Double, seed: UInt64 = 1) throws -> Export {
        try trlExport(of: samples) {
            $0.split = share
            $0.seed = seed
        }
    }

    private func rows(of export: Export, in file: String) throws -> [SampleID] {
        try export.rows.filter { $0.file == file }.map(\.sample)
    }

    @Test(arguments: 1...5)
    func `never part samples that are too like each other`(seed: UInt64) throws {
        let samples = (1...12).flatMap { index in
            [1, 2].map { twin in
                SampleBuilder(
                    query: "Which hotels near \(index * 7919) have a pool, a sauna and a room for two?",
                    response: "Two of them.", index: 2 * index + twin
                ).step("find", ["place": .string("\(index) \(twin)")], gives: "{}").sample
            }
        }

        let export = try export(of: samples, share: 0.5, seed: seed)

        let testing = Set(try rows(of: export, in: "data/test.jsonl").map { ($0.index - 1) / 2 })
        let training = Set(try rows(of: export, in: "data/train.jsonl").map { ($0.index - 1) / 2 })
        #expect(testing.isDisjoint(with: training))
    }
}
