import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Synchronization
import Testing

@Suite("Asking a model")
struct ChatCompletionsTests {
    @Test func `sends one request with the key, and gives the answer`() async throws {
        let sender = ScriptedSender(.says("Paris."))
        let log = LineLog()
        let endpoint = ModelEndpoint.example {
            $0.headers = [("X-Team", "seven")]
            $0.deadlines = Deadlines(total: .seconds(7))
        }

        let completion = try await ChatCompletions.example(endpoint, sender).complete(.question, through: log.line)

        #expect(completion.text == "Paris.")
        #expect(completion.body == RecordedOutput(ScriptedSender.Line.body("Paris.")))
        #expect(log.all == [.asked])
        let request = try #require(sender.requests.first)
        #expect(sender.requests.count == 1)
        #expect(request.origin == origin)
        #expect(request.path == "/v1/chat/completions")
        #expect(request.key == endpoint.key)
        #expect(request.deadlines.total == .seconds(7))
        #expect(request.body == ChatRequestBody(.question, in: Dialect()).bytes)
        #expect(request.headers.map(\.name) == ["Content-Type", "Accept", "X-Team"])
        #expect(!request.headers.contains { $0.value.contains("canary") })
    }

    @Test func `sends nothing that the budget does not allow`() async {
        struct Spent: Error {}
        let sender = ScriptedSender()
        let line = ModelLine(beforeSending: { throw Spent() })

        await #expect(throws: Spent.self) {
            try await ChatCompletions.example(.example, sender).complete(.question, through: line)
        }
        #expect(sender.requests.isEmpty)
    }

    @Test func `asks before each further request, too`() async throws {
        let sender = ScriptedSender(.error(503, "Busy"), .error(400, "unknown: response_format"), .says("{}"))
        let log = LineLog()
        let model = ChatCompletions.example(.example, sender)

        _ = try await model.complete(.cityForm, through: log.line)

        #expect(
            log.all == [.asked, .failed(mayHaveCost: false), .asked, .failed(mayHaveCost: false), .asked])
    }

    @Test func `stops between tries when the budget says so`() async {
        struct Spent: Error {}
        let sender = ScriptedSender(.error(503, "Busy"))
        let log = LineLog()
        let line = ModelLine(beforeSending: {
            if log.asked == 1 { throw Spent() }
            try await log.line.beforeSending()
        })

        await #expect(throws: Spent.self) {
            try await ChatCompletions.example(.example, sender).complete(.question, through: line)
        }
        #expect(sender.requests.count == 1)
    }

    @Test func `gives its place back whatever happens`() async throws {
        struct Spent: Error {}
        let script: [ScriptedSender.Line] = [.error(400, "No."), .error(503, "Busy"), .says("a"), .says("b")]
        let model = ChatCompletions.example(.example { $0.mostAtOnce = 1 }, ScriptedSender(script))

        await #expect(throws: ModelError.self) { try await model.complete(.question, through: ModelLine()) }
        await #expect(throws: Spent.self) {
            try await model.complete(.question, through: ModelLine(beforeSending: { throw Spent() }))
        }

        #expect(try await model.complete(.question, through: ModelLine()).text == "a")
        #expect(try await model.complete(.question, through: ModelLine()).text == "b")
    }

    @Test func `ends at once when it is cancelled`() async throws {
        let model = ChatCompletions.example(.example, SilentSender())
        let started = ContinuousClock.now

        let task = Task { try await model.complete(.question, through: ModelLine()) }
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()

        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(ContinuousClock.now - started < .seconds(5))
    }
}

/// Takes requests and never answers.
private struct SilentSender: HTTPSender {
    func send(_ request: HTTPRequest) async throws -> HTTPReply {
        try await Task.sleep(for: .seconds(60))
        throw CancellationError()
    }
}

@Suite("Trying again")
struct RetryTests {
    private func complete(
        _ script: [ScriptedSender.Line], _ time: FakeTime = FakeTime(), _ log: LineLog = LineLog()
    ) async -> (result: Result<Completion, any Error>, sent: Int) {
        let sender = ScriptedSender(script)
        let model = ChatCompletions.example(.example, sender, time)
        do {
            return (.success(try await model.complete(.question, through: log.line)), sender.requests.count)
        } catch {
            return (.failure(error), sender.requests.count)
        }
    }

