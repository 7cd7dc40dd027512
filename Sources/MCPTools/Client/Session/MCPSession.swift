import Engine
import Foundation
import HTTPTransport

/// One conversation with a server over one connection, with any number of requests under way at once.
package actor MCPSession {
    private var machine: SessionMachine
    private let known: ProtocolVersion.Era?
    private let time: Timekeeper
    private var connection: MCPConnection?
    private var heard: @Sendable () -> [String] = { [] }
    private var answers: [RPCID: Promise<RPCAnswer>] = [:]
    private var timers: [RPCID: Task<Void, Never>] = [:]
    private var sends: [RPCID: Task<Void, Never>] = [:]
    private let beginning = Promise<Result<Agreement, SessionEnd>>()
    private let ending = Promise<SessionEnd>()

    /// `known` is the era of a server that was spoken to before.
    package init(
        limits: MCPLimits = MCPLimits(), client: SessionMachine.Client = SessionMachine.Client(),
        known: ProtocolVersion.Era? = nil, time: Timekeeper = .live
    ) {
        machine = SessionMachine(limits: limits, client: client)
        self.known = known
        self.time = time
    }

    /// Converses until the session ends, by either side; cancelling ends it.
    package func converse(over connection: MCPConnection) async {
        self.connection = connection
        heard = connection.errorLines
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                let reason = await connection.listen { await self.take(Incoming($0)) }
                await self.end(.broken(reason: reason))
            }
            await perform(machine.start(known))
            _ = await ending.value()
            group.cancelAll()
        }
        await end(.closed)
        self.connection = nil
        for task in [timers, sends].flatMap(\.values) { task.cancel() }
    }

    /// Waits until the two sides know each other.
    ///
    /// - Throws: why they do not; `.closed` when the waiting task is cancelled.
    package func begun() async throws(SessionEnd) -> Agreement {
        switch await beginning.value() {
        case .success(let agreement): return agreement
        case .failure(let end): throw end
        case nil: throw .closed
        }
    }

    /// Sends a request, and waits for its answer; cancelling stops waiting at once, and tells the server.
    package func request(_ method: String, _ params: JSON.Object = [:], within limit: Duration) async -> RPCAnswer {
        let (id, actions) = machine.request(method, params, within: limit)
        let promise = Promise<RPCAnswer>()
        answers[id] = promise
        await perform(actions)
        if let answer = await promise.value() { return answer }
        await perform(machine.cancelled(id))
        return .cancelled
    }

    /// Ends the session; what is waited for ends with it.
    package func end(_ reason: SessionEnd) async {
        await perform(machine.end(reason))
    }

    /// Why the session is over; nil while it is not.
    package nonisolated var end: SessionEnd? { ending.current }

    /// What the server said beside its answers, and what had to be dropped.
    package var log: MCPServerLog { machine.log }

    /// The last lines of the server's error stream, also when the session is over.
    package var errorLines: [String] { heard() }

    /// Whether the server said that its list of tools is another now.
    package var listChanged: Bool { machine.listChanged }

    /// As ``listChanged``, and not again for the same change.
    package func takeListChange() -> Bool {
        defer { machine.listChanged = false }
        return machine.listChanged
    }
}

extension MCPSession {
    /// Something that arrived, read already: a large message must not hold up the others.
    private enum Incoming: Sendable {
        case message(RPCMessage)
        case bad(LineFraming.LongLine, reason: String)
        case endless(Int)

        init(_ arrival: Arrival) {
            switch arrival {
            case .message(let bytes):
                do throws(RPCMessage.Problem) { self = .message(try RPCMessage(parsing: bytes)) } catch {
                    let line = LineFraming.LongLine(
                        head: bytes.prefix(LineFraming.keptHead), tail: bytes.suffix(256), count: bytes.count)
                    self = .bad(line, reason: "\(error)")
                }
            case .tooLong(let line): self = .bad(line, reason: "is too long: \(line.count) bytes")
            case .endless(let count): self = .endless(count)
            }
        }
    }

    private func take(_ incoming: Incoming) async {
        switch incoming {
        case .message(let message): await perform(machine.received(message))
        case .bad(let line, let reason): await perform(machine.receivedBad(line, reason: reason))
        case .endless(let count): await perform(machine.end(.endlessMessage(bytes: count)))
        }
    }

    private func timeRanOut(for id: RPCID) async {
        await perform(machine.timeRanOut(for: id))
    }

    private func perform(_ actions: [SessionMachine.Action]) async {
        for action in actions { await perform(action) }
    }

    private func perform(_ action: SessionMachine.Action) async {
        switch action {
        case .ask(let message, let id, let limit): await ask(message, id, within: limit)
        case .tell(let message): await tell(message)
        case .settle(let id, let answer):
            stop(id)
            answers.removeValue(forKey: id)?.keep(answer)
        case .stopTimer(let id): timers.removeValue(forKey: id)?.cancel()
        case .ready(let agreement): beginning.keep(.success(agreement))
        case .end(let reason):
            beginning.keep(.failure(reason))
            ending.keep(reason)
        }
    }

    private func stop(_ id: RPCID) {
        timers.removeValue(forKey: id)?.cancel()
        sends.removeValue(forKey: id)?.cancel()
    }

    private func ask(_ message: RPCMessage, _ id: RPCID, within limit: Duration) async {
        guard let connection else { return await perform(machine.failed(id, .failed(reason: "It is not connected."))) }
        timers[id] = Task { [time] in
            do { try await time.sleep(limit) } catch { return }
            await self.timeRanOut(for: id)
        }
        let outgoing = Outgoing(message, version: machine.agreement?.version, within: limit)
        switch connection.answering {
        case .later: await send(outgoing, id, over: connection)
        case .whileSending:
            sends[id] = Task {
                await self.send(outgoing, id, over: connection)
                guard !Task.isCancelled else { return }
                await self.perform(self.machine.failed(id, .failed(reason: "It replied without an answer.")))
            }
        }
    }

    private func send(_ outgoing: Outgoing, _ id: RPCID, over connection: MCPConnection) async {
        do {
            try await connection.send(outgoing) { await self.take(Incoming($0)) }
        } catch let error as MCPTransportError {
            await perform(machine.failed(id, error))
        } catch {
            // Cancelled: whoever did that has settled the request.
        }
    }

    /// What has no answer is sent as well as it can be: where it fails, the session will be seen to be broken.
    private func tell(_ message: RPCMessage) async {
        let outgoing = Outgoing(message, version: machine.agreement?.version, within: .seconds(5))
        try? await connection?.send(outgoing) { await self.take(Incoming($0)) }
    }
}
