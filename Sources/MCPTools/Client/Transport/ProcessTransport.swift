import ChildProcesses
import Foundation

/// A server that is a child of ours and speaks over its input and output, a message a line.
package struct ProcessTransport: MCPTransport {
    private let command: ChildCommand
    private let watchdog: Watchdog?
    private let lineLimit: Int

    /// `lineLimit` is the longest message that is taken, in bytes.
    package init(_ command: ChildCommand, watchdog: Watchdog? = nil, lineLimit: Int = MCPLimits().line) {
        self.command = command
        self.watchdog = watchdog
        self.lineLimit = lineLimit
    }

    package func connect(_ body: @escaping @Sendable (MCPConnection) async -> Void) async throws {
        do {
            _ = try await command.converse(watched: watchdog, grace: .seconds(1)) { child in
                await converse(with: child, body)
            }
        } catch let error as ChildProcessError {
            throw MCPTransportError.failed(reason: "\(error)")
        }
    }

    private func converse(
        with child: LivingChild, _ body: @escaping @Sendable (MCPConnection) async -> Void
    ) async {
        let outbox = Outbox()
        let unheard = Promise<Bool>()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                if await outbox.drain({ try await child.write($0) }) { unheard.keep(true) }
            }
            await body(connection(to: child, outbox, unheard))
            outbox.close()
            group.cancelAll()
        }
    }

    private func connection(to child: LivingChild, _ outbox: Outbox, _ unheard: Promise<Bool>) -> MCPConnection {
        MCPConnection(
            answering: .later,
            send: { outgoing, _ in try outbox.post(Data((outgoing.message.text + "\n").utf8)) },
            listen: { receive in
                let over = Promise<Void>()
                // Not a task of this one: a read that waits for a silent child cannot be given up.
                Task {
                    await read(child, until: over, receive)
                    over.keep(())
                }
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { _ = await over.value() }
                    group.addTask { _ = await unheard.value() }
                    await group.next()
                    group.cancelAll()
                }
                over.keep(())
                return await child.lastBreath
            },
            errorLines: { child.lastWords(lines: .max) })
    }

    /// Reads to the end, so that the child can always write and so leave; what comes after the listening is dropped.
    private func read(
        _ child: LivingChild, until over: Promise<Void>, _ receive: MCPConnection.Receiver
    ) async {
        var framing = LineFraming(limit: lineLimit)
        do {
            for try await piece in child.output where over.current == nil {
                for item in framing.read(piece) { await receive(Arrival(item)) }
            }
        } catch {
            // A broken pipe is the end of the output, too.
        }
        if over.current == nil, let last = framing.finish() { await receive(Arrival(last)) }
    }
}

extension Arrival {
    fileprivate init(_ item: LineFraming.Item) {
        switch item {
        case .line(let line): self = .message(line)
        case .tooLong(let line): self = .tooLong(line)
        case .endless(let count): self = .endless(after: count)
        }
    }
}

extension LivingChild {
    private static let shownLines = 20

    /// Why it is not there any more, with what it said last.
    fileprivate var lastBreath: String {
        get async {
            let ending = await waitForEnd(within: .milliseconds(500))
            let said = lastWords(lines: Self.shownLines).joined(separator: "\n")
            let how = ending.map { "The server \($0)." } ?? "The server closed its output or its input."
            return said.isEmpty ? how : "\(how) Its last words:\n\(said.suffix(2_000))"
        }
    }
}
