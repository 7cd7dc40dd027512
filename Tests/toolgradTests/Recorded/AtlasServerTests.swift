import Engine
import Foundation
import HTTPTransport
import Testing

@Suite("The tools about cities")
struct AtlasServerTests {
    @Test(arguments: [
        ("population", #"{"city":"Oslo","people":400000}"#), ("weather", #"{"city":"Oslo","degrees":4}"#),
        ("moon", #"{"city":"Oslo","percent":20}"#), ("museum", #"{"city":"Oslo","museum":"Museum of Oslo"}"#),
        ("river", #"{"city":"Oslo","river":"River of Oslo"}"#), ("hotel", #"{"city":"Oslo","hotel":"Hotel Oslo"}"#),
    ])
    func `answer every call that the library allows`(tool: String, answer: String) async throws {
        let server = try await AtlasServer.start()

        let told = try await server.told(["api_name": .string(tool), "tool_input": #"{"city":"Oslo"}"#])

        #expect(told == ["error": "", "response": .string(answer)])
        await server.stop()
    }

    @Test func `know no others`() async throws {
        let server = try await AtlasServer.start()

        let told = try await server.told(["api_name": "mayor", "tool_input": #"{"city":"Oslo"}"#])

        #expect(told == ["error": "API not found...", "response": ""])
        await server.stop()
    }

    @Test func `are those of the library's file`() throws {
        let lines = try String(contentsOfFile: AtlasServer.library, encoding: .utf8).split(separator: "\n")

        let names = try lines.map { try JSON(parsing: String($0))["api_name"]?.string }

        #expect(names == ["population", "weather", "museum", "moon", "river", "hotel"])
    }
}

extension AtlasServer {
    fileprivate func told(_ call: JSON) async throws -> JSON {
        let url = try BaseURL(address)
        let request = HTTPRequest(
            .post, url.origin, path: url.prefix, headers: [("Content-Type", "application/json")],
            body: Data(call.compactText.utf8))
        return try JSON(parsing: try await AsyncHTTPSender().send(request).collected())
    }
}
