import Engine
import GRDB

extension Merge {
    /// Brings over artefacts; of two with one name the younger stays.
    ///
    /// The figures of studies are left: the items that they count stay in the other file too.
    mutating func takeArtefacts() async throws {
        let found = try await source.read { database in
            let query: SQL = """
                SELECT kind, name, json, time FROM artefact WHERE kind NOT IN \(figureKinds) ORDER BY kind, name
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

    /// Names the studies whose figures are left.
    mutating func nameFigures() async throws {
        let known = Set(try await target.read { try $0.figures() })
        report.figuresLeft = try await source.read { try $0.figures() }.filter { !known.contains($0) }.map(\.study)
    }
}

/// What a study came to, as an artefact keeps it.
private struct StudyFigures: Hashable, Sendable {
    let study: RunID
    let kind: String
    let json: String
}

/// Figures are artefacts of the kind of their study, by its hash.
private let figureKinds = StudyKind.allCases.map(\.rawValue)

extension Database {
    fileprivate func figures() throws -> [StudyFigures] {
        let query: SQL = "SELECT kind, name, json FROM artefact WHERE kind IN \(figureKinds) ORDER BY kind, name"
        return try SQLRequest<Row>(literal: query).fetchAll(self).map { row in
            StudyFigures(
                study: RunID(ContentHash(hex: row.text("name"))), kind: row.text("kind"), json: row.text("json"))
        }
    }
}
