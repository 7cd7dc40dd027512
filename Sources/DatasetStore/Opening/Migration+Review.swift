extension Migration {
    /// What lists are filtered and sorted by, bulks of decisions, and artefacts.
    ///
    /// `sample_list` holds every column that a filter or an order asks for, so that a list never touches the texts.
    /// Samples of an older file are `counted` when they are looked at, or by ``Dataset/indexMissing(limit:)``.
    static let review = Migration(
        name: "002 review",
        statements: """
            ALTER TABLE decision ADD COLUMN bulk INTEGER REFERENCES decision;
            DROP INDEX decision_reviewer;
            CREATE INDEX decision_reviewer ON decision (reviewer, id);

            \(columns.map { "ALTER TABLE sample ADD COLUMN \($0)" }.joined(separator: ";\n"));
            UPDATE sample SET findings = NULL, edited = editedQuery IS NOT NULL OR editedResponse IS NOT NULL,
                growth = CASE WHEN phase <> 'finished' THEN 0 WHEN outcome = 'completed' THEN 1 ELSE 2 END;

            DROP INDEX sample_status;
            CREATE INDEX sample_status ON sample (status, number, branch);
            CREATE INDEX sample_list ON sample (
                number, branch, status, growth, flagged, edited, commented, stale, iterations, chains, steps, calls,
                noops, cost, findings, doubts, rarity, run, callKey, queryKey
            );
            CREATE INDEX sample_calls ON sample (callKey) WHERE growth > 0;
            CREATE INDEX sample_query ON sample (queryKey) WHERE growth > 0;
            CREATE INDEX sample_unchecked ON sample (number, branch) WHERE findings IS NULL AND growth > 0;
            CREATE INDEX sample_uncounted ON sample (number, branch) WHERE counted = 0;

            CREATE TABLE used_tool (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, samples INTEGER NOT NULL, rarity INTEGER NOT NULL
            ) STRICT;

            \(["tool INTEGER", "reason TEXT", "reviewer TEXT"].map(labelTable).joined(separator: ";\n"));

            CREATE TABLE sample_finding (
                reason TEXT NOT NULL, sample INTEGER NOT NULL REFERENCES sample, severity TEXT NOT NULL,
                count INTEGER NOT NULL, PRIMARY KEY (reason, sample, severity)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sample_finding_sample ON sample_finding (sample);

            CREATE TABLE artefact (
                kind TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, time INTEGER NOT NULL,
                PRIMARY KEY (kind, name)
            ) STRICT, WITHOUT ROWID;
            """)

    /// `growth` is 0 while a sample grows, 1 when it has ended with a query, 2 when it has ended without one.
    private static let columns = [
        "counted INTEGER NOT NULL DEFAULT 0", "growth INTEGER NOT NULL DEFAULT 0", "edited INTEGER NOT NULL DEFAULT 0",
        "reworked INTEGER NOT NULL DEFAULT 0", "stale INTEGER NOT NULL DEFAULT 0",
        "commented INTEGER NOT NULL DEFAULT 0", "calls INTEGER NOT NULL DEFAULT 0", "noops INTEGER NOT NULL DEFAULT 0",
        "cost REAL", "doubts INTEGER", "rarity INTEGER", "callKey INTEGER", "queryKey INTEGER",
    ]

    /// A table of what samples have any number of, read from either side.
    private static func labelTable(_ column: String) -> String {
        let name = column.prefix { $0 != " " }
        return """
            CREATE TABLE sample_\(name) (
                \(column) NOT NULL, sample INTEGER NOT NULL REFERENCES sample, PRIMARY KEY (\(name), sample)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sample_\(name)_sample ON sample_\(name) (sample, \(name))
            """
    }
}
