import Engine
import GRDB

/// A study as its row has it.
struct StudyRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "study"

    let id: Int64
    let hash: String
    let kind: String
    let name: String
    /// What it does, as JSON.
    let plan: String
    let planHash: String
    let began: Int64

    static func find(_ study: RunID, in database: Database) throws -> StudyRow? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM study WHERE hash = ?")
        return try StudyRow.fetchOne(statement, arguments: [study.hash.hex])
    }

    /// - Throws: ``DatasetError/unknownStudy(_:)`` when it has not begun.
    static func existing(_ study: RunID, in database: Database) throws -> StudyRow {
        guard let row = try find(study, in: database) else { throw DatasetError.unknownStudy(study) }
        return row
    }

    /// - Throws: ``DatasetError/damaged(path:what:)`` when it is not what was stored.
    func storedPlan(in path: String) throws(DatasetError) -> JSON {
        guard ContentHash(of: plan).hex == planHash, let json = try? JSON(parsing: plan) else {
            throw .damaged(path: path, what: "the plan of study \(hash.prefix(8)) is not what was stored")
        }
        return json
    }
}

extension RecordOwner {
    /// An item of a study; nil while nothing was heard of it.
    static func find(item: SampleID, in database: Database) throws -> RecordOwner? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT study_item.id FROM study_item JOIN study ON study.id = study_item.study
                WHERE study.hash = ? AND study_item.position = ? AND study_item.branch = ?
                """)
        let id = try Int64.fetchOne(
            statement, arguments: [item.run.hash.hex, item.index, BranchColumn.text(of: item.branch)])
        return id.map { RecordOwner(kind: .item, id: $0) }
    }

    /// An item of a study, begun if this is the first that is heard of it.
    ///
    /// - Throws: ``DatasetError/unknownStudy(_:)`` when the study has not begun.
    static func findOrBegin(item: SampleID, in database: Database) throws -> RecordOwner {
        if let known = try find(item: item, in: database) { return known }
        let study = try StudyRow.existing(item.run, in: database)
        try database.cachedStatement(sql: "INSERT INTO study_item (study, position, branch) VALUES (?, ?, ?)")
            .execute(arguments: [study.id, item.index, BranchColumn.text(of: item.branch)])
        return RecordOwner(kind: .item, id: database.lastInsertedRowID)
    }
}
