import Engine

/// Making calls.
extension MCPServer {
    func outcome(of call: ToolCall, in context: CallContext) async -> ToolOutcome {
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
        let lease: InstancePool.Lease
        do throws(SupervisedSession.Unavailable) {
            lease = try await self.lease(from: pool, for: context.history)
        } catch { return .unreachable(reason: error.description) }
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

    /// Waits for an instance, however long the calls before take, up to the limit for that.
    func lease(
        from pool: InstancePool, for history: [ToolCall]
    ) async throws(SupervisedSession.Unavailable) -> InstancePool.Lease {
        do throws(InstancePool.Refusal) {
            return try await pool.lease(for: history) { [time, limits] in try await time.sleep(limits.lease) }
        } catch { throw SupervisedSession.Unavailable(description: objection(to: error)) }
    }

    private func objection(to refusal: InstancePool.Refusal) -> String {
        switch refusal {
        case .busy:
            "None of its processes came free within \(limits.lease). Allow it a larger pool, or fewer samples at once."
        case .cancelled: "The call was cancelled."
        case .closed: "The session was closed."
        }
    }
}
