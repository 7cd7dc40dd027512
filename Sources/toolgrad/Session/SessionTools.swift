import Engine

/// The tools of a session in the explorer, and who asks the curator about their calls.
struct SessionTools: Sendable {
    let live: LiveTools
    let approver: AskingApprover

    /// Opens what the options name.
    ///
    /// Results that cost something are remembered in the dataset.
    init(_ options: ToolOptions, memory: any ResultMemory, _ surroundings: Surroundings) async throws {
        approver = AskingApprover()
        live = try await surroundings.tools(options, memory: memory, .attended(approver))
    }
}
