import Engine
import GRDB
import Review

/// What the events and decisions of a sample amount to, as its row keeps it for lists.
struct SampleRow: Codable, Equatable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "sample"

    var id: Int64
    let run: Int64
    let position: Int
    let branch: String
    let number: Int
    var status = ReviewState.Status.pending
    var phase = RunState.Phase.waiting
    /// The title of the outcome of a finished sample.
    var outcome: String?
    /// The number of the last event.
    var events = 0
    var iterations = 0
    var chains = 0
    var steps = 0
    var flagged = false
    /// The code of a rejection's primary reason.
    var reason: String?
    /// What the checks found in the sample as it stands; nil while they have not looked.
    var findings: Int?
    /// The texts as grown and as edited, for searching: the events and decisions have the exact ones.
    var query: String?
    var response: String?
    var editedQuery: String?
    var editedResponse: String?

    init(id: Int64, run: Int64, sample: SampleID, number: Int) {
        self.id = id
        self.run = run
        self.number = number
        position = sample.index
        branch = BranchColumn.text(of: sample.branch)
    }
}

extension SampleRow {
    /// Follows an event as ``RunState`` does, without the state.
    mutating func apply(_ event: RunEvent) {
        events += 1
        findings = nil
        phase = Self.phase(after: event) ?? phase
        switch event {
        case .branched(_, _, _, let inherited): inherit(inherited)
        case .iterationBegan: iterations += 1
        case .iterationEnded(_, .grew(let growth)):
            steps += growth.steps.count
            if growth.opensChain { chains += 1 }
        case .drafted(let synthesis): take(synthesis)
        case .finished(let outcome):
            self.outcome = outcome.title
            if case .completed(let synthesis) = outcome { take(synthesis) }
        case .began, .steered, .sampled, .proposed, .attempted, .tried, .selected, .iterationEnded, .draftFailed,
            .interrupted:
            return
        }
    }

    private static func phase(after event: RunEvent) -> RunState.Phase? {
        switch event {
        case .branched, .drafted, .draftFailed: .waiting
        case .iterationBegan: .sampling
        case .sampled: .proposing
        case .proposed: .executing
        case .selected: .selecting
        case .iterationEnded: .synthesising
        case .interrupted: .interrupted
        case .finished: .finished
        case .began, .steered, .attempted, .tried: nil
        }
    }

    private mutating func inherit(_ state: RunState) {
        iterations = state.iterations.count
        chains = state.workflow.chains.count
        steps = state.workflow.steps.count
        if let synthesis = state.synthesis { take(synthesis) }
    }

    private mutating func take(_ synthesis: Synthesis) {
        query = synthesis.query.withoutNul
        response = synthesis.response.withoutNul
    }

    /// Follows what reviewers made of the sample.
    mutating func apply(_ review: ReviewState) {
        status = review.status
        flagged = review.isFlagged
        reason = review.reasons.first?.reason.rawValue
        let texts = [editedQuery, editedResponse]
        editedQuery = review.editedQuery?.withoutNul
        editedResponse = review.editedResponse?.withoutNul
        if texts != [editedQuery, editedResponse] { findings = nil }
    }

    /// The texts that count.
    var effectiveTexts: [String?] { [editedQuery ?? query, editedResponse ?? response] }
}

extension String {
    /// SQLite ends a text at its first NUL.
    fileprivate var withoutNul: String { replacing("\0", with: "\u{FFFD}") }
}
