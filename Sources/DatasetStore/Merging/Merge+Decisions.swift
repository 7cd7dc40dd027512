import Engine
import GRDB
import Review

extension Merge {
    /// Takes over the journal in its order, a part at a time.
    mutating func takeDecisions() async throws {
        var last = 0
        while true {
            let (start, path, limit) = (last, source.path, batch.rows)
            let page = try await source.read { database in
                try JournalPage(after: start, limit: limit, in: database, path: path)
            }
            guard let end = page.decisions.last?.sequence else { return }
            try await take(page)
            last = end
        }
    }

    private mutating func take(_ page: JournalPage) async throws {
        let (refused, path) = (refused, target.path)
        let taken = try await target.write(.alone) { database in
            var merge = JournalMerge(page, in: database, path: path)
            try merge.takeOver(without: refused)
            return TakenDecisions(
                counts: merge.counts, refusals: merge.refusals, verdicts: try merge.verdicts(), bytes: merge.bytes)
        }
        report.add(taken)
    }
}

/// What became of a part of a journal.
struct TakenDecisions: Sendable {
    let counts: MergeReport.DecisionCounts
    let refusals: [DecisionRefusal]
    let verdicts: [SampleID: MergeReport.Disagreement?]
    let bytes: Int
}
