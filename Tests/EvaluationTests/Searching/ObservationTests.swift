import Engine
import Evaluation
import TestSupport
import Testing

@Suite("What a search shows of a call")
struct ObservationTests {
    /// What the model is shown of one call of a tool that ends so, and its status.
    private func show(
        _ outcome: ToolOutcome, arguments: String = #"{"name":"Oslo"}"#
    ) async throws -> (text: String, status: CallStatus, steps: [SearchedCall]) {
        var scene = SearchScene(ScriptedModel(.call("find", arguments), .answer("Yes.")))
        scene.source = InlineToolSource([.named("find", takes: "name")]) { _ in outcome }
        let result = try await scene.search()
        let input = try #require(result.tree.children.first?.children.first)
        guard case .input(let written, let text, let status) = input.kind else { throw StageFailure("no input") }
        #expect(written == arguments)
        #expect(scene.conversation(of: 2).last == .sees(1, text))
        return (text, status, result.steps)
    }

    // The envelope {"error":"","response":""} has 26 characters.
    @Test(arguments: [(997, 1_023), (998, 1_024), (999, 1_027), (5_000, 1_027)])
    func `is cut after 1,024 characters, with dots after them`(length: Int, shownLength: Int) async throws {
        let text = String(repeating: "x", count: length)
        let shown = try await show(.returned(RecordedOutput(text)))

        let whole = #"{"error":"","response":"\#(text)"}"#
        #expect(whole.count == length + 26)
        #expect(shown.text.count == shownLength)
        #expect(shown.text == (whole.count <= 1_024 ? whole : String(whole.prefix(1_024)) + "..."))
        #expect(shown.steps.map(\.observation) == [shown.text])
    }

    @Test func `is counted in Unicode scalars, since a character can be of any length`() async throws {
        // An e with so many accents is one character.
        let text = "e" + String(repeating: "\u{301}", count: 5_000)
        let shown = try await show(.returned(RecordedOutput(text)))

        #expect(shown.text.unicodeScalars.count == 1_027)
        #expect(shown.text.hasSuffix("..."))
    }

