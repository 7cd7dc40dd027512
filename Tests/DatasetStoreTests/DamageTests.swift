import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite struct `Damage` {
    @Test(arguments: [
        ("event", "payload = replace(payload, 'Oslo', 'Rome')", "of s-00001 does not have the hash"),
        ("event", "hash = ''", "event 1 of s-00001"),
        ("output", "bytes = x'00'", "the output"),
        ("decision", "payload = replace(payload, 'flag', 'skip')", "decision 1"),
    ])
    func `inside a row is found when it is read`(table: String, change: String, what: String) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(
            SampleBuilder(query: "Oslo?", response: "r").step("geocode", ["name": "Oslo"], gives: "[1]"))
        try await dataset.decide(sample, .flag)
        try await dataset.tamper("DROP TRIGGER \(table)_no_update; UPDATE \(table) SET \(change)")

        let error = await #expect(throws: DatasetError.self) { try await dataset.reviewedSample(sample) }

        let found = try #require(error?.description)
        #expect(found.contains("is damaged") && found.contains(what), "\(found)")
    }

    @Test func `anywhere is found, or what is read is right`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.store(built)
        try dataset.close()
        let whole = try #require(try folder.contents["trip.toolgrad"])
        var random = SeededGenerator(for: .sampling, seed: 3, sample: 1, iteration: 1)

        for _ in 1...200 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            try bytes.write(to: URL(filePath: folder.file))

            let read = try? await Dataset.open(at: folder.file, mode: .readOnly).reviewedSample(built.id)
            #expect(read == nil || read == built.sample)
        }
    }
}
