import Engine
import Evaluation
import Foundation
import TestSupport
import Testing

@Suite("Answering an item")
struct AnswererTests {
    private let slot = SampleID(run: RunID(ContentHash(of: "an evaluation")), index: 3)
    private let truth = Truth(
        id: "s-00003", query: "What is known about Oslo and Rome?", offered: ["find", "detail"], calls: [],
        response: "",
        category: .chained)

    /// What the model does when it says these lines, and what it was asked.
    private func answered(
        _ lines: ScriptedModel.Line..., plan: AnswerPlan = AnswerPlan(prompt: "Use tools."),
        tools: any ToolSource = CountingTools(), offering names: [ToolName] = ["find", "detail", "fail"],
        ledger: any RunLedger = ForgetfulLedger(), spending: SpendingMeter = SpendingMeter()
    ) async throws -> (prediction: Prediction, asked: [ModelRequest]) {
        let model = ScriptedModel(answering: Self.script(lines))
        let library = try await ToolLibrary(tools)
        let study = Study(model: .init(model, name: "scripted"), library: library, ledger: ledger)
        let prediction = try await Answerer(plan, in: study).answer(
            truth, offering: names.compactMap { library[$0] }, at: slot, spending: spending)
        return (prediction, model.asked)
    }

    /// The line for a question is the one of its turn; the conversation tells which turn it is.
    private static func script(_ lines: [ScriptedModel.Line]) -> @Sendable (ModelRequest) throws -> Completion {
        { request in
            let turn = request.messages.count { message in
                guard case .assistant = message else { return false }
                return true
            }
            let line = try #require(turn < lines.count ? lines[turn] : nil, "The script of the model is over.")
            switch line {
            case .completion(let completion): return completion
            case .failure(let error): throw error
            }
        }
    }

    @Test func `without calls is what the model says`() async throws {
        let (prediction, asked) = try await answered(.words("Nothing can help."))

        #expect(prediction == Prediction(id: "s-00003", calls: [], response: "Nothing can help."))
        let request = try #require(asked.first)
        #expect(request.messages == [.system("Use tools."), .user("What is known about Oslo and Rome?")])
        #expect(request.tools.map(\.name) == ["find", "detail", "fail"])
        #expect(request.toolChoice == .auto)
    }

