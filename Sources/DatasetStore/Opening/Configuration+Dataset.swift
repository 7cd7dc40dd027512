import GRDB

extension Configuration {
    /// What a connection is for.
    enum Purpose {
        /// Looks at a file that may be anything, without changing it.
        case inspecting
        case reading
        case writing
    }

    /// The settings of every connection to a dataset; none of them is stored in the file.
    static func dataset(for purpose: Purpose) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.readonly = purpose == .inspecting
        configuration.label = "dataset"
        configuration.prepareDatabase { database in
            for pragma in pragmas { try database.execute(sql: "PRAGMA \(pragma)") }
            if purpose == .reading {
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON")
            }
            // What lists of 100,000 samples are filtered by stays in memory: in kibibytes, with a minus.
            if purpose != .writing { try database.execute(sql: "PRAGMA cache_size = -16000") }
        }
        return configuration
    }

    /// Files come from other people too, so nothing in their schema is trusted.
    private static var pragmas: [String] {
        [
            "synchronous = FULL", "mmap_size = 0", "foreign_keys = ON", "trusted_schema = OFF",
            "cell_size_check = ON",
        ]
    }
}
