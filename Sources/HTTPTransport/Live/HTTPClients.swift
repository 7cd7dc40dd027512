import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL
import Synchronization

/// The clients behind a sender: one for each way to the network.
final class HTTPClients: Sendable {
    private struct Way: Hashable {
        let proxy: Proxy?
        let connect: Duration
    }

    private enum State {
        case open([Way: HTTPClient])
        case closed
    }

    private let connectionsPerHost: Int
    private let tls: TLSConfiguration
    private let state = Mutex(State.open([:]))

    init(_ configuration: HTTPConfiguration) throws(HTTPConfigurationError) {
        connectionsPerHost = configuration.connectionsPerHost
        var tls = TLSConfiguration.makeClientConfiguration()
        for path in configuration.authorityFiles { tls.additionalTrustRoots.append(try Self.authorities(in: path)) }
        self.tls = tls
    }

    deinit {
        // A client that is not shut down before it goes away stops the program.
        for client in close() { client.shutdown { _ in withExtendedLifetime(client) {} } }
    }

    /// The client for a way; nil after the shutdown.
    func client(through proxy: Proxy?, connect: Duration) -> HTTPClient? {
        let way = Way(proxy: proxy, connect: connect)
        return state.withLock { state in
            guard case .open(var clients) = state else { return nil }
            if let client = clients[way] { return client }
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings(for: way))
            clients[way] = client
            state = .open(clients)
            return client
        }
    }

    func shutdown() async {
        for client in close() { try? await client.shutdown() }
    }

    private func close() -> [HTTPClient] {
        state.withLock { state in
            guard case .open(let clients) = state else { return [] }
            state = .closed
            return Array(clients.values)
        }
    }

    private func settings(for way: Way) -> HTTPClient.Configuration {
        var settings = HTTPClient.Configuration()
        settings.redirectConfiguration = .disallow
        // One reply on a connection at a time: a fault of one is no fault of another.
        settings.httpVersion = .http1Only
        settings.decompression = .disabled
        settings.timeout.connect = TimeAmount(way.connect)
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connectionsPerHost
        settings.connectionPool.retryConnectionEstablishment = false
        settings.tlsConfiguration = tls
        settings.proxy = way.proxy.map { proxy in
            switch proxy.kind {
            case .http:
                .server(
                    host: proxy.host, port: proxy.port,
                    authorization: proxy.credentials.map { .basic(credentials: $0.basic) })
            case .socks5: .socksServer(host: proxy.host, port: proxy.port)
            }
        }
        return settings
    }

    /// Read once here, so that a wrong name is an error at the start and not one of every connection.
    private static func authorities(in path: String) throws(HTTPConfigurationError) -> NIOSSLAdditionalTrustRoots {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .authorities(path: path, reason: "there is no such file")
        }
        if isFolder.boolValue { return .file(path) }
        do {
            return .certificates(try NIOSSLCertificate.fromPEMFile(path))
        } catch {
            throw .authorities(path: path, reason: "it has no certificates in PEM form")
        }
    }
}
