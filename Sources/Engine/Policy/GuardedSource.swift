/// A tool source behind a policy: it offers what was approved, asks before anything is changed, and keeps to limits.
///
/// Whatever is not allowed ends as ``ToolOutcome/denied(reason:)``; a policy never throws.
package actor GuardedSource: ToolSource {
    /// What the source does again by itself before a call.
    package enum Replay: Hashable, Sendable {
        case nothing
        /// The calls that its state is made of: ``CallContext/history``.
        case history
    }

    private let source: NamedSource
    private let identity: ContentHash
    private let approval: ToolApproval?
    private let approver: any Approver
    private let limits: CallLimits
    private let sleep: @Sendable (Duration) async throws -> Void
    private let replay: Replay
    private let isOld: @Sendable () async -> Bool
    private let patience: (@Sendable (CallContext) -> Duration)?
    /// Calls that somebody allowed, by their hashes: making them again to restore a state asks nobody twice.
    private var allowed: Set<ContentHash> = []
    /// What the last listing let through; nil before there was one.
    private var admitted: [ToolName: Tool]?

    /// Guards a source by what was approved of it; without an approval nothing is allowed.
    ///
    /// The identity is that of the command or address as configured now. `isOld` says that the source may list other
    /// tools by now: they are then held against the approval again. A source that keeps to the deadline of a call itself,
    /// and has more to do than the call, says by `patience` how long it may take. `sleep` measures the deadline.
    package init(
        _ source: NamedSource, identity: ContentHash, approval: ToolApproval?, approver: any Approver,
        limits: CallLimits = CallLimits(), replay: Replay = .nothing,
        isOld: @escaping @Sendable () async -> Bool = { false },
        patience: (@Sendable (CallContext) -> Duration)? = nil,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.source = source
        self.identity = identity
        self.approval = approval
        self.approver = approver
        self.limits = limits
        self.replay = replay
        self.isOld = isOld
        self.patience = patience
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
                // Whoever was cancelled while he waited got no answer, and none may be recorded.
                if Task.isCancelled { return Self.cancelled }
                return ToolResult(.denied(reason: reason), origin: .live)
            }
        } catch {
            return ToolResult(.unreachable(reason: "\(error)"), origin: .live)
        }
        return limits.capped(await inTime(call, in: context))
    }

    /// Why a call may not be made; nil when it may.
    private func denial(of call: ToolCall, in context: CallContext) async throws -> String? {
        let mustList = if admitted == nil { true } else { await isOld() }
        if mustList { _ = try await offer() }
        guard let tool = admitted?[call.tool] else { return unapproved(call) }
        if let objection = limits.objection(to: call, in: context) { return objection }
        if replay == .history {
            for earlier in context.history where !allowed.contains(earlier.contentHash) {
                guard let tool = admitted?[earlier.tool] else { return unapproved(earlier) }
                if let reason = await refusal(of: earlier, to: tool, in: context) { return reason }
            }
        }
        return await refusal(of: call, to: tool, in: context)
    }

    private func unapproved(_ call: ToolCall) -> String {
        "\(call.tool) is not an approved tool of \(source.name): see toolgrad tools approve."
    }

    /// Why nobody allows it; nil for what only reads, and for what somebody allows.
    private func refusal(of call: ToolCall, to tool: Tool, in context: CallContext) async -> String? {
        guard tool.effects != .read else { return nil }
        let request = ApprovalRequest(source: source.name, tool: tool, call: call, sample: context.slot?.sample)
        switch await approver.answer(request) {
        case .allowed:
            allowed.insert(call.contentHash)
            return nil
        case .denied(let reason): return reason
        }
    }

    /// The first of the answer, the deadline and the cancelling of the task; what comes later is dropped.
    ///
    /// The call has a task of its own, so that a source that ignores its cancelling cannot hold the caller.
    private func inTime(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        let (endings, ending) = AsyncStream.makeStream(of: ToolResult.self)
        let (inner, sleep, deadline) = (source.source, sleep, patience?(context) ?? limits.deadline)
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
        return Self.cancelled
    }

    private static let cancelled = ToolResult(.unreachable(reason: "The call was cancelled."), origin: .live)
}
