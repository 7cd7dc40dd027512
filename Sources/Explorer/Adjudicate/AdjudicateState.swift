import Engine
import Review

/// What the screen Adjudicate knows.
struct AdjudicateState: Hashable, Sendable {
    /// In the order of the labels; nil until they were read.
    private(set) var disputes: [Dispute]?
    /// The row of the cursor.
    var row = 0

    /// What the cursor is on.
    var selected: Dispute? {
        disputes.flatMap { $0.indices.contains(row) ? $0[row] : nil }
    }

    var settled: Int { (disputes ?? []).count { $0.outcome != nil } }

    /// Takes a reading in; the cursor stays on its sample, and begins at the first that nobody settled.
    mutating func take(_ disputes: [Dispute]) {
        let kept = selected.flatMap { selected in disputes.firstIndex { $0.id == selected.id } }
        row = kept ?? disputes.firstIndex { $0.outcome == nil } ?? 0
        self.disputes = disputes
    }

    /// Notes what somebody settled.
    mutating func settle(_ sample: SampleID, as outcome: Opinion) {
        guard let place = disputes?.firstIndex(where: { $0.id == sample }) else { return }
        disputes?[place].outcome = outcome
    }

    /// Goes to a sample, where it is among them.
    mutating func go(to sample: SampleID) {
        row = disputes?.firstIndex { $0.id == sample } ?? row
    }

    /// Goes to the next that nobody settled, over the end to the beginning; stays where there is none.
    mutating func advance() {
        guard let disputes, !disputes.isEmpty else { return }
        let order = (1...disputes.count).map { (row + $0) % disputes.count }
        row = order.first { disputes[$0].outcome == nil && $0 != row } ?? row
    }
}
