import Engine
import GRDB

extension Dataset {
    /// Begins a study; beginning it again changes nothing but its name.
    ///
    /// The id stands for the plan: everything that decides which questions are asked, and not how many items there are.
    ///
    /// - Throws: ``DatasetError/differentStudy(_:)`` when a study with this id has another plan or kind.
    package func beginStudy(
        _ id: RunID, kind: StudyKind, name: String, plan: JSON, at time: Timestamp
    ) async throws(DatasetError) {
        let text = plan.compactText
        let path = path
        try await write(.alone) { database in
            guard let known = try StudyRow.find(id, in: database) else {
                let number = try (Int64.fetchOne(database, sql: "SELECT max(id) FROM study") ?? 0) + 1
                return try StudyRow(
                    id: number, hash: id.hash.hex, kind: kind.rawValue, name: name.withoutNul, plan: text,
                    planHash: ContentHash(of: text).hex, began: time.microseconds
                ).insert(database)
            }
            let same = try known.storedPlan(in: path).canonicalText == plan.canonicalText
            guard same, known.kind == kind.rawValue else { throw DatasetError.differentStudy(id) }
            try database.execute(
                sql: "UPDATE study SET name = ? WHERE id = ?", arguments: [name.withoutNul, known.id])
        }
    }

    /// Every study, oldest first.
    package func studies() async throws -> [StoredStudy] {
        let path = path
        return try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT study.*, count(study_item.payload) AS items
                    FROM study LEFT JOIN study_item ON study_item.study = study.id
                    GROUP BY study.id ORDER BY study.id
                    """)
            return try rows.map { try StoredStudy(StudyRow(row: $0), items: $0["items"], in: path) }
        }
    }

    /// Where a study keeps its calls and exchanges.
    package func ledger(for study: RunID) -> StudyLedger { StudyLedger(in: self, of: study) }

    /// Everything that an item of a study asked models, in the order in which it was asked.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when a part or an answer is not what was stored.
    package func studyExchanges(of item: SampleID) async throws -> [StoredExchange] {
        let path = path
        return try await read { database in
            guard let owner = try RecordOwner.find(item: item, in: database) else { return [] }
            return try database.exchanges(of: owner, named: item, in: path)
        }
    }
}

extension StoredStudy {
    fileprivate init(_ row: StudyRow, items: Int, in path: String) throws(DatasetError) {
        guard let kind = StudyKind(rawValue: row.kind) else {
            throw .damaged(path: path, what: "the study \(row.hash.prefix(8)) is of no known kind")
        }
        self.init(
            id: RunID(ContentHash(hex: row.hash)), kind: kind, name: row.name, plan: try row.storedPlan(in: path),
            began: Timestamp(microseconds: row.began), items: items)
    }
}
