import Engine

/// One session with a server, without any input or output: what happens goes in, what is to be done comes out.
package struct SessionMachine: Sendable {
    package enum Action: Hashable, Sendable {
        /// Send a request, and say so when it has no answer in time.
        case ask(RPCMessage, id: RPCID, within: Duration)
        /// Send something that has no answer.
        case tell(RPCMessage)
        /// The request is settled, for whoever waits for it.
        case settle(RPCID, RPCAnswer)
        /// The request of the handshake is settled.
        case stopTimer(RPCID)
        case ready(Agreement)
        case end(SessionEnd)
    }

    /// Who we are, for the server.
    package struct Client: Hashable, Sendable {
        package let name: String
        package let version: String

        package init(name: String = "toolgrad", version: String = "1") {
            self.name = name
            self.version = version
        }
    }

    enum Phase: Hashable, Sendable {
        case idle
        case probing(RPCID)
        case initializing(RPCID)
        case ready(Agreement)
        case ended(SessionEnd)
    }

    let limits: MCPLimits
    let client: Client
    var phase = Phase.idle
    var nextNumber = 1
    /// A server is asked a second time for the stateless era at most once.
    var hasProbedAgain = false
    /// What is waited for, with its limit.
    var pending: [RPCID: Duration] = [:]
    /// What was given up, and may be answered late.
    var givenUp: Set<RPCID> = []
    /// What the server said and what was dropped.
    package var log = MCPServerLog()
    /// Whether the server said that its list of tools is another now.
    package var listChanged = false

    package init(limits: MCPLimits = MCPLimits(), client: Client = Client()) {
        self.limits = limits
        self.client = client
    }

    /// What both sides agreed on; nil before and after.
    package var agreement: Agreement? {
        guard case .ready(let agreement) = phase else { return nil }
        return agreement
    }

    /// Begins: asks a server that is not known yet which era it speaks, and one that is in its own way.
    package mutating func start(_ known: ProtocolVersion.Era?) -> [Action] {
        guard case .idle = phase else { return [] }
        switch known {
        case .handshake: return initialize()
        case .stateless, nil: return probe()
        }
    }

    /// Sends a request.
    ///
    /// Before the session is ready and after it has ended there is nothing to send.
    package mutating func request(
        _ method: String, _ params: JSON.Object, within limit: Duration
    ) -> (id: RPCID, actions: [Action]) {
        let id = nextID()
        switch phase {
        case .ready(let agreement):
            pending[id] = limit
            let message = RPCMessage.request(
                id: id, method: method, params: .object(params.stamped(for: agreement, client)))
            return (id, [.ask(message, id: id, within: limit)])
        case .ended(let end): return (id, [.settle(id, .ended(end))])
        case .idle, .probing, .initializing:
            return (id, [.settle(id, .broken(reason: "The session has not begun yet."))])
        }
    }

    /// The answer did not come in time.
    package mutating func timeRanOut(for id: RPCID) -> [Action] {
        switch phase {
        case .probing(id):
            givenUp.insert(id)
            log.add(.note("No answer to server/discover within \(limits.probe); trying initialize."))
            return initialize()
        case .initializing(id):
            return end(.noHandshake(reason: "no answer to initialize within \(limits.initialize)."))
        case .idle, .probing, .initializing, .ready, .ended:
            return giveUp(id) { .timedOut(after: $0) }
        }
    }

    /// Nobody waits for the answer any more.
    package mutating func cancelled(_ id: RPCID) -> [Action] {
        giveUp(id) { _ in .cancelled }
    }

    /// A request could not be sent, or was not answered where it had to be.
    package mutating func failed(_ id: RPCID, _ error: MCPTransportError) -> [Action] {
        switch (phase, error) {
        case (.probing(id), _): return fallBack(because: "\(error)", stopping: id)
        case (.initializing(id), _): return [.stopTimer(id)] + end(.noHandshake(reason: "\(error)"))
        case (_, .sessionLost):
            guard pending[id] != nil else { return [] }
            return end(.forgotten)
        case (_, .refused(let error)): return settle(id, .failure(error))
        case (_, .failed(let reason)): return settle(id, .broken(reason: reason))
        }
    }

    /// The session is over; whatever is waited for will not come.
    package mutating func end(_ reason: SessionEnd) -> [Action] {
        if case .ended = phase { return [] }
        phase = .ended(reason)
        let waiting = pending.keys
        pending = [:]
        if reason != .closed { log.add(.note("\(reason)")) }
        return waiting.map { .settle($0, .ended(reason)) } + [.end(reason)]
    }
}

extension SessionMachine {
    mutating func nextID() -> RPCID {
        defer { nextNumber += 1 }
        return RPCID(nextNumber)
    }

    mutating func settle(_ id: RPCID, _ answer: RPCAnswer) -> [Action] {
        pending.removeValue(forKey: id) == nil ? [] : [.settle(id, answer)]
    }

    private mutating func giveUp(_ id: RPCID, _ answer: (Duration) -> RPCAnswer) -> [Action] {
        guard let limit = pending.removeValue(forKey: id) else { return [] }
        if givenUp.count < 10_000 { givenUp.insert(id) }
        let params: JSON = ["requestId": id.json, "reason": "The answer is not waited for any more."]
        return [
            .settle(id, answer(limit)), .tell(.notification(method: "notifications/cancelled", params: params)),
        ]
    }
}

extension JSON.Object {
    /// With what each request of the stateless era has to say.
    func stamped(for agreement: Agreement, _ client: SessionMachine.Client) -> JSON.Object {
        switch agreement.version.era {
        case .handshake: self
        case .stateless: stamped(for: agreement.version, client)
        }
    }

    func stamped(for version: ProtocolVersion, _ client: SessionMachine.Client) -> JSON.Object {
        var stamped = self
        stamped.set(
            "_meta",
            [
                "io.modelcontextprotocol/protocolVersion": .string(version.rawValue),
                "io.modelcontextprotocol/clientCapabilities": [:],
                "io.modelcontextprotocol/clientInfo": client.json,
            ])
        return stamped
    }
}

extension SessionMachine.Client {
    var json: JSON { ["name": .string(name), "version": .string(version)] }
}
