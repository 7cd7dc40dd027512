import Engine
import Review

/// One sample in the queue.
package struct QueueRow: Identifiable, Hashable, Sendable {
    /// Which sample.
    package let id: SampleID
    /// The sample's number in the dataset file.
    package var number: Int
    /// What was decided.
    package var status: ReviewState.Status
    /// The primary reason of a rejection.
    package var reason: Reason?
    /// Whether query or response were rewritten.
    package var isEdited: Bool
    /// Whether a reviewer flagged it.
    package var isFlagged: Bool
    /// How far it has grown.
    package var progress: Progress
    /// How many chains it has.
    package var chains: Int
    /// How many steps they have together.
    package var steps: Int
    /// What the checks found; nil while they have not looked.
    package var findings: Int?
    /// The query, or its beginning; empty while there is none.
    package var query: String

    /// How far the sample has grown.
    package enum Progress: Hashable, Sendable {
        /// Its events arrive.
        case growing
        /// A limit of the run was met, or the run was stopped; it may go on.
        case interrupted
        /// It has a query.
        case finished
        /// It ended without a query.
        case failed
    }

    /// A row of the queue.
    package init(
        id: SampleID, number: Int, status: ReviewState.Status = .pending, reason: Reason? = nil, isEdited: Bool = false,
        isFlagged: Bool = false, progress: Progress = .finished, chains: Int = 0, steps: Int = 0, findings: Int? = nil,
        query: String = ""
    ) {
        self.id = id
        self.number = number
        self.status = status
        self.reason = reason
        self.isEdited = isEdited
        self.isFlagged = isFlagged
        self.progress = progress
        self.chains = chains
        self.steps = steps
        self.findings = findings
        self.query = query
    }

    /// Whether somebody still has to decide.
    package var isUndecided: Bool {
        switch status {
        case .pending, .draft: true
        case .accepted, .rejected, .skipped: false
        }
    }
}

/// A part of the queue, as it was read at one moment.
package struct QueuePage: Hashable, Sendable {
    /// The place of its first row in the queue, from 0.
    package let offset: Int
    /// Its rows, in the order of the queue.
    package let rows: [QueueRow]
    /// All samples of the queue.
    package let total: Int
    /// How many samples the dataset has of each status, whatever the queue shows.
    package let counts: [ReviewState.Status: Int]
    /// The row to go to, where one was looked for.
    package let selection: SampleID?
    /// What the queue shows of which it is a part.
    package let view: QueueView

    /// A part of the queue.
    package init(
        offset: Int = 0, rows: [QueueRow], total: Int, counts: [ReviewState.Status: Int], selection: SampleID? = nil,
        view: QueueView = .standard
    ) {
        self.view = view
        self.offset = offset
        self.rows = rows
        self.total = total
        self.counts = counts
        self.selection = selection
    }
}
