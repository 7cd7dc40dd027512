import Engine

/// Listing the tools.
extension MCPServer {
    func takeListChange() async -> Bool {
        await anyOf { await $0.takeListChange() }
    }

    func list() async throws -> ToolOffer {
        do throws(SupervisedSession.Unavailable) {
            switch sessions {
            case .one(let supervised): return try await list(over: supervised)
            case .many(let pool, _): return try await list(over: pool)
            }
        } catch {
            throw ToolSourceError.unreachable(source: name, reason: error.description)
        }
    }

    private func list(over supervised: SupervisedSession) async throws(SupervisedSession.Unavailable) -> ToolOffer {
        let session = try await supervised.session()
        // Asked before the listing: that fails should the process end meanwhile.
        let starts = await supervised.starts
        let listed = try await list(over: session)
        startsWhenListed = starts
        return listed
    }

    private func list(over pool: InstancePool) async throws(SupervisedSession.Unavailable) -> ToolOffer {
        // Listing changes nothing, so what the instance has seen does not matter.
        let lease = try await lease(from: pool, for: [])
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
