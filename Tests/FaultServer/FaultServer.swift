import NIOCore
import NIOPosix

/// A server on a free port of this machine that misbehaves as it is told.
package final class FaultServer: Sendable {
    /// Threads of its own: a client that is tested must not share them.
    private static let threads = MultiThreadedEventLoopGroup(numberOfThreads: 2)

    private let listener: any Channel
    private let register: Register
    package let port: Int

    private init(_ listener: any Channel, _ register: Register, port: Int) {
        self.listener = listener
        self.register = register
        self.port = port
    }

    deinit {
        listener.close(promise: nil)
    }

    /// Starts a server that does this for every request.
    package static func start(_ behaviour: Behaviour) async throws -> FaultServer {
        try await start { _ in behaviour }
    }

    /// Starts a server that does one thing after the other, a request each; the last one repeats.
    ///
    /// Without any it never answers.
    package static func start(_ behaviours: [Behaviour]) async throws -> FaultServer {
        try await start { request in
            request.index < behaviours.count ? behaviours[request.index] : behaviours.last ?? .hang
        }
    }

    /// Starts a server that decides for each request.
    package static func start(
        deciding decide: @escaping @Sendable (SeenRequest) -> Behaviour
    ) async throws -> FaultServer {
        let register = Register(deciding: decide)
        let listener = try await ServerBootstrap(group: threads)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Connection(channel, register))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = listener.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        return FaultServer(listener, register, port: port)
    }

    /// `http://127.0.0.1:port/v1`, without a slash at the end.
    package var baseURL: String { "http://127.0.0.1:\(port)/v1" }
    /// The requests that came in whole, in order.
    package var requests: [SeenRequest] { register.read(\.requests) }
    /// How many answers were sent to their end.
    package var answered: Int { register.read(\.answered) }
    /// The connections that were opened, in order.
    package var connections: [SeenConnection] { register.read(\.connections) }
    /// How many connections are open now.
    package var openConnections: Int { connections.count(where: \.isOpen) }

    /// Closes all connections and the port.
    package func stop() async {
        try? await listener.close().get()
        for channel in register.read({ Array($0.channels.values) }) {
            try? await channel.close().get()
        }
    }
}
