import Engine
import HTTPTransport
import Synchronization

/// How long others have waited for something, each wait by itself.
final class Waits: Sendable {
    private let kept = Mutex<[Double]>([])
    private let under = Mutex((now: 0, most: 0))

    /// In seconds.
    var all: [Double] { kept.withLock(\.self) }
    /// The most waits at the same time.
    var mostAtOnce: Int { under.withLock(\.most) }

    func during<Value>(_ work: () async throws -> Value) async rethrows -> Value {
        under.withLock { under in
            under.now += 1
            under.most = max(under.most, under.now)
        }
        let clock = ContinuousClock()
        let start = clock.now
        defer {
            kept.withLock { $0.append((clock.now - start).seconds) }
            under.withLock { $0.now -= 1 }
        }
        return try await work()
    }
}

/// A ledger whose answers are waited for with a watch in hand.
struct TimedLedger<Ledger: RunLedger>: RunLedger {
    let ledger: Ledger
    let waits: Waits

    func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        try await waits.during { try await ledger.begin(call, in: slot) }
    }

    func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) async throws {
        try await waits.during { try await ledger.finish(call, in: slot, with: result) }
    }

    func begin(_ question: Question) async throws -> RecordedExchange? {
        try await waits.during { try await ledger.begin(question) }
    }

    func finish(_ question: Question, with exchange: RecordedExchange) async throws {
        try await waits.during { try await ledger.finish(question, with: exchange) }
    }
}

/// Keeps events with a watch in hand, and counts them.
struct TimedRecorder<Recorder: EventRecorder>: EventRecorder {
    let recorder: Recorder
    let tally: TallyRecorder
    let waits: Waits

    func record(_ event: RecordedEvent) async throws {
        await tally.record(event)
        try await waits.during { try await recorder.record(event) }
    }

    func events(of sample: SampleID) async throws -> [RecordedEvent] { try await recorder.events(of: sample) }
}

/// Sends requests with a watch in hand, until the head of the reply is there.
struct TimedSender<Sender: HTTPSender>: HTTPSender {
    let sender: Sender
    let waits: Waits

    func send(_ request: HTTPRequest) async throws -> HTTPReply {
        try await waits.during { try await sender.send(request) }
    }
}
