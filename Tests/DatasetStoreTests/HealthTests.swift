import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Looking a dataset over` {
    private func decided(in folder: TemporaryFolder, _ change: String = "") async throws -> DatasetFile {
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.decide(sample, .accept)
        if !change.isEmpty { try await dataset.tamper(change) }
        try dataset.close()
        return DatasetFile(at: folder.file)
    }

    @Test func `counts what there is and finds nothing wrong`() async throws {
        let folder = try TemporaryFolder()
        let events = SampleBuilder.warmth(of: "Oslo").recordedEvents.count
        let examination = try DatasetExamination(of: try await decided(in: folder))

        let census = try #require(try await examination.census())
        let rows = await examination.rows()

        #expect(examination.migrations == DatasetExamination.knownMigrations)
        #expect(examination.version == examination.migrations.count)
        #expect(census.runs == 1 && census.samples == 1 && census.finishedSamples == 1 && census.decisions == 1)
        #expect(census.events == events)
        #expect(await examination.integrity() == .sound)
        #expect(await examination.references() == .sound)
        #expect(rows.problems.isEmpty && rows.unread.isEmpty && rows.damaged == 0)
        #expect(rows.checked > events + 1)
    }

    @Test(arguments: [
        ("event", "payload = payload || ' ' WHERE number = 4", "event 4"),
        ("output", "bytes = x'00' WHERE id = 1", "output 1"),
        ("decision", "hash = ''", "decision 1"),
        ("tool", "payload = replace(payload, 'geocode', 'geocodf') WHERE id = 1", "tool 1"),
    ])
    func `finds a row that is not what was stored`(table: String, change: String, what: String) async throws {
        let folder = try TemporaryFolder()
        let tampering = "DROP TRIGGER IF EXISTS \(table)_no_update; UPDATE \(table) SET \(change)"
        let examination = try DatasetExamination(of: try await decided(in: folder, tampering))

        let rows = await examination.rows()

        #expect(rows.damaged == 1)
        #expect(rows.problems == ["\(what) does not have the hash it was stored with"])
    }

    @Test func `tells of a table that cannot be read, however many rows are damaged`() async throws {
        let folder = try TemporaryFolder()
        let tampering = """
            DROP TRIGGER event_no_update; UPDATE event SET hash = '';
            DROP TRIGGER decision_no_update; UPDATE decision SET hash = ''; UPDATE tool SET hash = id; DROP TABLE call;
            DROP TRIGGER output_no_update; UPDATE output SET hash = id;
            """
        let examination = try DatasetExamination(of: try await decided(in: folder, tampering))

        let rows = await examination.rows()

        #expect(rows.damaged > DatasetExamination.mostProblems)
        #expect(rows.problems.count == DatasetExamination.mostProblems)
        #expect(rows.unread.count == 1)
        #expect(rows.unread.first?.hasPrefix("the table call cannot be read to its end: ") == true)
    }

    @Test(.timeLimit(.minutes(4))) func `ends a reading that takes too long, and none after it`() async throws {
        let folder = try TemporaryFolder()
        let examination = try DatasetExamination(of: try await decided(in: folder))
        func counting(_ limit: String) -> String {
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n \(limit)) SELECT count(*) FROM n"
        }
        let (endless, short) = (counting(""), counting("LIMIT 3000"))

        let ended = try await examination.read(within: .milliseconds(20)) { try Int.fetchOne($0, sql: endless) }

        #expect(ended == nil)
        // Readings that end just when they must: the end of one must never become that of the next.
        for extra in 0..<400 {
            _ = try await examination.read(within: .milliseconds(1)) { _ in usleep(900 + UInt32(extra)) }
            let next = try await examination.read(within: nil) { try Int.fetchOne($0, sql: short) }
            #expect(next == 3000)
        }
    }

    @Test func `finds an event that is gone`() async throws {
        let folder = try TemporaryFolder()
        let tampering = "DROP TRIGGER event_no_delete; DELETE FROM event WHERE number = 2"
        let examination = try DatasetExamination(of: try await decided(in: folder, tampering))
        let events = SampleBuilder.warmth(of: "Oslo").recordedEvents.count

        let references = await examination.references()

        #expect(references == .unsound(["s-00001 counts \(events) events and has \(events - 1)"]))
    }

    @Test func `finds a row that refers to nothing`() async throws {
        let folder = try TemporaryFolder()
        let file = try await decided(in: folder)
        let dataset = try folder.dataset()
        try dataset.forgetOutputs()
        try dataset.close()

        let references = await (try DatasetExamination(of: file)).references()

        #expect(references == .unsound(["2 rows of sample_output name rows of output that are not there"]))
    }

    @Test(arguments: [false, true])
    func `changes and makes no file`(usesLog: Bool) async throws {
        let folder = try TemporaryFolder()
        _ = try await decided(in: folder)
        if usesLog { try setLog(of: folder.file) }
        let before = try everything(in: folder)

        let file = DatasetFile(at: folder.file)
        let examination = try DatasetExamination(of: file)
        let found = (await examination.integrity(), await examination.references(), await examination.rows())
        examination.close()

        #expect(file.usesLog == usesLog)
        #expect(found.0 == .sound && found.1 == .sound && found.2.problems.isEmpty)
        #expect(try everything(in: folder) == before)
    }

    @Test func `refuses what is no dataset`() throws {
        let folder = try TemporaryFolder()
        for bytes in [
            Data(), Data("no dataset".utf8), Data([0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 5000)),
        ] {
            try bytes.write(to: URL(filePath: folder.file))
            #expect(throws: DatasetError.notADataset(path: folder.file)) {
                try DatasetExamination(of: DatasetFile(at: folder.file))
            }
        }
        #expect(throws: DatasetError.missing(path: "/nowhere/a.toolgrad")) {
            try DatasetExamination(of: DatasetFile(at: "/nowhere/a.toolgrad"))
        }
        #expect(DatasetFile(at: folder.path).kind == .somethingElse)
    }

    @Test(.enabled(if: Self.usesRollbackJournal, "a write-ahead log needs no taking back"))
    func `says that a commit was cut short, and leaves it alone`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(SampleBuilder(query: String(repeating: "long ", count: 20_000), response: "r"))
        let crashed = folder.path + "/crashed.toolgrad"
        try await dataset.crash(in: "DROP TRIGGER event_no_update; UPDATE event SET hash = 'x'", leaving: crashed)
        try dataset.close()
        let before = try everything(in: folder)
        let file = DatasetFile(at: crashed)

        #expect(throws: DatasetError.needsRecovery(path: crashed)) { try DatasetExamination(of: file) }

        #expect(file.journals.map(\.path) == [crashed + "-journal"])
        #expect(try everything(in: folder) == before)
    }

    @Test func `names who grows a run, and only while they do`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built)
        let run = built.id.run

        let lock = try dataset.lockRun(run)
        let during = DatasetFile(at: folder.file).locks
        lock.release()

        #expect(during.map(\.run) == [run.description])
        #expect(during.first?.holder?.contains("process \(ProcessInfo.processInfo.processIdentifier) on") == true)
        #expect(DatasetFile(at: folder.file).locks.isEmpty)
    }

    @Test func `a lock file that nobody holds has no holder`() throws {
        let folder = try TemporaryFolder()
        try Data("process 1 on elsewhere\n".utf8).write(to: URL(filePath: folder.file + ".0123abcd.lock"))

        let locks = DatasetFile(at: folder.file).locks

        #expect(locks.map(\.run) == ["0123abcd"])
        #expect(locks.first?.holder == nil)
    }

    @Test(.timeLimit(.minutes(4)), arguments: ["pipe", "link"])
    func `passes over what is no lock file, though it is called like one`(kind: String) throws {
        let folder = try TemporaryFolder()
        let name = folder.file + ".0123abcd.lock"
        switch kind {
        case "pipe": try #require(mkfifo(name, 0o600) == 0)
        case _: try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: "/dev/zero")
        }

        #expect(DatasetFile(at: folder.file).locks.isEmpty)
    }

    @Test func `survives any flipped bit, and finds it where it counts`() async throws {
        let folder = try TemporaryFolder()
        _ = try await decided(in: folder)
        let whole = try Data(contentsOf: URL(filePath: folder.file))
        let sample = SampleBuilder.warmth(of: "Oslo")
        var random = SeededGenerator(for: .sampling, seed: 5, sample: 1, iteration: 1)

        for _ in 1...150 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            try bytes.write(to: URL(filePath: folder.file))

            guard let examination = try? DatasetExamination(of: DatasetFile(at: folder.file)) else { continue }
            let (integrity, rows) = (await examination.integrity(), await examination.rows())
            _ = await examination.references()
            examination.close()
            guard integrity == .sound, rows.problems.isEmpty, rows.unread.isEmpty else { continue }
            let dataset = try folder.dataset(.readOnly)
            #expect(try await dataset.events(of: sample.id).map(\.event) == sample.events)
            try dataset.close()
        }
    }
}

@Suite struct `The SQLite library` {
    @Test func `is the one that datasets are opened with`() throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()

        let library = try SQLiteLibrary()

        #expect(library.version == dataset.sqlite)
        #expect(library.journal.rawValue == dataset.journal)
        #expect(library.hasFullTextSearch && library.isThreadSafe)
        #expect(library.date.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
    }
}

extension `Looking a dataset over` {
    static var usesRollbackJournal: Bool { (try? SQLiteLibrary())?.journal == .rollback }
}

extension Dataset {
    /// Deletes every output, as no statement of the program could.
    fileprivate func forgetOutputs() throws {
        try reader.inDatabase { database in
            try database.execute(sql: "PRAGMA query_only = OFF; PRAGMA foreign_keys = OFF")
            try database.execute(sql: "DROP TRIGGER output_no_delete; DELETE FROM output")
        }
    }
}

/// Names and contents of all that is in the folder, journals included.
private func everything(in folder: TemporaryFolder) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
        uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: folder.path + "/" + $0))) })
}

/// Makes a file say that it uses a write-ahead log.
private func setLog(of path: String) throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes.replaceSubrange(18..<20, with: [2, 2])
    try bytes.write(to: URL(filePath: path))
}
