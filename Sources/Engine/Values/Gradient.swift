/// The textual gradient of one iteration: the feedback from really executing its proposals.
///
/// ToolGrad (arXiv 2508.04086) steps along it; here it is also kept, shown, and the last few are handed to the next
/// proposer.
package struct Gradient: Hashable, Codable, Sendable {
    /// How one proposal fared.
    package struct Report: Hashable, Codable, Sendable {
        package let proposal: Proposal
        package let ending: Trial.Ending?
        package let calls: [ToolCall]
        /// Failed reports are shown to the curator and to later proposers, never to the selector.
        package let shownToSelector: Bool
    }

    package let iteration: Int
    /// Why the proposer proposed what it did.
    package let proposerReason: String
    /// In the order of the proposals.
    package let reports: [Report]
    package let selection: Selection?
    /// The curator's own words for the next proposer: the human gradient.
    package let notes: [String]

    package init(of iteration: Iteration) {
        self.iteration = iteration.number
        proposerReason = iteration.proposals?.reason ?? ""
        reports = iteration.trials.map { trial in
            Report(
                proposal: trial.proposal, ending: trial.ending, calls: trial.attempts.map(\.call),
                shownToSelector: trial.succeeded)
        }
        selection = iteration.selection
        notes = iteration.steering.compactMap(\.note)
    }
}
