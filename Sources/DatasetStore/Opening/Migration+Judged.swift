extension Migration {
    /// What models said of samples.
    ///
    /// `subject` names the sample as it was judged: the same text is paid for once for each model and prompt, and what
    /// was said of an older text counts no more.
    static let judged = Migration(
        name: "006 judged",
        statements: """
            CREATE TABLE judgement (
                id INTEGER PRIMARY KEY, sample INTEGER NOT NULL REFERENCES sample, model TEXT NOT NULL,
                prompt TEXT NOT NULL, subject TEXT NOT NULL, time INTEGER NOT NULL, requests INTEGER NOT NULL,
                promptTokens INTEGER NOT NULL, completionTokens INTEGER NOT NULL, cost INTEGER,
                verdicts TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (sample, model, prompt, subject)
            ) STRICT;

            \(judgedGuards.joined(separator: ";\n"));
            """)

    /// The statements of the triggers that keep what was paid for.
    static let judgedGuards = [
        "CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement "
            + "BEGIN SELECT RAISE(ABORT, 'judgement rows are only added'); END",
        "CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement "
            + "BEGIN SELECT RAISE(ABORT, 'judgement rows are only added'); END",
    ]
}
