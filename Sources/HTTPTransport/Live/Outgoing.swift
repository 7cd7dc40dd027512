import AsyncHTTPClient
import Foundation
import NIOHTTP1

/// A request as the client wants it.
struct Outgoing {
    let request: HTTPClient.Request

    /// Refuses what would end a header or the request line early.
    init(_ request: HTTPRequest) throws {
        let origin = request.origin
        guard request.path.hasPrefix("/"), request.path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw HTTPError.unreachable(origin, reason: "the path of the request is none")
        }
        let host = origin.host.contains(":") ? "[\(origin.host)]" : origin.host
        do {
            self.request = try HTTPClient.Request(
                url: "\(origin.scheme.rawValue)://\(host):\(origin.port)\(request.path)",
                method: HTTPMethod(rawValue: request.method.rawValue), headers: try Self.headers(of: request),
                body: request.body.isEmpty ? nil : .data(request.body))
        } catch let error as HTTPClientError {
            throw HTTPFailure(request, wasSent: false).describe(error)
        }
    }

    private static func headers(of request: HTTPRequest) throws(HTTPError) -> HTTPHeaders {
        // Lengths, hosts, encodings and keys are ours to say.
        let ours = ["accept-encoding", "authorization", "content-length", "transfer-encoding", "host"]
        var headers = HTTPHeaders(request.headers.filter { !ours.contains($0.name.lowercased()) })
        headers.add(name: "Accept-Encoding", value: "identity")
        if !headers.contains(name: "User-Agent") { headers.add(name: "User-Agent", value: "toolgrad") }
        if let key = request.key { headers.add(name: "Authorization", value: key.bearer) }
        for header in headers {
            // Never quoted: the value may be the key.
            guard header.name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }),
                header.value.utf8.allSatisfy({ ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F })
            else {
                throw .unreachable(
                    request.origin,
                    reason: "the header \(header.name.debugDescription) has characters that HTTP does not allow; look "
                        + "for a line break in it")
            }
        }
        return headers
    }
}
