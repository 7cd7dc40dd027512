import AsyncHTTPClient

/// Sends requests over the network.
///
/// Redirects are not followed, nothing is tried twice, and nothing is expanded.
package final class AsyncHTTPSender: HTTPSender {
    private let configuration: HTTPConfiguration
    private let clients: HTTPClients
    private let slots: ConnectionSlots

    /// Opens nothing yet; throws when a file of certificates cannot be read.
    package init(_ configuration: HTTPConfiguration = HTTPConfiguration()) throws(HTTPConfigurationError) {
        self.configuration = configuration
        clients = try HTTPClients(configuration)
        slots = ConnectionSlots(perOrigin: configuration.connectionsPerHost)
    }

    package func send(_ request: HTTPRequest) async throws -> HTTPReply {
        try refuseIfInsecure(request.origin)
        let outgoing = try Outgoing(request).request
        let slot = try await slots.take(request.origin)
        let exchange = Exchange(request)
        // Whoever drops the body drops the request.
        let lease = Lease(exchange)
        let client = clients.client(
            through: configuration.proxies.proxy(for: request.origin), connect: request.deadlines.connect)
        guard let client else { throw HTTPFailure(request, wasSent: false).describe(HTTPClientError.alreadyShutdown) }
        let task = client.execute(request: outgoing, delegate: exchange)
        task.futureResult.whenComplete { _ in slot.giveBack() }
        exchange.began(task)
        let head = try await lease.exchange.head()
        return HTTPReply(
            status: head.status, headers: head.headers, body: HTTPBody { try await lease.exchange.nextBytes() })
    }

    /// Ends all requests and closes all connections; afterwards nothing is sent any more.
    package func shutdown() async {
        await clients.shutdown()
    }

    private func refuseIfInsecure(_ origin: Origin) throws(HTTPError) {
        switch (origin.scheme, configuration.plainHTTP) {
        case (.https, _), (.http, .anywhere): return
        case (.http, .loopback): guard origin.isLoopback else { throw .insecure(origin) }
        }
    }
}

/// Holds a request open; ends it when nobody holds this any more.
private final class Lease: Sendable {
    let exchange: Exchange

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }

    deinit {
        exchange.cancel()
    }
}
