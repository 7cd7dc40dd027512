/// What a reviewer makes of a sample, whether or not it is the sample's status.
package enum Opinion: Hashable, Codable, Sendable {
    case accepted
    /// At least one reason; the first is the primary one.
    case rejected([AnchoredReason], note: String)
    case skipped

    /// The status that a sample has by it.
    package var status: ReviewState.Status {
        switch self {
        case .accepted: .accepted
        case .rejected: .rejected
        case .skipped: .skipped
        }
    }

    /// Why it is rejected; empty for anything else.
    package var reasons: [AnchoredReason] {
        switch self {
        case .accepted, .skipped: []
        case .rejected(let reasons, _): reasons
        }
    }

    /// The note of a rejection; empty for anything else.
    package var note: String {
        switch self {
        case .accepted, .skipped: ""
        case .rejected(_, let note): note
        }
    }

    /// The statuses that an opinion can give.
    package static let statuses: [ReviewState.Status] = [.accepted, .rejected, .skipped]
}

extension Opinion {
    /// What a plain decision says; nil where it gives no verdict.
    package init?(_ action: Decision.Action) {
        switch action {
        case .accept: self = .accepted
        case .reject(let reasons, let note): self = .rejected(reasons, note: note)
        case .skip: self = .skipped
        case _: return nil
        }
    }

    /// The plain decision that says the same.
    package var decision: Decision.Action {
        switch self {
        case .accepted: .accept
        case .rejected(let reasons, let note): .reject(reasons, note: note)
        case .skipped: .skip
        }
    }
}
