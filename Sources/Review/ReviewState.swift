import Engine

/// What reviewers made of one sample: the fold over its decisions.
package struct ReviewState: Hashable, Sendable {
    /// Exactly one at a time.
    package enum Status: String, Codable, Sendable, CaseIterable {
        case pending, draft, accepted, rejected, skipped
    }

    /// What one reviewer says of a target; the newest words only.
    package struct Comment: Hashable, Sendable {
        package let target: Target
        package let text: String
        package let reviewer: String
        package let time: Timestamp
    }

    /// What one reviewer says of the sample beside another one; the newest words of the sample's own only.
    package struct Comparison: Hashable, Sendable {
        package enum Outcome: Hashable, Sendable {
            case better, equal
        }

        package let other: SampleID
        package let outcome: Outcome
        package let reviewer: String
        package let time: Timestamp
    }

    package private(set) var status: Status = .pending
    package private(set) var reasons: [AnchoredReason] = []
    /// The note of the rejection.
    package private(set) var note = ""
    package private(set) var isFlagged = false
    /// Every edit that counts, in order; ``ReviewedSample`` lays them over what was grown.
    package private(set) var edits: [Edit] = []
    /// The query that lies over the original; nil where nobody wrote one.
    package private(set) var newQuery: EditedText?
    /// The response that lies over the original; nil where nobody wrote one.
    package private(set) var newResponse: EditedText?
    /// In the order of their times.
    package private(set) var comments: [Comment] = []

    /// What was said of the sample beside others, in the order of their times.
    package private(set) var comparisons: [Comparison] = []

    package init() {}

    /// Folds a sample's decisions, in the order of their sequence numbers, undone ones left out.
    package init(_ decisions: some BidirectionalCollection<Decision>) {
        var undone: Set<Int> = []
        for decision in decisions.reversed() where !undone.contains(decision.sequence) {
            guard case .undo(let sequence) = decision.action, sequence < decision.sequence else { continue }
            undone.insert(sequence)
        }
        for decision in decisions where !undone.contains(decision.sequence) { apply(decision) }
    }

    private mutating func apply(_ decision: Decision) {
        switch decision.action {
        case .accept: settle(.accepted)
        case .reject(let reasons, let note):
            settle(.rejected)
            self.reasons = reasons
            self.note = note
        case .skip: settle(.skipped)
        case .returnToPending: settle(.pending)
        case .flag: isFlagged = true
        case .unflag: isFlagged = false
        case .edit(let edit): apply(edit, by: decision.reviewer)
        case .comment(let target, let text):
            say(Comment(target: target, text: text, reviewer: decision.reviewer, time: decision.time))
        case .prefer(let other): compare(with: other, .better, decision)
        case .equal(let other): compare(with: other, .equal, decision)
        case .adjudicate(let opinion):
            settle(opinion.status)
            (reasons, note) = (opinion.reasons, opinion.note)
        case .judge, .undo: return
        }
    }

    private mutating func compare(with other: SampleID, _ outcome: Comparison.Outcome, _ decision: Decision) {
        comparisons.removeAll { $0.other == other && $0.reviewer == decision.reviewer }
        comparisons.append(
            Comparison(other: other, outcome: outcome, reviewer: decision.reviewer, time: decision.time))
    }

    private mutating func settle(_ status: Status) {
        self.status = status
        reasons = []
        note = ""
    }

    private mutating func say(_ comment: Comment) {
        comments.removeAll { $0.target == comment.target && $0.reviewer == comment.reviewer }
        if !comment.text.isBlank { comments.append(comment) }
    }

    /// An edited sample is a draft until it is decided again.
    private mutating func apply(_ edit: Edit, by reviewer: String) {
        settle(.draft)
        edits.append(edit)
        switch edit {
        case .query(let text): newQuery = EditedText(text: text, writer: .reviewer(reviewer))
        case .response(let text): newResponse = EditedText(text: text, writer: .reviewer(reviewer))
        case .regenerated(let query, let response, let planner):
            newQuery = EditedText(text: query, writer: .planner(planner))
            newResponse = EditedText(text: response, writer: .planner(planner))
        case .argument, .deleteStep, .moveStep, .splitChain, .mergeChain, .rerun: return
        }
    }
}

extension ReviewState {
    /// The text of ``newQuery``.
    package var editedQuery: String? { newQuery?.text }

    /// The text of ``newResponse``.
    package var editedResponse: String? { newResponse?.text }

    /// What reviewers edited, as exports name it, in the order of the first edit of each.
    ///
    /// A text that a planner wrote anew is not among them; see ``planners``.
    package var editedPaths: [String] { paths(of: edits) }

    /// Who wrote the texts that a planner wrote anew, by path: `query` and `response`.
    package var planners: [String: String] {
        ["query": newQuery?.planner, "response": newResponse?.planner].compactMapValues(\.self)
    }

    /// What reviewers changed by some of the edits, as exports name it.
    func paths(of edits: [Edit]) -> [String] {
        let regenerated = planners
        var paths: [String] = []
        for path in edits.flatMap(\.pathsByHand) where regenerated[path] == nil && !paths.contains(path) {
            paths.append(path)
        }
        return paths
    }
}

extension Edit {
    fileprivate var pathsByHand: [String] {
        if case .regenerated = self { [] } else { paths }
    }
}

extension String {
    /// Whether the text is empty or white space.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
