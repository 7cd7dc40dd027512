import Engine
import Review
import TestSupport
import Testing

@Suite("Outputs that carry nothing")
struct EmptyOutputTests {
    private func isFound(_ output: String, of tool: ToolName = "price", _ arguments: JSON = [:]) -> Bool {
        let sample = SampleBuilder(query: "q", response: "r").step(tool, arguments, gives: output).sample
        return !EmptyOutput().findings(in: CheckSubject(sample)).isEmpty
    }

    @Test(arguments: [
        #"{"error":"no such city"}"#, #"{"success":false}"#, #"{"status":"error","message":"m"}"#,
        #"{"code":404,"message":"Not Found"}"#, #"{"detail":"Not found"}"#, #"{"results":[],"total":0}"#,
        "<html><head><title>503 Service Unavailable</title></head></html>", "Error: timed out", "None",
        #"{"isError":true,"content":[{"type":"text","text":"12"}]}"#,
    ])
    func `a failure told as a success is found by its structure`(output: String) {
        #expect(isFound(output))
    }

    @Test(arguments: [
        #"{"error":null,"price":12.5}"#, #"{"title":"Five common errors"}"#, #"{"errors":[],"days":[1]}"#, "0", "false",
        #"{"count":0}"#, #"{"success":true,"data":null,"message":"Deleted."}"#, #"{"status":"ok"}"#,
    ])
    func `a good result is left alone, whatever its words`(output: String) {
        #expect(!isFound(output))
    }

    @Test func `errors, states and codes that were asked for are answers`() {
        #expect(!isFound(#"{"errors":[{"code":"E1"}]}"#, of: "error_list"))
        #expect(!isFound(#"{"status":"failed"}"#, of: "build_status"))
        #expect(!isFound(#"{"code":404,"message":"Not Found"}"#, of: "explain", ["code": 404]))
    }

    @Test func `what was asked is no content when it is given back`() {
        #expect(isFound(#"{"city":"Oslo","hotels":[]}"#, of: "hotel_find", ["city": "Oslo"]))
    }

    @Test func `the finding names the step and shows the output`() throws {
        let sample = SampleBuilder(query: "q", response: "r").step("t", [:], gives: "1").step("u", [:], gives: "{}")
            .sample

        let finding = try #require(EmptyOutput().findings(in: CheckSubject(sample)).first)

        #expect(finding.target == .step(2))
        #expect(finding.evidence == "u returned {}")
        #expect(finding.reason == .emptyOutput)
    }

    @Test func `the labelled cases are told apart`() throws {
        try expectTells(EmptyOutput())
    }
}
