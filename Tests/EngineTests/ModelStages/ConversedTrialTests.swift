import TestSupport
import Testing

@testable import Engine

@Suite("Carrying out an instruction in a conversation")
struct ConversedTrialTests {
    private func trial(_ attempts: Trial.Attempt...) -> Trial {
        Trial(
            proposal: Proposal(
                id: Proposal.ID(2), instruction: "Look Bergen up.", tools: ["city_lookup", "sun_times"]),
            attempts: attempts)
    }

    private let bergen = StageExamples.returned("city_lookup", ["name": "Bergen"], #"{"id":"NO-BGO"}"#)

    private func turn(
        of trial: Trial, asking model: ScriptedModel, turnsLeft: Int = 3, said: [ModelMessage] = []
    ) async throws -> Turn {
        try await StageExamples.paper(model).executor.turn(
            of: trial, in: StageExamples.trialRequest(turnsLeft: turnsLeft, said: said))
    }

    @Test func `the proposal's tools are offered with their schemas, and a call of theirs is made`() async throws {
        let signature: JSON = ["google": ["thought_signature": "abc"]]
        let model = ScriptedModel(
            .calls(.to("city_lookup", #"{"name":"Bergen"}"#, extra: signature), saying: "First the city."))

        let turn = try await turn(of: trial(), asking: model)

        let said = ModelMessage.assistant(
            "First the city.",
            calls: [
                RequestedCall(
                    id: "call_2_2_1", name: "city_lookup", arguments: #"{"name":"Bergen"}"#, extra: signature)
            ])
        #expect(turn == .call(ToolCall(tool: "city_lookup", arguments: ["name": "Bergen"]), said: said))
        let request = model.asked[0]
        #expect(request.tools.map(\.name) == ["city_lookup", "sun_times"])
        #expect(request.tools[0].parameters["properties"]?["country"] == ["type": "string"])
        #expect(request.tools[1].parameters["properties"]?["day"]?["enum"] == ["today", "tomorrow"])
        #expect(request.toolChoice == .auto)
        #expect(request.answer == nil)
    }

    @Test func `what was said and returned before stands in the conversation, signatures too`() async throws {
        let call = RequestedCall(
            id: "call_2_2_1", name: "city_lookup", arguments: #"{"name":"Bergen"}"#, extra: ["signature": "abc"])
        let said = ModelMessage.assistant("First the city.", calls: [call])
        let model = ScriptedModel(.words("Bergen is NO-BGO."))

        let turn = try await turn(of: trial(bergen), asking: model, turnsLeft: 2, said: [said])

        #expect(turn == .finish(.succeeded(report: "Bergen is NO-BGO.")))
        let messages = model.asked[0].messages
        #expect(messages.count == 4)
        #expect(messages[2] == said)
        guard case .tool("call_2_2_1", let content) = messages[3] else {
            Issue.record("\(messages[3]) is no result of the call.")
            return
        }
        #expect(content.contains(#">{"id":"NO-BGO"}</output-"#))
    }

    @Test func `of several calls the first is made, and the model is told of the others`() async throws {
        let model = ScriptedModel(
            .calls(.to("city_lookup", #"{"name":"Bergen"}"#), .to("sun_times", #"{"half"#)), .words("Done."))

        guard case .call(let call, let said?) = try await turn(of: trial(), asking: model) else {
            Issue.record("No call was made.")
            return
        }
        _ = try await turn(of: trial(bergen), asking: model, turnsLeft: 2, said: [said])

        #expect(call.tool == "city_lookup")
        let messages = model.asked[1].messages
        guard case .assistant(_, let calls) = messages[2] else {
            Issue.record("\(messages[2]) is not what the model said.")
            return
        }
        #expect(calls.map(\.id) == ["call_2_2_1", "call_2_2_1_2"])
        #expect(calls.map(\.arguments) == [#"{"name":"Bergen"}"#, "{}"])
        #expect(messages[4] == .tool(callID: "call_2_2_1_2", content: "This call was not made: one at a time."))
    }

    @Test func `a failed call is told with its reason`() async throws {
        let failed = StageExamples.failed("city_lookup", ["name": "Bregen"], "no such city")
        let said = ModelMessage.assistant("", calls: [.to("city_lookup", #"{"name":"Bregen"}"#)])
        let model = ScriptedModel(.words("There is no such city."))

        let turn = try await turn(of: trial(failed), asking: model, turnsLeft: 2, said: [said])

        #expect(model.asked[0].messages[3].text.contains(">no such city</error-"))
        #expect(
            turn
                == .finish(
                    .failed(reason: "city_lookup: no such city Reported: There is no such city.")))
    }

    @Test func `with no calls left no tools are offered, and a call is not made`() async throws {
        let said = ModelMessage.assistant("", calls: [.to("city_lookup", #"{"name":"Bergen"}"#)])
        let model = ScriptedModel(.calls(.to("city_lookup", "{}")), .words("Bergen is NO-BGO."))

        let turn = try await turn(of: trial(bergen), asking: model, turnsLeft: 0, said: [said])

        #expect(turn == .finish(.succeeded(report: "Bergen is NO-BGO.")))
        #expect(model.asked.map(\.tools.count) == [0, 0])
        #expect(model.asked.map(\.toolChoice) == [.none, .none])
        #expect(model.asked[1].messages.last?.text.contains("No calls are left.") == true)
    }

    @Test func `a trial that says nothing usable after a good call keeps it, with a composed report`() async throws {
        let said = ModelMessage.assistant("", calls: [.to("city_lookup", #"{"name":"Bergen"}"#)])
        let model = ScriptedModel(.words(""), .words(""), .words(""))

        let turn = try await turn(of: trial(bergen), asking: model, turnsLeft: 0, said: [said])

        #expect(
            turn == .finish(.succeeded(report: #"city_lookup({"name":"Bergen"}) returned {"id":"NO-BGO"}"#)))
    }

    @Test func `a model that never calls fails the trial`() async throws {
        let turn = try await turn(of: trial(), asking: ScriptedModel(.words("I know that already.")))

        #expect(turn == .finish(.failed(reason: "No call was made: I know that already.")))
    }

    @Test(arguments: [
        (RequestedCall.to("city_search", "{}"), #"There is no tool "city_search". There are city_lookup, sun_times."#),
        (.to("city_lookup", #"{"name":"#), "The arguments of city_lookup are not valid JSON. Line 1"),
        (.to("city_lookup", "[1]"), "The arguments of city_lookup are no JSON object."),
    ])
    func `a call that cannot be read goes back with the problem, in words`(
        bad: RequestedCall, problem: String
    ) async throws {
        let model = ScriptedModel(.calls(bad), .calls(.to("functions.city_lookup", #"{"name":"Bergen"}"#)))

        guard case .call(let call, let said?) = try await turn(of: trial(), asking: model) else {
            Issue.record("No call was made.")
            return
        }

        #expect(call == ToolCall(tool: "city_lookup", arguments: ["name": "Bergen"]))
        #expect(
            said
                == .assistant(
                    "", calls: [RequestedCall(id: "call_2_2_1", name: "city_lookup", arguments: #"{"name":"Bergen"}"#)])
        )
        let back = model.asked[1].messages.suffix(2).map(\.self)
        #expect(back[0] == .assistant("\(bad.name)(\(bad.arguments))"))
        #expect(back[1].text.contains(problem), "\(back[1].text)")
    }

    @Test func `after two repairs a trial without a good call fails`() async throws {
        let bad = ScriptedModel.Line.calls(.to("city_search", "{}"))
        let model = ScriptedModel(bad, bad, bad)

        await #expect(
            throws: StageFailure(
                #"No usable turn after 3 questions: There is no tool "city_search". There are city_lookup, sun_times."#)
        ) { try await turn(of: trial(), asking: model) }
    }

    @Test func `names that endpoints do not take are offered in their letters, each another`() {
        func named(_ name: ToolName) -> Tool { Tool(name: name, description: "", inputSchema: [:]) }
        let form = TurnForm(tools: [
            named("a.b"), named("a/b"), named("a_b"), named(ToolName(String(repeating: "x", count: 90))),
        ])

        let names = form.offered.map(\.name)

        #expect(names[0] == "a_b")
        #expect(Set(names).count == 4)
        #expect(
            names.allSatisfy {
                (1...64).contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
            })
        #expect(form.offered.allSatisfy { $0.parameters == ["type": "object"] })
        let reading = form.read(.calling([.to(names[1], "{}")]), limit: 10)
        guard case .call(let call, _) = reading else {
            Issue.record("\(reading) is no call.")
            return
        }
        #expect(call.tool == "a/b")
    }
}
