import DisplaySafety
import Engine
import Review

/// What reviewers made of a sample, as lines for people; every line has passed the sanitiser.
struct ReviewReport {
    let sample: ReviewedSample
    /// Oldest first.
    let decisions: [Decision]
    /// The labels of the samples that it was compared with.
    var compared: [SampleID: String] = [:]

    private var review: ReviewState { sample.review }

    var lines: [String] { (edits + rejection + comments + journal).map { SafeText($0).plain } }

    private var edits: [String] {
        var lines: [String] = []
        if !sample.editedPaths.isEmpty { lines.append("edited:   \(sample.editedPaths.joined(separator: ", "))") }
        for (path, planner) in review.planners.sorted(by: { $0.key < $1.key }) {
            lines.append("          \(path) written anew by \(planner)")
        }
        if sample.inapplicable > 0 {
            lines.append("          \(sample.inapplicable) more, about what is gone, do not count")
        }
        let original = sample.state.synthesis
        if let query = original?.query, review.newQuery != nil { lines.append("          the query was: \(query)") }
        if let response = original?.response, review.newResponse != nil {
            lines.append("          the response was: \(response)")
        }
        return lines
    }

    private var rejection: [String] {
        guard review.status == .rejected else { return [] }
        return ["Rejected  \(review.reasons.map(\.words).joined(separator: ", "))   \(review.note)"]
    }

    private var comments: [String] {
        review.comments.map { "Comment   \($0.target), \($0.reviewer): \($0.text)" }
    }

    private var journal: [String] {
        let undone = decisions.undone
        return decisions.map { decision in
            let mark = undone.contains(decision.sequence) ? "  (taken back)" : ""
            let words = decision.action.words(decision.action.compared.flatMap { compared[$0] })
            return "Decision  \(decision.sequence)  \(decision.time.short)  \(decision.reviewer)  \(words)\(mark)"
        }
    }
}

extension [Decision] {
    /// The decisions that count no more.
    fileprivate var undone: Set<Int> {
        var undone: Set<Int> = []
        for decision in reversed() where !undone.contains(decision.sequence) {
            if let target = decision.undone { undone.insert(target) }
        }
        return undone
    }
}
