import Engine
import FaultServer
import Foundation

/// A server that speaks ToolBench's protocol: answers have the shape that the library gives, and values that depend on
/// the call alone.
struct ToolBenchTestServer {
    private let server: FaultServer

    /// Starts one that knows the APIs of a library's lines, spelt there as servers spell them.
    static func start(_ definitions: [JSON]) async throws -> ToolBenchTestServer {
        let shapes = Dictionary(
            definitions.map { ($0["api_name"]?.string ?? "", $0["template_response"] ?? .null) },
            uniquingKeysWith: { first, _ in first })
        return ToolBenchTestServer(server: try await FaultServer.start { request in answer(to: request, shapes) })
    }

    /// Where it listens, without the door.
    var address: String { "http://127.0.0.1:\(server.port)" }
    /// The bodies of the requests, in order.
    var asked: [JSON] { server.requests.compactMap { try? JSON(parsing: $0.body) } }

    func stop() async { await server.stop() }

    private static func answer(to request: SeenRequest, _ shapes: [String: JSON]) -> Behaviour {
        guard request.method == "POST", request.path == "/virtual" || request.path == "/rapidapi" else {
            return .json(#"{"detail":"Not Found"}"#, status: 404)
        }
        guard let asked = try? JSON(parsing: request.body), let name = asked["api_name"]?.string,
            asked["toolbench_key"]?.string != nil, asked["strip"]?.string != nil,
            let input = asked["tool_input"]?.string.flatMap({ try? JSON(parsing: $0) })
        else { return .json(#"{"detail":"Unprocessable"}"#, status: 422) }
        guard let shape = shapes[name] else { return .json(#"{"error":"API not found...","response":""}"#) }
        let seed = Int(ContentHash(of: name + input.canonicalText).hex.prefix(6), radix: 16) ?? 0
        let told: JSON = ["error": "", "response": .string(value(of: shape, seed).compactText)]
        return .json(told.compactText)
    }

    private static func value(of shape: JSON, _ seed: Int) -> JSON {
        switch shape {
        case .object(let object):
            .object(
                JSON.Object(
                    object.members.filter { $0.key != "_list_length" }.map {
                        JSON.Object.Member(key: $0.key, value: value(of: $0.value, seed + $0.key.utf8.count))
                    }))
        case .array(let items): .array(items.prefix(1).flatMap { [value(of: $0, seed), value(of: $0, seed + 1)] })
        case .string("int"): .number(JSON.Number(seed % 1_000))
        case .string: .string("value \(seed % 1_000)")
        case .null, .bool, .number: shape
        }
    }
}
