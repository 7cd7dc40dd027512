import Engine
import GRDB
import Review

extension SampleRow {
    /// Writes what is different from before, and what follows from it.
    func save(after old: SampleRow, in database: Database) throws {
        try updateChanges(database, from: old)
        if effectiveTexts != old.effectiveTexts { try index(in: database) }
        if findings == nil, old.findings != nil { try database.forgetFindings(in: id) }
        try database.followLikeness(from: old, to: self)
    }

    /// Counts again from all events and decisions, and notes everything that lists ask for.
    ///
    /// For a sample whose workflow was edited, where an event or a decision alone does not say what has changed, and
    /// for one of an older file.
    func recounted(_ sample: SampleID, in database: Database, path: String) throws -> SampleRow {
        let events = try SampleRecord(self, sample, in: database).events(in: path).map(\.event)
        let decisions = try database.decisions(of: sample, id, in: path)
        let review = ReviewState(decisions)
        var row = unbegun
        for event in events { row.apply(event) }
        (row.findings, row.doubts, row.alike) = (findings, doubts, alike)
        row.apply(review)
        let reviewed = ReviewedSample(
            id: sample, seed: 0, state: RunState(events), review: review, library: [])
        row.apply(reviewed)
        try database.setTools(reviewed.workflow.tools, of: id)
        try database.setReview(review, by: decisions, of: id)
        return row
    }
}
