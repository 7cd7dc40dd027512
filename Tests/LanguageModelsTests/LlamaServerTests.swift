import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Testing

/// The traffic with a real llama.cpp server and a small model without training in conversation.
///
/// The model is weak; what counts is that the protocol is understood. To record it again, start a server with a
/// context of 512 tokens, and run these tests with `TOOLGRAD_CASSETTE_SERVER` set to `http://127.0.0.1:PORT/v1`.
@Suite("A llama.cpp server", .serialized)
struct LlamaServerTests {
    /// The model's chat template knows no tools: the server takes them and ignores them.
    private static let session = Session(name: "llama-cpp", variable: "TOOLGRAD_CASSETTE_SERVER") { model, log in
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
    @Test(.enabled("Recording is done on purpose only.") { session.server != nil })
    func `is recorded`() async throws {
        try await Self.session.record()
    }

    @Test func `answers whole and in pieces, and counts its tokens`() async throws {
        for answer in try await Self.session.replayed().prefix(2) {
            #expect(!answer.text.isEmpty)
            #expect(answer.ending == .length)
            #expect(answer.usage.completion == 8)
            #expect(!answer.usage.isEstimated)
        }
    }

    @Test func `keeps to a schema`() async throws {
        let schema = try JSONSchema(#require(ModelRequest.capital.answer).schema)

        for answer in try await Self.session.replayed()[2...3] {
            #expect(answer.ending == .stopped)
            #expect(schema.failures(of: try JSON(parsing: #require(answer.answer))).isEmpty)
        }
    }

    @Test func `makes a call as JSON after it has ignored the tools twice`() async throws {
        let answers = try await Self.session.replayed()

        #expect(answers[4...5].map(\.calls) == [[], []])
        #expect(answers[6].ending == .calls)
        #expect(answers[6].calls.map(\.name) == ["city_lookup"])
    }

    @Test func `says when a request is too long`() async throws {
        let exchange = try #require(Self.session.cassette().exchanges.last)

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

    fileprivate static let tooLong = ModelRequest(
        model: "gemma", messages: [.user(String(repeating: "much too long ", count: 300))], maxTokens: 8)
}
