extension Migration {
    /// Studies: experiments beside the growth of samples, with what they asked and called.
    ///
    /// They have tables of their own, so that lists, counts and exports of samples never see them. What an item came to
    /// may be written anew, since it follows from its calls and exchanges; those stay.
    static let studies = Migration(
        name: "007 studies",
        statements: """
            CREATE TABLE study (
                id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
                plan TEXT NOT NULL, planHash TEXT NOT NULL, began INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE study_item (
                id INTEGER PRIMARY KEY, study INTEGER NOT NULL REFERENCES study, position INTEGER NOT NULL,
                branch TEXT NOT NULL, time INTEGER, payload TEXT, hash TEXT, UNIQUE (study, position, branch)
            ) STRICT;

            CREATE TABLE study_call (
                id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES study_item, iteration INTEGER NOT NULL,
                proposal INTEGER NOT NULL, attempt INTEGER NOT NULL, hash TEXT NOT NULL, payload TEXT NOT NULL,
                result TEXT, resultHash TEXT, output INTEGER REFERENCES output,
                UNIQUE (item, iteration, proposal, attempt, hash)
            ) STRICT;

            CREATE TABLE study_exchange (
                id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES study_item, iteration INTEGER NOT NULL,
                stage TEXT NOT NULL, proposal INTEGER NOT NULL, turn INTEGER NOT NULL, repair INTEGER NOT NULL,
                request TEXT NOT NULL, model TEXT NOT NULL, output INTEGER REFERENCES output, tries INTEGER,
                prompt INTEGER, completion INTEGER, cached INTEGER, reasoning INTEGER, estimated INTEGER, cost INTEGER,
                resultHash TEXT, parts TEXT NOT NULL, result TEXT,
                UNIQUE (item, iteration, stage, proposal, turn, repair, request)
            ) STRICT;

            \(studyGuards.joined(separator: ";\n"));
            """)

    /// The statements of the triggers that keep what a study is, and what it paid for.
    static let studyGuards =
        ["study", "study_item", "study_call", "study_exchange"].map { table in
            "CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table) "
                + "BEGIN SELECT RAISE(ABORT, '\(table) rows are only added'); END"
        } + [
            "CREATE TRIGGER study_no_update BEFORE UPDATE OF id, hash, kind, plan, planHash, began ON study "
                + "BEGIN SELECT RAISE(ABORT, 'a study is not changed'); END",
            "CREATE TRIGGER study_call_no_update BEFORE UPDATE ON study_call WHEN OLD.result IS NOT NULL "
                + "BEGIN SELECT RAISE(ABORT, 'a finished call is not changed'); END",
            "CREATE TRIGGER study_exchange_no_update BEFORE UPDATE ON study_exchange WHEN OLD.result IS NOT NULL "
                + "BEGIN SELECT RAISE(ABORT, 'a finished exchange is not changed'); END",
        ]
}
