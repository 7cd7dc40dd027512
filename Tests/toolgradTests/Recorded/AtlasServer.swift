import Engine
import FaultServer
import Foundation

/// A ToolBench server with six small tools about cities, few and plain enough for a weak model; equal calls get equal
/// answers.
struct AtlasServer {
    private let server: FaultServer

    static func start() async throws -> AtlasServer {
        AtlasServer(server: try await FaultServer.start { answer(to: $0) })
    }

    /// The lines that describe its tools.
    static var library: String { Fixture.path("atlas.jsonl") }

    var address: String { "http://127.0.0.1:\(server.port)/virtual" }

    func stop() async { await server.stop() }

    private static func answer(to request: SeenRequest) -> Behaviour {
        guard let asked = try? JSON(parsing: request.body), let tool = asked["api_name"]?.string,
            let input = asked["tool_input"]?.string.flatMap({ try? JSON(parsing: $0) }),
            let city = input["city"]?.string, let fact = fact(of: city, tool)
        else { return .json(#"{"error":"API not found...","response":""}"#) }
        let told: JSON = .object(["city": .string(city), fact.name: fact.value])
        let reply: JSON = ["error": "", "response": .string(told.compactText)]
        return .json(reply.compactText)
    }

    private static func fact(of city: String, _ tool: String) -> (name: String, value: JSON)? {
        let length = city.utf8.count
        switch tool {
        case "population": return ("people", .number(JSON.Number(length * 100_000)))
        case "weather": return ("degrees", .number(JSON.Number(length)))
        case "moon": return ("percent", .number(JSON.Number(length * 5)))
        case "museum": return ("museum", .string("Museum of \(city)"))
        case "river": return ("river", .string("River of \(city)"))
        case "hotel": return ("hotel", .string("Hotel \(city)"))
        default: return nil
        }
    }
}

/// The files of these tests.
enum Fixture {
    static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
    }
}
