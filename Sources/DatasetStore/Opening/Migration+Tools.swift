extension Migration {
    /// Results that are remembered for every call that asks for the same again, whichever sample makes it.
    static let tools = Migration(
        name: "004 tools",
        statements: """
            CREATE TABLE remembered (
                id INTEGER PRIMARY KEY, source TEXT NOT NULL, call TEXT NOT NULL, result TEXT NOT NULL,
                resultHash TEXT NOT NULL, output INTEGER REFERENCES output, UNIQUE (source, call)
            ) STRICT;

            \(toolGuards.joined(separator: ";\n"));
            """)

    /// The statements of the triggers that keep what was remembered.
    static let toolGuards = [
        "CREATE TRIGGER remembered_no_update BEFORE UPDATE ON remembered "
            + "BEGIN SELECT RAISE(ABORT, 'remembered rows are only added'); END",
        "CREATE TRIGGER remembered_no_delete BEFORE DELETE ON remembered "
            + "BEGIN SELECT RAISE(ABORT, 'remembered rows are only added'); END",
    ]
}
