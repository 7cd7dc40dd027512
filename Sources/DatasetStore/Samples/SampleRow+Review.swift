import Engine
import GRDB
import Review

extension SampleRow {
    /// Follows what reviewers made of the sample, but for the workflow.
    mutating func apply(_ review: ReviewState) {
        status = review.status
        flagged = review.isFlagged
        commented = !review.comments.isEmpty
        reason = review.reasons.first?.reason.rawValue
        edited = !review.edits.isEmpty
        reworked = review.edits.contains { !$0.changesTextsOnly }
        editedQuery = review.editedQuery?.withoutNul
        editedResponse = review.editedResponse?.withoutNul
        queryKey = hashedQuery()
    }

    /// Takes over the workflow that counts, in which steps may be other ones than were grown.
    mutating func apply(_ sample: ReviewedSample) {
        take(sample.workflow)
        stale = !sample.staleSteps.isEmpty
    }
}

extension Edit {
    fileprivate var changesTextsOnly: Bool {
        switch self {
        case .query, .response, .regenerated: true
        case .argument, .deleteStep, .moveStep, .splitChain, .mergeChain, .rerun: false
        }
    }
}

extension Database {
    /// Notes for what a sample is rejected, and who decides or comments on it.
    func setReview(_ review: ReviewState, by decisions: [Decision], of sample: Int64) throws {
        let reasons = Set(review.reasons.map(\.reason.rawValue))
        try setLabels(reasons, in: "reason", of: sample)
        try setLabels(decisions.standingReviewers, in: "reviewer", of: sample)
    }

    private func setLabels(_ labels: Set<String>, in column: String, of sample: Int64) throws {
        let known = try cachedStatement(sql: "SELECT \(column) FROM sample_\(column) WHERE sample = ?")
        let old = try Set(String.fetchAll(known, arguments: [sample]))
        for label in old.subtracting(labels) {
            try cachedStatement(sql: "DELETE FROM sample_\(column) WHERE \(column) = ? AND sample = ?")
                .execute(arguments: [label, sample])
        }
        for label in labels.subtracting(old) {
            try cachedStatement(sql: "INSERT INTO sample_\(column) (\(column), sample) VALUES (?, ?)")
                .execute(arguments: [label, sample])
        }
    }
}

extension [Decision] {
    /// Who made those of the decisions that nobody took back.
    fileprivate var standingReviewers: Set<String> {
        var undone: Set<Int> = []
        var reviewers: Set<String> = []
        for decision in reversed() where !undone.contains(decision.sequence) {
            if case .undo(let sequence) = decision.action {
                undone.insert(sequence)
            } else {
                reviewers.insert(decision.reviewer.withoutNul)
            }
        }
        return reviewers
    }
}
