/// Answers for the curator whether a call that may change something may be made.
package protocol Approver: Sendable {
    /// Waits for the answer; whoever is not there to ask denies at once.
    ///
    /// Cancelling the task denies.
    func answer(_ request: ApprovalRequest) async -> ApprovalAnswer
}

/// A call that waits for somebody's word.
package struct ApprovalRequest: Hashable, Sendable {
    /// The source's name, as the user configured it.
    package let source: String
    package let tool: Tool
    package let call: ToolCall
    /// The sample that wants it; nil for a call by hand.
    package let sample: SampleID?

    package init(source: String, tool: Tool, call: ToolCall, sample: SampleID?) {
        self.source = source
        self.tool = tool
        self.call = call
        self.sample = sample
    }
}

package enum ApprovalAnswer: Hashable, Sendable {
    case allowed
    case denied(reason: String)
}

/// Nobody is there to ask, so nothing that asks is allowed.
package struct UnattendedApprover: Approver {
    package init() {}

    package func answer(_ request: ApprovalRequest) -> ApprovalAnswer {
        .denied(
            reason: "\(request.tool.name) may \(request.tool.effects.verb), and nobody is there to allow it: "
                + "unattended runs only read.")
    }
}

extension Tool.Effects {
    /// What a tool of this kind may do to the world: `read`, `write`, `destroy`.
    package var verb: String {
        switch self {
        case .read: "read"
        case .write: "write"
        case .destructive: "destroy"
        }
    }
}
