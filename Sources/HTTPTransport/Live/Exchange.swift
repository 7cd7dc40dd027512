import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// One request under way: does what ``ExchangeState`` says.
final class Exchange: HTTPClientResponseDelegate {
    private struct Storage {
        var state: ExchangeState
        var task: HTTPClient.Task<Void>?
        /// Held while the reader is behind.
        var hold: EventLoopPromise<Void>?
        var alarm: (at: NIODeadline, scheduled: Scheduled<Void>)?
    }

    private let request: HTTPRequest
    private let storage: Mutex<Storage>

    init(_ request: HTTPRequest) {
        self.request = request
        storage = Mutex(Storage(state: ExchangeState(request, at: .now())))
    }

    /// Takes the client's side of the request, once it has begun.
    func began(_ task: HTTPClient.Task<Void>) {
        let isOver = storage.withLock { storage in
            storage.task = task
            setAlarm(&storage)
            return storage.state.isOver
        }
        if isOver { task.cancel() }
    }

    /// Waits for the head of the reply.
    func head() async throws -> ExchangeState.Head {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { reader in perform { $0.wantHead(reader) } }
        } onCancel: {
            cancel()
        }
    }

    /// Waits for the next piece of the body; nil at its end.
    func nextBytes() async throws -> Data? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { reader in perform { $0.wantBytes(reader, at: .now()) } }
        } onCancel: {
            cancel()
        }
    }

    /// Ends the request; one that is over stays as it is.
    func cancel() {
        perform { $0.fail(CancellationError()) }
    }
}

extension Exchange {
    func didSendRequestHead(task: HTTPClient.Task<Void>, _ head: HTTPRequestHead) {
        perform { state in
            state.sent(at: .now())
            return []
        }
    }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let fields = HTTPFields(head.headers.map { (name: $0.name, value: $0.value) })
        perform { $0.arrived(ExchangeState.Head(status: Int(head.status.code), headers: fields)) }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        let hold = task.eventLoop.makePromise(of: Void.self)
        perform(holding: hold) { $0.arrived(buffer, at: .now()) }
        return hold.futureResult
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) {
        perform { $0.finished() }
    }

    func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
        let request = request
        perform { state in
            state.fail(HTTPFailure(request, wasSent: state.wasSent).describe(error))
        }
    }
}

extension Exchange {
    /// Changes the state, and does what follows from it outside the lock.
    ///
    /// `hold` lets the body go on; it is kept for as long as the state is paused.
    private func perform(
        holding hold: EventLoopPromise<Void>? = nil, _ change: (inout ExchangeState) -> [ExchangeState.Action]
    ) {
        let (actions, task, released) = storage.withLock { storage in
            let actions = change(&storage.state)
            if let hold { storage.hold = hold }
            let released = storage.state.isPaused ? nil : storage.hold
            if released != nil { storage.hold = nil }
            setAlarm(&storage)
            return (actions, storage.task, released)
        }
        for action in actions {
            switch action {
            case .giveHead(let reader, let result): reader.resume(with: result)
            case .giveBytes(let reader, let result): reader.resume(with: result)
            case .abort: task?.cancel()
            }
        }
        released?.succeed()
    }

    /// Sees to it that somebody looks at the clock when the next deadline is over.
    ///
    /// An alarm that is too early does no harm: it looks, and sets the next.
    private func setAlarm(_ storage: inout Storage) {
        guard let loop = storage.task?.eventLoop, let deadline = storage.state.nextDeadline else {
            storage.alarm?.scheduled.cancel()
            storage.alarm = nil
            return
        }
        if let alarm = storage.alarm, alarm.at <= deadline { return }
        storage.alarm?.scheduled.cancel()
        storage.alarm = (deadline, loop.scheduleTask(deadline: deadline) { [weak self] in self?.ring() })
    }

    private func ring() {
        storage.withLock { $0.alarm = nil }
        perform { $0.expire(at: .now()) }
    }
}
