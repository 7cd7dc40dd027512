import Engine
import Review

/// The samples that the next bulk decision is about.
struct Marks: Hashable, Sendable {
    /// Marked one by one, or by a range that ended.
    private(set) var samples: Set<SampleID> = []
    /// Where a range began that still follows the cursor.
    private(set) var anchor: SampleID?
    /// Every sample that the filter shows, also those out of sight.
    private(set) var everything: Filter?

    var isEmpty: Bool { samples.isEmpty && anchor == nil && everything == nil }

    mutating func toggle(_ sample: SampleID) {
        everything = nil
        samples.formSymmetricDifference([sample])
    }

    /// Begins a range at the cursor, or ends the one that was begun.
    mutating func toggleRange(at sample: SampleID, in rows: [QueueRow]) {
        everything = nil
        guard anchor != nil else {
            anchor = sample
            return
        }
        samples.formUnion(range(to: sample, in: rows))
        anchor = nil
    }

    mutating func toggleEverything(of filter: Filter) {
        let wasEverything = everything == filter
        self = Marks()
        if !wasEverything { everything = filter }
    }

    /// The marked samples when the cursor is on one: the range that follows it is among them.
    func samples(cursor: SampleID?, in rows: [QueueRow]) -> Set<SampleID> {
        guard let cursor, anchor != nil else { return samples }
        return samples.union(range(to: cursor, in: rows))
    }

    /// Whether the range can be told from the rows at hand: both its ends are among them.
    func isAtHand(_ sample: SampleID, in rows: [QueueRow]) -> Bool {
        rows.contains { $0.id == sample } && rows.contains { $0.id == anchor }
    }

    private func range(to sample: SampleID, in rows: [QueueRow]) -> Set<SampleID> {
        guard let here = rows.firstIndex(where: { $0.id == sample }),
            let start = rows.firstIndex(where: { $0.id == anchor })
        else { return [] }
        return Set(rows[min(here, start)...max(here, start)].map(\.id))
    }
}

/// Samples that are decided together, and undone together.
package enum Bulk: Hashable, Sendable {
    /// These, in this order.
    case samples([SampleID])
    /// Every one that a filter lets through when the decision is made.
    case filtered(Filter)
}
