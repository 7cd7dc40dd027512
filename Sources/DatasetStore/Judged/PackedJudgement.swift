import Engine
import GRDB
import Review

/// A judgement; its columns as they are stored.
struct PackedJudgement: Sendable {
    static let columns = [
        "model", "prompt", "subject", "time", "requests", "promptTokens", "completionTokens", "cost", "verdicts",
        "hash",
    ]

    /// In the order of the columns.
    let values: [DatabaseValue]

    init(_ row: Row) {
        values = Self.columns.map { row[$0] }
    }

    init(_ stored: StoredJudgement) {
        let verdicts = stored.judgement.json.compactText
        let values: [any DatabaseValueConvertible] = [
            stored.model.withoutNul, stored.prompt.hex, stored.subject.hex, stored.time.microseconds,
            stored.spending.requests, stored.spending.promptTokens, stored.spending.completionTokens,
            stored.spending.cost?.nanodollars.databaseValue ?? .null, verdicts, ContentHash(of: verdicts).hex,
        ]
        self.values = values.map(\.databaseValue)
    }

    /// Refuses it where it no longer is what was stored.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` then.
    func check(of sample: SampleID, in path: String) throws(DatasetError) {
        guard ContentHash(of: text(8)).hex == text(9) else { throw damage(of: sample, in: path) }
    }

    /// Reads it, if it still is what was stored.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` otherwise.
    func unpacked(of sample: SampleID, in path: String) throws(DatasetError) -> StoredJudgement {
        try check(of: sample, in: path)
        guard let judgement = (try? JSON(parsing: text(8))).flatMap(Judgement.init) else {
            throw damage(of: sample, in: path)
        }
        return StoredJudgement(
            model: text(0), prompt: ContentHash(hex: text(1)), subject: ContentHash(hex: text(2)), judgement: judgement,
            time: Timestamp(microseconds: Int64(number(3))),
            spending: StoredJudgement.Spending(
                requests: number(4), promptTokens: number(5), completionTokens: number(6),
                cost: Int64.fromDatabaseValue(values[7]).map { Money(nanodollars: $0) }))
    }

    private func damage(of sample: SampleID, in path: String) -> DatasetError {
        .damaged(path: path, what: "a judgement of \(sample) is not what was stored")
    }

    private func text(_ place: Int) -> String { String.fromDatabaseValue(values[place]) ?? "" }

    private func number(_ place: Int) -> Int { Int.fromDatabaseValue(values[place]) ?? 0 }
}
