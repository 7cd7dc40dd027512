import Synchronization

/// Keeps the results of calls beyond a run.
package protocol ResultMemory: Sendable {
    /// What a call gave before; nil when it was never kept.
    func result(of call: ToolCall, from source: ContentHash) async throws -> ToolResult?

    /// Keeps what a call gave; the first result stays.
    func keep(_ result: ToolResult, of call: ToolCall, from source: ContentHash) async throws
}

/// Asks a source once for each call, and remembers.
///
/// For sources whose answer depends on nothing but the call. A remembered result has the origin that it had: whether a
/// call was the first is chance where many samples run at once, and must not be seen in them.
package struct RememberingSource: ToolSource {
    private let source: any ToolSource
    private let identity: ContentHash
    private let memory: any ResultMemory
    private let line = CallsInFlight()

    /// Remembers the results of a source; whatever changes its answers belongs into its identity.
    package init(_ source: any ToolSource, identity: ContentHash, memory: any ResultMemory) {
        self.source = source
        self.identity = identity
        self.memory = memory
    }

    package func offer() async throws -> ToolOffer { try await source.offer() }

    /// Runs one call, or waits for an equal one that is on its way, or answers from memory.
    ///
    /// A memory that fails is no reason to lose a result: the call is then answered by the source alone.
    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        while !Task.isCancelled {
            switch await line.join(call.contentHash) {
            case .first:
                let result = await answer(call, in: context)
                // Whoever waits has not cancelled anything: the next of them is the first then.
                line.leave(call.contentHash, with: Task.isCancelled ? nil : result)
                return result
            case .waited(let result?): return result
            case .waited(nil): continue
            }
        }
        return ToolResult(.unreachable(reason: "The call was cancelled."), origin: .cached)
    }

    private func answer(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        if let known = try? await memory.result(of: call, from: identity) { return known }
        let result = await source.run(call, in: context)
        if result.outcome.isWorthRemembering { try? await memory.keep(result, of: call, from: identity) }
        return result
    }
}

extension ToolOutcome {
    /// Whether the call would end like this again: the tool had its say, good or bad.
    package var isWorthRemembering: Bool {
        switch self {
        case .returned, .failed: true
        case .malformed, .refused, .rejected, .denied, .timedOut, .unreachable: false
        }
    }
}

/// Calls that are being made, and who waits for them.
private final class CallsInFlight: Sendable {
    enum Turn {
        /// Nobody makes this call: the one who joined does, and must ``leave(_:with:)``.
        case first
        /// The result of an equal call; nil when that one was given up.
        case waited(ToolResult?)
    }

    private struct State {
        var waiting: [ContentHash: [Int: CheckedContinuation<Turn, Never>]] = [:]
        var lastTicket = 0
    }

    private let state = Mutex(State())

    func join(_ call: ContentHash) async -> Turn {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { enter(call, ticket, $0) }
        } onCancel: {
            state.withLock { $0.waiting[call]?.removeValue(forKey: ticket) }?.resume(returning: .waited(nil))
        }
    }

    func leave(_ call: ContentHash, with result: ToolResult?) {
        let waiting = state.withLock { $0.waiting.removeValue(forKey: call) }
        for (_, continuation) in (waiting ?? [:]).sorted(by: { $0.key < $1.key }) {
            continuation.resume(returning: .waited(result))
        }
    }

    private func enter(_ call: ContentHash, _ ticket: Int, _ continuation: CheckedContinuation<Turn, Never>) {
        let turn: Turn? = state.withLock { state in
            guard state.waiting[call] != nil else {
                state.waiting[call] = [:]
                return .first
            }
            state.waiting[call]?[ticket] = continuation
            return nil
        }
        if let turn { return continuation.resume(returning: turn) }
        // A task that was cancelled before it got here was not found by its handler.
        guard Task.isCancelled else { return }
        state.withLock { $0.waiting[call]?.removeValue(forKey: ticket) }?.resume(returning: .waited(nil))
    }
}