    @Test func `makes parallel calls, each of them, in their order`() async throws {
        let tools = CountingTools()
        let (prediction, asked) = try await answered(
            .calls(.to("find", #"{"name":"Oslo"}"#), .to("find", #"{"name":"Rome"}"#)), .words("Both are known."),
            tools: tools)

        #expect(tools.made.map { $0.arguments["name"]?.string } == ["Oslo", "Rome"])
        #expect(prediction.calls.map(\.arguments) == [#"{"name":"Oslo"}"#, #"{"name":"Rome"}"#])
        #expect(prediction.calls.map(\.outcome) == [.worked, .worked])
        #expect(prediction.response == "Both are known.")
        #expect(prediction.problem == nil)
        #expect(
            asked.last?.messages.dropFirst(2) == [
                .assistant(
                    "",
                    calls: [
                        RequestedCall(id: "call_2_1", name: "find", arguments: #"{"name":"Oslo"}"#),
                        RequestedCall(id: "call_2_2", name: "find", arguments: #"{"name":"Rome"}"#),
                    ]), .tool(callID: "call_2_1", content: #"{"id":"id-of-Oslo","name":"Oslo"}"#),
                .tool(callID: "call_2_2", content: #"{"id":"id-of-Rome","name":"Rome"}"#),
            ])
    }

    @Test func `gives a dependent call what the one before it returned`() async throws {
        let (prediction, asked) = try await answered(
            .calls(.to("find", #"{"name":"Oslo"}"#), saying: "First the id."),
            .calls(.to("detail", #"{"id":"id-of-Oslo"}"#)), .words("It is a city."))

        #expect(prediction.calls.map(\.name) == ["find", "detail"])
        #expect(asked.count == 3)
        #expect(asked.last?.messages.last == .tool(callID: "call_4_1", content: #"{"about":"id-of-Oslo"}"#))
        #expect(Set(asked.map(\.seed)).count == 3, "Each turn has a seed of its own.")
    }

    @Test func `tells the model of a name that is not offered, and makes no call`() async throws {
        let tools = CountingTools()
        // The library has it, and the item does not offer it: that is a made-up name all the same.
        let (prediction, asked) = try await answered(
            .calls(.to("empty", #"{"name":"Oslo"}"#), .to("find it!", "{}")), .words("Sorry."), tools: tools)

        #expect(tools.made.isEmpty)
        #expect(prediction.calls.map(\.name) == ["empty", "find it!"])
        #expect(
            prediction.calls.map(\.outcome) == [
                .notOffered(#"There is no tool "empty". There are find, detail, fail."#),
                .notOffered(#"There is no tool "find it!". There are find, detail, fail."#),
            ])
        let said = try #require(asked.last?.messages.dropFirst(2).first)
        guard case .assistant(_, let calls) = said else { throw StageFailure("no assistant") }
        #expect(calls.map(\.name) == ["empty", "find_it_"], "Endpoints take only such names back.")
    }

    @Test(arguments: [
        ("{\"name\":", "The arguments are not valid JSON."), ("[1]", "The arguments are no JSON object."), ("", "JSON"),
    ])
    func `keeps broken arguments as they were written, and the endpoint never sees them again`(
        arguments: String, words: String
    ) async throws {
        let (prediction, asked) = try await answered(.calls(.to("find", arguments)), .words("Sorry."))

        let call = try #require(prediction.calls.first)
        #expect(call.arguments == arguments)
        guard case .failed(let reason) = call.outcome else { throw StageFailure("It worked.") }
        #expect(reason.contains(words), "\(reason)")
        guard case .assistant(_, let calls) = asked.last?.messages[2] else { throw StageFailure("no assistant") }
        #expect(calls.map(\.arguments) == ["{}"])
    }

    @Test func `notes why a call failed, be it refused by its schema or by the tool`() async throws {
        let tools = CountingTools()
        let (prediction, asked) = try await answered(
            .calls(.to("find", #"{"town":"Oslo"}"#)), .calls(.to("fail", #"{"name":"Oslo"}"#)), .words("No."),
            tools: tools)

        #expect(tools.made.map(\.tool) == ["fail"], "What breaks its schema is not sent.")
        guard case .failed(let objection) = prediction.calls[0].outcome else { throw StageFailure("It worked.") }
        #expect(objection.contains("name"), "\(objection)")
        #expect(prediction.calls[1].outcome == .failed("no Oslo"))
        #expect(asked.last?.messages.last?.text == #"{"error":"no Oslo"}"#)
    }

    @Test func `ends at the limit of turns with what was called, and says so`() async throws {
        let call = ScriptedModel.Line.calls(.to("find", #"{"name":"Oslo"}"#))
        let (prediction, asked) = try await answered(
            call, call, plan: AnswerPlan(turns: 2, prompt: "Use tools."))

        #expect(asked.count == 2)
        #expect(prediction.calls.count == 2)
        #expect(prediction.response.isEmpty)
        #expect(prediction.problem == "It still asked for calls after 2 turns.")
        #expect(prediction.shortfall == .unfinished)
    }

    @Test func `builds on no call that was denied, and counts none`() async throws {
        let (tools, meter) = (CountingTools(), SpendingMeter())
        let (prediction, _) = try await answered(
            .calls(.to("find", #"{"name":"Oslo"}"#), .to("detail", #"{"id":"1"}"#)), .words("It is a city."),
            tools: GuardedSource.guarding(tools, writing: ["find"]), spending: meter)

        #expect(tools.made.map(\.tool) == ["detail"])
        #expect(prediction.calls.map(\.outcome).last == .worked)
        #expect(await meter.spending.toolCalls == 1)
    }

    @Test func `counts the calls above the limit and makes none of them`() async throws {
        let tools = CountingTools()
        let call = RequestedCall.to("find", #"{"name":"Oslo"}"#)
        let (prediction, _) = try await answered(
            .calls(call, call, call), .words("Enough."), plan: AnswerPlan(calls: 2, prompt: "Use tools."), tools: tools)

        #expect(tools.made.count == 2)
        #expect(prediction.calls.count == 3)
        #expect(prediction.calls.last?.outcome == .failed("The call was not made: an item may make 2 calls."))
    }

    @Test func `ends with the problem where a question has no answer, and keeps the calls before it`() async throws {
        let refused = ModelError.rejected(endpoint: "127.0.0.1:1", status: 400, message: "context length exceeded")
        let (prediction, _) = try await answered(.calls(.to("find", #"{"name":"Oslo"}"#)), .failure(refused))

        #expect(prediction.calls.map(\.name) == ["find"])
        #expect(
            prediction.problem == "127.0.0.1:1 rejected the request (HTTP 400): context length exceeded")
        #expect(prediction.shortfall == .unanswered)
    }

    @Test func `is stopped by what would stop every other item too`() async throws {
        await #expect(throws: ModelError.keyRefused(endpoint: "127.0.0.1:1", status: 401)) {
            try await answered(.failure(.keyRefused(endpoint: "127.0.0.1:1", status: 401)))
        }
    }

    @Test(arguments: [
        (Completion.Ending.length, "The answer was cut off at the limit of 4096 tokens."),
        (.filtered, "The endpoint's content filter withheld the answer."),
        (.refused("No."), "The model declined to answer: No."),
    ])
    func `is not whole where the answer was cut off, withheld or declined`(
        ending: Completion.Ending, words: String
    ) async throws {
        let (prediction, _) = try await answered(.words("Half of", ending: ending))

        #expect(prediction.response == "Half of")
        #expect(prediction.problem == words)
        #expect(prediction.shortfall == .unfinished)
    }

    @Test func `cuts a long result where the model is shown it, visibly`() async throws {
        let (_, asked) = try await answered(
            .calls(.to("find", #"{"name":"Oslo"}"#)), .words("Long."),
            plan: AnswerPlan(resultLimit: 10, prompt: "Use tools."))

        #expect(asked.last?.messages.last?.text == "{\"id\":\"id-\n… (cut: the first 10 of 33 characters)")
    }

    @Test func `asks and calls nothing again that the record has`() async throws {
        let (ledger, tools) = (MemoryLedger(), CountingTools())
        let lines: [ScriptedModel.Line] = [.calls(.to("find", #"{"name":"Oslo"}"#)), .words("A city.")]
        let first = try await answered(lines[0], lines[1], tools: tools, ledger: ledger)

        let meter = SpendingMeter()
        let second = try await answered(lines[0], lines[1], tools: tools, ledger: ledger, spending: meter)

        #expect(second.prediction == first.prediction)
        #expect(second.asked.isEmpty)
        #expect(tools.made.count == 1)
        #expect(await meter.spending.modelCalls == 2, "What an item takes is the same, whoever paid.")
        #expect(await meter.spending.toolCalls == 1)
    }

    @Test func `offers tools under names that endpoints take, and knows them again`() async throws {
        let dotted = Tool.named("money.convert", takes: "name")
        let slashed = Tool.named("money/convert", takes: "name")
        let source = InlineToolSource([dotted, slashed]) { .returned(RecordedOutput(.string($0.tool.text))) }
        let study = Study(
            model: .init(
                ScriptedModel(answering: { request in
                    request.messages.count > 2
                        ? .words("Done.")
                        : .calling(request.tools.map { .to($0.name, #"{"name":"x"}"#) })
                }), name: "scripted"), library: try await ToolLibrary(source))

        let prediction = try await Answerer(AnswerPlan(prompt: "Go."), in: study).answer(
            truth, offering: [dotted, slashed], at: slot, spending: SpendingMeter())

        #expect(prediction.calls.map(\.name) == ["money.convert", "money/convert"])
        #expect(prediction.calls.map(\.outcome) == [.worked, .worked])
    }

    @Test func `takes a tool's own name for a made-up one where another was offered`() async throws {
        let dotted = Tool.named("money.convert", takes: "name")
        let source = InlineToolSource([dotted]) { .returned(RecordedOutput(.string($0.tool.text))) }
        let model = ScriptedModel(answering: { request in
            request.messages.count > 2
                ? .words("Done.") : .calling([.to("money.convert", #"{"name":"x"}"#)])
        })
        let study = Study(model: .init(model, name: "scripted"), library: try await ToolLibrary(source))
        let truth = Truth(
            id: "s-00001", query: "?", offered: ["money.convert"],
            calls: [ToolCall(tool: "money.convert", arguments: ["name": "x"])], response: "", category: .single)

        let prediction = try await Answerer(AnswerPlan(prompt: "Go."), in: study).answer(
            truth, offering: [dotted], at: slot, spending: SpendingMeter())
        let score = ItemScore(prediction, against: truth, tools: ["money.convert": dotted])

        let problem = #"There is no tool "money.convert". There are money_convert."#
        #expect(
            prediction.calls == [
                .init(name: "money.convert", arguments: #"{"name":"x"}"#, outcome: .notOffered(problem))
            ])
        #expect(
            score.mistakes == [
                .hallucinated(call: 1, name: "money.convert"),
                .failed(call: 1, name: "money.convert", reason: problem), .missing("money.convert", number: 1),
            ])
        #expect(score.figures[.hallucinatedCalls] == 1)
        #expect(PredictionsFile(prediction.line.utf8).rows.map(\.prediction) == [prediction])
    }

    @Test func `has a prompt of its own that names no tool`() {
        #expect(AnswerPlan.embeddedPrompt.hasPrefix("You are an assistant with tools."))
        #expect(!AnswerPlan.embeddedPrompt.hasSuffix("\n"))
    }
}
