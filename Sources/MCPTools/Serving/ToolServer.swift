import Engine
import Foundation

/// Serves the tools of a library to one client, in both eras of the protocol.
package struct ToolServer: Sendable {
    private let library: ToolLibrary
    private let identity: ServedIdentity
    private let limits: ServedLimits
    private let sleep: @Sendable (Duration) async throws -> Void

    package init(
        _ library: ToolLibrary, as identity: ServedIdentity, limits: ServedLimits = ServedLimits(),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.library = library
        self.identity = identity
        self.limits = limits
        self.sleep = sleep
    }

    /// Serves until the input ends; calls that run then may finish for a moment.
    ///
    /// Each write is a whole line, one at a time. While one waits, no input is read. Cancelling the task ends all
    /// calls and returns once they have ended.
    ///
    /// - Throws: What the input or the writing throws; either ends the serving.
    package func serve<Input: AsyncSequence & Sendable>(
        _ input: Input, write: @escaping @Sendable (Data) async throws -> Void
    ) async throws where Input.Element == Data {
        let (failures, failed) = AsyncThrowingStream<Void, any Error>.makeStream()
        let desk = ServedDesk(library, identity, limits, write: write) { failed.finish(throwing: $0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { failed.finish() }
                for try await piece in input { try await desk.receive(piece) }
                try await desk.receiveEnd()
                await close(desk)
            }
            group.addTask { for try await _ in failures {} }
            // Not waitForAll, which hears of a failure only when all have ended.
            do { for try await _ in group {} } catch {
                group.cancelAll()
                await desk.cancelCalls()
                await desk.waitForCalls()
                throw error
            }
        }
    }

    private func close(_ desk: ServedDesk) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await desk.waitForCalls() }
            group.addTask {
                try? await sleep(limits.farewell)
                await desk.cancelCalls()
            }
            await group.next()
            group.cancelAll()
        }
    }
}

/// Does what a session says: writes lines in their turn, runs calls side by side.
private actor ServedDesk {
    private let library: ToolLibrary
    private let write: @Sendable (Data) async throws -> Void
    private let fail: @Sendable (any Error) -> Void
    private var session: ServedSession
    private var lines: ServedLines
    private var running: [ServedSession.CallID: Task<ToolResult, Never>] = [:]
    private var answering: [ServedSession.CallID: Task<Void, Never>] = [:]
    private var lastWrite: Task<Void, any Error>?

    init(
        _ library: ToolLibrary, _ identity: ServedIdentity, _ limits: ServedLimits,
        write: @escaping @Sendable (Data) async throws -> Void, fail: @escaping @Sendable (any Error) -> Void
    ) {
        self.library = library
        self.write = write
        self.fail = fail
        session = ServedSession(library, as: identity, limits: limits)
        lines = ServedLines(limit: limits.line)
    }

    func receive(_ piece: Data) async throws {
        for line in lines.take(piece) { try await receive(line) }
    }

    func receiveEnd() async throws {
        if let line = lines.end() { try await receive(line) }
    }

    func waitForCalls() async {
        while let answer = answering.values.first { await answer.value }
    }

    func cancelCalls() {
        for call in running.values { call.cancel() }
    }

    private func receive(_ line: ServedLines.Line) async throws {
        switch line {
        case .whole(let bytes): try await perform(session.receive(bytes))
        case .tooLong: try await perform(session.receiveTooLongLine())
        }
    }

    private func perform(_ actions: [ServedSession.Action]) async throws {
        for action in actions {
            switch action {
            case .send(let line): try await send(line)
            case .run(let call, let id): begin(call, id)
            case .cancel(let id): running[id]?.cancel()
            }
        }
    }

    private func begin(_ call: ToolCall, _ id: ServedSession.CallID) {
        let result = Task { [library] in await library.run(call) }
        running[id] = result
        // A task of its own: cancelling a call must not cut the line that is being written.
        answering[id] = Task { await answer(id, with: await result.value) }
    }

    private func answer(_ id: ServedSession.CallID, with result: ToolResult) async {
        running[id] = nil
        do { try await perform(session.finished(id, with: result)) } catch { fail(error) }
        answering[id] = nil
    }

    /// Writes a line after those before it; after one that failed nothing is written.
    private func send(_ line: Data) async throws {
        let turn = Task { [lastWrite, write] in
            try await lastWrite?.value
            try await write(line)
        }
        lastWrite = turn
        try await withTaskCancellationHandler {
            try await turn.value
        } onCancel: {
            turn.cancel()
        }
    }
}
