import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Testing

@Suite("A cassette")
struct CassetteTests {
    private let exchange = Cassette.Exchange(
        method: "POST", path: "/v1/chat/completions", sent: Data(#"{"a":"é\n"}"#.utf8), status: 200,
        type: "application/json", reply: Data([0xFF, 0x00, 0x0A]))

    private func request(_ body: String = #"{"a":"é\n"}"#) -> HTTPRequest {
        HTTPRequest(
            .post, origin, path: "/v1/chat/completions", key: Secret("sk-canary-0123456789"), body: Data(body.utf8))
    }

    @Test func `is a text with a line for each exchange`() throws {
        let other = Cassette.Exchange(
            method: "GET", path: "/", sent: Data(), status: 404, type: nil, reply: Data("no\nsuch".utf8))
        let cassette = Cassette([exchange, other])

        #expect(cassette.text.split(separator: "\n").count == 2)
        #expect(try Cassette(parsing: cassette.text) == cassette)
    }

    @Test(arguments: ["nonsense", "{}", #"{"method":"POST"}"#])
    func `names the line that cannot be read`(line: String) {
        #expect(throws: Cassette.Unreadable(line: 2)) {
            try Cassette(parsing: Cassette([exchange]).text + line + "\n")
        }
    }

    @Test func `cannot be changed by hand`() {
        let changed = Cassette([exchange]).text.replacing("é", with: "e")

        #expect(throws: Cassette.Unreadable(line: 1)) { try Cassette(parsing: changed) }
    }

    @Test func `plays back what was recorded`() async throws {
        let player = CassettePlayer(Cassette([exchange]))

        let reply = try await player.send(request())

        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == "application/json")
        #expect(try await reply.collected() == exchange.reply)
        #expect(await player.left == 0)
    }

    @Test func `plays nothing for another request, and nothing twice`() async throws {
        let player = CassettePlayer(Cassette([exchange, exchange]))

        await #expect(throws: CassettePlayer.Mismatch.self) { try await player.send(request("{}")) }
        _ = try await player.send(request())
        await #expect(throws: CassettePlayer.Mismatch.self) { try await player.send(request()) }
    }

    @Test func `is recorded without the key, even where a server repeats it`() async throws {
        let recorder = CassetteRecorder(
            recording: ScriptedSender(.error(401, "No: sk-canary-0123456789"), .says("Paris.")))

        for _ in 0..<2 { _ = try await recorder.send(request()) }

        let text = await recorder.cassette.text
        #expect(await recorder.cassette.exchanges.map(\.status) == [401, 200])
        #expect(text.contains("<secret>"))
        #expect(!text.contains("canary"))
    }

    @Test func `keeps nothing of an exchange that failed`() async {
        let recorder = CassetteRecorder(recording: ScriptedSender(.fails(.broken(origin, reason: "reset"))))

        await #expect(throws: HTTPError.self) { try await recorder.send(request()) }

        #expect(await recorder.cassette == Cassette())
    }
}
