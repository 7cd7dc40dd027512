import Engine
import Synchronization
import Testing

/// Gives its answers in order, keeps what it was asked, and fails the test when it is asked once too often.
final class StrictApprover: Approver {
    private let state: Mutex<(answers: [ApprovalAnswer], asked: [ApprovalRequest])>

    init(_ answers: ApprovalAnswer...) {
        state = Mutex((answers, []))
    }

    var asked: [ApprovalRequest] { state.withLock { $0.asked } }

    func answer(_ request: ApprovalRequest) -> ApprovalAnswer {
        state.withLock { state in
            state.asked.append(request)
            guard !state.answers.isEmpty else {
                Issue.record("The approver was asked about \(request.call.tool) without an answer to give.")
                return .denied(reason: "no answer left")
            }
            return state.answers.removeFirst()
        }
    }
}

/// A source whose listing can change, and that keeps the calls it got.
final class Listing: ToolSource {
    private let state: Mutex<(offer: ToolOffer, calls: [ToolCall])>

    init(_ offer: ToolOffer) {
        state = Mutex((offer, []))
    }

    var calls: [ToolCall] { state.withLock { $0.calls } }

    func show(_ offer: ToolOffer) { state.withLock { $0.offer = offer } }

    func offer() -> ToolOffer { state.withLock { $0.offer } }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        state.withLock { $0.calls.append(call) }
        return ToolResult(.returned(RecordedOutput("done")), origin: .live)
    }
}

/// A source that is off.
struct Unlisted: ToolSource {
    func offer() throws -> ToolOffer {
        throw ToolSourceError.unreachable(source: "box", reason: "It is off.")
    }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        Issue.record("A source that cannot be listed was called.")
        return ToolResult(.unreachable(reason: "It is off."), origin: .live)
    }
}

/// Opens once; whoever waits goes on then.
final class Gate: Sendable {
    private let (waiting, signal) = AsyncStream.makeStream(of: Void.self)

    func open() { signal.finish() }

    func opened() async {
        // A cancelled task would not wait for a stream of its own, so another one does.
        let waiting = waiting
        await Task { for await _ in waiting {} }.value
    }
}

/// Notes that a task was cancelled.
final class Flag: Sendable {
    private let gate = Gate()

    /// Returns once the task that calls it is cancelled.
    func waitForCancelling() async {
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(60)) }
        gate.open()
    }

    /// Returns once a task was cancelled while it waited.
    func wait() async { await gate.opened() }
}
