import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Opening a dataset` {
    private static let jpeg = Data([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10]) + Data("JFIF".utf8) + Data(count: 5_000)

    private static var usesRollbackJournal: Bool {
        let dataset = try? TemporaryFolder().dataset()
        return dataset?.journal == JournalMode.rollback.rawValue
    }

    @Test func `begins one where there is none`() async throws {
        let folder = try TemporaryFolder()

        let dataset = try folder.dataset()

        #expect(try await dataset.runs().isEmpty)
        #expect(try await dataset.sampleCount() == 0)
        #expect(dataset.mode == .readWrite)
    }

    @Test func `finds everything again`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(.warmth(of: "Oslo"))
        try dataset.close()

        let summaries = try await folder.dataset().summaries(offset: 0, limit: 10)

        #expect(summaries.map(\.queryHead) == ["How warm is it in Oslo?"])
    }

    @Test(arguments: [Dataset.Mode.readOnly, .readWrite])
    func `sets every connection up`(mode: Dataset.Mode) async throws {
        let folder = try TemporaryFolder()
        try folder.dataset().close()
        let dataset = try folder.dataset(mode)
        let expected = [
            "synchronous": "2", "busy_timeout": "5000", "mmap_size": "0", "foreign_keys": "1", "trusted_schema": "0",
            "cell_size_check": "1",
        ]

        for (name, value) in expected {
            let answers = try await dataset.pragma(name)
            #expect(answers.allSatisfy { $0 == value }, "\(name) is \(answers)")
        }
    }

    @Test func `uses the safest journal that is known for the library`() async throws {
        let folder = try TemporaryFolder()

        let dataset = try folder.dataset()

        #expect(dataset.journal == JournalMode.safest(sqlite: dataset.sqlite).rawValue)
    }

    @Test(arguments: [Dataset.Mode.readOnly, .readWrite])
    func `refuses a picture and leaves it as it is`(mode: Dataset.Mode) throws {
        let folder = try TemporaryFolder()
        try Self.jpeg.write(to: URL(filePath: folder.file))

        #expect(throws: DatasetError.notADataset(path: folder.file)) { try folder.dataset(mode) }

        #expect(try folder.contents == ["trip.toolgrad": Self.jpeg])
    }

    @Test(arguments: [Dataset.Mode.readOnly, .readWrite], ["application_id = 1", "user_version = 0"])
    func `refuses somebody else's database and leaves it as it is`(mode: Dataset.Mode, mark: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.changed("PRAGMA \(mark)")
        let before = try folder.contents

        #expect(throws: DatasetError.notADataset(path: folder.file)) { try folder.dataset(mode) }

        #expect(try folder.contents == before)
    }

    @Test(arguments: [Dataset.Mode.readOnly, .readWrite])
    func `refuses a newer version and leaves it as it is`(mode: Dataset.Mode) async throws {
        let folder = try TemporaryFolder()
        try await folder.changed("PRAGMA user_version = 99")
        let before = try folder.contents

        #expect(throws: DatasetError.newerVersion(path: folder.file, found: 99, known: Migration.all.count)) {
            try folder.dataset(mode)
        }

        #expect(try folder.contents == before)
    }

    @Test(arguments: [
        "CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM call; END", "CREATE VIEW spy AS SELECT 1",
    ])
    func `refuses a file that would act by itself`(statement: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.changed(statement)

        #expect(throws: DatasetError.foreignSchema(path: folder.file, name: "spy")) { try folder.dataset() }
    }

    @Test(arguments: [0.25, 0.5, 0.75])
    func `refuses a file that was cut short`(part: Double) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(.warmth(of: "Oslo"))
        try dataset.close()
        let whole = try #require(try folder.contents["trip.toolgrad"])
        try whole.prefix(Int(Double(whole.count) * part)).write(to: URL(filePath: folder.file))

        let error = #expect(throws: DatasetError.self) { try folder.dataset() }

        #expect(error == .damaged(path: folder.file, what: "database disk image is malformed"))
    }

    @Test func `finds nothing to read where there is no file`() throws {
        let folder = try TemporaryFolder()

        #expect(throws: DatasetError.missing(path: folder.file)) { try folder.dataset(.readOnly) }

        #expect(try folder.contents.isEmpty)
    }

    @Test func `says where it cannot begin one`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/no such folder/trip.toolgrad"

        let error = #expect(throws: DatasetError.self) { try Dataset.open(at: path, mode: .readWrite) }

        #expect(error == .cannotOpen(path: path, reason: "unable to open database file"))
    }

    @Test func `reads without writing anything`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        try dataset.close()
        let before = try folder.contents
        let reading = try folder.dataset(.readOnly)

        _ = try await reading.reviewedSample(sample)
        await #expect(throws: DatasetError.readOnly(path: folder.file)) { try await reading.decide(sample, .accept) }
        #expect(throws: DatasetError.readOnly(path: folder.file)) { try reading.lockRun(sample.run) }
        try reading.close()

        #expect(try folder.contents == before)
    }

    @Test(.enabled(if: Self.usesRollbackJournal, "a write-ahead log needs no taking back"))
    func `takes back what a crash left half done, and until then does not read it`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder(query: String(repeating: "long ", count: 20_000), response: "r")
        try await dataset.store(built)
        let path = folder.path + "/crashed.toolgrad"
        try await dataset.crash(in: "DROP TRIGGER event_no_update; UPDATE event SET hash = 'x'", leaving: path)

        #expect(throws: DatasetError.needsRecovery(path: path)) { try Dataset.open(at: path, mode: .readOnly) }
        let recovered = try await Dataset.open(at: path, mode: .readWrite).reviewedSample(built.id)

        #expect(recovered == built.sample)
    }

    @Test func `takes a path for what it is`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/50% of file:x?mode=ro#1.toolgrad"

        try await Dataset.open(at: path, mode: .readWrite).store(.warmth(of: "Oslo"))

        #expect(try folder.contents.keys.contains("50% of file:x?mode=ro#1.toolgrad"))
    }
}

extension TemporaryFolder {
    /// A closed dataset that was changed behind its back.
    fileprivate func changed(_ statements: String) async throws {
        let dataset = try dataset()
        try await dataset.tamper(statements)
        try dataset.close()
    }
}
