import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Testing

/// The traffic with a real llama.cpp server and a small model without training in conversation.
///
/// The model is weak; what counts is that the protocol is understood. To record it again, start the server with a
/// context of 2,048 tokens and run these tests with `TOOLGRAD_CASSETTE_SERVER=http://127.0.0.1:PORT/v1`.
@Suite("A llama.cpp server", .serialized)
struct LlamaServerTests {
    private static let server = ProcessInfo.processInfo.environment["TOOLGRAD_CASSETTE_SERVER"]

    /// Asks what the tests below look at, in this order.
    private func answers(of sender: some HTTPSender) async throws -> [Completion] {
        let model = ChatCompletions.example(try .local(Self.server), sender)
        let log = LineLog()
        var answers: [Completion] = []
        answers.append(try await model.complete(.greeting, through: log.line))
        answers.append(try await model.complete(.greeting, through: log.watchedLine))
        answers.append(try await model.complete(.capital, through: log.line))
        answers.append(try await model.complete(.capital, through: log.watchedLine))
        answers.append(try await model.complete(.lookup, through: log.line))
        answers.append(try await model.complete(.lookup, through: log.watchedLine))
        await #expect(throws: ModelError.self) { try await model.complete(.tooLong, through: log.line) }
        return answers
    }

    private func replayed() async throws -> [Completion] {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let player = CassettePlayer(try Cassette(parsing: text))
        let answers = try await answers(of: player)
        #expect(await player.left == 0)
        return answers
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Cassettes/llama-cpp.jsonl")

    @Test(.enabled(if: server != nil, "Recording is done on purpose only."))
    func `is recorded`() async throws {
        let sender = try AsyncHTTPSender()
        let recorder = CassetteRecorder(recording: sender)

        _ = try await answers(of: recorder)

        try await Data(recorder.cassette.text.utf8).write(to: Self.file)
        await sender.shutdown()
    }

    @Test func `answers whole and in pieces, and counts its tokens`() async throws {
        for answer in try await replayed().prefix(2) {
            #expect(!answer.text.isEmpty)
            #expect(answer.ending == .length)
            #expect(answer.usage.completion == 8)
            #expect(!answer.usage.isEstimated)
        }
    }

    @Test func `keeps to a schema`() async throws {
        let schema = try JSONSchema(#require(ModelRequest.capital.answer).schema)

        for answer in try await replayed()[2...3] {
            #expect(answer.ending == .stopped)
            #expect(schema.failures(of: try JSON(parsing: #require(answer.answer))).isEmpty)
        }
    }

    @Test func `makes a call when it must`() async throws {
        for answer in try await replayed()[4...5] {
            #expect(answer.ending == .calls)
            #expect(answer.calls.map(\.name) == ["city_lookup"])
            #expect(try JSON(parsing: answer.calls[0].arguments)["name"]?.string != nil)
        }
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
        ], toolChoice: .required, maxTokens: 96, temperature: 0, seed: 1)

    fileprivate static let tooLong = ModelRequest(
        model: "gemma", messages: [.user(String(repeating: "much too long ", count: 1_000))], maxTokens: 8)
}
