import Engine
import Review

extension Dataset {
    /// Takes over one sample of a run that has begun: its events, and the decisions on it with their reviewers and times.
    ///
    /// It is one commit, of which nothing is written when the sample is here with other events. Taking over the same
    /// again changes nothing; more events of the same history follow those that are here.
    /// The decisions are numbered as where they come from, and get new numbers here; labels that their reasons name stay
    /// as they are. Those on other samples are passed over.
    ///
    /// - Throws: ``DatasetError/unknownRun(_:)`` before the run has begun.
    @discardableResult
    package func adopt(
        _ sample: SampleID, events: [RecordedEvent], decisions: [Decision] = []
    ) async throws -> Adoption {
        let packed = try PackedSample(sample, events)
        let page = JournalPage(decisions, of: sample)
        let path = path
        return try await write(.shared) { database in
            var adoption = try database.adopt(packed, path: path)
            guard adoption.number != nil else { return adoption }
            var merge = JournalMerge(page, in: database, path: path)
            try merge.takeOver()
            adoption.newDecisions = merge.counts.new
            adoption.knownDecisions = merge.counts.known
            adoption.bytes += merge.bytes
            return adoption
        }
    }
}
