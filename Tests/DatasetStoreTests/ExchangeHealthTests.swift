import Engine
import Foundation
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Looking exchanges over` {
    private func grown(in folder: TemporaryFolder, _ change: String = "") async throws -> DatasetExamination {
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(RoteModel(), ledger: dataset)
        try await generator.begin(in: dataset)
        try await generator.grow(in: dataset)
        let slot = ExchangeSlot(sample: generator.firstSample, iteration: 9, stage: .proposing)
        _ = try await dataset.begin(Question(ModelRequest.ofEverything("?"), in: slot))
        if !change.isEmpty { try await dataset.tamper(change) }
        try dataset.close()
        return try DatasetExamination(of: DatasetFile(at: folder.file))
    }

    @Test func `counts them and finds nothing wrong`() async throws {
        let examination = try await grown(in: try TemporaryFolder())

        let census = try #require(try await examination.census())
        let rows = await examination.rows()

        #expect(census.exchanges == 6 && census.pendingExchanges == 1)
        #expect(await examination.references() == .sound)
        #expect(await examination.integrity() == .sound)
        #expect(rows.damaged == 0 && rows.unread.isEmpty)
    }

    @Test(arguments: [
        ("exchange", "result = replace(result, 'Answer', 'answer') WHERE id = 2", "exchange 2"),
        ("exchange", "resultHash = NULL WHERE id = 2", "exchange 2"),
        ("part", "text = text || ' ' WHERE id = 1", "part 1"),
        ("output", "bytes = x'00' WHERE id = 1", "output 1"),
    ])
    func `finds an answer or a part that is not what was stored`(
        table: String, change: String, what: String
    ) async throws {
        let tampering = "DROP TRIGGER \(table)_no_update; UPDATE \(table) SET \(change)"
        let examination = try await grown(in: try TemporaryFolder(), tampering)

        let rows = await examination.rows()

        #expect(rows.damaged == 1)
        #expect(rows.problems == ["\(what) does not have the hash it was stored with"])
    }

    @Test(arguments: ["parts = '[1]'", "parts = '[999]'", "parts = 'x'", "request = 'x'"])
    func `finds a question that lost its parts`(change: String) async throws {
        let tampering = "DROP TRIGGER exchange_no_update; UPDATE exchange SET \(change) WHERE id = 3"
        let examination = try await grown(in: try TemporaryFolder(), tampering)

        let references = await examination.references()

        #expect(references == .unsound(["exchange 3 does not have the parts that its question was made of"]))
    }

    @Test func `finds a part that is gone`() async throws {
        let tampering = "DROP TRIGGER part_no_delete; DELETE FROM part WHERE text LIKE '%Select in iteration 1.%'"
        let examination = try await grown(in: try TemporaryFolder(), tampering)

        #expect(await examination.references() != .sound)
    }
}
