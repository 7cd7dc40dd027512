extension Migration {
    /// The first schema: runs with their tools, samples, events, outputs, calls and decisions.
    ///
    /// Events, outputs and decisions are only ever added; triggers hold everybody to that. The columns of `sample` say
    /// what its events and decisions amount to, so that lists need not fold them.
    static let dataset = Migration(
        name: "001 dataset",
        statements: """
            CREATE TABLE migration (
                number INTEGER PRIMARY KEY, name TEXT NOT NULL
            ) STRICT;

            CREATE TABLE run (
                id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, planner TEXT NOT NULL, plan TEXT NOT NULL,
                requested INTEGER NOT NULL, base INTEGER NOT NULL, reserved INTEGER NOT NULL, began INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE tool (
                id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, payload TEXT NOT NULL
            ) STRICT;

            CREATE TABLE run_tool (
                run INTEGER NOT NULL REFERENCES run, position INTEGER NOT NULL, tool INTEGER NOT NULL REFERENCES tool,
                PRIMARY KEY (run, position)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE sample (
                id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, position INTEGER NOT NULL,
                branch TEXT NOT NULL, number INTEGER NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL,
                outcome TEXT, events INTEGER NOT NULL, iterations INTEGER NOT NULL, chains INTEGER NOT NULL,
                steps INTEGER NOT NULL, flagged INTEGER NOT NULL, reason TEXT, findings INTEGER,
                query TEXT, response TEXT, editedQuery TEXT, editedResponse TEXT,
                UNIQUE (run, position, branch)
            ) STRICT;
            CREATE UNIQUE INDEX sample_label ON sample (number, branch);
            CREATE INDEX sample_status ON sample (status, number, branch, phase);

            CREATE TABLE event (
                id INTEGER PRIMARY KEY, sample INTEGER NOT NULL REFERENCES sample, number INTEGER NOT NULL,
                time INTEGER NOT NULL, payload TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (sample, number)
            ) STRICT;

            CREATE TABLE output (
                id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL
            ) STRICT;

            CREATE TABLE sample_output (
                sample INTEGER NOT NULL REFERENCES sample, output INTEGER NOT NULL REFERENCES output,
                PRIMARY KEY (sample, output)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE call (
                id INTEGER PRIMARY KEY, sample INTEGER NOT NULL REFERENCES sample, iteration INTEGER NOT NULL,
                proposal INTEGER NOT NULL, attempt INTEGER NOT NULL, hash TEXT NOT NULL, payload TEXT NOT NULL,
                result TEXT, resultHash TEXT, output INTEGER REFERENCES output,
                UNIQUE (sample, iteration, proposal, attempt, hash)
            ) STRICT;

            CREATE TABLE decision (
                id INTEGER PRIMARY KEY, sample INTEGER NOT NULL REFERENCES sample, time INTEGER NOT NULL,
                reviewer TEXT NOT NULL, undoes INTEGER REFERENCES decision, payload TEXT NOT NULL, hash TEXT NOT NULL
            ) STRICT;
            CREATE INDEX decision_sample ON decision (sample);
            CREATE INDEX decision_reviewer ON decision (reviewer);

            CREATE VIRTUAL TABLE sample_text USING fts5 (
                query, response, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
            );

            \(guards.joined(separator: ";\n"));
            """)

    /// The statements of the triggers that keep what must only be added to.
    static let guards: [String] = ["event", "output", "decision"].flatMap { table in
        ["UPDATE", "DELETE"].map { change in
            "CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table) "
                + "BEGIN SELECT RAISE(ABORT, '\(table) rows are only added'); END"
        }
    }
}
