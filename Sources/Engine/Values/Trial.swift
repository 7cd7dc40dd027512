/// One proposal, really executed: every attempt, and how it ended.
package struct Trial: Hashable, Codable, Sendable, Identifiable {
    /// One call of a trial.
    package struct Attempt: Hashable, Codable, Sendable {
        package let call: ToolCall
        package let result: ToolResult

        package init(call: ToolCall, result: ToolResult) {
            self.call = call
            self.result = result
        }

        package var outcome: ToolOutcome { result.outcome }
    }

    package enum Ending: Hashable, Codable, Sendable {
        case succeeded(report: String)
        case failed(reason: String)
        /// A tool source's connection broke.
        case unreachable(reason: String)

        package var text: String {
            switch self {
            case .succeeded(let text), .failed(let text), .unreachable(let text): text
            }
        }
    }

    package let proposal: Proposal
    package var attempts: [Attempt]
    /// Nil while the trial runs.
    package var ending: Ending?

    package var id: Proposal.ID { proposal.id }

    package init(proposal: Proposal, attempts: [Attempt] = [], ending: Ending? = nil) {
        self.proposal = proposal
        self.attempts = attempts
        self.ending = ending
    }

    package var succeeded: Bool {
        guard case .succeeded = ending else { return false }
        return true
    }
}
