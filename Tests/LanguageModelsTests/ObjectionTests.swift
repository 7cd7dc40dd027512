import Engine
import Foundation
import LanguageModels
import Testing

/// What servers say in earnest, and what is to be learned from it.
@Suite("Objections")
struct ObjectionTests {
    private func objection(
        _ message: String, status: Int = 400, to request: ModelRequest, in dialect: Dialect = Dialect(),
        _ fields: String = ""
    ) -> Objection? {
        let body = #"{"error":{"message":\#(JSON.string(message).compactText)\#(fields)}}"#
        return Objection(
            EndpointError(Data(body.utf8)), status: status, to: ChatRequestBody(request, in: dialect, .streamed))
    }

    @Test(arguments: [
        (400, "\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set"),
        (500, "tools param requires --jinja flag"), (400, "registry.ollama.ai/library/gemma3 does not support tools"),
        (404, "No endpoints found that support tool use. To learn more, visit the documentation."),
        (400, "Unrecognized request argument supplied: tools"),
        (422, "Extra inputs are not permitted: tool_choice"),
    ])
    func `may be to tools`(status: Int, message: String) {
        #expect(objection(message, status: status, to: .withTools) == .nativeCalls)
    }

    @Test(arguments: [
        "'response_format' is not supported by this model.", "Unknown field: json_schema",
        "Failed to parse grammar", "guided_json: the schema is not supported by xgrammar",
        "This model does not support structured outputs.",
    ])
    func `may be to the form of the answer`(message: String) {
        #expect(objection(message, to: .cityForm, in: Dialect(avoiding: [.strict])) == .answerForm)
    }

    @Test(arguments: ["tool_choice: named tools are not supported", "This model does not support function calling"])
    func `may be to the call that stands for the form`(message: String) {
        #expect(objection(message, to: .cityForm, in: Dialect(rung: .tool, avoiding: [.strict])) == .answerForm)
    }

    @Test func `may be to strictness before it is to the form`() {
        let message = "Invalid schema for response_format 'city': 'required' must include every key."

        #expect(objection(message, to: .cityForm) == .field(.strict))
        #expect(objection(message, to: .cityForm, in: Dialect(avoiding: [.strict])) == .answerForm)
    }

    @Test func `may be to the name of the limit, not to its height`() {
        let wrongName = """
            Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.
            """

        #expect(objection(wrongName, to: .question) == .tokenLimit)
        #expect(
            objection("Nope.", to: .question, #","param":"max_tokens","code":"unsupported_parameter""#) == .tokenLimit)
        #expect(objection("max_tokens is too large: 99999.", to: .question) == nil)
        #expect(objection(wrongName, to: .question, in: Dialect(tokenLimit: .maxCompletionTokens)) == nil)
    }

    @Test func `may be to a field that was sent`() {
        let request = ModelRequest.withTools
        let warm = ModelRequest.question {
            $0.temperature = 0.2
            $0.seed = 1
        }

        #expect(objection("stream_options: unknown field", to: request) == .field(.streamOptions))
        #expect(objection("Unknown name \"parallel_tool_calls\"", to: request) == .field(.parallelToolCalls))
        #expect(objection("'temperature' does not support 0.2", to: warm) == .field(.temperature))
        #expect(objection("Unsupported.", to: warm, #","param":"seed""#) == .field(.seed))
        #expect(objection("'temperature' does not support 0.2", to: .question) == nil)
    }

    @Test func `may be to a call that must be made`() {
        var request = ModelRequest.withTools
        request.toolChoice = .required

        #expect(objection("tool_choice 'required' is not supported", to: request) == .field(.requiredCall))
        #expect(
            objection("tool_choice is not supported", to: request, in: Dialect(avoiding: [.requiredCall]))
                == .nativeCalls)
    }

    @Test(arguments: [
        (400, "This model's maximum context length is 8192 tokens; 9000 were in the messages and the functions."),
        (400, "the request exceeds the available context size. try increasing the context size"),
        (400, "messages: roles must alternate"), (500, "response_format crashed"), (404, "File Not Found"),
        (429, "too many tools"), (401, "tools need a key"),
    ])
    func `are not seen where the trouble is another`(status: Int, message: String) {
        var request = ModelRequest.withTools
        request.answer = ModelRequest.cityForm.answer

        #expect(objection(message, status: status, to: request) == nil)
    }
}

@Suite("A dialect")
struct DialectTests {
    @Test func `goes down the ladder to its end`() {
        var rungs = [AnswerRung.schema]
        var dialect = Dialect()
        while let next = dialect.adapted(to: .answerForm, at: .example) {
            dialect = next
            rungs.append(next.rung)
        }

        #expect(rungs == [.schema, .tool, .object, .prompt])
    }

    @Test func `never goes back`() {
        let adapted = Dialect().adapted(to: .tokenLimit, at: .example)

        #expect(adapted == Dialect(tokenLimit: .maxCompletionTokens))
        #expect(adapted?.adapted(to: .tokenLimit, at: .example) == nil)
        #expect(Dialect(avoiding: [.seed]).adapted(to: .field(.seed), at: .example) == nil)
        #expect(Dialect(calling: .json).adapted(to: .nativeCalls, at: .example) == nil)
    }

    @Test func `keeps to what the user has set`() {
        let endpoint = ModelEndpoint.example {
            $0.structuredOutput = .only(.object)
            $0.toolCalling = .native
            $0.tokenLimit = .maxTokens
        }

        #expect(Dialect(endpoint) == Dialect(rung: .object))
        #expect(Dialect(endpoint).adapted(to: .answerForm, at: endpoint) == nil)
        #expect(Dialect(endpoint).adapted(to: .nativeCalls, at: endpoint) == nil)
        #expect(Dialect(endpoint).adapted(to: .tokenLimit, at: endpoint) == nil)
        #expect(Dialect(ModelEndpoint.example { $0.toolCalling = .json }).calling == .json)
    }
}
