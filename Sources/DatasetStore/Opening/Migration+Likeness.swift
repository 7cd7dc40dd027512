extension Migration {
    /// Which samples are alike, what each check found, and where merged decisions belong.
    ///
    /// `likeness` has the bands of every finished sample that was looked at, in the order of the labels: two samples that
    /// share none are not alike.
    /// `alike` is the first sample that one repeats. Every sample is looked at anew, since older files do not say which
    /// check found what. A merged decision `precedes` one that was made after it though it has a lower number.
    static let likeness = Migration(
        name: "005 likeness",
        statements: """
            CREATE TABLE likeness (
                band INTEGER NOT NULL, number INTEGER NOT NULL, branch TEXT NOT NULL,
                sample INTEGER NOT NULL REFERENCES sample, PRIMARY KEY (band, number, branch)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX likeness_sample ON likeness (sample);

            ALTER TABLE sample ADD COLUMN alike INTEGER REFERENCES sample;
            CREATE INDEX sample_alike ON sample (alike) WHERE alike IS NOT NULL;

            CREATE TABLE sample_check (
                name TEXT NOT NULL, sample INTEGER NOT NULL REFERENCES sample, severity TEXT NOT NULL,
                count INTEGER NOT NULL, PRIMARY KEY (name, sample, severity)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sample_check_sample ON sample_check (sample);

            DELETE FROM sample_finding;
            UPDATE sample SET findings = NULL, doubts = NULL;

            ALTER TABLE decision ADD COLUMN precedes INTEGER REFERENCES decision;
            """)
}
