import Engine
import GRDB
import Review

extension Database {
    /// The decisions on a sample in the order in which they count: by their numbers, but for merged ones that were made
    /// before others.
    func decisions(of sample: SampleID, _ row: Int64, in path: String) throws -> [Decision] {
        let statement = try cachedStatement(sql: "SELECT * FROM decision WHERE sample = ? ORDER BY id")
        var decisions: [Decision] = []
        for row in try Row.fetchAll(statement, arguments: [row]) {
            let next = (row["precedes"] as Int?).flatMap { next in decisions.firstIndex { $0.sequence == next } }
            decisions.insert(try decision(row, sample, in: path), at: next ?? decisions.endIndex)
        }
        return decisions
    }

    func decisions(after sequence: Int, limit: Int, in path: String) throws -> [Decision] {
        let statement = try cachedStatement(
            sql: """
                SELECT decision.*, run.hash AS run, sample.position, sample.branch FROM decision
                JOIN sample ON sample.id = decision.sample JOIN run ON run.id = sample.run
                WHERE decision.id > ? ORDER BY decision.id LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [sequence, limit]).map { row in
            try decision(row, SampleID(row), in: path)
        }
    }

    /// The decisions with these sequence numbers, oldest first.
    func decisions(_ sequences: Set<Int>, in path: String) throws -> [Decision] {
        guard let first = sequences.min(), let last = sequences.max() else { return [] }
        return try decisions(after: first - 1, limit: last - first + 1, in: path)
            .filter { sequences.contains($0.sequence) }
    }

    /// The decision with a sequence number; nil when there is none.
    func decision(_ sequence: Int, in path: String) throws -> Decision? {
        try decisions(after: sequence - 1, limit: 1, in: path).first { $0.sequence == sequence }
    }

    private func decision(_ row: Row, _ sample: SampleID, in path: String) throws -> Decision {
        let sequence: Int = row["id"]
        let payload = ReadPayload(text: row["payload"], hash: row["hash"], place: "decision \(sequence)")
        // Only a step that was run again mentions an output.
        let outputs = payload.text.contains("\"rerun\"") ? try outputs(mentionedBy: row["sample"]) : []
        return Decision(
            sequence: sequence, time: Timestamp(microseconds: row["time"]), reviewer: row["reviewer"], sample: sample,
            action: try payload.value(Decision.Action.self, outputs: FetchedOutputs(outputs, in: path), in: path),
            bulk: row["bulk"])
    }
}

extension SampleID {
    /// From a row with the columns `run` (its hash), `position` and `branch`.
    init(_ row: Row) {
        self.init(
            run: RunID(ContentHash(hex: row["run"])), index: row["position"],
            branch: BranchColumn.branch(from: row["branch"]))
    }
}
