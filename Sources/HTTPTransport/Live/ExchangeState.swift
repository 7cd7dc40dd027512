import Foundation
import NIOCore

/// One request under way, without I/O: takes what happens, and says what is to be done.
struct ExchangeState {
    struct Head: Sendable {
        let status: Int
        let headers: HTTPFields
    }

    enum Action {
        case giveHead(CheckedContinuation<Head, any Error>, Result<Head, any Error>)
        case giveBytes(CheckedContinuation<Data?, any Error>, Result<Data?, any Error>)
        /// Take the request back.
        case abort
    }

    private enum Stage {
        case connecting(since: NIODeadline)
        case awaitingFirstByte(since: NIODeadline)
        case receiving(since: NIODeadline)
        /// The reader is behind; nothing comes until it has caught up.
        case paused
        case ended((any Error)?)
    }

    /// How much of a body waits for its reader before no more is let in.
    static let mostQueued = 1 << 16

    private let origin: Origin
    private let deadlines: Deadlines
    private let bodyLimit: Int
    private let start: NIODeadline
    private var stage: Stage
    private var head: Head?
    private var headReader: CheckedContinuation<Head, any Error>?
    private var bodyReader: CheckedContinuation<Data?, any Error>?
    private var queued = Data()
    private var received = 0

    init(_ request: HTTPRequest, at now: NIODeadline) {
        origin = request.origin
        deadlines = request.deadlines
        bodyLimit = request.limits.body
        start = now
        stage = .connecting(since: now)
    }

    /// Whether any of the request may have left this machine.
    var wasSent: Bool {
        switch stage {
        case .connecting: false
        case .awaitingFirstByte, .receiving, .paused, .ended: true
        }
    }

    var isOver: Bool {
        switch stage {
        case .ended: true
        case .connecting, .awaitingFirstByte, .receiving, .paused: false
        }
    }

    /// Whether no more of the body may come for now.
    var isPaused: Bool {
        if case .paused = stage { true } else { false }
    }

    /// When ``expire(at:)`` has something to say, unless something happens before.
    var nextDeadline: NIODeadline? {
        nextWait.map(\.end)
    }

    private var nextWait: (end: NIODeadline, wait: HTTPError.Wait, limit: Duration)? {
        let total = (start + TimeAmount(deadlines.total), HTTPError.Wait.lastByte, deadlines.total)
        let phase: (NIODeadline, HTTPError.Wait, Duration)
        switch stage {
        case .connecting(let since):
            phase = (since + TimeAmount(deadlines.connect), .connection, deadlines.connect)
        case .awaitingFirstByte(let since):
            phase = (since + TimeAmount(deadlines.firstByte), .firstByte, deadlines.firstByte)
        case .receiving(let since): phase = (since + TimeAmount(deadlines.idle), .nextByte, deadlines.idle)
        case .paused: return total
        case .ended: return nil
        }
        return phase.0 < total.0 ? phase : total
    }
}

extension ExchangeState {
    /// The head of the request has left.
    mutating func sent(at now: NIODeadline) {
        if case .connecting = stage { stage = .awaitingFirstByte(since: now) }
    }

    /// The head of the reply is here.
    mutating func arrived(_ head: Head) -> [Action] {
        guard !isOver else { return [] }
        if let problem = encodingProblem(head) { return fail(problem) }
        self.head = head
        defer { headReader = nil }
        return headReader.map { [.giveHead($0, .success(head))] } ?? []
    }

    /// A piece of the body is here; the next may come as soon as the state is not paused.
    mutating func arrived(_ bytes: ByteBuffer, at now: NIODeadline) -> [Action] {
        guard !isOver else { return [] }
        received += bytes.readableBytes
        guard received <= bodyLimit else { return fail(HTTPError.bodyTooLarge(origin, limit: bodyLimit)) }
        queued.append(contentsOf: bytes.readableBytesView)
        stage = queued.count >= Self.mostQueued ? .paused : .receiving(since: now)
        guard let reader = bodyReader else { return [] }
        bodyReader = nil
        stage = .receiving(since: now)
        return [.giveBytes(reader, .success(takeQueued()))]
    }

    /// The reply is whole.
    mutating func finished() -> [Action] {
        guard !isOver else { return [] }
        stage = .ended(nil)
        defer { bodyReader = nil }
        return bodyReader.map { [.giveBytes($0, .success(nil))] } ?? []
    }

    /// Ends with an error; all that follows is ignored.
    mutating func fail(_ error: any Error) -> [Action] {
        guard !isOver else { return [] }
        stage = .ended(error)
        if error is CancellationError { queued = Data() }
        let head = headReader.map { Action.giveHead($0, .failure(error)) }
        let body = bodyReader.map { Action.giveBytes($0, .failure(error)) }
        (headReader, bodyReader) = (nil, nil)
        return [.abort] + [head, body].compactMap { $0 }
    }

    /// Looks at the clock.
    mutating func expire(at now: NIODeadline) -> [Action] {
        guard let (end, wait, limit) = nextWait, end <= now else { return [] }
        return fail(HTTPError.timedOut(origin, wait, limit: limit))
    }

    /// Somebody waits for the head.
    mutating func wantHead(_ reader: CheckedContinuation<Head, any Error>) -> [Action] {
        if let head { return [.giveHead(reader, .success(head))] }
        if case .ended(let error) = stage {
            return [.giveHead(reader, .failure(error ?? CancellationError()))]
        }
        headReader = reader
        return []
    }

    /// Somebody waits for the next piece of the body.
    mutating func wantBytes(_ reader: CheckedContinuation<Data?, any Error>, at now: NIODeadline) -> [Action] {
        if !queued.isEmpty {
            if isPaused { stage = .receiving(since: now) }
            return [.giveBytes(reader, .success(takeQueued()))]
        }
        if case .ended(let error) = stage { return [.giveBytes(reader, error.map { .failure($0) } ?? .success(nil))] }
        // A second reader of one body is a mistake; it must not leave the first one waiting for ever.
        guard bodyReader == nil else { return [.giveBytes(reader, .failure(CancellationError()))] }
        bodyReader = reader
        return []
    }

    private mutating func takeQueued() -> Data {
        defer { queued = Data() }
        return queued
    }

    /// We asked for bytes as they are: expanding could cost any amount of memory.
    private func encodingProblem(_ head: Head) -> HTTPError? {
        let encodings = head.headers.all.filter { $0.name.lowercased() == "content-encoding" }.map(\.value)
        guard let other = encodings.first(where: { !["", "identity"].contains($0.lowercased()) }) else { return nil }
        return .malformed(origin, reason: "it is encoded as \(other.prefix(40)), which was not asked for")
    }
}
