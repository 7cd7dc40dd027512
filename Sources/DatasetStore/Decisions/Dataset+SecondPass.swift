import Engine
import GRDB
import Review

extension Dataset {
    /// The samples that somebody accepted, rejected or skipped, and when a reviewer last decided about each.
    ///
    /// Edited ones are among them, and say so.
    package func candidates(forSecondPassOf reviewer: String) async throws -> [SecondPass.Candidate] {
        try await read { database in
            let seen = try Row.fetchAll(
                database, sql: "SELECT sample, max(time) AS time FROM decision WHERE reviewer = ? GROUP BY sample",
                arguments: [reviewer])
            let times = Dictionary(uniqueKeysWithValues: seen.map { ($0["sample"] as Int64, $0["time"] as Int64) })
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT sample.id, sample.status, sample.edited, sample.position, sample.branch, run.hash AS run
                    FROM sample JOIN run ON run.id = sample.run
                    WHERE sample.status IN ('accepted', 'rejected', 'skipped') AND sample.growth > 0
                    """)
            var candidates: [SecondPass.Candidate] = []
            while let row = try rows.next() {
                guard let status = ReviewState.Status(rawValue: row["status"]) else { continue }
                let time = times[row["id"] as Int64].map { Timestamp(microseconds: $0) }
                candidates.append(
                    SecondPass.Candidate(id: SampleID(row), status: status, seen: time, isEdited: row["edited"]))
            }
            return candidates
        }
    }

    /// Those of some samples that are edited.
    package func edited(among samples: [SampleID]) async throws -> Set<SampleID> {
        let edited = try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT sample.position, sample.branch, run.hash AS run
                    FROM sample JOIN run ON run.id = sample.run WHERE sample.edited
                    """
            ).map { SampleID($0) }
        }
        return Set(samples).intersection(edited)
    }

    /// What a reviewer said of samples in a further pass, by sample; those of which nothing stands are left out.
    package func readings(
        of samples: [SampleID], by reviewer: String, in pass: Int
    ) async throws -> [SampleID: ReadTwice.Reading] {
        let path = path
        return try await read { database in
            var readings: [SampleID: ReadTwice.Reading] = [:]
            for sample in samples {
                guard let row = try SampleRow.find(sample, in: database) else { continue }
                let decisions = try database.decisions(of: sample, row.id, in: path)
                readings[sample] = PassRecords(decisions).reading(of: reviewer, in: pass)
            }
            return readings
        }
    }

    /// The samples that were judged twice, in the order of the labels.
    ///
    /// Only journals in which a further pass or several reviewers are found are read.
    package func readTwice() async throws -> [ReadTwice] {
        let path = path
        return try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT sample.id, sample.number, sample.position, sample.branch, run.hash AS run
                    FROM (
                        SELECT sample FROM decision GROUP BY sample
                        HAVING count(DISTINCT reviewer) > 1 OR max(payload LIKE '{"judge"%')
                    ) AS several
                    JOIN sample ON sample.id = several.sample JOIN run ON run.id = sample.run
                    ORDER BY sample.number, sample.branch
                    """)
            return try rows.compactMap { row in
                let sample = SampleID(row)
                let label = SampleLabel(number: row["number"], branch: sample.branch).description
                return ReadTwice(
                    sample, label: label, decisions: try database.decisions(of: sample, row["id"], in: path))
            }
        }
    }

    /// How far first and second readings agree.
    package func agreement() async throws -> AgreementSummary {
        AgreementSummary(of: try await readTwice(), edited: try await editedCount())
    }

    /// How many decided samples are edited.
    private func editedCount() async throws -> Int {
        try await read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM sample
                    WHERE status IN ('accepted', 'rejected', 'skipped') AND growth > 0 AND edited
                    """) ?? 0
        }
    }
}
