import Engine

extension Instance {
    typealias Ask = @Sendable (ToolCall, MCPSession) async -> RPCAnswer

    /// Its session; where that is another than before, nothing has happened in it yet.
    mutating func current() async throws(SupervisedSession.Unavailable) -> MCPSession {
        let now = try await supervised.session()
        if let session, session !== now { history = [] }
        session = now
        return now
    }

    /// Makes it forget everything.
    mutating func reset(by tool: ToolName?, _ ask: Ask) async throws(SupervisedSession.Unavailable) {
        if let tool, history != nil {
            let session = try await current()
            let answer = await ask(ToolCall(tool: tool, arguments: [:]), session)
            if case .result(let result) = answer, result["isError"]?.bool != true {
                history = []
                return
            }
        }
        await supervised.startOver()
        history = []
        session = nil
    }

    /// Makes a call, and remembers it; afterwards the state may be unknown.
    mutating func take(_ call: ToolCall, _ session: MCPSession, _ ask: Ask) async -> RPCAnswer {
        let before = history
        history = nil
        let answer = await ask(call, session)
        if answer.isAnswer { history = before.map { $0 + [call] } }
        return answer
    }
}

extension RPCAnswer {
    /// Whether the server has answered, well or not, so that the call is over on its side as well.
    var isAnswer: Bool {
        switch self {
        case .result, .failure, .unreadable: true
        case .timedOut, .cancelled, .ended, .broken: false
        }
    }

    /// Why there is no result, as a whole sentence; empty when there is one.
    var objection: String {
        switch self {
        case .result: ""
        case .failure(let error): "\(error.message) (protocol error \(error.code))."
        case .unreadable(_, let reason): "The answer \(reason)."
        case .timedOut(let limit): "No answer within \(limit)."
        case .cancelled: "It was cancelled."
        case .ended(let end): end.description
        case .broken(let reason): reason
        }
    }
}