    @Test(arguments: [408, 409, 429, 500, 502, 503, 504, 529])
    func `helps against trouble that passes`(status: Int) async throws {
        let (result, sent) = await complete([.error(status, "Wait."), .says("Paris.")])

        #expect(try result.get().text == "Paris.")
        #expect(sent == 2)
    }

    @Test func `ends after five tries, and says why`() async {
        let log = LineLog()

        let (result, sent) = await complete(Array(repeating: .error(503, "Too busy."), count: 5), FakeTime(), log)

        #expect(sent == 5)
        #expect(log.asked == 5)
        #expect(log.all.count == 10)
        #expect(throws: ModelError.gaveUp(endpoint: host, tries: 5, reason: "HTTP 503: Too busy.")) { try result.get() }
    }

    @Test func `waits longer each time, and never longer than half a minute`() async {
        let time = FakeTime()

        _ = await complete(Array(repeating: .error(500, "Oops."), count: 5), time)

        let ranges = [0.5, 1, 2, 4].map { Duration.seconds($0) }
        #expect(time.sleeps.count == 4)
        for (slept, range) in zip(time.sleeps, ranges) { #expect(slept > range * 0.99 && slept <= range) }
    }

    @Test func `is told before it is made, with the reason and the pause`() async throws {
        let told = Mutex<[(reason: String, pause: Duration)]>([])
        let time = FakeTime()
        let model = ChatCompletions.example(
            .example, ScriptedSender(.error(503, "Too busy."), .error(400, "unknown: response_format"), .says("{}")),
            time)
        let line = ModelLine().telling { reason, pause in told.withLock { $0.append((reason, pause)) } }

        _ = try await model.complete(.cityForm, through: line)

        let all = told.withLock { $0 }
        #expect(all.map(\.reason) == ["HTTP 503: Too busy."], "Another way to ask is no failed try.")
        #expect(all.map(\.pause) == time.sleeps)
    }

    @Test(arguments: [
        ("retry-after", "7"), ("retry-after-ms", "7000"), ("Retry-After", "Thu, 01 Jan 2026 00:00:07 GMT"),
    ])
    func `is never sooner than the endpoint wants`(name: String, value: String) async throws {
        for status in [429, 503] {
            let time = FakeTime()
            let (result, _) = await complete([.error(status, "Wait.", (name, value)), .says("Paris.")], time)

            #expect(try result.get().text == "Paris.")
            #expect(time.sleeps.reduce(.zero, +) >= .seconds(7))
            #expect(time.sleeps.reduce(.zero, +) < .seconds(16))
        }
    }

    @Test func `holds back everybody while the endpoint wants to be left alone`() async throws {
        let model = ChatCompletions.example(
            .example, ScriptedSender(.error(429, "Wait.", ("retry-after", "300")), .error(400, "No.")))
        let line = ModelLine(beforeSending: {
            // The second try comes when the pause is over.
            #expect(await model.pauseLeft == .zero)
        })

        await #expect(throws: ModelError.rejected(endpoint: host, status: 400, message: "No.")) {
            try await model.complete(.question, through: line)
        }
    }

