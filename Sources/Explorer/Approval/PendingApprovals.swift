import Engine

/// The calls that wait for the curator's word, and the tools that need it no more.
struct PendingApprovals: Hashable, Sendable {
    /// A tool exactly as it was when it was allowed: another definition asks again.
    private struct Standing: Hashable {
        let source: String
        let tool: ContentHash

        init(_ request: ApprovalRequest) {
            source = request.source
            tool = request.tool.definitionHash
        }
    }

    /// In the order in which they asked.
    private(set) var waiting: [ApprovalQuestion] = []
    private var standing: Set<Standing> = []
    /// Whether the curator leaves, so that nothing is asked any more.
    private(set) var isClosed = false

    /// Tools that are called without a question until the curator quits.
    var standingCount: Int { standing.count }

    /// Whether the curator's word for this tool still holds.
    func stands(for request: ApprovalRequest) -> Bool { standing.contains(Standing(request)) }

    mutating func add(_ question: ApprovalQuestion) {
        guard !waiting.contains(where: { $0.id == question.id }) else { return }
        waiting.append(question)
    }

    mutating func remove(_ id: Int) { waiting.removeAll { $0.id == id } }

    /// Allows a tool until the curator quits.
    ///
    /// - Returns: The questions that are answered by it.
    mutating func stand(for request: ApprovalRequest) -> [ApprovalQuestion] {
        standing.insert(Standing(request))
        let answered = waiting.filter { stands(for: $0.request) }
        for question in answered { remove(question.id) }
        return answered
    }

    /// Nothing is asked from now on, and nothing that waits is answered.
    mutating func close() {
        waiting = []
        isClosed = true
    }

    /// The curator stays after all.
    mutating func open() { isClosed = false }
}
