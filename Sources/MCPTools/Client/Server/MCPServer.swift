import Engine
import HTTPTransport

/// An MCP server as a source of tools: one session for a whole run, begun at the first need.
package actor MCPServer: ToolSource {
    /// Whether calls see what earlier ones did to the server.
    package enum Sharing: Hashable, Sendable {
        /// All calls go to one process.
        case shared
        /// The server keeps state, and no sample may see what another one, or a trial that was not chosen, left in it.
        ///
        /// At most `pool` processes, each lent to one call at a time and then brought to what that call builds on;
        /// `reset` is a tool without arguments that makes the server forget everything. Without one its process is
        /// started anew for that.
        case isolated(pool: Int, reset: ToolName?)
    }

    enum Sessions {
        case one(SupervisedSession)
        case many(InstancePool, reset: ToolName?)
    }

    let name: String
    let limits: MCPLimits
    let time: Timekeeper
    let sessions: Sessions
    private(set) var offered: ToolOffer?
    /// Which of the processes one after the other listed its tools.
    var startsWhenListed = 0

    /// Starts nothing yet; `name` is what the user calls the server.
    package init(
        _ name: String, over transport: any MCPTransport, sharing: Sharing = .shared, limits: MCPLimits = MCPLimits(),
        time: Timekeeper = .live
    ) {
        self.name = name
        self.limits = limits
        self.time = time
        let make = { @Sendable in SupervisedSession(transport, limits: limits, time: time) }
        sessions =
            switch sharing {
            case .shared: .one(make())
            case .isolated(let pool, let reset): .many(InstancePool(pool, make: make), reset: reset)
            }
    }

    /// Lists the tools; asks the server again only when ``isListOld``.
    ///
    /// - Throws: ``ToolSourceError/unreachable(source:reason:)``.
    package func offer() async throws -> ToolOffer {
        if let offered, await !isListOld { return offered }
        _ = await takeListChange()
        let listed = try await list()
        offered = listed
        return listed
    }

    /// Runs a call; its limit is ``MCPLimits/call``, and nothing that comes before it counts towards that.
    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        ToolResult(await outcome(of: call, in: context), origin: .live)
    }

    /// The longest that ``run(_:in:)`` takes in all, once the tools are listed: for a deadline around it.
    ///
    /// With a server that keeps state that is long: the wait for a process, its start, and all earlier calls.
    package nonisolated func patience(for context: CallContext) -> Duration {
        switch sessions {
        case .one: limits.sharedCall
        case .many: limits.isolatedCall(after: context.history.count)
        }
    }

    /// Whether the tools may be others than those that were offered: the server said so, or the next call goes to
    /// another process than the one that listed them.
    ///
    /// Instances of a server that keeps state are started again all the time; for them only its word counts.
    package var isListOld: Bool {
        get async {
            if await anyOf({ await $0.listChanged }) { return true }
            guard case .one(let session) = sessions else { return false }
            if await session.beginsAnew { return true }
            return await session.starts != startsWhenListed
        }
    }

    /// What the server said beside its answers, and what had to be dropped.
    package var log: MCPServerLog {
        get async {
            var log = MCPServerLog()
            for session in await supervised { log.append(await session.log) }
            return log
        }
    }

    /// The last lines of its error streams, of at most 64 KiB for each process at a time.
    package var errorLines: [String] {
        get async {
            var lines: [String] = []
            for session in await supervised { lines += await session.errorLines }
            return lines
        }
    }

    /// ``log`` and ``errorLines`` for a log file, one line each, and empty when there is nothing; whole after
    /// ``close()``.
    ///
    /// What the server said stands in it as it is, control characters too, but for secrets.
    package func logText(hiding secrets: SecretMask = .nothing) async -> String {
        await log.text(errorLines: await errorLines, hiding: secrets)
    }

    /// How many processes or sessions were started so far.
    package var starts: Int {
        get async {
            var starts = 0
            for session in await supervised { starts += await session.starts }
            return starts
        }
    }

    /// Ends all sessions, and begins none any more; returns within five seconds with nothing left.
    package func close() async {
        let all =
            switch sessions {
            case .one(let session): [session]
            case .many(let pool, _): await pool.close()
            }
        await withTaskGroup(of: Void.self) { group in
            for session in all { group.addTask { await session.close() } }
        }
    }
}

extension MCPServer {
    private var supervised: [SupervisedSession] {
        get async {
            switch sessions {
            case .one(let session): [session]
            case .many(let pool, _): await pool.all
            }
        }
    }

    func anyOf(_ holds: (SupervisedSession) async -> Bool) async -> Bool {
        for session in await supervised where await holds(session) { return true }
        return false
    }
}
