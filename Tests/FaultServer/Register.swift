import NIOCore
import Synchronization

/// What the server has seen, and what it does next.
final class Register: Sendable {
    struct State {
        var requests: [SeenRequest] = []
        var answered = 0
        var connections: [SeenConnection] = []
        var channels: [Int: any Channel] = [:]
    }

    private let state = Mutex(State())
    private let decide: @Sendable (SeenRequest) -> Behaviour

    init(deciding decide: @escaping @Sendable (SeenRequest) -> Behaviour) {
        self.decide = decide
    }

    func read<Value: Sendable>(_ body: (State) -> Value) -> Value {
        state.withLock { body($0) }
    }

    /// The number of the connection.
    func opened(_ channel: any Channel) -> Int {
        state.withLock { state in
            let number = state.connections.count
            state.connections.append(SeenConnection(opened: .now))
            state.channels[number] = channel
            return number
        }
    }

    func closed(_ connection: Int) {
        state.withLock { state in
            state.connections[connection].closed = .now
            state.channels[connection] = nil
        }
    }

    func sent(_ count: Int, on connection: Int) {
        state.withLock { $0.connections[connection].sent += count }
    }

    func countAnswer() {
        state.withLock { $0.answered += 1 }
    }

    func take(_ request: RequestReader.Request, on connection: Int) -> Behaviour {
        let seen = state.withLock { state in
            let seen = SeenRequest(
                index: state.requests.count, method: request.method, path: request.path, headers: request.headers,
                body: request.body, connection: connection)
            state.requests.append(seen)
            return seen
        }
        return decide(seen)
    }
}
