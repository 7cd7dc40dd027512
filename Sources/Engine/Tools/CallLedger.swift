/// Where in a run one tool call belongs.
package struct CallSlot: Hashable, Codable, Sendable {
    package let sample: SampleID
    package let iteration: Int
    package let proposal: Proposal.ID
    /// 1 for the first call of the trial.
    package let attempt: Int

    package init(sample: SampleID, iteration: Int, proposal: Proposal.ID, attempt: Int) {
        self.sample = sample
        self.iteration = iteration
        self.proposal = proposal
        self.attempt = attempt
    }
}

/// Remembers every call, so that an interrupted run repeats none that finished.
///
/// Both methods return once what they were told is durable.
package protocol CallLedger: Sendable {
    /// Notes that a call is about to be sent.
    ///
    /// - Returns: the recorded result when the same call finished in the same slot before; it is then not sent again.
    func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult?

    /// Notes how a call ended.
    func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) async throws
}

/// A ledger that remembers nothing, for runs that are not kept.
package struct ForgetfulLedger: CallLedger {
    package init() {}

    package func begin(_ call: ToolCall, in slot: CallSlot) -> ToolResult? { nil }

    package func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) {}
}