    @Test func `does not wait for hours`() async {
        let (result, sent) = await complete([.error(429, "Tomorrow.", ("retry-after", "86400"))])

        #expect(sent == 1)
        #expect(
            throws: ModelError.unavailable(endpoint: host, reason: "it asks to be left alone for 1440 minutes.")
        ) { try result.get() }
    }

    @Test func `is left off where the endpoint says so`() async {
        let (result, sent) = await complete([.error(500, "Never.", ("x-should-retry", "false"))])

        #expect(sent == 1)
        #expect(throws: ModelError.gaveUp(endpoint: host, tries: 1, reason: "HTTP 500: Never.")) { try result.get() }
    }

    @Test func `is done where the endpoint says so`() async throws {
        let (result, sent) = await complete([.error(418, "Once more.", ("x-should-retry", "true")), .says("Paris.")])

        #expect(try result.get().text == "Paris.")
        #expect(sent == 2)
    }

    @Test(arguments: [
        ScriptedSender.Line.fails(.timedOut(origin, .firstByte, limit: .seconds(1))), .json("{"), .page("<p>Hi"),
        .json("{}"), .cut("{", by: .timedOut(origin, .nextByte, limit: .seconds(1))),
    ])
    func `is done once where it is unlikely to help`(line: ScriptedSender.Line) async throws {
        let (helped, _) = await complete([line, .says("Paris.")])
        let (failed, sent) = await complete([line, line])

        #expect(try helped.get().text == "Paris.")
        #expect(sent == 2)
        #expect(throws: ModelError.self) { try failed.get() }
    }

    @Test func `counts both kinds of unlikely help for themselves`() async throws {
        let slow = ScriptedSender.Line.fails(.timedOut(origin, .firstByte, limit: .seconds(1)))

        let (result, sent) = await complete([slow, .json("{"), .error(500, "Oops."), .says("Paris.")])

        #expect(try result.get().text == "Paris.")
        #expect(sent == 4)
    }

    @Test func `says when a try may have cost something`() async {
        let slow = HTTPError.timedOut(origin, .firstByte, limit: .seconds(1))
        let cases: [(ScriptedSender.Line, Bool)] = [
            (.error(500, "Oops."), false), (.error(429, "Wait."), false),
            (.fails(.unreachable(origin, reason: "no")), false),
            (.fails(.broken(origin, reason: "reset")), true), (.fails(slow), true), (.json("{"), true),
            (.json(#"{"error":{"message":"Oops."}}"#), true),
            (.fails(.timedOut(origin, .connection, limit: .seconds(1))), false),
        ]
        for (line, mayHaveCost) in cases {
            let log = LineLog()
            _ = await complete([line, .says("Paris.")], FakeTime(), log)
            #expect(log.all == [.asked, .failed(mayHaveCost: mayHaveCost), .asked], "\(line)")
        }
    }

    @Test func `has a budget, so that a broken endpoint is not asked five times as much`() async {
        // A refusal of a fast client is no failure, so the breaker stays out of it.
        let sender = ScriptedSender(Array(repeating: .error(429, "Wait."), count: 40))
        let model = ChatCompletions.example(.example { $0.mostAtOnce = 1 }, sender)

        for _ in 0..<8 {
            await #expect(throws: ModelError.self) { try await model.complete(.question, through: ModelLine()) }
        }

        // Eight calls, and the ten retries that are always allowed.
        #expect(sender.requests.count == 18)
    }

    @Test func `ends for good when pausing has not helped`() async throws {
        let time = FakeTime()
        let model = ChatCompletions.example(
            .example, ScriptedSender(Array(repeating: .error(500, "Oops."), count: 100)), time)
        var errors: [ModelError] = []

        while errors.last?.stopsRun != true, errors.count < 50 {
            do {
                _ = try await model.complete(.question, through: ModelLine())
            } catch let error as ModelError {
                errors.append(error)
            }
        }

        #expect(
            errors.last
                == .unavailable(endpoint: host, reason: "it failed again and again, at last so: HTTP 500: Oops."))
        #expect(time.sleeps.count { $0 > .seconds(20) } >= 3)
    }
}

@Suite("An endpoint that is not there")
struct AbsentEndpointTests {
    private let refused = ScriptedSender.Line.fails(.unreachable(origin, reason: "connection refused"))

    @Test func `stops the run after the tries`() async {
        let model = ChatCompletions.example(.example, ScriptedSender(Array(repeating: refused, count: 5)))

        await #expect(
            throws: ModelError.unavailable(
                endpoint: host,
                reason: "no connection: connection refused. Check the base URL, and that the server runs.")
        ) { try await model.complete(.question, through: ModelLine()) }
    }

    @Test func `fails one request only when it has been there before`() async throws {
        let model = ChatCompletions.example(
            .example, ScriptedSender([.says("Paris.")] + Array(repeating: refused, count: 5)))
        _ = try await model.complete(.question, through: ModelLine())

        await #expect(
            throws: ModelError.gaveUp(endpoint: host, tries: 5, reason: "no connection: connection refused.")
        ) { try await model.complete(.question, through: ModelLine()) }
    }

    @Test func `does not make anybody wait for the breaker`() async {
        let time = FakeTime()
        let model = ChatCompletions.example(.example, ScriptedSender(Array(repeating: refused, count: 20)), time)

        for _ in 0..<3 {
            await #expect(throws: ModelError.self) { try await model.complete(.question, through: ModelLine()) }
        }

        #expect(!time.sleeps.contains { $0 > .seconds(5) })
    }
}
