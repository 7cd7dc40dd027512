import Engine
import MCPTools

/// Opens what options name, source by source.
struct ToolOpening {
    let options: ToolOptions
    let surroundings: Surroundings
    let starter: ServerStarter
    let attendance: Attendance
    let approvals: ApprovalFolder

    init(_ options: ToolOptions, _ surroundings: Surroundings, _ starter: ServerStarter, _ attendance: Attendance) {
        self.options = options
        self.surroundings = surroundings
        self.starter = starter
        self.attendance = attendance
        approvals = ApprovalFolder(surroundings.approvalFolder)
    }
}

extension ToolOpening {
    func approval(of configuration: MCPServerConfiguration) throws -> ToolApproval? {
        try approvals.approval(of: configuration.name, identity: configuration.identity)
    }

    /// Why a server was not started: nothing is approved of it, or not with what fills its command now.
    func unapproved(_ configuration: MCPServerConfiguration) throws -> String {
        let change = try approval(of: configuration).map {
            CommandChange(since: $0, to: configuration.commandLine, configuration.marks)
        }
        let variables = change?.variables.joined(separator: ", ") ?? ""
        let now = variables.isEmpty ? "" : " with what \(variables) holds now"
        return "The server \(configuration.name) is not approved\(now), so it was not started. Look at its tools with: "
            + "toolgrad tools approve \(options.mcpConfig.map { "--mcp-config \($0)" }.joined(separator: " ")) --server "
            + configuration.name
    }

    func guarded(
        _ server: MCPServer, _ configuration: MCPServerConfiguration, by approval: ToolApproval?
    ) -> GuardedSource {
        // An isolated server has instances to make ready before a call, and keeps to the call's deadline itself.
        let isIsolated = configuration.options.isolation == .sample
        let patience: @Sendable (CallContext) -> Duration = { server.patience(for: $0) + Duration.seconds(5) }
        return GuardedSource(
            NamedSource(configuration.name, server), identity: configuration.identity, approval: approval,
            approver: attendance.approver, limits: options.limits(deadline: options.deadline(for: configuration)),
            replay: isIsolated ? .history : .nothing, isOld: { await server.isListOld },
            patience: isIsolated ? patience : nil)
    }
}
