/// A tool source behind a policy: it offers what was approved, asks before anything is changed, and keeps to limits.
///
/// Whatever is not allowed ends as ``ToolOutcome/denied(reason:)``; a policy never throws.
package actor GuardedSource: ToolSource {
    private let source: NamedSource
    private let identity: ContentHash
    private let approval: ToolApproval?
    private let approver: any Approver
    private let limits: CallLimits
    private let sleep: @Sendable (Duration) async throws -> Void
    /// What the last listing let through; nil before there was one.
    private var admitted: [ToolName: Tool]?

    /// Guards a source by what was approved of it; without an approval nothing is allowed.
    ///
    /// The identity is that of the command or address as configured now. `sleep` measures the deadline of a call.
    package init(
        _ source: NamedSource, identity: ContentHash, approval: ToolApproval?, approver: any Approver,
        limits: CallLimits = CallLimits(),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.source = source
        self.identity = identity
        self.approval = approval
        self.approver = approver
        self.limits = limits
        self.sleep = sleep
    }

    /// The approved tools that are still what was approved; every other one is left out, with its reason.
    package func offer() async throws -> ToolOffer {
        let admission = Admission(
            of: try await source.source.offer(), from: source.name, identity: identity, by: approval)
        admitted = Dictionary(admission.tools.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return ToolOffer(admission.tools, leftOut: admission.leftOut)
    }

    /// Runs a call that the last ``offer()`` and the limits allow; one that may change something only after a yes.
    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        do {
            if let reason = try await denial(of: call, in: context) {
                return ToolResult(.denied(reason: reason), origin: .live)
            }
        } catch {
            return ToolResult(.unreachable(reason: "\(error)"), origin: .live)
        }
        return limits.capped(await inTime(call, in: context))
    }

    /// Why a call may not be made; nil when it may.
    private func denial(of call: ToolCall, in context: CallContext) async throws -> String? {
        if admitted == nil { _ = try await offer() }
        guard let tool = admitted?[call.tool] else {
            return "\(call.tool) is not an approved tool of \(source.name): see toolgrad tools approve."
        }
        if let objection = limits.objection(to: call, in: context) { return objection }
        switch tool.effects {
        case .read: return nil
        case .write, .destructive: return await refusal(of: call, to: tool, in: context)
        }
    }

    private func refusal(of call: ToolCall, to tool: Tool, in context: CallContext) async -> String? {
        let request = ApprovalRequest(source: source.name, tool: tool, call: call, sample: context.slot?.sample)
        switch await approver.answer(request) {
        case .allowed: return nil
        case .denied(let reason): return reason
        }
    }

    /// The first of the answer, the deadline and the cancelling of the task; what comes later is dropped.
    ///
    /// The call has a task of its own, so that a source that ignores its cancelling cannot hold the caller.
    private func inTime(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        let (endings, ending) = AsyncStream.makeStream(of: ToolResult.self)
        let (inner, sleep, deadline) = (source.source, sleep, limits.deadline)
        let running = Task { ending.yield(await inner.run(call, in: context)) }
        let watching = Task {
            try await sleep(deadline)
            ending.yield(ToolResult(.timedOut(after: deadline), origin: .live))
        }
        defer {
            running.cancel()
            watching.cancel()
        }
        for await result in endings { return result }
        return ToolResult(.unreachable(reason: "The call was cancelled."), origin: .live)
    }
}
