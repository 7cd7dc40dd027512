import DatasetStore
import Testing

@Suite struct `The journal mode` {
    @Test(arguments: ["3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.2", "3.52.0", "", "3"])
    func `is the rollback journal where a write-ahead log can lose rows`(version: String) {
        #expect(JournalMode.safest(sqlite: SQLiteVersion(version)) == .rollback)
    }

    @Test(arguments: ["3.44.6", "3.50.7", "3.51.3", "3.53.0", "4.0.0"])
    func `is the write-ahead log where that is mended`(version: String) {
        #expect(JournalMode.safest(sqlite: SQLiteVersion(version)) == .writeAheadLog)
    }
}
