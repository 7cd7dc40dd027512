import Engine
import Foundation
import GRDB
import Review
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `A file of an older version` {
    @Test(arguments: 1..<Migration.all.count)
    func `has everything after it was opened, and the same lists as a new one`(version: Int) async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        try gallery.dataset.close()
        let path = try folder.oldFile(version)

        let old = try Dataset.open(at: path, mode: .readWrite)

        let new = try folder.dataset()
        #expect(try await old.samplesWithoutFindings(limit: 1).count == 1)
        for dataset in [old, new] { try await dataset.lookAtEverything() }
        for exhibit in gallery.exhibits {
            #expect(try await old.reading(of: exhibit.id) == (try await new.reading(of: exhibit.id)))
        }
        for text in [
            "", "tool:hotel.*", "dup:yes", "by:ada", "reason:1", "stale", "it:noop", "growth:failed", "text:oslo",
            "cost:>0.02", "cost:..", "check:duplicate",
        ] {
            let filter = try Filter(parsing: text)
            #expect(try await old.ids(matching: filter) == (try await new.ids(matching: filter)), "\(text)")
        }
        #expect(try await old.runs() == (try await new.runs()))
        #expect(try await old.decisions(after: 0).map(\.bulk) == (try await new.decisions(after: 0).map(\.bulk)))
        try old.close()
        let file = try DatasetExamination(of: DatasetFile(at: path))
        #expect(file.version == Migration.all.count && file.migrations == DatasetExamination.knownMigrations)
        #expect(await file.integrity() == .sound)
        #expect(await file.references() == .sound)
    }

    @Test(arguments: 1..<Migration.all.count)
    func `keeps exchanges from then on`(version: Int) async throws {
        let folder = try TemporaryFolder()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await folder.dataset().store(built)
        let dataset = try Dataset.open(at: try folder.oldFile(version), mode: .readWrite)

        try await expectKeepsExchangeContract(dataset, for: built.id)

        #expect(try await dataset.runs().map(\.setup) == [nil])
    }

    @Test(arguments: 1..<Migration.all.count)
    func `keeps studies from then on`(version: Int) async throws {
        let folder = try TemporaryFolder()
        try await folder.dataset().store(.warmth(of: "Oslo"))
        let dataset = try Dataset.open(at: try folder.oldFile(version), mode: .readWrite)
        let study = RunID(ContentHash(of: "a study"))
        let before = try await dataset.studies()
        try await dataset.begin(study)

        try await expectKeepsLedgerContract(dataset.ledger(for: study), for: SampleID(run: study, index: 1))

        #expect(before.isEmpty)
        #expect(try await dataset.studies().map(\.id) == [study])
        #expect(try await dataset.sampleCount() == 1)
    }

    @Test(arguments: 1..<Migration.all.count)
    func `is looked over as it lies`(version: Int) async throws {
        let folder = try TemporaryFolder()
        try await folder.dataset().store(.warmth(of: "Oslo"))

        let examination = try DatasetExamination(of: DatasetFile(at: try folder.oldFile(version)))

        let rows = await examination.rows()
        #expect(rows.checked > 0 && rows.unread.isEmpty && rows.problems.isEmpty)
        #expect(await examination.references() == .sound)
        #expect(try await examination.census()?.exchanges == 0)
        #expect(examination.version == version)
    }

    @Test(arguments: 1..<Migration.all.count)
    func `is opened once for writing before it is read`(version: Int) async throws {
        let folder = try TemporaryFolder()
        try await folder.dataset().store(.warmth(of: "Oslo"))
        let path = try folder.oldFile(version)
        let bytes = try Data(contentsOf: URL(filePath: path))

        #expect(throws: DatasetError.olderVersion(path: path, found: version, known: Migration.all.count)) {
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
        let path = try folder.oldFile(1)
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

        let old = try Dataset.open(at: try folder.oldFile(1), mode: .readWrite)

        #expect(try await old.sampleCount() == 2)
        #expect(try await old.ids(matching: .condition(.tool("geocode"))).map(\.index) == [2])
        #expect(try await old.indexMissing() == 0)
    }
}

@Suite struct `A released schema` {
    /// Whoever changes a migration that files were made with makes files that nobody can read.
    @Test(arguments: [
        (1, "001 dataset", "d39441375eb9350ad350add594381c75186f9a9e3e3c21c05bd8faad715d5ffa"),
        (2, "002 review", "2e60091f3ede30986f9ddef3649bb326e9bbba64faefdc40941b18b1bf659472"),
    ])
    func `stays as it was`(number: Int, name: String, hash: String) {
        let migration = Migration.all[number - 1]

        #expect(migration.name == name)
        #expect(ContentHash(of: migration.statements).hex == hash)
    }
}

extension Migration {
    /// Brings a file of the first version up to date without looking at its samples.
    fileprivate static func migrateOnly(_ database: Database) throws {
        for (number, migration) in all.enumerated().dropFirst() {
            try database.execute(sql: migration.statements)
            try database.execute(
                sql: "INSERT INTO migration (number, name) VALUES (?, ?); PRAGMA user_version = \(number + 1)",
                arguments: [number + 1, migration.name])
        }
    }
}

extension TemporaryFolder {
    /// What this folder's dataset was when there were only so many migrations.
    fileprivate func oldFile(_ version: Int) throws -> String {
        let path = path + "/old-\(version).toolgrad"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            for (number, migration) in Migration.all.prefix(version).enumerated() {
                try database.execute(sql: migration.statements)
                try database.execute(
                    sql: "INSERT INTO migration (number, name) VALUES (?, ?)",
                    arguments: [number + 1, migration.name])
            }
            try database.execute(sql: "ATTACH ? AS new", arguments: [file])
            for table in try database.plainTables() {
                let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
                try database.execute(sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM new.\(table)")
            }
            try database.execute(
                sql: """
                    INSERT INTO sample_text (rowid, query, response) SELECT rowid, query, response FROM new.sample_text;
                    DETACH new; PRAGMA user_version = \(version); PRAGMA application_id = \(FileIdentity.application);
                    """)
        }
        try queue.close()
        return path
    }
}

extension Dataset {
    /// Notes what the checks find in every sample that none has looked at.
    fileprivate func lookAtEverything() async throws {
        while let sample = try await samplesWithoutFindings(limit: 1).first {
            let reading = try await reading(of: sample)
            try await note(reading.sample.findings(), in: reading)
        }
    }
}

extension Database {
    /// The tables that hold what was stored, each after those that it refers to.
    fileprivate func plainTables() throws -> [String] {
        let names = try String.fetchAll(
            self, sql: "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY rowid")
        return names.filter { $0 != "migration" && !$0.hasPrefix("sample_text") && !$0.hasPrefix("sqlite_") }
    }
}
