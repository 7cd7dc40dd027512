import TestSupport
import Testing

@testable import Engine

@Suite("Answers in a form")
struct StructuredAnswerTests {
    private static let good = #"{"query":"Where is Oslo?","response":"At 59.91° N."}"#

    @Test func `a good answer takes one question with the form, the limit, and a seed`() async throws {
        let model = ScriptedModel(.json(Self.good))

        let synthesis = try await synthesize(model)

        #expect(synthesis == Synthesis(query: "Where is Oslo?", response: "At 59.91° N."))
        let request = try #require(model.asked.first)
        #expect(request.model == "scripted")
        #expect(request.maxTokens == 512)
        #expect(request.answer?.name == "synthesis")
        #expect(request.tools.isEmpty)
        #expect(try #require(request.seed) < 1 << 31)
        #expect(request.messages.count == 2)
    }

    @Test(arguments: [
        (Completion.json(#"{"query":"a""#), "It is not valid JSON. Line 1, column"),
        (.json(#"{"query":"a","query":"b","response":"c"}"#), #"The key "query" is given twice."#),
        (.json(#"{"query":"a"}"#), "The value must have the property `response`."),
        (.json(#"{"query":" ","response":"c"}"#), "The query is empty."),
        (.json(#"{"query":"a","response":"\n"}"#), "The response is empty."),
        (.words("Here is what I think."), "The answer has no JSON in it."),
        (.words(""), "The answer was empty."),
        (.words("Here is wh", ending: .length), "The answer was cut off at the limit of 512 tokens."),
        (.json(#"{"query":"a"#, ending: .length), "The answer was cut off at the limit of 512 tokens."),
    ])
    func `an answer that cannot be used goes back with the problem and the form`(
        bad: Completion, problem: String
    ) async throws {
        let model = ScriptedModel(.completion(bad), .json(Self.good))

        let synthesis = try await synthesize(model)

        #expect(synthesis.query == "Where is Oslo?")
        let (first, second) = (model.asked[0].messages, model.asked[1].messages)
        #expect(Array(second.prefix(2)) == first)
        let said = bad.answer ?? bad.text
        #expect(second[2] == .assistant(said.isEmpty ? "(nothing)" : said))
        #expect(second[3].text.contains(problem), "\(second[3].text)")
        #expect(second[3].text.contains(#"{"query": text, "response": text}"#))
    }

    @Test func `after two repairs the stage fails with the last problem`() async throws {
        let model = ScriptedModel(.words(""), .json("[]"), .json(#"{"query":"a"}"#))

        await #expect(
            throws: StageFailure(
                "No usable answer after 3 questions: The value must have the property `response`.")
        ) { try await synthesize(model) }

        #expect(model.asked.map(\.messages.count) == [2, 4, 6], "No question is asked twice in the same words.")
    }

    @Test func `a refusal and a filter end the stage at once, and are named`() async throws {
        let refusing = ScriptedModel(.words("", ending: .refused("I cannot help with that.")))
        let filtering = ScriptedModel(.words("", ending: .filtered))

        await #expect(throws: StageFailure("The model declined to answer: I cannot help with that.")) {
            try await synthesize(refusing)
        }
        await #expect(throws: StageFailure("The endpoint's content filter withheld the answer.")) {
            try await synthesize(filtering)
        }
    }

    @Test func `an answer that was cut off and is whole all the same is used`() async throws {
        let model = ScriptedModel(.completion(.json(Self.good, ending: .length)))

        #expect(try await synthesize(model).query == "Where is Oslo?")
    }

    @Test func `a long unusable answer goes back cut`() async throws {
        let model = ScriptedModel(.words(String(repeating: "x", count: 50_000)), .json(Self.good))

        _ = try await synthesize(model)

        #expect(model.asked[1].messages[2].text.count < 4_100)
        #expect(model.asked[1].messages[2].text.hasSuffix("… [cut: 46000 more characters]"))
    }

    @Test func `a query that names a tool is asked for once more, and then taken`() async throws {
        let leaking = #"{"query":"What does city_lookup say of Oslo?","response":"59.91"}"#
        let model = ScriptedModel(.json(leaking), .json(leaking))

        let synthesis = try await synthesize(model)

        #expect(synthesis.query == "What does city_lookup say of Oslo?")
        #expect(model.asked.count == 2)
        #expect(model.asked[1].messages[3].text.contains("The query names the tool city_lookup."))
    }

    @Test func `a usable answer is not lost to what comes after it`() async throws {
        let leaking = #"{"query":"What does city_lookup say of Oslo?","response":"59.91"}"#
        let model = ScriptedModel(.json(leaking), .failure(.malformed(endpoint: "e", reason: "HTML")))

        #expect(try await synthesize(model).response == "59.91")
    }

    @Test(arguments: [
        ("find", "Can you find Oslo?", true), ("city_lookup", "Which city lookups exist?", true),
        ("city_lookup", "Use my_city_lookup.", true), ("getCity", "Please getCity.", false),
        ("city_lookup", "(city_lookup)", false), ("a.b", "a.b!", false),
    ])
    func `only technical names count as named`(tool: ToolName, query: String, isUsable: Bool) {
        let step = Step(
            number: 1, call: ToolCall(tool: tool, arguments: [:]), output: RecordedOutput("{}"), origin: .live,
            iteration: 1, proposal: Proposal.ID(1))
        let form = SynthesisForm(Workflow(chains: [Chain(id: Chain.ID(1), steps: [step])]))

        let reading = form.read(["query": .string(query), "response": "r"])

        let isPoor = if case .poor = reading { true } else { false }
        #expect(isPoor == !isUsable)
    }

    @Test func `an empty list of proposals is asked for once more, and then nothing is proposed`() async throws {
        let model = ScriptedModel(
            .json(#"{"reason":"none fits","proposals":[]}"#), .json(#"{"reason":"still none","proposals":[]}"#))

        let proposals = try await StageExamples.lean(model).proposer.propose(StageExamples.proposalRequest())

        #expect(proposals == Proposals(reason: "still none", all: []))
        #expect(model.asked.count == 2)
    }

    private func synthesize(_ model: ScriptedModel) async throws -> Synthesis {
        try await StageExamples.lean(model).synthesizer.synthesize(StageExamples.synthesisRequest())
    }
}
