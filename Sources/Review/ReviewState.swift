import Engine

/// What reviewers made of one sample: the fold over its decisions.
package struct ReviewState: Hashable, Sendable {
    /// Exactly one at a time.
    package enum Status: String, Codable, Sendable, CaseIterable {
        case pending, draft, accepted, rejected, skipped
    }

    /// A comment on a target.
    package struct Comment: Hashable, Sendable {
        package let target: Target
        package let text: String
        package let reviewer: String
    }

    package private(set) var status: Status = .pending
    package private(set) var reasons: [AnchoredReason] = []
    /// The note of the rejection.
    package private(set) var note = ""
    package private(set) var isFlagged = false
    package private(set) var editedQuery: String?
    package private(set) var editedResponse: String?
    package private(set) var comments: [Comment] = []

    package init() {}

    /// Folds a sample's decisions, in the order of their sequence numbers, undone ones left out.
    package init(_ decisions: some BidirectionalCollection<Decision>) {
        var undone: Set<Int> = []
        for decision in decisions.reversed() where !undone.contains(decision.sequence) {
            if case .undo(let sequence) = decision.action { undone.insert(sequence) }
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
        case .edit(let edit): apply(edit)
        case .comment(let target, let text):
            comments.append(Comment(target: target, text: text, reviewer: decision.reviewer))
        case .undo: return
        }
    }

    private mutating func settle(_ status: Status) {
        self.status = status
        reasons = []
        note = ""
    }

    /// An edited sample is a draft until it is decided again.
    private mutating func apply(_ edit: Edit) {
        settle(.draft)
        switch edit {
        case .query(let text): editedQuery = text
        case .response(let text): editedResponse = text
        }
    }

    /// What was edited, as exports name it.
    package var editedPaths: [String] {
        [editedQuery.map { _ in "query" }, editedResponse.map { _ in "response" }].compactMap(\.self)
    }
}
