/// How a commit is made safe against a crash.
package enum JournalMode: String, Sendable {
    /// A write-ahead log: readers and the writer do not wait for each other.
    case writeAheadLog = "wal"
    /// A rollback journal that is truncated at each commit.
    case rollback = "truncate"

    /// The fastest mode that cannot lose rows.
    ///
    /// Up to SQLite 3.51.2 a checkpoint that meets a writer of another connection may lose what that one committed;
    /// 3.51.3, 3.50.7 and 3.44.6 have the fix, and 3.52.0 was withdrawn.
    package static func safest(sqlite version: SQLiteVersion) -> JournalMode {
        let hasFix =
            switch (version.major, version.minor) {
            case (3, 44): version.patch >= 6
            case (3, 50): version.patch >= 7
            case (3, 51): version.patch >= 3
            case (3, 52): version.patch >= 1
            case (3, let minor): minor > 52
            case (let major, _): major > 3
            }
        return hasFix ? .writeAheadLog : .rollback
    }
}

/// The version of the SQLite library.
package struct SQLiteVersion: Hashable, Sendable, CustomStringConvertible {
    let major: Int
    let minor: Int
    let patch: Int

    /// Reads `3.40.1`; what is not a number counts as 0.
    package init(_ text: String) {
        let numbers = text.split(separator: ".").map { Int($0) ?? 0 } + [0, 0, 0]
        major = numbers[0]
        minor = numbers[1]
        patch = numbers[2]
    }

    package var description: String { "\(major).\(minor).\(patch)" }
}
