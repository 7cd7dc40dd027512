import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("TLS", .enabled(if: OpenSSL.isThere, "the command openssl is missing"))
struct SenderTLSTests {
    @Test func `is refused when nobody knows who signed the certificate`() async throws {
        let server = try await OpenSSL.Server.start(names: "DNS:localhost,IP:127.0.0.1")
        defer { server.stop() }
        let sender = try AsyncHTTPSender()

        let end = await sender.outcome(of: server.request(host: "localhost"))

        let origin = Origin(scheme: .https, host: "localhost", port: server.port)
        let reason = "its certificate is not trusted; name the right authority in SSL_CERT_FILE"
        #expect(end == .failed(.unreachable(origin, reason: reason)))
        await sender.shutdown()
    }

    @Test(arguments: ["localhost", "127.0.0.1"], ["SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"])
    func `works with an authority that the environment names`(host: String, variable: String) async throws {
        let server = try await OpenSSL.Server.start(names: "DNS:localhost,IP:127.0.0.1")
        defer { server.stop() }
        let sender = try AsyncHTTPSender(HTTPConfiguration(environment: [variable: server.authority.path]))

        let end = await sender.outcome(of: server.request(host: host))

        guard case .reply(200, let body) = end else {
            Issue.record("ended in \(end)")
            return
        }
        #expect(body.contains("TLS"))
        await sender.shutdown()
    }

    @Test func `is refused when the certificate is for another host`() async throws {
        let server = try await OpenSSL.Server.start(names: "DNS:other.example")
        defer { server.stop() }
        let sender = try AsyncHTTPSender(HTTPConfiguration(authorityFiles: [server.authority.path]))

        let end = await sender.outcome(of: server.request(host: "localhost"))

        let origin = Origin(scheme: .https, host: "localhost", port: server.port)
        #expect(end == .failed(.unreachable(origin, reason: "its certificate is for another host")))
        await sender.shutdown()
    }

    @Test func `goes through a proxy that only joins the two ends`() async throws {
        let server = try await OpenSSL.Server.start(names: "DNS:models.example")
        defer { server.stop() }
        let proxy = try await FaultServer.start(.tunnel(port: server.port))
        let configuration = HTTPConfiguration(
            proxies: ProxyRules(https: Proxy(host: "127.0.0.1", port: proxy.port)),
            authorityFiles: [server.authority.path])
        let sender = try AsyncHTTPSender(configuration)

        let end = await sender.outcome(of: server.request(host: "models.example", key: Secret("sk-canary")))

        guard case .reply(200, _) = end else {
            Issue.record("ended in \(end)")
            return
        }
        #expect(proxy.requests.map(\.path) == ["models.example:\(server.port)"])
        #expect(proxy.requests.flatMap(\.headers).contains { $0.value.contains("sk-canary") } == false)
        await sender.shutdown()
        await proxy.stop()
    }
}

/// The command `openssl`, which makes authorities and certificates, and serves.
enum OpenSSL {
    static var isThere: Bool {
        (try? run(["version"], in: FileManager.default.temporaryDirectory)) == 0
    }

    struct Failure: Error {
        let arguments: [String]
    }

    @discardableResult
    static func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = command(arguments, in: folder)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    fileprivate static func command(_ arguments: [String], in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// A TLS server that answers every GET with a page about the connection.
    final class Server {
        let port: Int
        private let folder: URL
        private let process: Process

        /// What a client must trust.
        var authority: URL { folder.appending(path: "ca.pem") }

        private init(_ process: Process, folder: URL, port: Int) {
            self.process = process
            self.folder = folder
            self.port = port
        }

        /// Makes an authority and a certificate of it with these names, and serves with it.
        static func start(names: String) async throws -> Server {
            let folder = FileManager.default.temporaryDirectory.appending(path: "toolgrad-tls-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            try make(
                ["req", "-x509"] + key + [
                    "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Test authority",
                ],
                in: folder)
            try make(
                ["req"] + key + ["-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=Test server"], in: folder)
            try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appending(path: "names"))
            try make(
                [
                    "x509", "-req", "-in", "request.pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                    "-days", "2",
                    "-extfile", "names", "-out", "cert.pem",
                ], in: folder)
            return try await serve(from: folder)
        }

        func stop() {
            // It inherits blocked signals, and would not listen to a polite one.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: folder)
        }

        func request(host: String, key: Secret? = nil) -> HTTPRequest {
            HTTPRequest(
                .get, Origin(scheme: .https, host: host, port: port), path: "/", key: key, deadlines: .generous)
        }

        private static func make(_ arguments: [String], in folder: URL) throws {
            guard try run(arguments, in: folder) == 0 else { throw Failure(arguments: arguments) }
        }

        private static func serve(from folder: URL) async throws -> Server {
            let log = folder.appending(path: "log")
            try Data().write(to: log)
            let process = OpenSSL.command(
                ["s_server", "-accept", "0", "-cert", "cert.pem", "-key", "key.pem", "-www"], in: folder)
            process.standardOutput = try FileHandle(forWritingTo: log)
            try process.run()
            var port: Int?
            try await eventually {
                let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
                port = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT ") }?.split(separator: ":").last
                    .flatMap { Int($0) }
                return port != nil || !process.isRunning
            }
            guard let port else { throw Failure(arguments: ["s_server"]) }
            return Server(process, folder: folder, port: port)
        }
    }
}
