import Engine
import GRDB
import Review

extension Dataset {
    /// Stores what a model said of a sample; the first judgement of the same text by the same model and prompt stays.
    ///
    /// Lists count what the checks found anew.
    package func keep(_ judgement: StoredJudgement, of sample: SampleID) async throws(DatasetError) {
        try await write(.shared) { database in
            let row = try SampleRow.existing(sample, in: database)
            guard try database.insert(PackedJudgement(judgement), of: row.id) else { return }
            try database.lookAgain(at: row)
        }
    }

    /// What a model said of a text with a prompt; nil where it was never asked, or gave no verdict.
    package func judgement(
        of sample: SampleID, as subject: ContentHash, by model: String, with prompt: ContentHash
    ) async throws -> StoredJudgement? {
        try await judgements(of: sample).last {
            $0.subject == subject && $0.model == model.withoutNul && $0.prompt == prompt
        }
    }

    /// Everything that models said of a sample, oldest first.
    package func judgements(of sample: SampleID) async throws -> [StoredJudgement] {
        let path = path
        return try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            return try database.packedJudgements(of: row.id).map { try $0.unpacked(of: sample, in: path) }
        }
    }

    /// What is known of a sample from models, as it stands in a reader's hands.
    package func judgedState(of sample: ReviewedSample) async throws -> JudgedState {
        let known = try await judgements(of: sample.id)
        guard !known.isEmpty else { return .never }
        let subject = JudgedSubject(sample)?.contentHash
        return known.last { $0.subject == subject }.map(JudgedState.judged) ?? .stale
    }
}

extension Database {
    /// Keeps a judgement; false where the same was kept before.
    func insert(_ judgement: PackedJudgement, of sample: Int64) throws -> Bool {
        let columns = PackedJudgement.columns
        try cachedStatement(
            sql: """
                INSERT OR IGNORE INTO judgement (sample, \(columns.joined(separator: ", ")))
                VALUES (?\(String(repeating: ", ?", count: columns.count)))
                """
        ).execute(arguments: [sample] + StatementArguments(judgement.values))
        return changesCount > 0
    }

    /// In the order of their times.
    func packedJudgements(of sample: Int64) throws -> [PackedJudgement] {
        let statement = try cachedStatement(sql: "SELECT * FROM judgement WHERE sample = ? ORDER BY time, id")
        return try Row.fetchAll(statement, arguments: [sample]).map(PackedJudgement.init)
    }

    /// Sees to it that the checks look at a sample once more.
    func lookAgain(at row: SampleRow) throws {
        var fresh = row
        fresh.forgetFindings()
        try fresh.save(after: row, in: self)
    }
}
