import Canvas
import DatasetStore

/// The SQLite library, as it describes itself.
struct SQLiteChecks {
    let library: Result<SQLiteLibrary, DatasetError>

    init() {
        library = Result { () throws(DatasetError) in try SQLiteLibrary() }
    }

    var all: [Diagnosis] {
        switch library {
        case .success(let library): checks(of: library)
        case .failure(let error): [Diagnosis(.sqlite, "library", .fail, "\(error)")]
        }
    }

    private func checks(of library: SQLiteLibrary) -> [Diagnosis] {
        [
            Diagnosis(.sqlite, "library", .ok, "\(library.version) of \(library.date)"),
            Diagnosis(.sqlite, "journal", .ok, library.journal.explanation),
            library.isThreadSafe
                ? Diagnosis(.sqlite, "threads", .ok, "built for several threads")
                : Diagnosis(
                    .sqlite, "threads", .fail, "built for one thread only; install SQLite as the system has it"),
            library.hasFullTextSearch
                ? Diagnosis(.sqlite, "search", .ok, "FTS5 is there")
                : Diagnosis(.sqlite, "search", .fail, "FTS5 is missing, so no dataset can be begun; update SQLite"),
        ]
    }
}

extension JournalMode {
    fileprivate var explanation: String {
        switch self {
        case .writeAheadLog: "a write-ahead log will be used: this version is safe with it"
        case .rollback:
            "a rollback journal (\(rawValue)) will be used: with a write-ahead log this version can lose rows"
        }
    }
}

/// The themes that come with the program, and the user's own.
struct ThemeChecks {
    let library: ThemeLibrary

    var all: [Diagnosis] { library.themes.flatMap(checks) }

    private func checks(of file: ThemeFile) -> [Diagnosis] {
        let choice = library.choice(of: file.name)
        guard choice.problems.isEmpty else {
            return choice.problems.map { problem in
                Diagnosis(.themes, file.name, choice.isAsAsked ? .warn : .fail, "\(problem)")
            }
        }
        let origin = file.origin == .builtIn ? "embedded" : file.label
        return [Diagnosis(.themes, file.name, .ok, "\(origin), for \(choice.theme.kind.rawValue) grounds")]
    }
}
