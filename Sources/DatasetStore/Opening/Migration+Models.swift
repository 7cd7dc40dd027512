extension Migration {
    /// The record of exchanges with models, and how a run reaches its models.
    ///
    /// A request is kept as the ordered numbers of its parts; each part is kept once, however often it is sent. The
    /// figures of an exchange stand before its texts, so that summing them up reads no text.
    static let models = Migration(
        name: "003 models",
        statements: """
            ALTER TABLE run ADD COLUMN setup TEXT;
            ALTER TABLE sample ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;

            CREATE TABLE part (
                id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, text TEXT NOT NULL
            ) STRICT;

            CREATE TABLE exchange (
                id INTEGER PRIMARY KEY, sample INTEGER NOT NULL REFERENCES sample, iteration INTEGER NOT NULL,
                stage TEXT NOT NULL, proposal INTEGER NOT NULL, turn INTEGER NOT NULL, repair INTEGER NOT NULL,
                request TEXT NOT NULL, model TEXT NOT NULL, output INTEGER REFERENCES output, tries INTEGER,
                prompt INTEGER, completion INTEGER, cached INTEGER, reasoning INTEGER, estimated INTEGER, cost INTEGER,
                resultHash TEXT, parts TEXT NOT NULL, result TEXT,
                UNIQUE (sample, iteration, stage, proposal, turn, repair, request)
            ) STRICT;

            \(modelGuards.joined(separator: ";\n"));
            """)

    /// The statements of the triggers that keep what was asked, and what was answered.
    static let modelGuards = [
        "CREATE TRIGGER part_no_update BEFORE UPDATE ON part BEGIN SELECT RAISE(ABORT, 'part rows are only added'); END",
        "CREATE TRIGGER part_no_delete BEFORE DELETE ON part BEGIN SELECT RAISE(ABORT, 'part rows are only added'); END",
        "CREATE TRIGGER exchange_no_update BEFORE UPDATE ON exchange WHEN OLD.result IS NOT NULL "
            + "BEGIN SELECT RAISE(ABORT, 'a finished exchange is not changed'); END",
        "CREATE TRIGGER exchange_no_delete BEFORE DELETE ON exchange "
            + "BEGIN SELECT RAISE(ABORT, 'exchange rows are only added'); END",
    ]
}
