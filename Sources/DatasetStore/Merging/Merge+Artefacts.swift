import Engine
import GRDB

extension Merge {
    /// Brings over artefacts; of two with one name the younger stays.
    ///
    /// What they say of studies is left, since the items of those stay in the other file too.
    mutating func takeArtefacts() async throws {
        let found = try await source.read { database in
            let query: SQL = """
                SELECT kind, name, json, time FROM artefact WHERE kind NOT IN \(studyKinds) ORDER BY kind, name
                """
            return try SQLRequest<Row>(literal: query).fetchAll(database).map { Array($0.databaseValues) }
        }
        report.artefacts = try await target.write(.alone) { database in
            try found.reduce(0) { count, columns in
                try database.execute(
                    sql: """
                        INSERT INTO artefact (kind, name, json, time) VALUES (?, ?, ?, ?)
                        ON CONFLICT (kind, name) DO UPDATE SET json = excluded.json, time = excluded.time
                        WHERE excluded.time > artefact.time
                        """, arguments: StatementArguments(columns))
                return count + database.changesCount
            }
        }
    }

    /// Names what is left of the notes on studies.
    mutating func nameStudyNotes() async throws {
        let known = Set(try await target.read { try $0.studyNotes() })
        report.studyNotesLeft = try await source.read { try $0.studyNotes() }.filter { !known.contains($0) }.map(\.note)
    }
}

/// What an artefact says of a study, with its text.
private struct StoredStudyNote: Hashable, Sendable {
    let note: MergeReport.StudyNote
    let json: String
}

/// Such artefacts are of the kind of their study, by its hash.
private let studyKinds = StudyKind.allCases.map(\.rawValue)

extension Database {
    fileprivate func studyNotes() throws -> [StoredStudyNote] {
        let query: SQL = "SELECT kind, name, json FROM artefact WHERE kind IN \(studyKinds) ORDER BY kind, name"
        return try SQLRequest<Row>(literal: query).fetchAll(self).compactMap { row in
            StudyKind(rawValue: row.text("kind")).map { kind in
                let study = RunID(ContentHash(hex: row.text("name")))
                return StoredStudyNote(note: MergeReport.StudyNote(kind: kind, study: study), json: row.text("json"))
            }
        }
    }
}