    @Test func `has JSON as JSON, a text as a text, and nothing where there was nothing`() async throws {
        let json = try await show(.returned(RecordedOutput(#"{"a": 1.50, "error": "five common errors"}"#)))
        let text = try await show(.returned(RecordedOutput("two\nlines")))
        let nothing = try await show(.returned(RecordedOutput("")))

        // A word in a good result makes no failure of it.
        #expect(json.text == #"{"error":"","response":{"a":1.50,"error":"five common errors"}}"#)
        #expect(json.status == .worked)
        #expect(text.text == #"{"error":"","response":"two\nlines"}"#)
        #expect(nothing.text == #"{"error":"","response":""}"#)
        #expect(nothing.status == .worked)
    }

    @Test(arguments: [
        (ToolOutcome.failed(RecordedOutput(#"{"error":"no such town"}"#)), 11, #"{"error":"no such town"}"#),
        (.failed(RecordedOutput("broken")), 11, #"{"error":"broken","response":"broken"}"#),
        (
            .failed(RecordedOutput(#"{"error":"Tool input parse error...","response":""}"#)), 2,
            #"{"error":"Tool input parse error...","response":""}"#
        ),
        (.failed(RecordedOutput(#"{"error":"Timeout error...5"}"#)), 5, #"{"error":"Timeout error...5"}"#),
        (
            .failed(RecordedOutput(#"{"error":"API not working error..."}"#)), 6,
            #"{"error":"API not working error..."}"#
        ),
        (.failed(RecordedOutput(#"{"error":"Unauthorized error..."}"#)), 7, #"{"error":"Unauthorized error..."}"#),
        (.failed(RecordedOutput(#"{"error":"Unsubscribed error..."}"#)), 8, #"{"error":"Unsubscribed error..."}"#),
        (
            .failed(RecordedOutput(#"{"error":"Too many requests error..."}"#)), 9,
            #"{"error":"Too many requests error..."}"#
        ),
        (.failed(RecordedOutput(#"{"error":"Rate limit error..."}"#)), 10, #"{"error":"Rate limit error..."}"#),
        (
            .malformed(RecordedOutput("[1]"), reason: "It is no object."), 11,
            #"{"error":"It is no object.","response":[1]}"#
        ),
        (
            .refused(code: 429, reason: "Too many requests error..."), 9,
            #"{"error":"Too many requests error... (protocol error 429)","response":""}"#
        ),
        (
            .refused(code: 429, reason: "Rate limit error..."), 10,
            #"{"error":"Rate limit error... (protocol error 429)","response":""}"#
        ),
        (.refused(code: 401, reason: "No."), 7, #"{"error":"No. (protocol error 401)","response":""}"#),
        (.refused(code: 403, reason: "No."), 8, #"{"error":"No. (protocol error 403)","response":""}"#),
        (.refused(code: 404, reason: "No."), 6, #"{"error":"No. (protocol error 404)","response":""}"#),
        (.refused(code: -32602, reason: "No."), 2, #"{"error":"No. (protocol error -32602)","response":""}"#),
        (.refused(code: 500, reason: "No."), 12, #"{"error":"No. (protocol error 500)","response":""}"#),
        (.denied(reason: "Not allowed."), 7, #"{"error":"Not allowed.","response":""}"#),
        (.unreachable(reason: "It is down."), 12, #"{"error":"It is down.","response":""}"#),
    ])
    func `tells how a call failed, by ToolBench's numbers`(
        outcome: ToolOutcome, number: Int, text: String
    ) async throws {
        let shown = try await show(outcome)

        #expect(shown.status.rawValue == number)
        #expect(shown.text == text)
        #expect(shown.steps.map(\.status) == [shown.status], "The call was made, so it is a step.")
    }

    @Test func `tells how long a call was waited for`() async throws {
        let shown = try await show(.timedOut(after: .seconds(30)))

        #expect(shown.status.rawValue == 5)
        #expect(shown.text == #"{"error":"No answer within 30.0 seconds.","response":""}"#)
    }

    @Test func `says of arguments that break the schema what is wrong, and makes no call`() async throws {
        let source = CountingTools()
        var scene = SearchScene(ScriptedModel(.call("find", #"{"town":"Oslo"}"#), .answer("Yes.")))
        scene.source = source
        let result = try await scene.search()

        guard case .input(_, let text, .badInput)? = result.tree.children.first?.children.first?.kind else {
            Issue.record("The status is 2.")
            return
        }
        #expect(text.hasPrefix(#"{"error":""#))
        #expect(text.hasSuffix(#"","response":""}"#))
        #expect(text.contains("name"))
        #expect(source.made.isEmpty)
        #expect(result.steps.isEmpty)
        #expect(result.spending.toolCalls == 0)
    }

    @Test(arguments: [#"{"name":"#, "[]", "Oslo"])
    func `says so where arguments are no object, and gives the conversation one that is`(
        arguments: String
    ) async throws {
        let source = CountingTools()
        var scene = SearchScene(ScriptedModel(.call("find", arguments), .answer("Yes.")))
        scene.source = source
        let result = try await scene.search()

        let observation = #"{"error":"The arguments are no JSON object.","response":""}"#
        // The tree keeps what the model wrote; endpoints refuse conversations with broken arguments.
        #expect(
            result.tree.children.first?.children.first?.kind
                == .input(arguments: arguments, observation: observation, status: .badInput))
        #expect(scene.conversation(of: 2) == scene.opening + [.says(1, "find", "{}"), .sees(1, observation)])
        #expect(source.made.isEmpty)
    }

    @Test func `takes no arguments at all for an empty object`() async throws {
        let source = InlineToolSource([.named("now")]) { _ in .returned(RecordedOutput("12:00")) }
        var scene = SearchScene(ScriptedModel(.call("now", ""), .answer("Noon.")))
        scene.source = source
        let result = try await scene.search()

        #expect(result.steps.map(\.call) == [ToolCall(tool: "now", arguments: [:])])
    }
}

@Suite("A call of Finish")
struct FinishCallTests {
    @Test(arguments: [
        (#"{"return_type":"give_answer","final_answer":"It is 5."}"#, "It is 5."),
        (#"{"final_answer":{"n":5},"return_type":"give_answer"}"#, #"{"n":5}"#),
        // Cut off, or with line breaks in a text: ToolBench looks for the fields then.
        (#"{"return_type": "give_answer", "final_answer": "It is"#, "It is"),
        ("{\"return_type\" : \"give_answer\", \"final_answer\" : \"Two\nlines.\"\n}", "Two\nlines."),
    ])
    func `gives an answer`(arguments: String, answer: String) async throws {
        let result = try await SearchScene(ScriptedModel(.call("Finish", arguments))).search()

        #expect(result.ending == .answered(answer))
    }

    @Test(arguments: [ScriptedModel.Line.giveUpArguments, #"{"return_type": "give_up_and_restart", "final_ans"#])
    func `gives up`(arguments: String) async throws {
        let result = try await SearchScene(ScriptedModel(.call("Finish", arguments))).search()

        #expect(result.ending == .gaveUp)
    }

    @Test(arguments: [
        ("{}", "A return_type is needed: give_answer or give_up_and_restart."),
        ("nothing", "A return_type is needed: give_answer or give_up_and_restart."),
        (#"{"return_type":"give_answer"}"#, "give_answer needs a final_answer."),
        (
            #"{"return_type":"stop"}"#,
            #"The return_type "stop" is neither give_answer nor give_up_and_restart."#
        ),
    ])
    func `that means nothing is bad input, and the search goes on`(
        arguments: String, problem: String
    ) async throws {
        let scene = SearchScene(ScriptedModel(.call("Finish", arguments), .answer("Now.")))
        let result = try await scene.search()

        let shown: JSON = ["error": .string(problem), "response": ""]
        #expect(
            result.tree.children.first?.children.first?.kind
                == .input(arguments: arguments, observation: shown.compactText, status: .badInput))
        #expect(result.ending == .answered("Now."))
    }
}
