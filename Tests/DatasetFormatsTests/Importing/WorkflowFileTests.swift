import DatasetFormats
import Engine
import Foundation
import Testing

@Suite("Workflow files, read")
struct WorkflowFileTests {
    private let name = "seed=11__iter=3__num_apis=5.json"

    @Test func `of the reference are samples without iterations`() throws {
        let reading = ImportReader(.toolgrad, file: "runs/" + name).read(try ImportFiles.fixture(name))

        let sample = try #require(reading.samples.first)
        #expect(reading.problems.isEmpty)
        #expect(sample.seed == 11)
        #expect(sample.record == nil)
        #expect(
            sample.content.response == "Only /home/ada/lists; it has books.txt, and your book is “Five common errors”.")
        #expect(
            sample.content.workflow.picture == """
                c1: 1 allowed_folders{} → Allowed:
                /home/ada/lists, 2 folder_list{"path":"/home/ada/lists"} → ([{'type': 'text', 'text': '[FILE] books.txt'}], \
                {'structured_content': {'content': '[FILE] books.txt'}}), \
                3 file_read{"path":"/home/ada/lists/books.txt"} → Five common errors – a novel
                """)
        #expect(sample.content.derivedTools == ["allowed_folders", "folder_list", "file_read"])
    }

    @Test func `say which calls had failed, which chains were empty, and which keys are not known`() throws {
        let sample = try #require(
            ImportReader(.toolgrad, file: name).read(try ImportFiles.fixture(name)).samples.first)

        #expect(
            sample.notes == [
                "Chain “api_use_chain_1”, step 3 failed and was left out: “file_read”, “ENOENT: no such file”.",
                "Keys of calls left out: “lc_attributes”.",
                "Chain “api_use_chain_2” has no steps and was left out.", "Keys left out: “metadata”.",
            ])
    }

    @Test(
        "judge observations by their structure, never by their words",
        arguments: [
            (#""error: not found""#, "error: not found"),
            (#"{"error":null,"price":12.50}"#, #"{"error":null,"price":12.50}"#),
            (#"{"error":"","response":"Error"}"#, "Error"), (#"{"response":{"a":1}}"#, #"{"a":1}"#), (#""""#, ""),
            (#"{"error":"","response":null}"#, ""), (#"{"error":false,"response":"x"}"#, "x"),
            (#""{\"error\":\"\",\"response\":\"x\"}""#, #"{"error":"","response":"x"}"#),
        ] as [(String, String)])
    func judgeByStructure(observation: String, output: String) throws {
        let sample = try imported(file(steps: pair(observation: observation)), as: .toolgrad)

        #expect(sample.content.workflow.steps.map(\.output) == [RecordedOutput(output)])
    }

    @Test(
        "leave failed calls out, and are none when every call failed",
        arguments: [
            #"{"error":"timeout","response":""}"#, #"{"error":{"code":500}}"#, #"{"error":true,"response":"x"}"#,
            #""{\"error\":\"bad key\",\"response\":\"\"}""#,
        ])
    func leaveFailuresOut(observation: String) throws {
        let failed = pair("broken", observation: observation)

        let sample = try imported(file(steps: failed, pair()), as: .toolgrad)
        let text = problem(file(steps: failed), as: .toolgrad)

        #expect(sample.content.workflow.steps.map(\.call.tool) == ["find"])
        #expect(sample.notes.count == 1)
        #expect(
            sample.notes.first?.hasPrefix("Chain “api_use_chain_1”, step 1 failed and was left out: “broken”") == true)
        #expect(
            text == "rows.jsonl, line 3: All of its calls failed: “broken”. Leave it out; nothing in it was answered.")
    }

    @Test func `keep an input that is no object, and say so`() throws {
        let sample = try imported(file(steps: pair(input: #""Oslo""#)), as: .toolgrad)

        #expect(sample.content.workflow.step(1)?.call.arguments == "Oslo")
        #expect(
            sample.notes == [
                "Chain “api_use_chain_1”, step 1 gave a text as its input, not an object; it is kept as it is."
            ])
    }

    @Test func `keep the numbers of their chains where all have one`() throws {
        let named =
            #"{"query":"Q?","api_use_chains":{"api_use_chain_3":\#(chain("api_use_chain_3")),"api_use_chain_1":\#(chain("api_use_chain_1"))},"response":"R."}"#
        let odd =
            #"{"query":"Q?","api_use_chains":{"first":\#(chain("first")),"api_use_chain_1":\#(chain("api_use_chain_1"))},"response":"R."}"#

        let numbers = try [named, odd].map { try imported($0, as: .toolgrad).content.workflow.chains.map(\.id.number) }

        #expect(numbers == [[3, 1], [1, 2]])
        #expect(
            try imported(odd, as: .toolgrad).notes
                == ["Its chains have names of another kind; they are numbered in their order."])
    }

    @Test func `may have no calls and no response`() throws {
        let sample = try imported(#"{"query":"Q?","api_use_chains":{},"response":null}"#, as: .toolgrad)

        #expect(sample.content.workflow.chains.isEmpty)
        #expect(sample.content.response == nil)
        #expect(sample.notes == ["It has no calls. It is kept, and exports leave it out.", "It has no response."])
    }

    @Test(
        "that are none say why",
        arguments: [
            ("{}", "It has no api_use_chains; its keys are none. Give a workflow file."),
            (#"{"api_use_chains":{}}"#, "Its query is missing. Write what the user asks."),
            (#"{"query":null,"api_use_chains":{}}"#, "Its query is null. Write what the user asks."),
            (#"{"query":" ","api_use_chains":{}}"#, "Its query is empty. Write what the user asks."),
            (
                #"{"query":"Q?","api_use_chains":[]}"#,
                "Its api_use_chains are an array, not an object. Write an object of chains."
            ),
            (
                #"{"query":"Q?","api_use_chains":{},"response":1}"#,
                "Its response is a number, not a text. Write it as a text."
            ),
            (
                #"{"query":"Q?","api_use_chains":{"c":7}}"#,
                "Chain “c” is a number, not an object. Write chain_id and steps."
            ),
            (
                #"{"query":"Q?","api_use_chains":{"c":{"intermediate_steps":1}}}"#,
                "Chain “c”: its intermediate_steps are a number, not a list. Write a list of pairs."
            ),
            (
                #"{"query":"Q?","api_use_chains":{"c":{"intermediate_steps":[[1]]}}}"#,
                "Chain “c”, step 1: it is no pair. Write a call and its observation."
            ),
            (
                #"{"query":"Q?","api_use_chains":{"c":{"intermediate_steps":[[{},""]]}}}"#,
                "Chain “c”, step 1: its call names no tool. Name it as `tool`."
            ),
            (
                #"{"query":"Q?","api_use_chains":{"c":{"intermediate_steps":[[{"tool":"f"},""]]}}}"#,
                "Chain “c”, step 1: its tool_input is missing. Write an object, or a text."
            ),
            (
                #"{"query":"Q?","api_use_chains":{"c":{"intermediate_steps":[[{"tool":"f","tool_input":{}},[]]]}}}"#,
                "Chain “c”, step 1: its observation is an array. Write a text, or error and response."
            ),
        ] as [(String, String)])
    func sayWhy(text: String, reason: String) {
        #expect(problem(text, as: .toolgrad) == "rows.jsonl, line 3: \(reason)")
    }

    @Test func `are not the reference's traces`() throws {
        let reading = ImportReader(.toolgrad, file: "00011.json").read(try ImportFiles.fixture("trace-00011.json"))

        #expect(
            reading.problems.map(\.description) == [
                "00011.json: It is a trace of the reference, which has neither a query nor whole results. "
                    + "Give the workflow file of the same seed."
            ])
    }

    @Test func `that are damaged name the line within them`() {
        let reading = ImportReader(.toolgrad, file: "a.json").read(Data("{\n  \"query\": oops\n}".utf8))

        #expect(
            reading.problems.map(\.description) == [
                "a.json, line 2: It is no JSON: column 12: expected a value, found `o`. "
                    + "Mend it there, or leave it out."
            ])
    }

    @Test func `have at most ten chains`() {
        let chains = (1...11).map { #""api_use_chain_\#($0)":\#(chain("api_use_chain_\($0)"))"# }.joined(separator: ",")

        #expect(
            problem(#"{"query":"Q?","api_use_chains":{\#(chains)}}"#, as: .toolgrad)
                == "rows.jsonl, line 3: It has 11 chains; a workflow has at most 10. Leave chains out.")
    }

    @Test func `have at most as many steps as a sample may have calls, failed ones too`() {
        let failed = [String](repeating: pair(observation: #"{"error":"x"}"#), count: 201).joined(separator: ",")

        #expect(
            problem(file(steps: failed), as: .toolgrad)
                == "rows.jsonl, line 3: Chain “api_use_chain_1” has 201 steps; at most 200 are read. Leave it out.")
    }

    private func file(steps: String...) -> String {
        let chain = #"{"chain_id":"api_use_chain_1","intermediate_steps":[\#(steps.joined(separator: ","))]}"#
        return #"{"query":"Q?","api_use_chains":{"api_use_chain_1":\#(chain)},"response":"R."}"#
    }

    private func chain(_ id: String) -> String {
        #"{"chain_id":"\#(id)","intermediate_steps":[\#(pair())]}"#
    }

    private func pair(_ tool: String = "find", input: String = "{}", observation: String = #""ok""#) -> String {
        #"[{"tool":"\#(tool)","tool_input":\#(input),"log":"","message_log":[]},\#(observation)]"#
    }
}
