import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Testing

/// The traffic with a real llama.cpp server and a small model without training in conversation.
///
/// The model is weak; what counts is that the protocol is understood. To record it again, start a server with a
/// context of 512 tokens, without `--jinja` or with it, and run these tests with `TOOLGRAD_CASSETTE_PLAIN` or
/// `TOOLGRAD_CASSETTE_JINJA` set to `http://127.0.0.1:PORT/v1`.
@Suite("A llama.cpp server", .serialized)
struct LlamaServerTests {
    /// Started without `--jinja`: it refuses tools.
    private static let plain = Session(name: "llama-cpp-plain", variable: "TOOLGRAD_CASSETTE_PLAIN") { model, log in
        [
            try await model.complete(.greeting, through: log.line),
            try await model.complete(.greeting, through: log.watchedLine),
            try await model.complete(.capital, through: log.line),
            try await model.complete(.capital, through: log.watchedLine),
            try await model.complete(.lookup, through: log.line),
            try await model.complete(.lookup, through: log.watchedLine),
            try await model.complete(.lookup, through: log.line),
        ]
    }
    /// Started with it, but the model's template knows no tools: it takes them and ignores them.
    private static let jinja = Session(name: "llama-cpp-jinja", variable: "TOOLGRAD_CASSETTE_JINJA") { model, log in
        [
            try await model.complete(.lookup, through: log.line),
            try await model.complete(.lookup, through: log.line),
            try await model.complete(.lookup, through: log.line),
        ]
    }

    @Test(.enabled("Recording is done on purpose only.") { plain.server != nil })
    func `is recorded`() async throws {
        try await Self.plain.record()
    }

    @Test(.enabled("Recording is done on purpose only.") { jinja.server != nil })
    func `is recorded with its chat templates`() async throws {
        try await Self.jinja.record()
    }

    @Test func `answers whole and in pieces, and counts its tokens`() async throws {
        for answer in try await Self.plain.replayed().prefix(2) {
            #expect(!answer.text.isEmpty)
            #expect(answer.ending == .length)
            #expect(answer.usage.completion == 8)
            #expect(!answer.usage.isEstimated)
        }
    }

    @Test func `keeps to a schema`() async throws {
        let schema = try JSONSchema(#require(ModelRequest.capital.answer).schema)

        for answer in try await Self.plain.replayed()[2...3] {
            #expect(answer.ending == .stopped)
            #expect(schema.failures(of: try JSON(parsing: #require(answer.answer))).isEmpty)
        }
    }

    @Test func `makes a call as JSON where it refuses tools`() async throws {
        let refusals = try Self.plain.cassette().exchanges.filter { $0.status == 500 }

        #expect(refusals.map { EndpointError($0.reply).message { $0 } } == ["tools param requires --jinja flag"])
        for answer in try await Self.plain.replayed()[4...6] {
            #expect(answer.ending == .calls)
            #expect(answer.calls == [ModelRequest.lookupCall])
        }
    }

    @Test func `makes a call as JSON after it has ignored tools twice`() async throws {
        let answers = try await Self.jinja.replayed()

        #expect(answers.map(\.calls) == [[], [], [ModelRequest.lookupCall]])
    }

    @Test func `says when a request is too long`() async throws {
        let exchange = try #require(Self.plain.cassette().exchanges.last)

        #expect(exchange.status == 400)
        #expect(EndpointError(exchange.reply).kinds == ["exceed_context_size_error"])
    }
}

/// What is asked of a server, and the cassette with its answers.
private struct Session {
    let name: String
    let variable: String
    let ask: @Sendable (ChatCompletions, LineLog) async throws -> [Completion]

    var server: String? { ProcessInfo.processInfo.environment[variable] }

    private var file: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cassettes/\(name).jsonl")
    }

    func cassette() throws -> Cassette {
        try Cassette(parsing: String(contentsOf: file, encoding: .utf8))
    }

    func record() async throws {
        let sender = try AsyncHTTPSender()
        let recorder = CassetteRecorder(recording: sender)
        _ = try await answers(of: recorder)
        try await Data(recorder.cassette.text.utf8).write(to: file)
        await sender.shutdown()
    }

    func replayed() async throws -> [Completion] {
        let player = CassettePlayer(try cassette())
        let answers = try await answers(of: player)
        #expect(await player.left == 0)
        return answers
    }

    /// Ends with a question that is too long, whatever was asked before.
    private func answers(of sender: some HTTPSender) async throws -> [Completion] {
        let model = ChatCompletions.example(try .local(server), sender)
        let answers = try await ask(model, LineLog())
        let error = await #expect(throws: ModelError.self) { try await model.complete(.tooLong, through: ModelLine()) }
        guard case .rejected(_, status: 400, _) = error else {
            Issue.record("It is rejected.")
            return answers
        }
        return answers
    }
}

extension ModelEndpoint {
    fileprivate static func local(_ url: String?) throws -> ModelEndpoint {
        ModelEndpoint(name: "local", base: try BaseURL(url ?? "http://127.0.0.1:8080/v1"))
    }
}

extension ModelRequest {
    fileprivate static let greeting = ModelRequest(
        model: "gemma", messages: [.user("Say hello to the world.")], maxTokens: 8, temperature: 0, seed: 1)

    fileprivate static let capital = ModelRequest(
        model: "gemma", messages: [.user("Name the capital of France and its river.")],
        answer: AnswerForm(
            name: "capital",
            schema: [
                "type": "object",
                "properties": [
                    "city": ["type": "string", "enum": ["Paris", "Lyon"]],
                    "river": ["type": "string", "maxLength": 12],
                ],
                "required": ["city", "river"], "additionalProperties": false,
            ]), maxTokens: 48, temperature: 0, seed: 1)

    fileprivate static let lookup = ModelRequest(
        model: "gemma", messages: [.user("Look up the city of Paris.")],
        tools: [
            OfferedTool(
                name: "city_lookup", description: "Finds a city by its name.",
                parameters: [
                    "type": "object", "properties": ["name": ["type": "string", "enum": ["Paris", "Lyon"]]],
                    "required": ["name"], "additionalProperties": false,
                ])
        ], toolChoice: .required, maxTokens: 48, temperature: 0, seed: 1)

    fileprivate static let lookupCall = RequestedCall(
        id: "call00001", name: "city_lookup", arguments: #"{"name":"Paris"}"#)

    fileprivate static let tooLong = ModelRequest(
        model: "gemma", messages: [.user(String(repeating: "much too long ", count: 300))], maxTokens: 8)
}
