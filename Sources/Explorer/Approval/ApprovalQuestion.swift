import Engine

/// A call that waits for the curator's word, with the number under which the answer is awaited.
package struct ApprovalQuestion: Hashable, Sendable, Identifiable {
    /// No other question of the session has it.
    package let id: Int
    package let request: ApprovalRequest

    package init(id: Int, request: ApprovalRequest) {
        self.id = id
        self.request = request
    }
}
