import HTTPTransport

/// The session with one server process, begun at the first need and anew after it broke.
actor SupervisedSession {
    /// Why there is no session.
    struct Unavailable: Error, Hashable, CustomStringConvertible {
        /// One or more whole sentences.
        let description: String
    }

    private struct Running {
        let session: MCPSession
        let task: Task<Void, Never>
    }

    private enum State {
        case idle
        case starting(Promise<Result<MCPSession, Unavailable>>)
        case running(Running)
        case off(Unavailable)
        case closed
    }

    private let transport: any MCPTransport
    private let limits: MCPLimits
    private let time: Timekeeper
    private var budget: RestartBudget
    private var state = State.idle
    /// Every session whose connection may still be open.
    private var open: [Running] = []
    private var era: ProtocolVersion.Era?
    private var pastLog = MCPServerLog()
    private var pastErrorLines = LastLines()
    private(set) var starts = 0

    init(_ transport: any MCPTransport, limits: MCPLimits, time: Timekeeper) {
        self.transport = transport
        self.limits = limits
        self.time = time
        budget = RestartBudget(limits.restarts, within: limits.restartPeriod, delay: limits.restartDelay)
    }

    private static let wasClosed = Unavailable(description: "The session was closed.")

    /// A session that has begun and was alive a moment ago.
    func session() async throws(Unavailable) -> MCPSession {
        switch state {
        case .running(let running):
            guard let end = running.session.end else { return running.session }
            return try await value(of: begin(after: running, because: end))
        case .starting(let promise): return try await value(of: promise)
        case .idle: return try await value(of: begin(after: nil, because: nil))
        case .off(let reason): throw reason
        case .closed: throw Self.wasClosed
        }
    }

    /// Ends a session that is alive, so that the next one begins with a new process; no failure is counted.
    func startOver() async {
        guard case .running(let running) = state, running.session.end == nil else { return }
        state = .idle
        await close(running)
    }

    /// Ends everything, and begins nothing any more; returns within the limit for closing, and a little.
    func close() async {
        if case .starting(let promise) = state { promise.keep(.failure(Self.wasClosed)) }
        state = .closed
        await withTaskGroup(of: Void.self) { group in
            for running in open { group.addTask { await self.close(running) } }
        }
    }

    /// What all the sessions so far left behind.
    var log: MCPServerLog {
        get async {
            var log = pastLog
            for running in open { log.append(await running.session.log) }
            return log
        }
    }

    /// Whether the server said that its list of tools is another now.
    var listChanged: Bool {
        get async {
            guard case .running(let running) = state else { return false }
            return await running.session.listChanged
        }
    }

    /// As ``listChanged``, and not again for the same change.
    func takeListChange() async -> Bool {
        guard case .running(let running) = state else { return false }
        return await running.session.takeListChange()
    }

    /// Whether the next call goes to another process than the last one.
    var beginsAnew: Bool {
        switch state {
        case .running(let running): running.session.end != nil
        case .starting: true
        case .idle, .off, .closed: false
        }
    }

    /// The last lines of the error streams of all the processes so far.
    var errorLines: [String] {
        get async {
            var last = pastErrorLines
            for running in open { last.append(await running.session.errorLines) }
            return last.lines
        }
    }
}

extension SupervisedSession {
    private func value(
        of promise: Promise<Result<MCPSession, Unavailable>>
    ) async throws(Unavailable) -> MCPSession {
        guard let result = await promise.value() else { throw Unavailable(description: "The call was cancelled.") }
        return try result.get()
    }

    private func begin(
        after old: Running?, because end: SessionEnd?
    ) -> Promise<Result<MCPSession, Unavailable>> {
        let promise = Promise<Result<MCPSession, Unavailable>>()
        guard let wait = wait(after: end) else {
            let reason = Unavailable(
                description: "It was started anew \(limits.restarts) times within \(limits.restartPeriod), and is off "
                    + "now." + (end.map { " The last time: \($0)" } ?? ""))
            state = .off(reason)
            promise.keep(.failure(reason))
            return promise
        }
        state = .starting(promise)
        Task {
            if let old { await self.close(old) }
            try? await self.time.sleep(wait)
            promise.keep(await self.start())
        }
        return promise
    }

    /// How long to wait before the next start; nil when there were too many.
    private func wait(after end: SessionEnd?) -> Duration? {
        switch end {
        case nil, .forgotten: .zero
        case .closed, .wrongVersion, .noHandshake, .garbage, .endlessMessage, .noConnection, .broken:
            budget.restart(at: time.now())
        }
    }

    private func start() async -> Result<MCPSession, Unavailable> {
        // It may have been closed while it waited, and then nothing may begin any more.
        guard case .starting = state else { return .failure(Self.wasClosed) }
        var (running, result) = await startOnce()
        // A server may end when it is asked something that it does not know.
        if case .failure(.broken) = result, era == nil, case .starting = state, starts == 1 {
            await close(running)
            guard case .starting = state else { return .failure(Self.wasClosed) }
            era = .handshake
            (running, result) = await startOnce()
            if case .failure = result { era = nil }
        }
        if case .starting = state { state = .running(running) } else { await close(running) }
        return result.mapError { Unavailable(description: "\($0)") }
    }

    private func startOnce() async -> (Running, Result<MCPSession, SessionEnd>) {
        starts += 1
        let session = MCPSession(limits: limits, known: era, time: time)
        let running = Running(session: session, task: task(for: session))
        open.append(running)
        do throws(SessionEnd) {
            era = try await session.begun().version.era
            return (running, .success(session))
        } catch {
            return (running, .failure(error))
        }
    }

    private func task(for session: MCPSession) -> Task<Void, Never> {
        Task { [transport] in
            do {
                try await transport.connect { await session.converse(over: $0) }
                await session.end(.closed)
            } catch {
                await session.end(.noConnection(reason: "\(error)"))
            }
        }
    }

    /// Ends one session and waits until nothing of it is left, but not for ever.
    private func close(_ running: Running) async {
        await running.session.end(.closed)
        let patience = Task { [time, limits] in
            do { try await time.sleep(limits.closing) } catch { return }
            running.task.cancel()
        }
        await running.task.value
        patience.cancel()
        let (log, errorLines) = (await running.session.log, await running.session.errorLines)
        guard let index = open.firstIndex(where: { $0.session === running.session }) else { return }
        open.remove(at: index)
        pastLog.append(log)
        pastErrorLines.append(errorLines)
    }
}
