import DatasetStore
import Foundation

/// A dataset file, looked over without changing it.
struct DatasetChecks {
    let file: DatasetFile
    let library: SQLiteLibrary?

    /// How long a check may hold up the commits of whoever grows a run.
    private static let patience = Duration.seconds(3)

    func all() async -> [Diagnosis] {
        let seen = [place] + locks
        guard file.kind.isFile else { return seen }
        let examination: DatasetExamination
        do { examination = try DatasetExamination(of: file) } catch {
            return seen + [check("opening", .fail, Self.text(of: error))]
        }
        defer { examination.close() }
        return seen + [schema(examination), journal] + leftovers + (await contents(examination))
    }

    private func check(_ subject: String, _ verdict: Diagnosis.Verdict, _ text: String) -> Diagnosis {
        Diagnosis(.dataset, subject, verdict, text)
    }

    /// The error's own words, but where those are about writing.
    private static func text(of error: DatasetError) -> String {
        guard case .cannotOpen(let path, let reason) = error else { return "\(error)" }
        return "\(path) cannot be read: \(reason). Check who may read it."
    }

    private var place: Diagnosis {
        switch file.kind {
        case .nothing: check("file", .fail, "there is nothing at \"\(file.path)\"; check the path")
        case .somethingElse: check("file", .fail, "\(file.path) is no file; name a .toolgrad file")
        case .file(let bytes) where file.isWritable: check("file", .ok, "\(file.path), \(bytes) bytes")
        case .file(let bytes):
            check(
                "file", .warn,
                "\(file.path), \(bytes) bytes: you may read it, not write it; toolgrad review --read-only works")
        }
    }

    private var locks: [Diagnosis] {
        file.locks.map { lock in
            guard let holder = lock.holder else {
                return check(
                    "lock", .ok, "run \(lock.run): a lock that nobody holds was left behind; it is in no one's way")
            }
            return check("lock", .ok, "run \(lock.run) is being grown by \(holder)")
        }
    }

    private func schema(_ examination: DatasetExamination) -> Diagnosis {
        let (found, known) = (examination.migrations, DatasetExamination.knownMigrations)
        let names = found.joined(separator: ", ")
        guard found.elementsEqual(known.prefix(examination.version)) else {
            let text = "migrations \(names): this toolgrad has others, \(known.joined(separator: ", ")); "
            return check("schema", .fail, text + "do not use the file, or ask whoever made it")
        }
        guard found.count == known.count else {
            return check(
                "schema", .warn, "migrations \(names): \(found.count) of \(known.count); opening it adds the others")
        }
        return check("schema", .ok, "migrations \(names): all that this version knows")
    }

    private var journal: Diagnosis {
        guard file.usesLog else { return check("journal", .ok, "a rollback journal") }
        if let library, library.journal == .rollback {
            let error = DatasetError.unsafeJournal(path: file.path, sqlite: "\(library.version)")
            return check("journal", .warn, "\(error)")
        }
        return check("journal", .ok, "a write-ahead log")
    }

    private var leftovers: [Diagnosis] {
        if file.hasUnreadLog {
            let error = DatasetError.needsRecovery(path: file.path)
            return [check("leftover", .warn, "\(error) What follows leaves out what is in the log.")]
        }
        return file.journals.map { journal in
            check(
                "leftover", .ok,
                "\(journal.path), \(journal.bytes) bytes: left by a process that has the file open, or that ended "
                    + "without closing it")
        }
    }
}

extension DatasetChecks {
    /// Without a write-ahead log a check keeps others from committing, so it is short while a run grows.
    private var limit: Duration? {
        file.usesLog || file.locks.allSatisfy { $0.holder == nil } ? nil : Self.patience
    }

    private func contents(_ examination: DatasetExamination) async -> [Diagnosis] {
        let integrity = await examination.integrity(within: limit)
        let references = await examination.references(within: limit)
        return [await census(examination)] + diagnoses("pages", integrity, sound: "integrity_check found nothing wrong")
            + diagnoses("references", references, sound: "every row's references and counts hold")
            + rows(await examination.rows())
    }

    private func census(_ examination: DatasetExamination) async -> Diagnosis {
        do {
            guard let census = try await examination.census(within: limit) else { return unfinished("contents") }
            return check(
                "contents", .ok,
                "runs \(census.runs), samples \(census.samples) (finished \(census.finishedSamples)), "
                    + "decisions \(census.decisions), events \(census.events)"
                    + (census.studies > 0 ? ", studies \(census.studies)" : ""))
        } catch { return check("contents", .fail, "\(error)") }
    }

    private func diagnoses(
        _ subject: String, _ finding: DatasetExamination.Finding, sound: String
    ) -> [Diagnosis] {
        switch finding {
        case .sound: [check(subject, .ok, sound)]
        case .unsound(let problems): problems.map { check(subject, .fail, $0) }
        case .unfinished: [unfinished(subject)]
        }
    }

    private func unfinished(_ subject: String) -> Diagnosis {
        check(subject, .warn, "not read to the end, so as not to hold up the run that grows; try again after it")
    }

    private func rows(_ found: RowCheck) -> [Diagnosis] {
        guard found.damaged > 0 || !found.unread.isEmpty else {
            return [check("rows", .ok, "\(found.checked) rows have the SHA-256 they were stored with")]
        }
        return [check("rows", .fail, summary(of: found))]
            + (found.unread + found.problems).map { check("rows", .fail, $0) }
    }

    private func summary(of found: RowCheck) -> String {
        let advice = "keep a copy, restore a backup"
        guard found.unread.isEmpty else {
            let tables = found.unread.count == 1 ? "a table" : "\(found.unread.count) tables"
            return "not all could be read: \(tables) failed; of the \(found.checked) rows that could, "
                + "\(found.damaged) are not what was stored; \(advice)"
        }
        return "\(found.damaged) of \(found.checked) rows are not what was stored; \(advice)"
    }
}
