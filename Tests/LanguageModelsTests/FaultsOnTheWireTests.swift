import Engine
import FaultServer
import Foundation
import HTTPTransport
import LanguageModels
import Testing

/// The same faults again, with a real client against a real server.
@Suite("Faults on the wire", .serialized)
struct FaultsOnTheWireTests {
    private static let wait = Duration.milliseconds(400)
    private static let deadlines = Deadlines(
        connect: wait, firstByte: wait, idle: wait, total: .milliseconds(900))
    private static let said = #"{"model":"m","choices":[{"message":{"content":"Paris."},"finish_reason":"stop"}]}"#
    private static let piece = "data: {\"choices\":[{\"delta\":{\"content\":\"Par\"}}]}\n\n"

    /// What comes of one question, how many requests it took, and how long.
    private func ask(
        _ behaviours: Behaviour..., watched: ModelLine = ModelLine()
    ) async throws -> (ended: Ended, requests: Int, took: Duration) {
        let server = try await FaultServer.start(behaviours)
        let sender = try AsyncHTTPSender()
        let endpoint = ModelEndpoint(
            name: "faulty", base: try BaseURL(server.baseURL), key: Secret("sk-canary-0123456789"),
            deadlines: Self.deadlines, limits: SizeLimits(body: 1 << 20, event: 1 << 16))
        // Waits between tries take no time; those for the server do.
        let model = ChatCompletions(endpoint, sender: sender, time: FakeTime().keeper, now: { newYear })
        let started = ContinuousClock.now
        let ended = await Ended { try await model.complete(.question, through: watched) }
        let took = ContinuousClock.now - started
        let requests = server.requests.count
        await sender.shutdown()
        await server.stop()
        return (ended, requests, took)
    }

    enum Ended: Equatable {
        case completion(String)
        case keyRefused, quotaSpent, unknownModel, redirected, unavailable, gaveUp, rejected, malformed, timedOut,
            tooLarge
        case other(String)

        init(_ work: () async throws -> Completion) async {
            do {
                self = .completion(try await work().text)
            } catch let error as ModelError {
                switch error {
                case .keyRefused: self = .keyRefused
                case .quotaSpent: self = .quotaSpent
                case .unknownModel: self = .unknownModel
                case .redirected: self = .redirected
                case .unavailable: self = .unavailable
                case .gaveUp: self = .gaveUp
                case .rejected: self = .rejected
                case .malformed: self = .malformed
                case .timedOut: self = .timedOut
                case .tooLarge: self = .tooLarge
                case .notRecorded: self = .other("\(error)")
                }
            } catch {
                self = .other("\(error)")
            }
        }
    }

    @Test func `pass when they pass`() async throws {
        let (ended, requests, _) = try await ask(
            .json("{}", status: 503), .reset, .json("{}", status: 429, headers: [("Retry-After", "1")]),
            .json(Self.said))

        #expect(ended == .completion("Paris."))
        #expect(requests == 4)
    }

    @Test(arguments: [
        (Behaviour.json("{}", status: 401), Ended.keyRefused), (.json("{}", status: 403), .keyRefused),
        (.json("{}", status: 404), .unknownModel), (.json("{}", status: 402), .quotaSpent),
        (.json(#"{"error":{"message":"No.","code":"insufficient_quota"}}"#, status: 429), .quotaSpent),
        (.json("{}", status: 400), .rejected), (.redirect(to: "http://127.0.0.1:1/v1"), .redirected),
        (.endlessBody, .tooLarge),
    ])
    func `stop at once where another try is useless`(behaviour: Behaviour, outcome: Ended) async throws {
        let (ended, requests, _) = try await ask(behaviour)

        #expect(ended == outcome)
        #expect(requests == 1)
    }

    @Test(arguments: [Behaviour.json("{}", status: 500), .html("<p>Bad gateway", status: 502), .reset])
    func `end after five tries`(behaviour: Behaviour) async throws {
        let (ended, requests, _) = try await ask(behaviour)

        #expect(ended == .gaveUp)
        #expect(requests == 5)
    }

    @Test(arguments: [
        Behaviour.html("<p>Sign in"), .json("{"), .json(#"{"choices":[]}"#), .invalidText, .gzipBomb, .garbage,
        .events([Self.piece]), .events([Self.piece], ending: .complete),
    ])
    func `end after two where replies are none`(behaviour: Behaviour) async throws {
        let (ended, requests, _) = try await ask(behaviour)

        #expect(ended == .malformed)
        #expect(requests == 2)
    }

    @Test(arguments: [
        Behaviour.hang, .slowHead(every: .milliseconds(100)), .slowBody(every: .milliseconds(100)), .headOnly(),
        .events([Self.piece], ending: .stall),
    ])
    func `end within their deadlines`(behaviour: Behaviour) async throws {
        let (ended, requests, took) = try await ask(behaviour)

        #expect(ended == .timedOut)
        #expect(requests == 2)
        // Two tries, each with its second of grace.
        #expect(took < (Self.deadlines.total + .seconds(1)) * 2)
    }

    @Test(arguments: [
        Behaviour.events([Self.piece], ending: .cut), .events([Self.piece], ending: .reset),
        .shortBody(announced: 1_000, body: Array(Self.said.utf8)),
    ])
    func `never make a short answer a whole one`(behaviour: Behaviour) async throws {
        let (ended, requests, _) = try await ask(behaviour, watched: LineLog().watchedLine)

        #expect(ended == .gaveUp)
        #expect(requests == 5)
    }

    @Test func `do not harm a stream that is split anywhere`() async throws {
        let text =
            "data: {\"choices\":[{\"delta\":{\"content\":\"Zürich\"},\"finish_reason\":\"stop\"}]}\r\n\r\ndata: [DONE]\r\n\r\n"
        let pieces = text.utf8.map { Behaviour.Piece([$0]) }
        let log = LineLog()

        let (ended, requests, _) = try await ask(
            .stream(headers: [("Content-Type", "text/event-stream")], pieces: pieces), watched: log.watchedLine)

        #expect(ended == .completion("Zürich"))
        #expect(requests == 1)
        #expect(log.all == [.asked, .streamed(.answer("Zürich"))])
    }

    @Test func `leave the key where it belongs`() async throws {
        let other = try await FaultServer.start(.json(Self.said))
        let (ended, _, _) = try await ask(.redirect(to: other.baseURL))

        #expect(ended == .redirected)
        #expect(other.requests.isEmpty)
        await other.stop()
    }

    @Test func `name a server that is not there`() async throws {
        let server = try await FaultServer.start(.hang)
        let base = try BaseURL(server.baseURL)
        await server.stop()
        let sender = try AsyncHTTPSender()
        let model = ChatCompletions(
            ModelEndpoint(name: "gone", base: base), sender: sender, time: FakeTime().keeper)

        let ended = await Ended { try await model.complete(.question, through: ModelLine()) }

        #expect(ended == .unavailable)
        await sender.shutdown()
    }

    @Test func `do not keep a cancelled question waiting`() async throws {
        let server = try await FaultServer.start(.hang)
        let sender = try AsyncHTTPSender()
        let endpoint = ModelEndpoint(name: "slow", base: try BaseURL(server.baseURL))
        let model = ChatCompletions(endpoint, sender: sender)
        let task = Task { try await model.complete(.question, through: ModelLine()) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }

        let cancelled = ContinuousClock.now
        task.cancel()

        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(ContinuousClock.now - cancelled < .seconds(1))
        await sender.shutdown()
        await server.stop()
    }
}
