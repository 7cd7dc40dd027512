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
        /// At most `pool` processes; `reset` is a tool without arguments that makes the server forget everything.
        /// Without one its process is started anew for that.
        case isolated(pool: Int, reset: ToolName?)
    }

    private enum Sessions {
        case one(SupervisedSession)
        case many(InstancePool, reset: ToolName?)
    }

    private let name: String
    private let limits: MCPLimits
    private let time: Timekeeper
    private let sessions: Sessions
    private var offered: ToolOffer?
    /// How often a process had been started when its tools were listed.
    private var startsWhenListed = 0

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

    /// Lists the tools; asks the server again only when it said that its list is another now.
    ///
    /// - Throws: ``ToolSourceError/unreachable(source:reason:)``.
    package func offer() async throws -> ToolOffer {
        if let offered, await !isListOld { return offered }
        _ = await takeListChange()
        let listed = try await list()
        offered = listed
        startsWhenListed = await starts
        return listed
    }

    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        ToolResult(await outcome(of: call, in: context), origin: .live)
    }

    /// Whether the tools may be others than those that were offered: the server said so, or it was started again.
    ///
    /// Instances of a server that keeps state are started again all the time; for them only its word counts.
    package var isListOld: Bool {
        get async {
            if await anyOf({ await $0.listChanged }) { return true }
            guard case .one(let session) = sessions else { return false }
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

    /// The last lines of its error streams.
    package var errorLines: [String] {
        get async {
            var lines: [String] = []
            for session in await supervised { lines += await session.errorLines }
            return lines
        }
    }

    /// How many processes or sessions were started so far.
    package var starts: Int {
        get async {
            var starts = 0
            for session in await supervised { starts += await session.starts }
            return starts
        }
    }

    /// Ends all sessions; returns within five seconds with nothing left.
    package func close() async {
        let all = await supervised
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

    private func anyOf(_ holds: (SupervisedSession) async -> Bool) async -> Bool {
        for session in await supervised where await holds(session) { return true }
        return false
    }

    private func takeListChange() async -> Bool {
        await anyOf { await $0.takeListChange() }
    }

    private func list() async throws -> ToolOffer {
        do throws(SupervisedSession.Unavailable) {
            switch sessions {
            case .one(let supervised): return try await list(over: try await supervised.session())
            case .many(let pool, _): return try await list(over: pool)
            }
        } catch {
            throw ToolSourceError.unreachable(source: name, reason: error.description)
        }
    }

    private func list(over pool: InstancePool) async throws(SupervisedSession.Unavailable) -> ToolOffer {
        // Listing changes nothing, so what the instance has seen does not matter.
        guard let lease = await pool.lease(for: [], until: { [time, limits] in try await time.sleep(limits.listing) })
        else { throw SupervisedSession.Unavailable(description: "All its instances were busy.") }
        var instance = lease.instance
        let result: Result<ToolOffer, SupervisedSession.Unavailable>
        do throws(SupervisedSession.Unavailable) {
            let session = try await instance.current()
            result = .success(try await list(over: session))
        } catch { result = .failure(error) }
        await pool.giveBack(instance)
        return try result.get()
    }

    private func list(over session: MCPSession) async throws(SupervisedSession.Unavailable) -> ToolOffer {
        var listing = ToolListing(of: name, limits: limits)
        var params = JSON.Object()
        while true {
            let answer = await session.request("tools/list", params, within: limits.listing)
            guard case .result(let page) = answer else {
                throw SupervisedSession.Unavailable(description: "Its tools cannot be listed: \(answer.objection)")
            }
            switch listing.add(page) {
            case .next(let cursor): params.set("cursor", .string(cursor))
            case .done: return listing.offer
            case .unusable(let reason): throw SupervisedSession.Unavailable(description: reason)
            }
        }
    }
}

extension MCPServer {
    private func outcome(of call: ToolCall, in context: CallContext) async -> ToolOutcome {
        do {
            let known = if let offered { offered } else { try await offer() }
            guard known.tools.contains(where: { $0.name == call.tool }) else {
                return .rejected(reason: "There is no tool called \(call.tool).")
            }
        } catch { return .unreachable(reason: "\(error)") }
        return switch sessions {
        case .one(let supervised): await outcome(of: call, over: supervised)
        case .many(let pool, let reset): await outcome(of: call, in: context, over: pool, reset)
        }
    }

    private func outcome(of call: ToolCall, over supervised: SupervisedSession) async -> ToolOutcome {
        do throws(SupervisedSession.Unavailable) {
            var answer = await ask(call, try await supervised.session())
            // The one call that may be repeated: the server said that it did nothing.
            if answer == .ended(.forgotten) { answer = await ask(call, try await supervised.session()) }
            return ToolOutcome(answer, limits: limits)
        } catch {
            return .unreachable(reason: error.description)
        }
    }

    private func ask(_ call: ToolCall, _ session: MCPSession) async -> RPCAnswer {
        await session.request(
            "tools/call", ["name": .string(call.tool.text), "arguments": call.arguments], within: limits.cappedCall)
    }

    private func outcome(
        of call: ToolCall, in context: CallContext, over pool: InstancePool, _ reset: ToolName?
    ) async -> ToolOutcome {
        let limit = limits.cappedCall
        let lease = await pool.lease(for: context.history) { [time] in try await time.sleep(limit) }
        guard let lease else {
            return Task.isCancelled ? .unreachable(reason: "The call was cancelled.") : .timedOut(after: limit)
        }
        var instance = lease.instance
        let outcome = await outcome(of: call, in: context, with: lease, &instance, reset)
        await pool.giveBack(instance)
        return outcome
    }

    private func outcome(
        of call: ToolCall, in context: CallContext, with lease: InstancePool.Lease, _ instance: inout Instance,
        _ reset: ToolName?
    ) async -> ToolOutcome {
        do throws(SupervisedSession.Unavailable) {
            switch lease {
            case .ready: break
            case .toReset: try await instance.reset(by: reset) { await self.ask($0, $1) }
            }
            let session = try await instance.current()
            let seen = instance.history?.count ?? 0
            for earlier in context.history.dropFirst(seen) {
                let answer = await instance.take(earlier, session) { await self.ask($0, $1) }
                guard answer.isAnswer else {
                    throw SupervisedSession.Unavailable(
                        description:
                            "The calls before it could not be made again (\(earlier.tool)): \(answer.objection)")
                }
            }
            return ToolOutcome(await instance.take(call, session) { await self.ask($0, $1) }, limits: limits)
        } catch {
            return .unreachable(reason: error.description)
        }
    }
}
