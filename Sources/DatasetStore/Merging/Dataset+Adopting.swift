import Engine
import GRDB
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
        return try await write(.shared) { try $0.adopt(packed, page, path: path) }
    }

    /// Takes over samples together with the runs that they belong to, in one commit: all of them or none.
    ///
    /// A run that is not here begins with the first of its samples; an import's run gains the tools that it lacks. Each
    /// sample is taken as ``adopt(_:events:decisions:)`` takes it.
    package func adopt(_ samples: [AdoptedSample], at time: Timestamp) async throws -> [Adoption] {
        let packed = try samples.map { ($0, try PackedSample($0.id, $0.events), JournalPage($0.decisions, of: $0.id)) }
        let path = path
        return try await write(.alone) { database in
            var known: [RunID: Set<Tool>] = [:]
            return try packed.map { sample, packed, page in
                try database.begin(sample.id.run, sample.run, at: time)
                let tools = sample.run.library.filter { known[sample.id.run, default: []].insert($0).inserted }
                try database.add(tools, to: sample.id.run)
                return try database.adopt(packed, page, path: path)
            }
        }
    }
}

/// A sample on its way in, with what its run is.
package struct AdoptedSample: Sendable {
    package let id: SampleID
    package let run: RunBeginning
    package let events: [RecordedEvent]
    package let decisions: [Decision]

    package init(_ id: SampleID, of run: RunBeginning, events: [RecordedEvent], decisions: [Decision] = []) {
        self.id = id
        self.run = run
        self.events = events
        self.decisions = decisions
    }
}

extension Database {
    fileprivate func adopt(_ sample: PackedSample, _ page: JournalPage, path: String) throws -> Adoption {
        var adoption = try adopt(sample, path: path)
        guard adoption.number != nil else {
            adoption.refusedDecisions = page.decisions.map { DecisionRefusal($0, .noSample) }
            return adoption
        }
        var merge = JournalMerge(page, in: self, path: path)
        try merge.takeOver()
        adoption.newDecisions = merge.counts.new
        adoption.knownDecisions = merge.counts.known
        adoption.refusedDecisions = merge.refusals
        adoption.bytes += merge.bytes
        return adoption
    }
}
