import Engine
import Foundation
import GRDB
import Review
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `A file of version 1` {
    @Test func `has everything after it was opened, and the same lists as a new one`() async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        try gallery.dataset.close()
        let path = try folder.oldFile()

        let old = try Dataset.open(at: path, mode: .readWrite)

        let new = try folder.dataset()
        for exhibit in gallery.exhibits {
            #expect(try await old.reading(of: exhibit.id) == (try await new.reading(of: exhibit.id)))
        }
        for text in [
            "", "tool:hotel.*", "dup:yes", "by:ada", "reason:1", "stale", "it:noop", "growth:failed", "text:oslo",
        ] {
            let filter = try Filter(parsing: text)
            #expect(try await old.ids(matching: filter) == (try await new.ids(matching: filter)), "\(text)")
        }
        #expect(try await old.decisions(after: 0).allSatisfy { $0.bulk == nil })
        #expect(try await old.samplesWithoutFindings(limit: 1).count == 1)
        try old.close()
        let file = try DatasetExamination(of: DatasetFile(at: path))
        #expect(file.version == Migration.all.count && file.migrations == DatasetExamination.knownMigrations)
        #expect(await file.integrity() == .sound)
        #expect(await file.references() == .sound)
    }

    @Test func `is opened once for writing before it is read`() async throws {
        let folder = try TemporaryFolder()
        try await folder.dataset().store(.warmth(of: "Oslo"))
        let path = try folder.oldFile()
        let bytes = try Data(contentsOf: URL(filePath: path))

        #expect(throws: DatasetError.olderVersion(path: path, found: 1, known: 2)) {
            try Dataset.open(at: path, mode: .readOnly)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        try Dataset.open(at: path, mode: .readWrite).close()

        #expect(try await Dataset.open(at: path, mode: .readOnly).sampleCount(.condition(.tool("geo*"))) == 1)
    }

    @Test func `is counted in parts when it is large, and as far as it is read sooner`() async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        try gallery.dataset.close()
        let path = try folder.oldFile()
        let queue = try DatabaseQueue(path: path)
        try await queue.write { try Migration.migrateOnly($0) }
        try queue.close()
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        let filter = Filter.condition(.tool("geocode"))

        let before = try await dataset.sampleCount(filter)
        try await dataset.decide(gallery.exhibits[4].id, .flag)
        let touched = try await dataset.ids(matching: filter)
        let parts = [try await dataset.indexMissing(limit: 10), try await dataset.indexMissing(limit: 1_000)]

        #expect(before == 0 && touched == [gallery.exhibits[4].id])
        #expect(parts == [10, gallery.exhibits.count - 11])
        #expect(try await dataset.ids(matching: filter) == gallery.samples(filter))
        #expect(try await dataset.indexMissing() == 0)
    }

    @Test func `keeps its other samples when one is damaged`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.store(.warmth(of: "Bergen", index: 2))
        try await dataset.tamper("DROP TRIGGER event_no_update; UPDATE event SET hash = '' WHERE sample = 1")
        try dataset.close()

        let old = try Dataset.open(at: try folder.oldFile(), mode: .readWrite)

        #expect(try await old.sampleCount() == 2)
        #expect(try await old.ids(matching: .condition(.tool("geocode"))).map(\.index) == [2])
        #expect(try await old.indexMissing() == 0)
    }
}

extension Migration {
    /// Brings a file up to date without looking at its samples.
    fileprivate static func migrateOnly(_ database: Database) throws {
        try database.execute(sql: Migration.review.statements)
        try database.execute(
            sql: "INSERT INTO migration (number, name) VALUES (2, ?); PRAGMA user_version = 2",
            arguments: [Migration.review.name])
    }
}

extension TemporaryFolder {
    /// What this folder's dataset was before the second migration.
    fileprivate func oldFile() throws -> String {
        let path = path + "/old.toolgrad"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: Migration.dataset.statements)
            try database.execute(sql: "ATTACH ? AS new", arguments: [file])
            let tables = ["run", "tool", "run_tool", "sample", "event", "output", "sample_output", "call", "decision"]
            for table in tables {
                let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
                try database.execute(sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM new.\(table)")
            }
            try database.execute(
                sql: """
                    INSERT INTO sample_text (rowid, query, response) SELECT rowid, query, response FROM new.sample_text;
                    INSERT INTO migration (number, name) VALUES (1, '001 dataset');
                    DETACH new; PRAGMA user_version = 1; PRAGMA application_id = \(FileIdentity.application);
                    """)
        }
        try queue.close()
        return path
    }
}
